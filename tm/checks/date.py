"""`date`: a day, month, year, quarter, half year, plan or congress differs."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.language.numbers import Date, Moment
from tm.checks.model import Check, Direction, Job, Remark, Severity, between, each
from tm.checks.passage import Passage

__all__ = ["DATE"]


def _different(passage: Passage, job: Job) -> Iterator[Remark]:
    for pair in passage.figures.wrong:
        source, target = pair.source, pair.target
        if isinstance(source, Date) and isinstance(target, Date):
            said = f"{source.text} and {target.text} differ: {pair.agreement.difference}"
            yield between(passage, (source.start, source.end), (target.start, target.end), said)
    yield from _unlike_any(passage)


def _unlike_any(passage: Passage) -> Iterator[Remark]:
    """Days of the target that the source has not, where it has others: one was said twice, and once wrongly."""
    figures = passage.figures
    known = [*(pair.source for pair in figures.pairs), *figures.source_left]
    days = [date for date in known if isinstance(date, Date) and _is_day(date.first)]
    for value in figures.target_left if days else ():
        if not isinstance(value, Date) or not _is_day(value.first) or value.last is not None:
            continue
        others = [date for date in days if not _may_be(date, value)]
        if len(others) == len(days):
            other = others[0]
            said = f"the source has no {value.text}; it has {other.text}"
            yield between(passage, (other.start, other.end), (value.start, value.end), said)


def _is_day(moment: Moment) -> bool:
    return moment.day is not None


def _may_be(one: Date, other: Date) -> bool:
    """Whether two dates can be one: where both say month and day they are the same; or the other is the span's end."""
    return any(
        (moment.day == other.first.day or moment.day is None)
        and (moment.month is None or other.first.month is None or moment.month == other.first.month)
        for moment in filter(None, (one.first, one.last))
    )


DATE = Check(
    id="date",
    says="a date differs",
    severity=Severity.ERROR,
    origin="the practice of every reviser",
    directions=frozenset({Direction.ZH_EN, Direction.EN_ZH}),
    false_alarms=0.0008,
    begin=each(_different),
)
