"""An English quantity at its place, with the words around that round it."""

from __future__ import annotations

from fractions import Fraction

from termbase.language.numbers.roundings import limits, rounding_around
from termbase.language.numbers.values import Kind, Quantity

__all__ = ["placed"]


def placed(
    text: str, start: int, end: int, value: Fraction, *, unit: str = "", plain: bool, kind: Kind = Kind.AMOUNT,
    growth: bool = False,
) -> Quantity:  # fmt: skip
    """The quantity of a value that is written at a place, about, nearly or exactly."""
    rounding, end = rounding_around(text, start, end, chinese=False)
    low, high = limits(value, value, rounding)
    return Quantity(text[start:end], start, end, value, low, high, kind, rounding, unit, "", growth, plain)
