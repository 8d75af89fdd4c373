"""Halves, quarters, first months and seasons in a Chinese text: 上半年, 三季度, 前九个月, 春季."""

from __future__ import annotations

import re

from termbase.language.numbers.chinese.short_numbers import number
from termbase.language.numbers.date_kinds import DateKind
from termbase.language.numbers.values import Moment

__all__ = ["PARTS_OF_YEAR", "SEASONS"]

_SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}


def _quarters(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(quarter=1), Moment(quarter=number(found["qm"].replace("两", "二"))))


def _firsts(found: re.Match[str]) -> tuple[Moment, ...]:
    """前九个月, of a year."""
    return (Moment(month=1), Moment(month=number(found["fm"].replace("两", "二"))))


def _quarter(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(quarter=number((found["q"] or found["qq"]).lstrip("第 "))),)


def _half(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(half="上下".index(found["h"]) + 1),)


def _season(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(season=_SEASONS[found["s"]]),)


PARTS_OF_YEAR = (
    DateKind(
        "quarters",
        r"前(?P<qm>[二三两23])个?季度",
        _quarters,
    ),
    DateKind(
        "firsts",
        r"[前头](?P<fm>[二三两四五六七八九十2-9]|十一|1[01])\s?个?月",
        _firsts,
    ),
    DateKind(
        "quarter",
        r"(?P<q>(?:第\s?[一二三四1-4](?=\s?季)|[一二三四1-4](?=\s?季度)))\s?季度?|(?<![A-Za-z])Q(?P<qq>[1-4])(?!\d)",
        _quarter,
    ),
    DateKind(
        "half",
        r"(?P<h>[上下])半年",
        _half,
    ),
)
"""Quarters, halves and the first months."""


SEASONS = (
    DateKind(
        "season",
        r"(?P<s>[春夏秋冬])[季天]",
        _season,
    ),
)
"""The four seasons."""
