"""`number`: a quantity differs in value, or is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from termbase.language.numbers import Date, Kind, Quantity, Rounding, Value
from termbase.language.numbers.agreement import Verdict
from termbase.language.numbers.matching import Pair
from tm.checks.evidence.difference import difference
from tm.checks.model import Check, Direction, Job, Remark, Severity, between, each
from tm.checks.passage import Passage

__all__ = ["NUMBER", "is_kept"]

# Smaller numbers are often said without a figure (两国, 三天后, the eleven). With 13 instead, 89 of 9,979 pairs of
# translated news have a finding, with 100 there are 50; of the 39 between hardly one is an error.
_LEAST_KEPT = 100


def _different(passage: Passage, job: Job) -> Iterator[Remark]:
    if not passage.segment.target.strip():
        return
    for pair in passage.figures.wrong:
        if _is_number(pair) and pair.agreement.verdict is Verdict.VALUE:
            yield difference(passage, pair)
    for pair in passage.figures.pairs:
        if pair.agreement.verdict is Verdict.AMBIGUOUS:
            yield replace(difference(passage, pair), severity=Severity.NOTE)
    if passage.figures.target_left:
        return
    for value in passage.figures.source_left:
        if isinstance(value, Quantity) and is_kept(value):
            yield _missing(passage, value)


def is_kept(value: Quantity) -> bool:
    """Whether a translation says the number as a figure or not at all: no small one, no vague one, no name.

    >>> from termbase.language.numbers import quantities
    >>> [is_kept(quantity) for quantity in quantities("3.5万亿元、两个、数十家、13.1%", chinese=True)]
    [True, False, False, True]
    """
    if not value.plain or value.kind in (Kind.IDENTIFIER, Kind.ORDINAL) or value.rounding is Rounding.SEVERAL:
        return False
    return value.value >= _LEAST_KEPT or value.value.denominator > 1 or value.unit in ("percent", "percentage-point")


def _is_number(pair: Pair) -> bool:
    return not isinstance(pair.source, Date) and not isinstance(pair.target, Date)


def _missing(passage: Passage, value: Value) -> Remark:
    return between(passage, _span(value), None, f"{value.text} has no counterpart in the translation")


def _span(value: Value) -> tuple[int, int]:
    return value.start, value.end


NUMBER = Check(
    id="number",
    says="a number differs in value or is missing",
    severity=Severity.ERROR,
    origin="GB/T 15835-2011 for Chinese numerals; the practice of every reviser",
    directions=frozenset({Direction.ZH_EN, Direction.EN_ZH}),
    false_alarms=0.0029,
    begin=each(_different),
)
