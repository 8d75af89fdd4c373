"""A corpus on a page: its terms over time, what is new and unsettled, and renderings that compete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from termbase.chronicle import Chronicle
from termbase.formats.pages import render
from termbase.language.keys import initials_key
from termbase.language.spelling import split_syllables
from termbase.model import Concept, ConceptType, Status
from termbase.periods import Step, period_of
from termbase.radar import Appearance
from tm.report.contests import Contest

__all__ = ["Corpus", "corpus_page"]

_TYPES = tuple(ConceptType)
# Nobody looks at more pictures or rows of news; the JSON has all.
_MOST_CONTESTS, _MOST_UNSETTLED = 100, 200


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the page shows."""

    chronicle: Chronicle
    step: Step
    periods: Sequence[str]
    """From the first text or translated sentence to the last, without a gap."""
    unsettled: Sequence[Appearance]
    days: int
    """How far back from the newest text the unsettled ones go."""
    contests: Sequence[Contest]


def corpus_page(corpus: Corpus) -> Iterator[str]:
    """The page, piece by piece; the terms stand in it as data, and a script makes those that are looked at."""
    chronicle, step, periods = corpus.chronicle, corpus.step, corpus.periods
    columns = _summed(chronicle.totals, periods, step)
    return render(
        "tm.report",
        "corpus",
        facts=list(_facts(chronicle)),
        step=step,
        periods=periods,
        columns=columns,
        said=", ".join(f"{period}: {count}" for period, count in zip(periods, columns, strict=True) if count),
        texts=_summed(chronicle.documents, periods, step),
        terms={"types": [type_.value for type_ in _TYPES], "periods": periods, "terms": _terms(corpus, periods)},
        unsettled=corpus.unsettled[:_MOST_UNSETTLED],
        unsettled_left=max(0, len(corpus.unsettled) - _MOST_UNSETTLED),
        days=corpus.days,
        contests=corpus.contests[:_MOST_CONTESTS],
        contests_left=max(0, len(corpus.contests) - _MOST_CONTESTS),
    )


def _facts(chronicle: Chronicle) -> Iterator[str]:
    texts = sum(chronicle.documents.values())
    if texts:
        first, last = min(chronicle.documents), max(chronicle.documents)
        yield f"{texts:,} dated {'text' if texts == 1 else 'texts'}, {first} to {last}"
        yield f"{len(chronicle.counts):,} terms, seen {sum(chronicle.totals.values()):,} times"
    else:
        yield "no dated text"
    if chronicle.undated:
        yield f"{chronicle.undated:,} without a date are not counted"


def _summed(counts: Mapping[str, int], periods: Sequence[str], step: Step) -> list[int]:
    """Counts by day as counts by period.

    >>> _summed({"2024-05-01": 2, "2024-05-09": 1}, ["2024-04", "2024-05"], Step.MONTH)
    [0, 3]
    """
    found: Counter[str] = Counter()
    for day, count in counts.items():
        found[period_of(day, step)] += count
    return [found[period] for period in periods]


def _terms(corpus: Corpus, periods: Sequence[str]) -> list[list[Any]]:
    """Rows as `corpus.js` reads them, the most frequent first."""
    chronicle = corpus.chronicle
    bursts = {id(one.concept): one.burst for one in corpus.unsettled}
    numbers = {period: number for number, period in enumerate(periods)}
    rows = []
    for number, concept in chronicle.concepts.items():
        counts = chronicle.counts[number]
        by_period: Counter[int] = Counter()
        for day, count in counts.items():
            by_period[numbers[period_of(day, corpus.step)]] += count
        rows.append(
            [
                *_sides(concept),
                _TYPES.index(concept.type),
                int(concept.status is Status.PROPOSED),
                sum(counts.values()),
                chronicle.texts[number],
                min(counts),
                max(counts),
                bursts.get(id(concept), 0),
                [value for pair in sorted(by_period.items()) for value in pair],
            ]
        )
    return sorted(rows, key=lambda row: (-row[6], row[0], row[3]))


def _sides(concept: Concept) -> Iterator[str]:
    """The Chinese, its pinyin and initials, and the English; empty where there is none."""
    zh, en = concept.preferred(chinese=True), concept.preferred(chinese=False)
    pinyin = zh.pinyin if zh else ""
    yield from (zh.text if zh else "", pinyin, initials_key(split_syllables(pinyin)) if pinyin else "")
    yield en.text if en else ""
