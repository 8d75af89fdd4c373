"""What a memory holds: units of aligned segments. Values only, no library."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Link", "Unit"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment and its translation."""

    zh: str
    en: str
    document: str = ""
    """The article or glossary the unit comes from."""
    confidence: float = 1.0
    """Of the alignment, from 0 to 1; 1 when a person or a termbase paired the two."""
    properties: tuple[tuple[str, str], ...] = ()
    """Free (name, value) pairs; written as TMX `prop` with the prefix `x-`."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of an alignment: sentence numbers of both texts; either side may be empty, not both."""

    zh_index: tuple[int, ...]
    en_index: tuple[int, ...]
    score: float
    """Confidence from 0 to 1."""
