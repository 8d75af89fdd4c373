"""Times of the day and days of the week in a Chinese text: 下午3点半, 9时30分, 周三."""

from __future__ import annotations

import re

from termbase.language.numbers.chinese.short_numbers import TWO, number
from termbase.language.numbers.date_kinds import DateKind
from termbase.language.numbers.values import Moment

__all__ = ["HOURS", "PART_OF_DAY"]

_AFTERNOON = ("下午", "傍晚", "晚上", "晚间", "晚", "深夜", "夜里")
PART_OF_DAY = "凌晨|早上|早晨|清晨|上午|中午|午后|" + "|".join(_AFTERNOON)
"""What may stand before an hour, as a pattern."""


def _clock(found: re.Match[str]) -> tuple[Moment, ...]:
    hour = number(found["ch"] or found["dh"])
    minutes = found["cm"] or found["dmin"]
    minute = number(minutes) if minutes else 30 if found["chalf"] else None
    return (Moment(hour=_of_the_day(hour, found["cp"]), minute=minute),)


def _spoken(found: re.Match[str]) -> tuple[Moment, ...]:
    hour = _of_the_day(number(found["sh"]), found["sp"])
    return (Moment(hour=hour, minute=30 if found["shalf"] else None),)


def _weekday(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(weekday=7 if found["w"] in "日天" else "一二三四五六".index(found["w"]) + 1),)


def _of_the_day(hour: int, part: str | None) -> int:
    return hour + 12 if part in _AFTERNOON and hour < 12 else hour


HOURS = (
    DateKind(
        "clock",
        rf"(?:(?P<cp>{PART_OF_DAY})\s?)?(?:(?P<ch>{TWO})\s?(?:时(?![间尚期候代])|点(?=钟|整|半|许|\s?{TWO}\s?分|一刻)"
        rf"|(?<=[点时][至到-]))(?:\s?(?P<cm>{TWO})\s?分(?!之)|(?P<chalf>半)|整|钟)?"
        r"|(?<![\d:])(?P<dh>\d{1,2})[:：](?P<dmin>[0-5]\d)(?![\d:]|\.\d))",
        _clock,
    ),
    DateKind(
        "spoken",
        rf"(?P<sp>{PART_OF_DAY})\s?(?P<sh>{TWO})\s?点(?P<shalf>半)?",
        _spoken,
    ),
    DateKind(
        "weekday",
        r"(?:周|星期|礼拜)(?P<w>[一二三四五六日天])(?![年次个])",
        _weekday,
    ),
)
"""Times of the day, and days of the week."""
