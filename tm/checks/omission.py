"""`omission`: a clause of the source that the translation has not.

A clause is missing when little of it can be found in the English, when the English is short for the Chinese, and
when nearly all that stands in the English is accounted for by the rest: a free rendering leaves words unexplained.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from termbase.language.script import is_han
from tm.checks.evidence.clauses import Clause, Comparison, compared
from tm.checks.model import Check, Direction, Job, Remark, Severity, each
from tm.checks.passage import Passage

__all__ = ["OMISSION"]

# English characters for a Chinese one. In translated news 3.9 is the middle; a text above has room for all clauses.
_ROOM = 3.6
_SHORTEST_CLAUSE, _FEWEST_WORDS = 6, 2
# Logistic regression on every second one of 6,000 pairs of translated news (2017 to 2019) and of 3,828 of them with
# an English clause of five words or more taken out. On the other half, one good pair in 200 lies above the limit, and
# .49 of those with a clause taken out; chance hits by frequency and length by its distribution gave no more.
_UNEXPLAINED, _SIZE, _SHARE, _RENDERED, _LENGTH, _BIAS = -3.305, 1.368, -1.895, -4.967, -2.142, 5.951
_LIMIT = 1.99


def _missing(passage: Passage, job: Job) -> Iterator[Remark]:
    size = sum(map(is_han, passage.zh))
    if not passage.en.strip() or not size or len(passage.en) > _ROOM * (size + 1):
        return
    found = compared(passage)
    stretches = [(_doubt(stretch, found, len(passage.en)), stretch) for stretch in _stretches(found.clauses)]
    doubt, stretch = max(stretches, default=(0.0, None), key=lambda one: one[0])
    if stretch is not None and doubt > _LIMIT:
        text = passage.zh[stretch.start : stretch.end]
        yield Remark(f"the translation seems to lack “{text}”", (stretch.start, stretch.end))


def _stretches(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    """Single clauses and two in a row, but never all."""
    total = sum(clause.size for clause in clauses)
    for place, first in enumerate(clauses):
        for last in clauses[place : place + 2]:
            inside = (first,) if last is first else (first, last)
            size, words = sum(one.size for one in inside), sum(one.words for one in inside)
            if _SHORTEST_CLAUSE <= size < total and words >= _FEWEST_WORDS:
                yield Clause(first.start, last.end, size, words, sum(one.rendered for one in inside))


def _doubt(stretch: Clause, found: Comparison, length: int) -> float:
    """The logarithm of the odds that the stretch is missing."""
    total = sum(clause.size for clause in found.clauses)
    return (
        _UNEXPLAINED * found.unexplained / (found.words + 1)
        + _SIZE * math.log(stretch.size)
        + _SHARE * stretch.size / total
        + _RENDERED * stretch.rendered / (stretch.words + 1)
        + _LENGTH * length / (total + 1)
        + _BIAS
    )


OMISSION = Check(
    id="omission",
    says="a clause of the source seems to be missing",
    severity=Severity.WARNING,
    origin="what revisers look for first; the limit is measured on translated news",
    directions=frozenset({Direction.ZH_EN}),
    false_alarms=0.0044,
    begin=each(_missing),
)
