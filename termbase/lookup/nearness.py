"""Typing errors: how many are forgiven, which half of a word they leave intact, which words are nearest."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["allowed_errors", "halves", "lengths_near", "nearest", "similarity"]


def allowed_errors(length: int) -> int:
    """How many errors are forgiven in so many letters or characters: one, from eight on two.

    Eight is where one more error no longer leads to other words more often than to the right one.

    >>> allowed_errors(len("stratgy")), allowed_errors(len("infrastucture"))
    (1, 2)
    """
    return 1 if length < 8 else 2


def lengths_near(length: int, slack: int = 0) -> range:
    """The lengths that a text of this length may have without the errors; `slack` for signs that do not count.

    >>> list(lengths_near(5)), list(lengths_near(2, slack=1))
    ([4, 5, 6], [1, 2, 3, 4])
    """
    allowed = allowed_errors(length)
    return range(max(length - allowed, 1), length + allowed + slack + 1)


def halves(text: str) -> tuple[str, str]:
    """The first half, and the second backwards; one error, even two letters exchanged in the middle, spares one.

    >>> halves("stratgey"), halves("babazanlve")
    (('str', 'yeg'), ('baba', 'evln'))
    """
    size = (len(text) - 1) // 2
    return text[:size], text[: -size - 1 : -1]


def nearest(text: str, choices: Iterable[str]) -> list[str]:
    """Those of the choices that differ by no more errors than are forgiven, nearest first; at most five."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(text, sorted(set(choices)), scorer=OSA.distance, score_cutoff=allowed_errors(len(text)), limit=5)
    return [choice for choice, _, _ in found]


def similarity(text: str, other: str) -> float:
    """From 0 to 1: one less the share of errors (OSA: letter wrong, missing, needless, or exchanged with the next).

    >>> similarity("一带一路", "一带一跑")
    0.75
    """
    from rapidfuzz.distance import OSA

    return float(OSA.normalized_similarity(text, other))
