"""How far a Chinese numeral is read, and the characters that it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from termbase.language.numbers.chinese.script import DIGITS, MULTIPLIERS

__all__ = ["DIGIT_VALUES", "LONGEST", "MULTIPLIER_VALUES", "NumeralState"]

LONGEST = 24
"""Longer rows of digits are names of something (accounts, telephones): 10^24 is beyond any amount of the news."""

_FINANCIAL = dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)) | {"弌": 1}
DIGIT_VALUES = DIGITS | _FINANCIAL | {"两": 2, "俩": 2, "廿": 20, "卅": 30}
"""Digits of every way of writing, 廿 and 卅 too."""

MULTIPLIER_VALUES = MULTIPLIERS | {"拾": 10, "佰": 100, "仟": 1000}
"""Multipliers of every way of writing."""


@dataclass(slots=True)
class NumeralState:
    """How far a numeral is read."""

    total: Fraction = Fraction(0)
    """What was multiplied by 万 or more."""
    section: Fraction = Fraction(0)
    """What was multiplied by 十, 百 or 千 since."""
    digit: Fraction | None = None
    """What waits for its multiplier."""
    second: Fraction | None = None
    """The other digit of 七八百."""
    last: int = 0
    """The last multiplier."""
    section_limit: int = 10**4
    """The next multiplier below 万 must be smaller."""
    extra: Fraction = Fraction(0)
    """How far 余 may reach."""
    spread: Fraction = Fraction(0)
    """How far the other digit is from the first."""
    zero: bool = False
    arabic: bool = False
    several: bool = False
