"""Two texts side by side on one page, to look an alignment over: one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termbase.formats.pages import render
from termbase.language.script import is_traditional
from tm.align.alignment import Alignment, is_doubtful
from tm.model import Link

__all__ = ["page"]


@dataclass(frozen=True, slots=True)
class _Row:
    """A link as the template needs it."""

    kind: str
    numbers: str
    zh: Sequence[str]
    en: Sequence[str]
    score: str
    mark: int = 0
    """Its number among those to look at, through the whole page, from 1; 0 for a sure one."""
    following: int = 0
    """The next one to look at."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A pair of texts as the template needs it."""

    name: str
    facts: str
    warning: str
    language: str
    rows: Iterator[_Row]


def page(alignments: Sequence[Alignment]) -> Iterator[str]:
    """The HTML of a page with a table for each pair of texts, piece by piece; links to look at stand out.

    >>> both = Alignment("a", ("R&D。",), ("R&D.",), (Link((0,), (0,), 0.9),))
    >>> text = "".join(page([both]))
    >>> '<td class="zh" lang="zh-Hans"><p>R&amp;D。</p></td><td class="en"><p>R&amp;D.</p></td>' in text
    True
    """
    doubtful = sum(len(alignment.doubtful) for alignment in alignments)
    numbers = iter(range(1, doubtful + 1))
    return render(
        "tm.report",
        "side_by_side",
        title=alignments[0].name if len(alignments) == 1 else f"{len(alignments)} pairs of texts",
        doubtful=doubtful,
        links=sum(len(alignment.links) for alignment in alignments),
        tables=(_table(alignment, numbers, doubtful) for alignment in alignments),
    )


def _table(alignment: Alignment, numbers: Iterator[int], last: int) -> _Table:
    warning = ""
    if alignment.is_unrelated:
        warning = "These texts hardly translate each other: do they belong together?"
    elif alignment.is_partial:
        warning = "Most sentences have no counterpart: are both texts whole?"
    return _Table(
        alignment.name,
        f"{len(alignment.zh)} Chinese and {len(alignment.en)} English sentences, "
        f"confidence {alignment.confidence:.2f}",
        warning,
        "zh-Hant" if is_traditional("".join(alignment.zh[:200])) else "zh-Hans",
        (_row(alignment, link, next(numbers) if is_doubtful(link) else 0, last) for link in alignment.links),
    )


def _row(alignment: Alignment, link: Link, mark: int, last: int) -> _Row:
    sides = (link.zh_index, link.en_index)
    numbers = " = ".join("+".join(str(number + 1) for number in side) or "–" for side in sides)
    said = f"{link.score:.2f}" if all(sides) else "no counterpart"
    kind = "sure" if not mark else "doubtful" if all(sides) else "alone"
    following = mark + 1 if 0 < mark < last else 0
    texts = (alignment.zh_of(link), alignment.en_of(link))
    return _Row(kind, numbers, *texts, f"? {said}" if mark else said, mark, following)
