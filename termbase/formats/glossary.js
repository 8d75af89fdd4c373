"use strict";
const entries = [...document.querySelectorAll("article")];
const [words, type, having, shown] = ["words", "type", "with", "shown"].map((id) => document.getElementById(id));
const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "").normalize("NFC")
  .replace(/[“”‘’"'《》〈〉「」『』]/g, "").replace(/[‐–—-]/g, " ");
const show = () => {
  const wanted = words.value.split(/\s+/).map(folded).filter(Boolean);
  let count = 0;
  for (const entry of entries) {
    const fits = wanted.every((word) => entry.dataset.key.includes(word))
      && (!type.value || entry.dataset.type === type.value)
      && (!having.value || entry.dataset.with.split(" ").includes(having.value));
    entry.hidden = !fits;
    count += fits;
  }
  shown.value = `${count} of ${entries.length}`;
};
for (const control of [words, type, having]) control.addEventListener("input", show);
document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
show();
