"""Which place of a number its last figure has."""

from __future__ import annotations

from fractions import Fraction

__all__ = ["last_place"]

_LEAST = Fraction(1, 10**9)


def last_place(value: Fraction) -> Fraction:
    """The place of the last figure that is not nought, down to the ninth decimal: 100 for 3500, 0.1 for 3.5.

    >>> last_place(Fraction(3500)), last_place(Fraction(7, 2)), last_place(Fraction(305))
    (Fraction(100, 1), Fraction(1, 10), Fraction(1, 1))
    """
    place = Fraction(1)
    while value and value % (place * 10) == 0:
        place *= 10
    while value % place and place > _LEAST:
        place /= 10
    return place
