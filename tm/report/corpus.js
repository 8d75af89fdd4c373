const byId = (id) => document.getElementById(id);
const drawn = (name, attributes, ...content) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
};

unpacked().then(({ types, periods, terms }) => {
  const rows = terms.map(([zh, pinyin, initials, en, type, proposed, seen, texts, first, last, burst, counts]) =>
    ({ zh, pinyin, initials, en, type, proposed, seen, texts, first, last, burst, counts }));

  const pairs = (counts) => counts.flatMap((value, place) => (place % 2 ? [] : [[value, counts[place + 1]]]));
  const course = (row) => {
    const some = pairs(row.counts);
    const words = some.map(([period, count]) => `${periods[period]}: ${count}`).join(", ");
    const most = Math.max(...some.map(([, count]) => count));
    // one path for all columns: fifty rows are drawn at once
    const columns = some.map(([period, count]) => `M${10 * period + 1} 100v-${Math.max(4, (100 * count) / most).toFixed(1)}h8V100z`);
    const size = { viewBox: `0 0 ${10 * periods.length} 100`, preserveAspectRatio: "none", class: "spark" };
    const picture = drawn("svg", { ...size, role: "img", "aria-label": words }, drawn("path", { class: "colour-0", d: columns.join("") }));
    return made("details", {}, made("summary", {}, picture), words);
  };
  const cell = (text, className = "") => made("td", { className }, text);
  const make = (row) => {
    const zh = row.zh ? said("zh-Hans", row.zh) : made("span", { className: "faint" }, "open");
    const head = made("th", { scope: "row" }, zh);
    if (row.pinyin) head.append(made("br"), made("span", { className: "pinyin", lang: "zh-Latn-pinyin" }, row.pinyin));
    const en = made("td", {}, row.en ? said("en", row.en) : made("span", { className: "faint" }, "open"));
    if (row.proposed) en.append(made("br"), made("span", { className: "faint" }, "proposed"));
    return made("tr", {}, head, en, cell(row.seen.toLocaleString("en"), "number"), cell(row.texts.toLocaleString("en"), "number"),
      cell(row.first, "day"), cell(row.last, "day"), made("td", {}, course(row)));
  };

  const [type, state] = ["type", "state"].map(byId);
  choices(type, types, rows, (row) => [row.type]);
  choices(state, ["decided", "proposed"], rows, (row) => [row.proposed]);
  longList({
    rows,
    keys: (row) => [
      [row.zh, row.en, row.pinyin, folded(row.pinyin).replace(/[^a-z]/g, ""), row.initials].filter(Boolean),
      [],
    ],
    fits: (row) => chosen(type, [row.type]) && chosen(state, [row.proposed]),
    orders: {
      newest: (one, two) => two.first.localeCompare(one.first),
      rising: (one, two) => two.burst - one.burst,
    },
    make,
    place: byId("terms"),
    search: byId("words"),
    shown: byId("shown"),
    controls: [type, state],
    order: byId("order"),
  });
});
