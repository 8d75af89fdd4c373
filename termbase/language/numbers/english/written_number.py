"""An English number as it is written, from its first character to its end."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

__all__ = ["WrittenNumber"]


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number as written."""

    end: int
    value: Fraction
    digits: bool
    """Whether it is written with figures."""
    part: bool = False
    """Whether it is a fraction: two-thirds."""
