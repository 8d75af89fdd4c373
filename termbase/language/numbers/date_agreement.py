"""Whether two dates are one: parts that both say must be equal; a quarter is three months, 上半年 is six."""

from __future__ import annotations

from dataclasses import fields

from termbase.language.numbers.values import Date, Kind, Moment, Quantity

__all__ = ["date_difference", "dates_agree", "says_date"]

_FIELDS = tuple(field.name for field in fields(Moment))


def dates_agree(source: Date, target: Date) -> bool | None:
    """Whether two dates can be one; None when they have no part in common.

    >>> from termbase.language.numbers import dates
    >>> def agree(zh, en):
    ...     return dates_agree(dates(zh, chinese=True)[0], dates(en, chinese=False)[0])
    >>> agree("2022年6月28日", "28 June"), agree("下午3点", "3 p.m."), agree("上世纪90年代", "the 1990s")
    (True, True, True)
    >>> agree("6月28日", "27 June"), agree("三季度", "the 1990s")
    (False, None)
    """
    if _months(source) and _months(source) == _months(target):
        return True
    verdicts = [_moments_agree(source.first, target.first)]
    if source.last and target.last:
        verdicts.append(_moments_agree(source.last, target.last))
    elif (source.last or target.last) and verdicts[0] is False:
        return _moments_agree(source.last or source.first, target.last or target.first)
    if False in verdicts:
        return False
    return True if True in verdicts else None


def date_difference(source: Date, target: Date) -> str:
    """What parts of two dates differ, by their names: "day", "month, day".

    >>> date_difference(Date("", 0, 0, Moment(month=6, day=1)), Date("", 0, 0, Moment(month=6, day=2)))
    'day 2 for 1'
    """
    pairs = [(source.first, target.first)]
    if source.last and target.last:
        pairs.append((source.last, target.last))
    found = []
    for one, other in pairs:
        for name in _FIELDS:
            said, meant = getattr(other, name), getattr(one, name)
            if said is not None and meant is not None and not _part_agrees(name, meant, said):
                found.append(f"{name} {_worded(said)} for {_worded(meant)}")
    return ", ".join(found)


def says_date(quantity: Quantity, date: Date) -> bool:
    """Whether a quantity can stand for a date: 15年 for 2015, "the 5th" for 5日, "six months" for 1至6月.

    >>> from termbase.language.numbers import dates, quantities
    >>> says_date(quantities("six months", chinese=False)[0], dates("上半年", chinese=True)[0])
    True
    >>> says_date(quantities("一款手机", chinese=True)[0], dates("January 9", chinese=False)[0])
    False
    """
    if quantity.value.denominator != 1:
        return False
    if quantity.unit == "point":  # 下午两点至四点
        return date.first.hour is not None and date.first.hour % 12 == quantity.value % 12
    if quantity.unit:
        counted = _COUNTED.get(quantity.unit)
        return counted is not None and quantity.value in counted(date)
    return not quantity.measure and quantity.kind is not Kind.MULTIPLE and quantity.value in _parts(date)


def _as_months(date: Date) -> tuple[int, ...]:
    """上半年 is six months."""
    months = _months(date)
    return (months[1] - months[0] + 1,) if months else ()


def _as_years(date: Date) -> tuple[int, ...]:
    """15年 is 2015; in their 20s is 20多岁."""
    year, decade = date.first.year, date.first.decade
    if year:
        return (year, year % 100)
    return (decade,) if decade else ()


def _as_days(date: Date) -> tuple[int, ...]:
    """5日 is the 5th; 5日至7日 is three days."""
    day = date.first.day
    if not day:
        return ()
    return (day, (date.last.day or 0) - day + 1) if date.last else (day,)


_COUNTED = {"month": _as_months, "year": _as_years, "day": _as_days}


def _parts(date: Date) -> tuple[int | None, ...]:
    """The numbers that a date is written with, those of a span by its years and days."""
    first, last = date.first, date.last
    if last:
        return (first.year, first.day, last.year, last.day)
    month = first.month if first.day is None else None
    return (first.year, month, first.day, first.hour, first.minute, first.quarter, first.plan, first.congress)


def _moments_agree(one: Moment, other: Moment) -> bool | None:
    shared = False
    for name in _FIELDS:
        first, second = getattr(one, name), getattr(other, name)
        if first is None or second is None:
            continue
        if not _part_agrees(name, first, second):
            return False
        shared = True
    if not shared and other.decade is not None and (one.year or one.century):
        return one.year // 10 * 10 == other.decade if one.year else other.decade // 100 + 1 == one.century
    return True if shared else None


def _part_agrees(name: str, one: object, other: object) -> bool:
    if one == other:
        return True
    if name == "decade" and isinstance(one, int) and isinstance(other, int):
        return one % 100 == other % 100 and min(one, other) < 100
    if name == "hour" and isinstance(one, int) and isinstance(other, int):
        return one % 12 == other % 12
    return False


def _months(date: Date) -> tuple[int, int] | None:
    """The first and the last month of quarters, halves and spans of months.

    >>> _months(Date("三季度", 0, 3, Moment(quarter=3))), _months(Date("5月", 0, 2, Moment(month=5)))
    ((7, 9), None)
    """
    first, last = date.first, date.last
    if first.half:
        return (1, 6) if first.half == 1 else (7, 12)
    if first.quarter:
        end = last.quarter if last and last.quarter else first.quarter
        return first.quarter * 3 - 2, end * 3
    if first.month and last and last.month and not first.day:
        return first.month, last.month
    return None


def _worded(part: object) -> str:
    """A part as it is shown: the relative ones by their words.

    >>> _worded(5), _worded(("year", -1))
    ('5', 'year -1')
    """
    return f"{part[0]} {part[1]}" if isinstance(part, tuple) else str(part)
