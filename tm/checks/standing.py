"""Whether a rendering stands in an English text, also inflected, divided by a list or turned round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from termbase.language.keys import english_key, english_words

__all__ = ["TextWords", "acronym_of", "head_of"]

_LINKS = frozenset(["the", "a", "an", "of", "and", "or", "for", "in", "on", "to", "with", "by", "at", "&"])
_SHORTEST_STEM = 4
_LONGEST_ENDING = 3
"""Two words are of one family when the shorter one, less so many letters, begins the longer one."""


class TextWords:
    """The folded words of an English text, and what renderings stand in it.

    A rendering stands there when its words stand in a row, or near one another in any order and of any word class: so
    lists share a head noun, and a name turns round.

    >>> TextWords("the Ningbo and Zhoushan Ports").have("Ningbo Port")
    True
    >>> TextWords("the Department of Commerce of Zhejiang").have("Zhejiang Department of Commerce")
    True
    >>> TextWords("to develop in a more integrated way").have("integrated development")
    True
    >>> TextWords("two cycles").have("dual circulation")
    False
    """

    def __init__(self, text: str | Sequence[str]) -> None:
        """Take a text, or words that are folded already."""
        self.words = english_words(text) if isinstance(text, str) else list(text)

    def have(self, rendering: str) -> bool:
        """Whether a rendering stands in the text in any of these ways."""
        key, wanted = _parts(rendering)
        if f" {key} " in self._row:
            return True
        if not all(self._has_family(word) for word in wanted):
            return False
        return len(wanted) == 1 or self._near_one_another(wanted)

    def share(self, rendering: str) -> float:
        """The share of the words of a rendering that stand anywhere in the text, links such as `of` put aside.

        >>> TextWords("the Foreign Ministry said").share("Ministry of Foreign Affairs")
        0.6666666666666666
        """
        _, wanted = _parts(rendering)
        return sum(map(self._has_family, wanted)) / len(wanted) if wanted else 0.0

    def _near_one_another(self, wanted: Sequence[str]) -> bool:
        """Whether all words stand within a stretch three times as long as they are, in any order."""
        places = [
            [place for place, word in enumerate(self.words) if _same_family(one, word)]
            for one in dict.fromkeys(wanted)
        ]
        longest = 3 * len(wanted) + 2
        return any(
            all(any(abs(other - place) <= longest for other in several) for several in places) for place in places[0]
        )

    def _has_family(self, word: str) -> bool:
        if word in self._set:
            return True
        if len(word) <= _SHORTEST_STEM:
            return False
        return any(_same_family(word, other) for other in self._by_beginning.get(word[:_SHORTEST_STEM], ()))

    @cached_property
    def _row(self) -> str:
        return f" {' '.join(self.words)} "

    @cached_property
    def _set(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self._set:
            if len(word) > _SHORTEST_STEM:
                found.setdefault(word[:_SHORTEST_STEM], []).append(word)
        return found


@lru_cache(maxsize=65_536)
def _parts(rendering: str) -> tuple[str, tuple[str, ...]]:
    """The key of a rendering and its words that count."""
    key = english_key(rendering)
    return key, _counting(key.split()) or tuple(key.split())


def _counting(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _LINKS)


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
    return "".join(word[0] for word in _counting(english_words(rendering)))


def head_of(rendering: str) -> str:
    """The word that stands for the whole once it was named in full, folded; empty for a single word.

    >>> head_of("Belt and Road Initiative"), head_of("Ministry of Foreign Affairs"), head_of("Zhejiang")
    ('initiative', 'ministry', '')
    """
    words = english_words(rendering)
    if len(words) < 2:
        return ""
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1]
