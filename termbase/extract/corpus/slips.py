"""Where the cutter glued a link or particle to a word it did not know: 及强|积金 is 及|强|积金."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from termbase.extract.chinese.roles import role_of
from termbase.extract.chinese.words import Word
from termbase.language.script import is_han
from termbase.language.words import part_of_speech

__all__ = ["without_slips"]

# Characters that join, govern or order and hardly begin or end a word; 于 and 和 are surnames and begin names.
_FIRST = frozenset("及与或为并在由至自将被")
_LAST = frozenset("及与和或于为以在的由并至对自")


def without_slips(words: Iterable[Word]) -> Iterator[Word]:
    """The words, with what the cutter glued to unknown ones cut off.

    >>> from termbase.extract.chinese.words import worded
    >>> from termbase.language.sentences import Sentence
    >>> words = [Word("及强", 0, 2, 0), Word("积金", 2, 4, 0)]
    >>> [word.text for word in without_slips(words)]
    ['及', '强', '积金']
    """
    for word in words:
        cut = _cut(word.text)
        if not cut:
            yield word
            continue
        middle = word.start + cut
        yield Word(word.text[:cut], word.start, middle, role_of(word.text[:cut]))
        yield Word(word.text[cut:], middle, word.end, role_of(word.text[cut:]))


@functools.lru_cache(maxsize=200_000)
def _cut(word: str) -> int:
    """How many characters to cut off at the beginning; 0 for a word that is none of these slips."""
    if len(word) < 2 or part_of_speech(word) or not all(map(is_han, word)):
        return 0
    if word[0] in _FIRST:
        return 1
    return len(word) - 1 if word[-1] in _LAST else 0
