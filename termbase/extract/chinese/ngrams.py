"""Character strings that return in a text: how often, between how many neighbours, and how firmly they hold together.

Accessor variety: Feng, Chen, Deng and Zheng, Computational Linguistics 30 (2004), the number of different characters
before and after a string. Cohesion: the smallest pointwise mutual information over the places where it could be cut.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["NgramCounts", "Repeat", "repeats"]

_HAN_RUN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")
# In an article two occurrences tell; in a longer text they are chance. One more for every seven articles of 3,000
# characters keeps the number of strings about the same share of the text.
_CHARACTERS_A_REPEAT = 20_000
_BREAK = "\n"
LONGEST = 8
"""Characters; names that are longer are found by their endings, and slogans by their marks."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A string that occurs twice or more."""

    text: str
    count: int
    left: int
    """Different characters before it; each end of a run counts as one of its own."""
    right: int
    cohesion: float
    """Bits; above 0 its parts meet more often than by chance."""


class NgramCounts:
    """Counts over runs of Han characters; texts are added one by one."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._longest = longest
        self._runs: list[str] = []
        self.characters = 0

    def add(self, text: str) -> None:
        """Count the runs of one text in."""
        runs = _HAN_RUN.findall(text)
        self._runs += runs
        self.characters += sum(map(len, runs))

    def levels(self, least: int = 2) -> Iterator[tuple[Counter[str], list[int]]]:
        """For each length from 1, the strings that occur at least so often, and where they start in `joined`.

        A string is looked at only where both strings that are one shorter occur so often (Apriori): the work shrinks
        with each length, and memory holds repeated strings alone. All strings of one character are given.
        """
        text = self.joined
        singles = Counter(text)
        del singles[_BREAK]
        yield singles, [start for start, character in enumerate(text) if character != _BREAK]
        starts = [start for start, pair in enumerate(map("".join, pairwise(text))) if _BREAK not in pair]
        for length in range(2, self._longest + 1):
            level = Counter([text[start : start + length] for start in starts])
            level = Counter({gram: count for gram, count in level.items() if count >= least})
            starts = [start for start in starts if text[start : start + length] in level]
            yield level, starts
            following = frozenset(starts)
            starts = [start for start in starts if start + 1 in following]

    @functools.cached_property
    def joined(self) -> str:
        """The runs with a break before, between and after them; read it when all texts are added."""
        return _BREAK + _BREAK.join(self._runs) + _BREAK


def repeats(texts: Iterable[str]) -> list[Repeat]:
    """The strings of two to eight characters that return often enough for the size of the text, most frequent first.

    >>> found = repeats(["义新欧班列开行", "坐义新欧去", "义新欧"])
    >>> [(repeat.text, repeat.count, repeat.left, repeat.right) for repeat in found]
    [('义新', 3, 3, 1), ('新欧', 3, 1, 3), ('义新欧', 3, 3, 3)]
    """
    counts = NgramCounts()
    for text in texts:
        counts.add(text)
    known: dict[str, int] = {}
    found: list[Repeat] = []
    for length, (level, starts) in enumerate(counts.levels(2 + counts.characters // _CHARACTERS_A_REPEAT), 1):
        known |= level
        if length > 1:
            left, right = _neighbours(counts.joined, length, starts)
            found += [
                Repeat(text, count, left[text], right[text], _cohesion(text, known, counts.characters))
                for text, count in level.items()
            ]
    return sorted(found, key=lambda repeat: (-repeat.count, len(repeat.text), repeat.text))


def _neighbours(text: str, length: int, starts: Iterable[int]) -> tuple[Counter[str], Counter[str]]:
    """How many different characters stand before and after each string; each break is one of its own."""
    left: set[tuple[str, str | int]] = set()
    right: set[tuple[str, str | int]] = set()
    for start in starts:
        end = start + length
        gram = text[start:end]
        before, after = text[start - 1], text[end]
        left.add((gram, start if before == _BREAK else before))
        right.add((gram, end if after == _BREAK else after))
    return Counter(gram for gram, _ in left), Counter(gram for gram, _ in right)


def _cohesion(text: str, known: dict[str, int], total: int) -> float:
    """The smallest mutual information of two parts, in bits.

    >>> _cohesion("八八", {"八": 4, "八八": 2}, 64)
    3.0
    """
    whole = known[text] * total
    return min(math.log2(whole / (known[text[:cut]] * known[text[cut:]])) for cut in range(1, len(text)))
