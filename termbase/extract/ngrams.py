"""Character strings that return in a text: how often, between how many neighbours, and how firmly they hold together.

Accessor variety: Feng, Chen, Deng and Zheng, Computational Linguistics 30 (2004), the number of different characters
before and after a string. Cohesion: the smallest pointwise mutual information over the places where it could be cut.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["NgramCounts", "Repeat", "repeats"]

_HAN_RUN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")
# In an article two occurrences tell; in a longer text they are chance. One more for every seven articles of 3,000
# characters keeps the number of strings about the same share of the text.
_CHARACTERS_A_REPEAT = 20_000
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
    """Counts over runs of Han characters; texts can be added one by one and from many documents."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._longest = longest
        self._runs: list[str] = []
        self.characters = 0

    def add(self, text: str) -> None:
        """Count the runs of one text in."""
        for run in _HAN_RUN.findall(text):
            self._runs.append(run)
            self.characters += len(run)

    def counts(self, least: int = 2) -> list[Counter[str]]:
        """For each length from 1, the strings that occur at least so often.

        A string is counted only where both strings that are one shorter occur so often (Apriori): the work is
        linear in the text times the longest length, and memory holds repeated strings alone.
        """
        singles = Counter(character for run in self._runs for character in run)
        levels = [singles]
        for length in range(2, self._longest + 1):
            level = Counter(self._grams(length, levels[-1] if length > 2 else None))
            repeated = Counter({text: count for text, count in level.items() if count >= least})
            levels.append(repeated)
            if not repeated:
                break
        return levels

    def _grams(self, length: int, shorter: Counter[str] | None) -> Iterator[str]:
        for run in self._runs:
            if shorter is None:
                yield from map("".join, pairwise(run))
                continue
            for start in range(len(run) - length + 1):
                gram = run[start : start + length]
                if gram[:-1] in shorter and gram[1:] in shorter:
                    yield gram

    def neighbours(self, levels: list[Counter[str]]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        """The characters met before and after each string; an end of a run is one of its own."""
        left: dict[str, set[str]] = defaultdict(set)
        right: dict[str, set[str]] = defaultdict(set)
        for number, run in enumerate(self._runs):
            for start in range(len(run) - 1):
                before = run[start - 1] if start else f"<{number}"
                for end in range(start + 2, min(start + len(levels), len(run)) + 1):
                    gram = run[start:end]
                    # a string that does not return is not part of a longer one that does
                    if gram not in levels[end - start - 1]:
                        break
                    left[gram].add(before)
                    right[gram].add(run[end] if end < len(run) else f">{number}")
        return left, right


def repeats(texts: Iterable[str]) -> list[Repeat]:
    """The strings of two to eight characters that return often enough for the size of the text, most frequent first.

    >>> found = repeats(["义新欧班列开行", "坐义新欧去", "义新欧"])
    >>> [(repeat.text, repeat.count, repeat.left, repeat.right) for repeat in found]
    [('义新', 3, 3, 1), ('新欧', 3, 1, 3), ('义新欧', 3, 3, 3)]
    """
    counts = NgramCounts()
    for text in texts:
        counts.add(text)
    levels = counts.counts(2 + counts.characters // _CHARACTERS_A_REPEAT)
    left, right = counts.neighbours(levels)
    total = max(counts.characters, 1)
    known = {text: count for level in levels for text, count in level.items()}
    found = [
        Repeat(text, count, len(left[text]), len(right[text]), _cohesion(text, known, total))
        for level in levels[1:]
        for text, count in level.items()
    ]
    return sorted(found, key=lambda repeat: (-repeat.count, len(repeat.text), repeat.text))


def _cohesion(text: str, known: dict[str, int], total: int) -> float:
    """The smallest mutual information of two parts, in bits.

    >>> _cohesion("八八", {"八": 4, "八八": 2}, 64)
    3.0
    """
    whole = known[text] * total
    return min(math.log2(whole / (known[text[:cut]] * known[text[cut:]])) for cut in range(1, len(text)))
