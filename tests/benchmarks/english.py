"""English candidates against lists of what a terminologist wants: recall, precision, F1, types, speed."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from termbase.extract.candidate import Candidate
from termbase.extract.english.candidates import english_candidates
from termbase.extract.text import sentences_of
from termbase.language.documents import read_document
from termbase.language.keys import english_key
from tests.benchmarks.timing import ROOT

__all__ = ["Figures", "Wanted", "figures", "main", "other_articles", "own_articles"]

# What a group of the sample articles' list is: whether names and slogans, and which types are right for it.
_GROUPS = {
    "people": (True, {"person"}),
    "companies": (True, {"company"}),
    "institutions": (True, {"organization"}),
    "places": (True, {"place", "facility"}),
    "slogans": (True, set()),
    "terms": (False, set()),
}
_ROUNDS = 3


@dataclass(frozen=True)
class Wanted:
    """One thing a terminologist wants: the keys of its forms, whether it is a name or slogan, its right types."""

    keys: frozenset[str]
    named: bool
    types: frozenset[str]


def main() -> None:
    """Print a line for each article: our own, then NAME.txt with NAME.tsv of tests/golden/articles and ZHTERM_GOLD.

    A line of the tsv: N (name), S (slogan) or T (term); forms between bars; optionally the right types between bars.
    """
    for article, wanted in (*own_articles(), *other_articles()):
        sentences = sentences_of(read_document(article))
        seconds = []
        for _ in range(_ROUNDS):
            started = time.process_time()
            found = english_candidates(sentences)
            seconds.append(time.process_time() - started)
        speed = article.stat().st_size / 1024 / min(seconds)
        print(f"{article.name}: {figures(wanted, found)}; {speed:.0f} KB/s of CPU time (aim 200)")


def own_articles() -> Iterator[tuple[Path, list[Wanted]]]:
    """The sample articles with what is expected of them."""
    folder = ROOT / "seeds" / "articles"
    for name, groups in json.loads((folder / "expected.json").read_text(encoding="utf-8")).items():
        by_chinese: dict[tuple[str, str], set[str]] = {}
        for group in _GROUPS:
            for entry in groups[group]:
                by_chinese.setdefault((group, entry["zh"]), set()).add(english_key(entry["en"]))
        wanted = [
            Wanted(frozenset(keys), _GROUPS[group][0], frozenset(_GROUPS[group][1]))
            for (group, _), keys in by_chinese.items()
        ]
        yield folder / f"{name}.en.txt", wanted


def other_articles() -> Iterator[tuple[Path, list[Wanted]]]:
    """Articles with a list beside them."""
    folders = (ROOT / "tests" / "golden" / "articles", Path(os.environ.get("ZHTERM_GOLD") or "no folder"))
    for path in (path for folder in folders for path in sorted(folder.glob("*.tsv"))):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]
        yield path.with_suffix(".txt"), [_wanted(*row) for row in rows]


def _wanted(kind: str, forms: str, types: str = "") -> Wanted:
    keys = frozenset(english_key(form) for form in forms.split("|"))
    return Wanted(keys, kind != "T", frozenset(types.split("|")) if types else frozenset())


@dataclass(frozen=True)
class Figures:
    """Shares from 0 to 1."""

    named: float
    """Recall of names and slogans."""
    recall: float
    precision: float
    types: float
    """Right types among those that are judged."""

    @property
    def f1(self) -> float:
        """Harmonic mean of recall and precision of all terms."""
        return 2 * self.recall * self.precision / (self.recall + self.precision or 1)

    def __str__(self) -> str:
        shown = f"names and slogans {self.named:.3f} (aim .95), all R {self.recall:.2f} P {self.precision:.2f} "
        return shown + f"F1 {self.f1:.2f} (aim .75), types {self.types:.2f} (aim .90)"


def figures(wanted: list[Wanted], found: list[Candidate]) -> Figures:
    """What was found against what a terminologist wants."""
    by_key: dict[str, Candidate] = {}
    for candidate in reversed(found):
        by_key |= {english_key(form): candidate for form in (*candidate.variants, candidate.text)}
    met = [thing for thing in wanted if not thing.keys.isdisjoint(by_key)]
    keys = set().union(*(thing.keys for thing in wanted))
    right = [one for one in found if not keys.isdisjoint(english_key(form) for form in (one.text, *one.variants))]
    typed = [(thing, by_key[key]) for thing in met if thing.types for key in thing.keys if key in by_key]
    return Figures(
        sum(thing.named for thing in met) / max(1, sum(thing.named for thing in wanted)),
        len(met) / max(1, len(wanted)),
        len(right) / max(1, len(found)),
        sum(candidate.type.value in thing.types for thing, candidate in typed) / max(1, len(typed)),
    )
