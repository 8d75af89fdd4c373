"""The page of a termbase of 10,000 entries: how large it is, how soon it opens, how long a search takes in Chromium."""

from __future__ import annotations

import random
import tempfile
from dataclasses import replace
from pathlib import Path

from seeds import sample_articles, starter_files
from termbase.formats import FORMATS
from termbase.formats.html import write
from termbase.model import Concept, Context, Language, Term
from tests.browser import CHROMIUM, Page, opened

__all__ = ["main"]

_ENTRIES = 10_000
_QUERIES = (
    "八",
    "战略",
    "经济",
    "e",
    "strategy",
    "double eight",
    "zhejiang",
    "babazhanlve",
    "bbzl",
    "zzzzzz",
    "of the",
)
_PAINTED = """
new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
  .observe({ type: "largest-contentful-paint", buffered: true }))
"""
# The time until the rows are laid out, as somebody who types waits for it; the best of five, for the machine may be busy
_SEARCH = """
(async () => {
  const words = document.getElementById("words");
  const times = {};
  for (const query of %s) {
    const rounds = [];
    for (let round = 0; round < 5; round++) {
      words.value = "";
      words.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise(requestAnimationFrame);
      const started = performance.now();
      words.value = query;
      words.dispatchEvent(new Event("input", { bubbles: true }));
      document.body.getBoundingClientRect();
      rounds.push(performance.now() - started);
    }
    times[query] = Math.min(...rounds);
  }
  return times;
})()
"""


def main() -> None:
    """Print size, opening and searching, with and without examples."""
    for what, examples in (("without examples", 0), ("with two examples each, translated", 2)):
        text = "".join(write(_concepts(examples)))
        print(f"{_ENTRIES:,} entries {what}: {len(text.encode()) / 1e6:.1f} MB (limit 5)")
        if CHROMIUM is None:
            print("no Chromium on this machine: opening and searching are not measured")
            continue
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "page.html"
            path.write_text(text, encoding="utf-8")
            with opened(path) as page:
                _measure(page)


def _measure(page: Page) -> None:
    page.wait("document.querySelector('article')")
    print(f"first rows painted after {page.run(_PAINTED):.0f} ms")
    times = page.run(_SEARCH % list(_QUERIES))
    slowest = max(times, key=times.get)
    print("search: " + ", ".join(f"{query} {time:.0f}" for query, time in times.items()) + " ms")
    print(f"slowest search: {slowest} {times[slowest]:.0f} ms (limit 100)")


def _concepts(examples: int) -> list[Concept]:
    """The starter termbase, again and again, each time in other words and with sentences of the sample articles."""
    chance = random.Random(1)
    read = FORMATS["csv"].read
    assert read is not None
    starter = [concept for path in starter_files() for concept in read(path)]
    zh, en = (
        [line for path in sample_articles() if path.name.endswith(f".{side}.txt") for line in _lines(path)]
        for side in ("zh", "en")
    )
    return [_like(starter[number % len(starter)], number, chance, zh, en, examples) for number in range(_ENTRIES)]


def _like(one: Concept, number: int, chance: random.Random, zh: list[str], en: list[str], examples: int) -> Concept:
    terms = tuple(replace(term, text=_varied(term, number, chance)) for term in one.terms)
    contexts = tuple(
        Context(
            f"article-{number % 300}.zh.txt",
            _shuffled(zh, chance, ""),
            Language.ZH_HANS,
            0,
            0,
            2,
            _shuffled(en, chance, " "),
        )
        for _ in range(examples)
    )
    return replace(one, id=number + 1, terms=terms, contexts=contexts)


def _varied(term: Term, number: int, chance: random.Random) -> str:
    if term.language.is_chinese:
        return term.text + "".join(chance.choices("东西南北中新老大小上下江河湖海山水城乡村镇", k=2))
    return f"{term.text} {number}"


def _shuffled(lines: list[str], chance: random.Random, border: str) -> str:
    """A sentence of the usual length and of words that no other entry has in this order."""
    words = list(chance.choice(lines)) if not border else chance.choice(lines).split()
    chance.shuffle(words)
    return border.join(words)[: 50 if not border else 150]


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if len(line) > 40]
