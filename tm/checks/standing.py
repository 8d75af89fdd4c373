"""Whether a rendering stands in an English text, also inflected, divided by a list or turned round."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.language.keys import english_key, english_words

__all__ = ["acronym_of", "head_of", "share_standing", "stands"]

_LINKS = frozenset(["the", "a", "an", "of", "and", "or", "for", "in", "on", "to", "with", "by", "at", "&"])
_SHORTEST_STEM = 4
_LONGEST_ENDING = 3
"""Two words are of one family when they have all but this many letters of the shorter one in common."""


def stands(rendering: str, words: Sequence[str]) -> bool:
    """Whether a rendering stands in folded words (`english_words`) of a text.

    It does when its words stand in a row, or near one another in any order and of any word class: that is how lists
    share a head noun and how a name turns round.

    >>> stands("Ningbo Port", english_words("the Ningbo and Zhoushan Ports"))
    True
    >>> stands("Zhejiang Department of Commerce", english_words("the Department of Commerce of Zhejiang"))
    True
    >>> stands("integrated development", english_words("to develop in a more integrated way"))
    True
    >>> stands("dual circulation", english_words("two cycles"))
    False
    """
    key = english_key(rendering)
    if f" {key} " in f" {' '.join(words)} ":
        return True
    wanted = [word for word in key.split() if word not in _LINKS] or key.split()
    if len(wanted) == 1:
        return any(_same_family(wanted[0], word) for word in words)
    return _near_one_another(wanted, words)


def share_standing(rendering: str, words: Sequence[str]) -> float:
    """The share of the words of a rendering that stand anywhere in folded words, links such as `of` put aside.

    >>> share_standing("Ministry of Foreign Affairs", english_words("the Foreign Ministry said"))
    0.6666666666666666
    """
    wanted = [word for word in english_key(rendering).split() if word not in _LINKS]
    there = sum(any(_same_family(one, word) for word in words) for one in wanted)
    return there / len(wanted) if wanted else 0.0


def _near_one_another(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether all words stand within a stretch three times as long as they are, in any order."""
    places = [[place for place, word in enumerate(words) if _same_family(one, word)] for one in dict.fromkeys(wanted)]
    if not all(places):
        return False
    longest = 3 * len(wanted) + 2
    return any(
        all(any(abs(other - place) <= longest for other in several) for several in places) for place in places[0]
    )


def _same_family(one: str, other: str) -> bool:
    """Whether two folded words are one word or derived from one another.

    >>> _same_family("digital", "digitalization"), _same_family("china", "chinese"), _same_family("port", "portal")
    (True, True, False)
    """
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter <= _SHORTEST_STEM:
        return False
    stem = max(_SHORTEST_STEM, shorter - _LONGEST_ENDING)
    return one[:stem] == other[:stem]


def acronym_of(rendering: str) -> str:
    """The initials of the words that count, as an acronym in small letters.

    >>> acronym_of("Yangtze River Delta"), acronym_of("Ministry of Foreign Affairs")
    ('yrd', 'mfa')
    """
    return "".join(word[0] for word in english_words(rendering) if word not in _LINKS)


def head_of(rendering: str) -> str:
    """The word that stands for the whole once it was named in full, folded; empty for a single word.

    >>> head_of("Belt and Road Initiative"), head_of("Ministry of Foreign Affairs"), head_of("Zhejiang")
    ('initiative', 'ministry', '')
    """
    words = english_words(rendering)
    if len(words) < 2:
        return ""
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1]
