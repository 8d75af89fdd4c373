"""Dates counted from now in an English text: last year, next month, yesterday, tonight."""

from __future__ import annotations

import re

from termbase.language.numbers.date_kinds import DateKind
from termbase.language.numbers.values import Moment

__all__ = ["RELATIVE_DATES"]

_RELATIVE = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_DAYS = {
    "day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tomorrow": 1,
    "day after tomorrow": 2,
}  # fmt: skip


def _relative(found: re.Match[str]) -> tuple[Moment, ...]:
    if found["rd"]:
        return (Moment(relative=("day", _DAYS[found["rd"].lower()])),)
    return (Moment(relative=(found["ru"].lower(), _RELATIVE[found["rw"].lower()])),)


RELATIVE_DATES = (
    DateKind(
        "relative",
        rf"(?i:(?P<rd>{'|'.join(sorted(_DAYS, key=len, reverse=True))})"
        rf"|(?P<rw>{'|'.join(_RELATIVE)})\s+(?P<ru>year|quarter|month|week))\b",
        _relative,
    ),
)
"""The words that count from now."""
