"""Parts of dates that stand beside each other made one date: 2022年 + 上半年, June + 2022, 1 + 至6月."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, replace

from termbase.language.numbers.values import Date, Moment

__all__ = ["joined_dates", "together", "valid"]

_FIELDS = tuple(field.name for field in fields(Moment))
_TIMES = {"weekday", "hour", "minute"}
_LIMITS = {"month": (1, 12), "day": (1, 31), "quarter": (1, 4), "hour": (0, 24), "minute": (0, 59), "year": (1, 2999)}


def valid(moment: Moment) -> bool:
    """Whether month, day, quarter, hour and minute are such.

    >>> valid(Moment(month=6, day=28)), valid(Moment(month=13))
    (True, False)
    """
    for name, (least, most) in _LIMITS.items():
        part = getattr(moment, name)
        if part is not None and not least <= part <= most:
            return False
    return True


def together(one: Moment, other: Moment) -> Moment | None:
    """Two moments as one; None where both have the same part.

    >>> together(Moment(year=2022), Moment(half=1))
    Moment(year=2022, month=None, day=None, half=1, quarter=None, decade=None, century=None, season=None, \
weekday=None, hour=None, minute=None, plan=None, congress=None, session=None, relative=None)
    >>> together(Moment(year=2022), Moment(year=2023))
    """
    parts = {}
    for name in _FIELDS:
        first, second = getattr(one, name), getattr(other, name)
        if first is not None and second is not None:
            return None
        parts[name] = first if first is not None else second
    return Moment(**parts)


def joined_dates(text: str, dates: Iterable[Date], gap: re.Pattern[str], until: re.Pattern[str]) -> list[Date]:
    """Dates in the order of the text, those side by side made one.

    `gap` is what may stand between parts of one date, `until` what may stand between the ends of a span; both are
    matched against the whole of what stands between.
    """
    result: list[Date] = []
    for date in dates:
        if result:
            made = _made_one(text, result[-1], date, gap, until)
            if made:
                result[-1] = made
                continue
        result.append(date)
    return result


def _made_one(text: str, one: Date, other: Date, gap: re.Pattern[str], until: re.Pattern[str]) -> Date | None:
    if other.start - one.end > 6:
        return None
    between = text[one.end : other.start]
    if gap.fullmatch(between):
        both = together(one.last or one.first, other.first)
        if both and not (_clock(one.first) and not _clock(other.first)):
            made = replace(one, end=other.end, text=text[one.start : other.end])
            made = replace(made, last=both) if one.last else replace(made, first=both)
            return replace(made, last=other.last) if other.last and not one.last else made
    if until.fullmatch(between) and not one.last and not other.last and _same_parts(one.first, other.first):
        return replace(one, last=other.first, end=other.end, text=text[one.start : other.end])
    return None


def _clock(moment: Moment) -> bool:
    return moment.hour is not None


def _same_parts(one: Moment, other: Moment) -> bool:
    """Whether the end of a span has no part that its beginning cannot lend it: 6月28日 and 30日."""
    return any(getattr(one, name) is not None and getattr(other, name) is not None for name in _FIELDS)
