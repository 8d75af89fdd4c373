"""`date`: a day, month, year, quarter, half year, plan or congress differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termbase.language.numbers import Date, Value
from tm.checks.evidence.difference import difference
from tm.checks.model import Check, Direction, Job, Remark, Severity, between, each
from tm.checks.passage import Passage

__all__ = ["DATE"]


def _different(passage: Passage, job: Job) -> Iterator[Remark]:
    for pair in passage.figures.wrong:
        if isinstance(pair.source, Date) and isinstance(pair.target, Date):
            yield difference(passage, pair)
    yield from _unlike_any(passage)


def _unlike_any(passage: Passage) -> Iterator[Remark]:
    """Days that only one side has, where the other has days too: one was said twice, and once wrongly."""
    figures = passage.figures
    source = [*(pair.source for pair in figures.pairs), *figures.source_left]
    target = [*(pair.target for pair in figures.pairs), *figures.target_left]
    told = [pair for pair in figures.wrong if isinstance(pair.source, Date)]
    days, others = _days(source), _days(target)
    if told or not days or not others:
        return
    for value in _days(figures.target_left):
        if not any(_may_be(day, value) for day in days):
            said = f"the source has no {value.text}; it has {days[0].text}"
            yield between(passage, (days[0].start, days[0].end), (value.start, value.end), said)
            return
    for value in _days(figures.source_left) if len(others) >= len(days) else ():
        if not any(_may_be(value, day) for day in others):
            said = f"{value.text} has no counterpart; the translation has {others[0].text}"
            yield between(passage, (value.start, value.end), (others[0].start, others[0].end), said)
            return


def _days(values: Sequence[Value]) -> list[Date]:
    return [value for value in values if isinstance(value, Date) and value.first.day is not None]


def _may_be(one: Date, other: Date) -> bool:
    """Whether two dates can be one: the same day and, where both say it, month; at either end of a span."""
    return any(
        first.day == second.day and (None in (first.month, second.month) or first.month == second.month)
        for first in filter(None, (one.first, one.last))
        for second in filter(None, (other.first, other.last))
    )


DATE = Check(
    id="date",
    says="a date differs",
    severity=Severity.ERROR,
    origin="the practice of every reviser",
    directions=frozenset({Direction.ZH_EN, Direction.EN_ZH}),
    false_alarms=0.0009,
    begin=each(_different),
)
