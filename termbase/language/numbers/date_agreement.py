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


def says_date(quantity: Quantity, date: Date) -> bool:  # noqa: PLR0911 - one answer a line reads better here
    """Whether a quantity can stand for a date: 15年 for 2015, "the 5th" for 5日, "six months" for 1至6月.

    >>> from termbase.language.numbers import dates, quantities
    >>> says_date(quantities("six months", chinese=False)[0], dates("上半年", chinese=True)[0])
    True
    """
    if quantity.value.denominator != 1:
        return False
    number, moment = int(quantity.value), date.first
    if quantity.unit == "month" and (months := _months(date)):
        return months[1] - months[0] + 1 == number
    if quantity.unit == "year" and moment.year:
        return moment.year % 100 == number or moment.year == number
    if quantity.unit == "day" and moment.day:
        return number in {moment.day, (date.last.day or 0) - moment.day + 1 if date.last else moment.day}
    if quantity.unit == "year" and moment.decade:
        return moment.decade == number  # in their 20s, 20多岁
    if quantity.unit == "point":  # 下午两点至四点
        return moment.hour is not None and moment.hour % 12 == number % 12
    if quantity.unit or quantity.kind is Kind.MULTIPLE:
        return False
    last = date.last
    if last:
        return number in (moment.year, moment.day, last.year, last.day)
    return number in (
        moment.year, moment.month, moment.day, moment.hour, moment.minute,
        moment.quarter, moment.plan, moment.congress,
    )  # fmt: skip


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
