"""Halves, quarters, first months and seasons in an English text: the first half, Q3, in spring."""

from __future__ import annotations

import re

from termbase.language.numbers.date_kinds import DateKind
from termbase.language.numbers.english.numerals import read_english
from termbase.language.numbers.english.ordinals import ordinal_value
from termbase.language.numbers.values import Moment

__all__ = ["PARTS_OF_YEAR", "SEASONS"]

_SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
_NUMBERS = {"two": 2, "three": 3}


def _half(found: re.Match[str]) -> tuple[Moment, ...]:
    digit = found["h2"] or found["h3"]
    return (Moment(half=int(digit) if digit else 1 if found["h"].lower() == "first" else 2),)


def _quarters(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(quarter=1), Moment(quarter=_NUMBERS[found["qm"].lower()]))


def _firsts(found: re.Match[str]) -> tuple[Moment, ...]:
    """The first nine months, of a year."""
    number = read_english(found["fm"], 0)
    return (Moment(month=1), Moment(month=int(number.value))) if number else ()


def _quarter(found: re.Match[str]) -> tuple[Moment, ...]:
    digit = found["qq"] or found["qn"]
    if not digit:
        word = found["q"].lower()
        return (Moment(quarter=4 if word in {"final", "last"} else ordinal_value(word)),)
    return (Moment(quarter=int(digit)),)


def _season(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(season=_SEASONS[found["s"].lower()]),)


PARTS_OF_YEAR = (
    DateKind(
        "half",
        r"(?i:(?P<h>first|second|latter|last)[-\s]+half|(?P<h2>[12])H(?=\s?[0-9])"
        r"|H(?P<h3>[12]))\b(?=\s+of\s+(?:the\s+|this\s+|last\s+|next\s+)?(?:year|fiscal|[12][0-9]{3})"
        r"|\s+(?:year|[12][0-9]{3}|this|last)|\s*[.,;)]|\s+(?:results?|profits?|earnings))",
        _half,
    ),
    DateKind(
        "quarters",
        r"(?i:first\s+(?P<qm>two|three)\s+quarters)",
        _quarters,
    ),
    DateKind(
        "firsts",
        r"(?i:first\s+(?P<fm>two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01])\s+months)",
        _firsts,
    ),
    DateKind(
        "quarter",
        r"(?i:(?P<q>first|second|third|fourth|final|last|1st|2nd|3rd"
        r"|4th)[-\s]+quarter)(?!\s*final)(?![-\s]finals?)|Q(?P<qq>[1-4])\b|(?P<qn>[1-4])Q\b",
        _quarter,
    ),
)
"""Halves, quarters and the first months."""


SEASONS = (
    DateKind(
        "season",
        r"(?i:(?<=\bin[ ])|(?<=\bthe[ ])|(?<=\bthis[ ])|(?<=\blast[ ])|(?<=\bnext[ ]))(?P<s>spring|summer"
        r"|autumn|fall|winter|Spring|Summer|Autumn|Winter)\b",
        _season,
    ),
)
"""The four seasons, behind a word that dates have before them."""
