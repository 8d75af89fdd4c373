"""Months and days in a Chinese text: 6月28日, 1至6月, 28至30日."""

from __future__ import annotations

import re

from termbase.language.numbers.chinese.short_numbers import TO, TWO, number
from termbase.language.numbers.date_kinds import DateKind
from termbase.language.numbers.values import Moment

__all__ = ["DAYS"]


def _months(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(month=number(found["ma"])), Moment(month=number(found["mb"])))


def _days(found: re.Match[str]) -> tuple[Moment, ...]:
    month = number(found["dm"]) if found["dm"] else None
    return (Moment(month=month, day=number(found["da"])), Moment(month=month, day=number(found["db"])))


def _month(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(month=number(found["m"]), day=number(found["d"]) if found["d"] else None),)


def _day(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(day=number(found["do"])),)


DAYS = (
    DateKind(
        "months",
        rf"(?P<ma>{TWO}){TO}(?P<mb>{TWO})\s?月份?",
        _months,
    ),
    DateKind(
        "days",
        rf"(?:(?P<dm>{TWO})\s?月\s?)?(?P<da>{TWO}){TO}(?P<db>{TWO})\s?日",
        _days,
    ),
    DateKind(
        "month",
        rf"(?P<m>{TWO})\s?月(?:\s?(?P<d>{TWO})\s?[日号]|份)?",
        _month,
    ),
    DateKind(
        "day",
        rf"(?P<do>{TWO})\s?日(?![元圆均本报内])",
        _day,
    ),
)
"""Months and days, and spans of them."""
