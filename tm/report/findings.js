const articles = [...document.querySelectorAll('article')];
const boxes = [...document.querySelectorAll('input[data-check]')];
const words = document.getElementById('words');
const file = document.getElementById('file');
const shown = document.getElementById('shown');
const texts = articles.map(article => article.textContent.toLowerCase());
function filter() {
  const wanted = new Set(boxes.filter(box => box.checked).map(box => box.dataset.check + ' ' + box.dataset.severity));
  const parts = words.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  articles.forEach((article, number) => {
    const show = wanted.has(article.dataset.check + ' ' + article.dataset.severity)
      && (!file || !file.value || article.dataset.file === file.value)
      && parts.every(part => texts[number].includes(part));
    article.hidden = !show;
    count += show;
  });
  shown.textContent = count === articles.length ? '' : count + ' of ' + articles.length + ' shown';
}
if (words) {
  words.form.addEventListener('submit', event => event.preventDefault());
  for (const control of [words, file, ...boxes]) if (control) control.addEventListener('input', filter);
  filter();
}
