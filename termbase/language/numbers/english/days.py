"""Months and days in an English text: June 28, 2022, 28–30 June, June 2022, in May, 2022-06-28."""

from __future__ import annotations

import re

from termbase.language.numbers.date_kinds import DateKind
from termbase.language.numbers.english.ordinals import ORDINAL, ordinal_value
from termbase.language.numbers.english.written_dates import DAY, MONTH, TO, YEAR, day_number, month_number, optional
from termbase.language.numbers.values import Moment

__all__ = ["DAYS", "IN_FIGURES"]

# May, March and the seasons are words too: they count beside a number, or behind a word that dates have before them.
_WORDS_BEFORE = "in of by since last this next late early until to from through and before after during the"
_BEFORE_MONTH = "|".join([*(rf"(?<=\b{word}[ ])" for word in _WORDS_BEFORE.split()), "(?<=[-–—])"])


def _iso(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(year=int(found["iy"]), month=int(found["im"]), day=int(found["id"])),)


def _spans(found: re.Match[str]) -> tuple[Moment, ...]:
    month, year = month_number(found["sma"]), optional(found["sy"])
    return (
        Moment(year=year, month=month, day=day_number(found["sda"])),
        Moment(year=year, month=month, day=day_number(found["sdb"])),
    )


def _spans2(found: re.Match[str]) -> tuple[Moment, ...]:
    month, year = month_number(found["tm"]), optional(found["ty"])
    return (
        Moment(year=year, month=month, day=day_number(found["tda"])),
        Moment(year=year, month=month, day=day_number(found["tdb"])),
    )


def _us(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(year=optional(found["uy"]), month=month_number(found["um"]), day=day_number(found["ud"])),)


def _day_month(found: re.Match[str]) -> tuple[Moment, ...]:
    day = day_number(found["dd"]) if found["dd"] else ordinal_value(found["do"])
    return (Moment(year=optional(found["dy"]), month=month_number(found["dm"]), day=day),)


def _month_year(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(year=int(found["my"]), month=month_number(found["mm"])),)


def _month(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(month=month_number(found["m"])),)


IN_FIGURES = (
    DateKind(
        "iso",
        r"(?P<iy>(?:19|20)[0-9]{2})(?P<mark>[-/.])(?P<im>[0-9]{1,2})(?P=mark)(?P<id>[0-9]{1,2})(?![0-9.])",
        _iso,
    ),
)
"""A date in figures."""


DAYS = (
    DateKind(
        "spans",
        rf"(?P<sma>{MONTH})\s+(?P<sda>{DAY}){TO}(?P<sdb>{DAY})(?!\s*(?:percent|per\s|people|years|days|million)"
        rf")(?:,?\s+(?P<sy>{YEAR}))?",
        _spans,
    ),
    DateKind(
        "spans2",
        rf"(?P<tda>{DAY}){TO}(?P<tdb>{DAY})\s+(?:of\s+)?(?P<tm>{MONTH})(?:,?\s+(?P<ty>{YEAR}))?",
        _spans2,
    ),
    DateKind(
        "us",
        rf"(?<!Long[ ])(?P<um>{MONTH})\s+(?:the\s+)?(?P<ud>{DAY})(?:\s?,?\s+(?P<uy>{YEAR}))?",
        _us,
    ),
    DateKind(
        "day_month",
        rf"(?:(?P<dd>{DAY})|(?P<do>{ORDINAL}))[-\s]+(?:of\s+)?(?P<dm>{MONTH})(?![a-z])(?:\s?,?\s+(?P<dy>{YEAR}))?",
        _day_month,
    ),
    DateKind(
        "month_year",
        rf"(?P<mm>{MONTH})(?:\s?,|\s+of)?\s+(?P<my>{YEAR})",
        _month_year,
    ),
    DateKind(
        "month",
        rf"(?P<m>(?!May\b|Mar\b|March\b){MONTH}|(?i:{_BEFORE_MONTH})(?:May|March|Mar\b\.?))(?![A-Za-z])",
        _month,
    ),
)
"""Months and days, and spans of them."""
