"""A number with its unit as it is written, before the words around it are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from termbase.language.numbers.values import Kind

__all__ = ["WrittenAmount"]


@dataclass(frozen=True, slots=True)
class WrittenAmount:
    """A number with its unit."""

    end: int
    value: Fraction
    high: Fraction
    """The same, but for 二三十 and 十余万, as of a numeral."""
    unit: str = ""
    measure: str = ""
    kind: Kind = Kind.AMOUNT
    more: bool = False
