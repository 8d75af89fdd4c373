// n and p go to the next and the previous link to look at; without the script the links in the last column do.
const rows = [...document.querySelectorAll("tr[id]")];
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !["n", "p"].includes(event.key)) return;
  const middle = (row) => row.getBoundingClientRect().top - innerHeight / 2;
  const here = rows.findIndex((row) => "#" + row.id === location.hash);
  const step = event.key === "n" ? 1 : -1;
  const next = here >= 0 ? rows[here + step]
    : step > 0 ? rows.find((row) => middle(row) > -innerHeight / 2) : rows.findLast((row) => middle(row) < 0);
  if (next) location.hash = next.id;
});
