"""Months and years, as the steps in which things are told over time."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

__all__ = ["Step", "fitting", "period_of", "periods_between"]

# More columns than that are no picture any more, and fewer than two years are too few to see a course
_MOST_MONTHS = 36


class Step(StrEnum):
    """How long a period is."""

    MONTH = "month"
    YEAR = "year"


def period_of(day: str, step: Step) -> str:
    """The period of a day in ISO 8601.

    >>> period_of("2024-05-16", Step.MONTH), period_of("2024-05-16", Step.YEAR)
    ('2024-05', '2024')
    """
    return day[:7] if step is Step.MONTH else day[:4]


def periods_between(first: str, last: str, step: Step) -> Iterator[str]:
    """All periods from that of a day to that of a later one.

    >>> list(periods_between("2023-11-30", "2024-02-01", Step.MONTH))
    ['2023-11', '2023-12', '2024-01', '2024-02']
    >>> list(periods_between("2023-11-30", "2024-02-01", Step.YEAR))
    ['2023', '2024']
    """
    if step is Step.YEAR:
        yield from (f"{year:04}" for year in range(int(first[:4]), int(last[:4]) + 1))
        return
    for number in range(_month(first), _month(last) + 1):
        yield f"{number // 12:04}-{number % 12 + 1:02}"


def fitting(first: str, last: str) -> Step:
    """Months, or years where there would be too many of them.

    >>> str(fitting("2023-01-01", "2024-06-01")), str(fitting("2010-01-01", "2024-06-01"))
    ('month', 'year')
    """
    return Step.MONTH if _month(last) - _month(first) < _MOST_MONTHS else Step.YEAR


def _month(day: str) -> int:
    """Months since the year 0."""
    return int(day[:4]) * 12 + int(day[5:7]) - 1
