"""Character strings that return in a text between different neighbours: how often, and how firmly they hold together.

Accessor variety: Feng, Chen, Deng and Zheng, Computational Linguistics 30 (2004), the number of different characters
before and after a string. Cohesion: the smallest pointwise mutual information over the places where it could be cut.
"""

from __future__ import annotations

import functools
import math
import operator
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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

    def levels(self, least: int = 2) -> Iterator[dict[str, int]]:
        """For each length from 1, the strings that occur at least so often, with their counts.

        A string is looked at only where both strings that are one shorter occur so often (Apriori): the work shrinks
        with each length, and memory holds repeated strings alone. All strings of one character are given.
        """
        text = self.joined
        singles = Counter(text)
        del singles[_BREAK]
        yield singles
        starts: Sequence[int] = range(len(text) - 1)
        grams = list(map(operator.add, text, text[1:]))
        for length in range(2, self._longest + 1):
            level = {gram: count for gram, count in Counter(grams).items() if count >= least and _BREAK not in gram}
            yield level
            starts = [start for start, gram in zip(starts, grams, strict=True) if gram in level]
            starts = [start for start, following in pairwise(starts) if following == start + 1]
            grams = [text[start : start + length + 1] for start in starts]

    @functools.cached_property
    def joined(self) -> str:
        """The runs with a break before, between and after them; read it when all texts are added."""
        return _BREAK + _BREAK.join(self._runs) + _BREAK


def repeats(texts: Iterable[str], *, wanted: Callable[[str, int], bool] | None = None) -> list[Repeat]:
    """The strings of two to eight characters that return often enough for the size of the text, most frequent first.

    Those that always have the same character before or after them are only parts of longer ones, and left out; each
    end of a run counts as a character of its own. `wanted` tells by text and count which of the others are looked at.

    >>> [(repeat.text, repeat.count) for repeat in repeats(["义新欧班列开行", "坐义新欧去", "义新欧"])]
    [('义新欧', 3)]
    """
    # one character more than is given tells what always has the same neighbour
    counts = NgramCounts(LONGEST + 1)
    for text in texts:
        counts.add(text)
    levels = list(counts.levels(2 + counts.characters // _CHARACTERS_A_REPEAT))
    known = {text: count for level in levels for text, count in level.items()}
    found: list[Repeat] = []
    for level, longer in pairwise(levels[1:]):
        inside = _with_one_neighbour(level, longer)
        found += [
            Repeat(text, count, _cohesion(text, known, counts.characters))
            for text, count in level.items()
            if text not in inside and (wanted is None or wanted(text, count))
        ]
    return sorted(found, key=lambda repeat: (-repeat.count, len(repeat.text), repeat.text))


def _with_one_neighbour(level: Mapping[str, int], longer: Mapping[str, int]) -> set[str]:
    """The strings that occur as often as a string that is one character longer.

    >>> sorted(_with_one_neighbour({"义新": 3, "新欧": 3}, {"义新欧": 3}))
    ['义新', '新欧']
    """
    return {part for gram, count in longer.items() for part in (gram[1:], gram[:-1]) if level[part] == count}


def _cohesion(text: str, known: Mapping[str, int], total: int) -> float:
    """The smallest mutual information of two parts, in bits.

    >>> _cohesion("八八", {"八": 4, "八八": 2}, 64)
    3.0
    """
    apart = max([known[text[:cut]] * known[text[cut:]] for cut in range(1, len(text))])
    return math.log2(known[text] * total / apart)
