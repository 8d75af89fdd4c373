"""English words that are never written without a capital."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["capitalised_words"]


@cache
def capitalised_words() -> frozenset[str]:
    """The words that are names wherever they stand, in small letters: countries, cities, peoples, people, days.

    >>> {"china", "monday", "french", "zhejiang"} <= capitalised_words()
    True
    >>> capitalised_words() & {"march", "may", "turkey", "port", "internet"}
    frozenset()
    """
    text = (files("termbase.language") / "capitalised_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
