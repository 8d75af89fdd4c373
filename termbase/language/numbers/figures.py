"""Whether two numbers in one unit say the same, exactly or as a rounding."""

from __future__ import annotations

from fractions import Fraction

from termbase.language.numbers.values import Quantity, Rounding

__all__ = ["amounts_agree", "near", "shown"]

# A rounding to two figures is off by at most one in twenty; what is said to be near may be off by a tenth.
_UNSAID, _SAID = Fraction(1, 20), Fraction(1, 10)
# A conversion is rounded by its writer; the calibration news has miles for kilometres with up to 2 percent.
_CONVERTED = Fraction(3, 100)


def near(one: Fraction, other: Fraction, share: Fraction = Fraction(1, 10**6)) -> bool:
    """Whether two numbers differ by less than a share of the greater, signs aside: fell 2.5 percent is -2.5%.

    >>> near(Fraction(100), Fraction(-100)), near(Fraction(100), Fraction(101))
    (True, False)
    """
    one, other = abs(one), abs(other)
    return one == other or abs(one - other) <= max(one, other) * share


def amounts_agree(
    source: Quantity, target: Quantity, one: Fraction, other: Fraction, *, converted: bool = False
) -> bool | None:
    """False when the values are the same, True when one is a rounding of the other, None when they differ.

    `one` and `other` are the values in one unit.
    """
    factor = one / source.value if source.value else Fraction(1)
    if source.ranges or target.ranges:
        return _ranges_agree(source, target, factor)
    if near(one, other):
        return False
    if converted and near(one, other, _CONVERTED):
        return True
    if _lies_in(other, source, factor) or _lies_in(one, target, Fraction(1)):
        return True
    if Rounding.SEVERAL in {source.rounding, target.rounding}:
        return None
    if source.rounding is not Rounding.EXACT or target.rounding is not Rounding.EXACT:
        return True if near(one, other, _SAID) and _on_the_right_side(source, target, one, other) else None
    return True if near(one, other, _UNSAID) and (_rounds(one, other) or _rounds(other, one)) else None


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


_EXACT = Fraction(1, 10**6)


def _lies_in(value: Fraction, quantity: Quantity, factor: Fraction) -> bool:
    """Whether a number is within what a vague one can mean: 25 in 二十多, 300 in 数百."""
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


def _rounds(exact: Fraction, rounded: Fraction) -> bool:
    """Whether a number is another one rounded at its own last figure.

    >>> _rounds(Fraction(3497), Fraction(3500)), _rounds(Fraction(3500), Fraction(3497)), _rounds(Fraction(8), Fraction(9))
    (True, False, False)
    """
    place = _place(abs(rounded))
    return place > _place(abs(exact)) and abs(abs(exact) - abs(rounded)) <= place / 2


def _place(value: Fraction) -> Fraction:
    """The place of the last figure that is not nought, down to the ninth decimal: 100 for 3500, 0.1 for 3.5."""
    place = Fraction(1)
    while value and value % (place * 10) == 0:
        place *= 10
    while value % place and place > Fraction(1, 10**9):
        place /= 10
    return place


def shown(one: Fraction, other: Fraction) -> str:
    """How two numbers differ, in words: by powers of ten where it is so.

    >>> shown(Fraction(35), Fraction(35000)), shown(Fraction(35), Fraction(36))
    ('1,000 times too large', 'another number')
    """
    if not one or not other:
        return "another number"
    ratio = abs(other / one)
    for power in range(1, 13):
        if near(ratio, Fraction(10**power)):
            return f"{10**power:,} times too large"
        if near(ratio, Fraction(1, 10**power)):
            return f"{10**power:,} times too small"
    return "another number"
