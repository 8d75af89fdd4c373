"""A half, a third or a quarter behind an English number: two and a half billion."""

from __future__ import annotations

import re
from fractions import Fraction

from termbase.language.numbers.english.number_words import PARTS, SCALES

__all__ = ["AND_HALF", "add_half"]

AND_HALF = re.compile(
    rf"(?:,? and |-and-)(?:a|one)[ -](?P<part>half|quarter|third)\b(?: (?P<scale>{'|'.join(SCALES)})s?\b)?",
    re.IGNORECASE,
)
"""A part that is added, with what multiplies both."""


def add_half(value: Fraction, half: re.Match[str]) -> Fraction:
    """The number with the part that `AND_HALF` found.

    >>> add_half(Fraction(2), AND_HALF.match(" and a half billion"))
    Fraction(2500000000, 1)
    """
    scale = SCALES[half["scale"].lower()] if half["scale"] else 1
    return (value + Fraction(1, PARTS[half["part"].lower()])) * scale
