"""Chinese names and terms of a segment that one would expect to be rendered alike throughout a job."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise

from termbase.extract.chinese.tables import foreign_sounds
from termbase.language.script import is_han
from termbase.language.surnames import surnames
from termbase.language.words import cut, frequency, part_of_speech

__all__ = ["least_shared", "recurring_terms"]

_MARKED = re.compile("[“《]([\u4e00-\u9fff]{3,12})[”》]")
_NOUNS = frozenset({"n", "nz", "vn", "an", "b", "j", "nt"})
_COMMON = 400
"""A word this frequent in general Chinese (occurrences in 60 million) is rendered as the sentence wants it."""
_MOST_WORDS = 3
_NUMERALS = frozenset("一二三四五六七八九十百千两双")


def recurring_terms(text: str, taken: Collection[tuple[int, int]]) -> Iterator[str]:
    """Names of people and bodies, transliterated names, what is marked as a name, and terms of two nouns.

    `taken` are the spans of terms that the termbase settles.

    >>> sorted(recurring_terms("王建军在“四千精神”论坛上谈数字贸易，尼古拉耶夫同意。", ()))
    ['四千精神', '尼古拉耶夫', '数字贸易', '王建军']
    """
    for match in _MARKED.finditer(text):
        if not _overlaps(match.span(1), taken):
            yield match[1]
    words: list[tuple[str, int]] = []
    start = 0
    for word in cut(text):
        if len(word) > 1 and is_han(word[0]):
            words.append((word, start))
            if _is_name(word) and not _overlaps((start, start + len(word)), taken):
                yield word
        start += len(word)
    for (one, first), (other, second) in pairwise(words):
        whole = (first, second + len(other))
        if whole[0] + len(one) == second and _is_noun(one) and _is_noun(other) and not _overlaps(whole, taken):
            yield one + other


def least_shared(term: str) -> int:
    """Words of English that all places of a term have in common when its rendering does not change.

    >>> least_shared("王建军"), least_shared("尼古拉耶夫"), least_shared("八八战略")
    (2, 1, 3)
    """
    if _is_foreign(term):
        return 1
    if len(term) <= 3 and term[0] in surnames():
        return 2
    return max(1, min(_MOST_WORDS, len(cut(term)) + (term[0] in _NUMERALS)))


@lru_cache(maxsize=65_536)
def _is_name(word: str) -> bool:
    if len(word) >= 3 and _is_foreign(word):
        return True
    tag = part_of_speech(word)
    if len(word) == 3 and word[0] in surnames() and tag in {"", "nr"}:
        return True
    return len(word) >= 4 and frequency(word) < _COMMON and tag in {"", "nt", "nz", "nr", "nrt"}


def _is_foreign(word: str) -> bool:
    return foreign_sounds().issuperset(word)


@lru_cache(maxsize=65_536)
def _is_noun(word: str) -> bool:
    return len(word) == 2 and part_of_speech(word) in _NOUNS


def _overlaps(span: tuple[int, int], taken: Collection[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)
