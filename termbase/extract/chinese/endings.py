"""What a word tells by its end: the title that it is or ends with, and the ending of a name."""

from __future__ import annotations

import functools

from termbase.extract.chinese.roles import Role, role_of
from termbase.extract.chinese.tables import Ending, name_endings, word_list
from termbase.language.words import part_of_speech

__all__ = ["ending_inside", "ending_tails", "title_start"]

_DIRECTIONS = frozenset("东南西北")


@functools.lru_cache(maxsize=30_000)
def title_start(word: str) -> int:
    """Where the longest title begins that the word is, or ends with; -1 without one.

    >>> title_start("院长"), title_start("医院院长"), title_start("医院")
    (0, 2, -1)
    """
    titles = word_list("titles")
    return next((start for start in range(len(word) - 1) if word[start:] in titles), -1)


@functools.lru_cache(maxsize=30_000)
def ending_inside(word: str) -> Ending | None:
    """The longest ending of a name with which a word ends without being it; of one character only in a name.

    >>> ending_inside("西站").text, ending_inside("网站")
    ('站', None)
    """
    for start in range(1, len(word)):
        ending = name_endings().get(word[start:])
        if ending is not None and (len(ending.text) > 1 or _is_name(word)):
            return ending
    return None


def _is_name(word: str) -> bool:
    """New words, places, institutions, and what is named by its direction (西站)."""
    named = bool(role_of(word) & (Role.NEW | Role.PLACE)) or part_of_speech(word) == "nt"
    return named or word[0] in _DIRECTIONS


@functools.cache
def ending_tails() -> frozenset[str]:
    """What can be the last of several words that are an ending together: 公司 of 有限公司."""
    return frozenset(text[start:] for text in name_endings() for start in range(1, len(text)))
