// An element with text or other elements in it; nothing becomes markup that was text.
const made = (name, properties = {}, ...content) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...content);
  return element;
};
const said = (language, text, name = "span") => made(name, { lang: language }, text);

// The data of the page; large ones are packed.
const unpacked = async () => {
  const element = document.getElementById("data");
  if (element.type === "application/json") return JSON.parse(element.textContent);
  const signs = atob(element.textContent);
  const bytes = new Uint8Array(signs.length);
  for (let place = 0; place < signs.length; place++) bytes[place] = signs.charCodeAt(place);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
};

// A list of any length: rows are made as they come into view, all that are filtered when printed.
//   keys(row)   -> [forms, other]: the texts that are searched, forms first
//   fits(row)   -> whether the row passes the filters
//   orders      -> by name, functions that compare two rows; the first name is the order of the rows themselves
const longList = ({ rows, keys, fits, orders, make, place, search, shown, controls, order }) => {
  // what a screen shows, so that a search waits for no more; then more at once
  const first = 15;
  const step = 50;
  const more = made("button", { type: "button", className: "more" });
  let found = rows;
  let made_ = 0;
  const prepared = [];
  const prepare = (row) => {
    const [forms, other] = keys(row).map((texts) => texts.map(folded).join("\n"));
    return { forms: `\n${forms}\n`, all: `${forms}\n${other}` };
  };
  const keyOf = (number) => (prepared[number] ??= prepare(rows[number]));

  // 0 the form itself, 1 a form that begins so, 2 in the forms, 3 elsewhere, -1 nowhere
  const rank = (number, whole, words) => {
    const key = keyOf(number);
    if (!words.every((word) => key.all.includes(word))) return -1;
    if (key.forms.includes(`\n${whole}\n`)) return 0;
    if (key.forms.includes(`\n${whole}`)) return 1;
    return words.every((word) => key.forms.includes(word)) ? 2 : 3;
  };
  const typed = (text) => (/^([a-züv':]+[1-5]\s*)+$/i.test(text.trim()) ? text.replace(/[1-5]/g, "") : text);

  const watching = new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting)) fill(step);
  }, { rootMargin: "600px" });
  const fill = (count) => {
    const end = Math.min(found.length, made_ + count);
    place.append(...found.slice(made_, end).map(make));
    made_ = end;
    more.hidden = made_ >= found.length;
    more.textContent = `Show more (${(found.length - made_).toLocaleString("en")} left)`;
    // told anew where the button is, for it may be in view still
    watching.unobserve(more);
    watching.observe(more);
  };
  const show = () => {
    const words = wordsOf(typed(search.value));
    const whole = words.join(" ");
    const ranks = [[], [], [], []];
    rows.forEach((row, number) => {
      const place_ = fits(row) ? (words.length ? rank(number, whole, words) : 0) : -1;
      if (place_ >= 0) ranks[place_].push(row);
    });
    const compare = order && orders[order.value];
    found = ranks.flatMap((some) => (compare ? some.sort(compare) : some));
    made_ = 0;
    place.replaceChildren();
    fill(first);
    tellCount(shown, found.length, rows.length);
  };

  (place.closest(".scroll") ?? place).after(more);
  more.addEventListener("click", () => fill(step));
  for (const control of [search, order, ...controls].filter(Boolean)) control.addEventListener("input", show);
  addEventListener("beforeprint", () => fill(found.length));
  show();
  // so that the first search need not do it
  const ahead = (number) => {
    const until = Math.min(rows.length, number + 500);
    for (; number < until; number++) keyOf(number);
    if (number < rows.length) setTimeout(ahead, 0, number);
  };
  setTimeout(ahead, 50, 0);
};

// The choices of a filter, with how many rows each has; a filter with one choice is not shown.
const choices = (select, names, rows, of) => {
  const counts = new Map();
  for (const row of rows) for (const value of new Set(of(row))) counts.set(value, (counts.get(value) ?? 0) + 1);
  names.forEach((name, value) => {
    if (counts.has(value)) select.append(made("option", { value }, `${name} (${counts.get(value).toLocaleString("en")})`));
  });
  select.parentElement.hidden = counts.size < 2;
};
const chosen = (select, values) => !select.value || values.includes(Number(select.value));
