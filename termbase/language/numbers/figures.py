"""Whether two numbers in one unit say the same, exactly or as a rounding."""

from __future__ import annotations

import math
from fractions import Fraction

from termbase.language.numbers.places import last_place
from termbase.language.numbers.values import Quantity, Rounding

__all__ = ["amounts_agree", "near", "shown"]

# A rounding to two figures is off by at most one in twenty; what is said to be near may be off by a tenth.
_UNSAID, _SAID = 0.05, 0.1
# A conversion is rounded by its writer; the calibration news has miles for kilometres with up to 2 percent.
_CONVERTED = 0.03
# Floating point is exact enough to tell numbers apart and ten times as fast as fractions
_EXACT = 1e-9


def near(one: Fraction, other: Fraction, share: float = _EXACT) -> bool:
    """Whether two numbers differ by less than a share of the greater, signs aside: fell 2.5 percent is -2.5%.

    >>> near(Fraction(100), Fraction(-100)), near(Fraction(100), Fraction(101))
    (True, False)
    """
    first, second = abs(float(one)), abs(float(other))
    return abs(first - second) <= max(first, second) * share


def amounts_agree(
    source: Quantity, target: Quantity, one: Fraction, other: Fraction, *, converted: bool = False
) -> bool | None:
    """False when the values are the same, True when one is a rounding of the other, None when they differ.

    `one` and `other` are the values in one unit. A translation rounds; it never knows more figures than its source.
    """
    factor = one / source.value if converted and source.value else Fraction(1)
    if source.ranges or target.ranges:
        return _ranges_agree(source, target, factor)
    if near(one, other):
        return False
    if converted and near(one, other, _CONVERTED):
        return True
    if _lies_in(one, target, Fraction(1)):
        return True
    # what only the source leaves open the target may know; "over 15,500" is no 15,000余
    if _lies_in(other, source, factor) and not (source.rounding is target.rounding is Rounding.MORE):
        return True
    return True if _is_rounded(source, target, one, other, converted=converted) else None


def _is_rounded(source: Quantity, target: Quantity, one: Fraction, other: Fraction, *, converted: bool) -> bool:
    """Whether the target is a rounding of the source, said or unsaid."""
    roundings = {source.rounding, target.rounding}
    if Rounding.SEVERAL in roundings:
        return False
    half = Fraction(1, 2)
    if roundings == {Rounding.EXACT}:
        return near(one, other, _UNSAID) and _rounds(one, other, half)
    slack = half if Rounding.ABOUT in roundings else Fraction(1)
    said = _rounds(one, other, slack) or (converted and _rounds(other, one, slack))
    return said and near(one, other, _SAID) and _on_the_right_side(source, target, one, other)


def _ranges_agree(source: Quantity, target: Quantity, factor: Fraction) -> bool | None:
    if not (source.ranges and target.ranges):
        # 三四百 and "some 350": the one number lies in the range of the other
        ranged, single = (source, target) if source.ranges else (target, source)
        scale = factor if source.ranges else 1 / factor if factor else Fraction(1)
        if single.rounding is Rounding.EXACT:
            return None
        return True if _lies_in(single.value, ranged, scale) else None
    lows = near(Fraction(source.low or 0) * factor, Fraction(target.low or 0), _CONVERTED if factor != 1 else _EXACT)
    highs = near(
        Fraction(source.high or 0) * factor, Fraction(target.high or 0), _CONVERTED if factor != 1 else _EXACT
    )
    return False if lows and highs else None


def _lies_in(value: Fraction, quantity: Quantity, factor: Fraction) -> bool:
    """Whether a number is within what a vague one can mean: 25 in 二十多, 300 in 数百."""
    if quantity.rounding is Rounding.EXACT and not quantity.ranges:
        return False
    if quantity.low is None or quantity.high is None or quantity.low == quantity.high:
        return False
    return quantity.low * factor <= abs(value) <= quantity.high * factor


def _on_the_right_side(source: Quantity, target: Quantity, one: Fraction, other: Fraction) -> bool:
    """Whether "over 160" stands for more and "nearly 161" for less."""
    for quantity, said, true in ((target, abs(other), abs(one)), (source, abs(one), abs(other))):
        if quantity.rounding is Rounding.MORE and true < said:
            return False
        if quantity.rounding in {Rounding.NEARLY, Rounding.LESS} and true > said:
            return False
    return True


def _rounds(exact: Fraction, rounded: Fraction, slack: Fraction) -> bool:
    """Whether a number is another one rounded at its own last figure, off by at most this share of its place.

    >>> half = Fraction(1, 2)
    >>> [_rounds(Fraction(one), Fraction(other), half) for one, other in ((3497, 3500), (3500, 3497), (8, 9))]
    [True, False, False]
    """
    place = last_place(abs(rounded))
    return place > last_place(abs(exact)) and abs(abs(exact) - abs(rounded)) <= place * slack


def shown(one: Fraction, other: Fraction) -> str:
    """How two numbers differ, in words: by powers of ten where it is so.

    >>> shown(Fraction(35), Fraction(35000)), shown(Fraction(35), Fraction(36))
    ('1,000 times too large', 'another number')
    """
    if not one or not other:
        return "another number"
    power = math.log10(abs(float(other)) / abs(float(one)))
    times = f"{10 ** abs(round(power)):,} times too {'large' if power > 0 else 'small'}"
    return times if round(power) and abs(power - round(power)) < _EXACT else "another number"
