"""Times of the day and days of the week in an English text: 3:30 p.m., 15:00, 9 o'clock, Monday."""

from __future__ import annotations

import re

from termbase.language.numbers.date_kinds import DateKind
from termbase.language.numbers.english.written_dates import optional
from termbase.language.numbers.values import Moment

__all__ = ["HOURS"]

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905


def _clock(found: re.Match[str]) -> tuple[Moment, ...]:
    hour = int(found["ch"])
    if found["half_day"] and hour <= 12:
        hour = hour % 12 + (12 if found["half_day"].lower() == "p" else 0)
    elif found["csep"] == ".":
        return ()
    return (Moment(hour=hour, minute=optional(found["cm"])),)


def _weekday(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(weekday=_WEEKDAYS.index(found["w"].lower()) + 1),)


HOURS = (
    DateKind(
        "clock",
        r"(?P<ch>1[0-9]|2[0-4]|0?[0-9])(?:(?P<csep>[:.])(?P<cm>[0-5][0-9])(?![0-9%])(?::[0-5][0-9])?)?(?!\.[0-9])"
        r"(?:\s?(?P<half_day>[aApP])\.?[mM]\b\.?"
        r"|(?<=[0-9]:[0-9][0-9])(?![0-9])|\so['’]clock)",
        _clock,
    ),
    DateKind(
        "weekday",
        rf"(?i:(?P<w>{'|'.join(_WEEKDAYS)}))s?\b",
        _weekday,
    ),
)
"""Times of the day, and days of the week."""
