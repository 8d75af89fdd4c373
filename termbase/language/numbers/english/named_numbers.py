"""Digits that name and numbers that order in an English text: G20, Article 5, No. 1, 11th."""

from __future__ import annotations

import re
from fractions import Fraction

from termbase.language.numbers.english.numerals import read_english
from termbase.language.numbers.english.ordinals import ordinal_value
from termbase.language.numbers.english.placed import placed
from termbase.language.numbers.values import Kind, Quantity

__all__ = ["article", "code", "ordinal"]


def code(text: str, found: re.Match[str]) -> Quantity:
    """G20, A380, 2.0.1: digits that name something."""
    value = Fraction(int(re.sub(r"[^0-9]", "", found[0])[:24] or 0))
    return Quantity(found[0], found.start(), found.end(), value, value, value, Kind.IDENTIFIER, plain=False)


def article(text: str, found: re.Match[str]) -> Quantity | None:
    """Article 5, No. 1."""
    number = read_english(text, found.end())
    if not number:
        return None
    return placed(text, found.start(), number.end, number.value, kind=Kind.ORDINAL, plain=True)


def ordinal(text: str, found: re.Match[str]) -> Quantity:
    """11th, third."""
    value = ordinal_value(found[0])
    plain = found[0][0].isdigit() or value > 10
    return placed(text, found.start(), found.end(), Fraction(value), kind=Kind.ORDINAL, plain=plain)
