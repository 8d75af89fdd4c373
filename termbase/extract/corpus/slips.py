"""Where the cutter glued a link or particle to a word it did not know: 及强|积金 is 及|强|积金."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from termbase.language.script import is_han
from termbase.language.words import part_of_speech

__all__ = ["without_slips"]

# Characters that join, govern or order and hardly begin or end a word; 于 and 和 are surnames and begin names.
_FIRST = frozenset("及与或为并在由至自将被")
_LAST = frozenset("及与和或于为以在的由并至对自")


def without_slips(words: Sequence[str]) -> Sequence[str]:
    """The words, with what the cutter glued to unknown ones cut off; the very sequence where there is none.

    >>> without_slips(["及强", "积金"])
    ['及', '强', '积金']
    """
    cuts = list(map(_cut, words))
    if not any(cuts):
        return words
    halves = ((word[:cut], word[cut:]) for word, cut in zip(words, cuts, strict=True))
    return [half for both in halves for half in both if half]


@functools.lru_cache(maxsize=30_000)
def _cut(word: str) -> int:
    """How many characters to cut off at the beginning; 0 for a word that is none of these slips."""
    if len(word) < 2 or part_of_speech(word) or not all(map(is_han, word)):
        return 0
    if word[0] in _FIRST:
        return 1
    return len(word) - 1 if word[-1] in _LAST else 0
