"""How many of something, in words."""

from __future__ import annotations

__all__ = ["megabytes", "number_of"]


def number_of(number: int, singular: str) -> str:
    """How many of something, in words: `1 entry`, `2 entries`, `5,232 units`.

    >>> number_of(1, "entry"), number_of(2, "entry"), number_of(5232, "unit")
    ('1 entry', '2 entries', '5,232 units')
    """
    plural = f"{singular[:-1]}ies" if singular.endswith("y") else f"{singular}s"
    return f"{number:,} {singular if number == 1 else plural}"


def megabytes(size: int) -> str:
    """A size in bytes, in words.

    >>> megabytes(1_560_000)
    '1.6 MB'
    """
    return f"{size / 1e6:.1f} MB"
