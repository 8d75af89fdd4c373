// What all pages share. "/" goes to the search field, Escape empties it.
addEventListener("keydown", (event) => {
  const search = document.querySelector("input[type=search]");
  if (!search || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === "Escape" && document.activeElement === search && search.value) {
    search.value = "";
    search.dispatchEvent(new Event("input", { bubbles: true }));
  }
});
addEventListener("submit", (event) => event.preventDefault());

// A text as it is compared: small letters without accents, simplified characters, half width; quotation marks flag a name
// and are no part of it, and a hyphen is as good as a space.
let simplified = new Map();
let traditional = null;
const folded = (text) => {
  const letters = text.normalize("NFKD").toLowerCase().replace(/\p{Mn}/gu, "").normalize("NFC");
  const plain = letters.replace(/[“”‘’"'《》〈〉「」『』]/g, "").replace(/[\s‐‑–—-]+/g, " ");
  return traditional ? plain.replace(traditional, (sign) => simplified.get(sign)) : plain;
};
const wordsOf = (text) => folded(text).split(" ").filter(Boolean);

const tellCount = (shown, count, all) => {
  shown.value = `${count.toLocaleString("en")} of ${all.toLocaleString("en")}`;
  shown.classList.toggle("all", count === all);
};

// Rows that are in the page already: those are shown that have all the words and pass `fits`.
const filterRows = (rows, search, shown, controls, fits) => {
  const texts = rows.map((row) => folded(row.textContent));
  const show = () => {
    const words = wordsOf(search.value);
    let count = 0;
    rows.forEach((row, number) => {
      row.hidden = !(fits(row) && words.every((word) => texts[number].includes(word)));
      count += !row.hidden;
    });
    tellCount(shown, count, rows.length);
  };
  for (const control of [search, ...controls]) control.addEventListener("input", show);
  show();
};
