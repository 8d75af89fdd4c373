const boxes = [...document.querySelectorAll("input[data-check]")];
const [words, file, shown] = ["words", "file", "shown"].map((id) => document.getElementById(id));
const kind = (element) => `${element.dataset.check} ${element.dataset.severity}`;
if (words) {
  filterRows([...document.querySelectorAll("article")], words, shown, [file, ...boxes].filter(Boolean), (article) =>
    boxes.every((box) => box.checked || kind(box) !== kind(article))
      && (!file || !file.value || article.dataset.file === file.value));
}
