"""How two values stand to each other: the same, rounded, in a wrong unit, of another value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

__all__ = ["KIND", "SAME", "Agreement", "Verdict"]


class Verdict(IntEnum):
    """How two values stand to each other, the best first."""

    SAME = 0
    """The same value, in whatever unit it is written."""
    ROUNDED = 1
    """One is a rounding of the other, or lies in what the other leaves open."""
    AMBIGUOUS = 2
    """It can be read so: increased by two times for 增长2倍."""
    UNIT = 3
    """The same number of something else: dollars for yuan, percent for percentage points."""
    VALUE = 4
    """Another number."""
    KIND = 5
    """Not comparable: a date and an amount."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the comparison of two values says."""

    verdict: Verdict
    difference: str = ""
    """What differs, in words; empty when nothing does."""

    @property
    def fits(self) -> bool:
        """Whether the one can be a translation of the other."""
        return self.verdict <= Verdict.AMBIGUOUS


SAME = Agreement(Verdict.SAME)
"""Nothing differs."""

KIND = Agreement(Verdict.KIND)
"""The two cannot be compared."""
