"""What a whole Chinese corpus says, against which each of its forms is measured."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from termbase.extract.corpus.tally import Tally
from termbase.extract.corpus.word_counts import WordBorders, WordCounts

__all__ = ["Corpus"]

_SURE_NAME = 0.6
"""A finder as sure as this may be trusted with where a name begins and ends."""
_LONGEST_NAME = 24
"""Characters; titles of documents are longer, and what stands in them is often a term by itself."""


@dataclass(frozen=True)
class Corpus:
    """Its words, and how its forms lie in one another."""

    words: Mapping[str, WordBorders]
    size: int
    """Words counted."""
    left: float
    """Share of words with a border before them."""
    right: float
    longer: Mapping[str, int]
    """Of each form the occurrences of the most frequent longer one; 0 without one."""
    inside: Mapping[str, Sequence[int]]
    """Of each form within sure names, its places at their beginning, at their end and between."""

    @classmethod
    def of(cls, counts: WordCounts, forms: Iterable[Tally]) -> Corpus:
        """Sum up what was counted; the forms are read twice, and need not be in memory."""
        size = max(counts.together.count, 1)
        left = (counts.together.left + 1) / (size + 2)
        right = (counts.together.right + 1) / (size + 2)
        longer = {tally.text: 0 for tally in forms}
        inside: dict[str, list[int]] = {}
        for tally in forms:
            _nested(tally, longer)
            _within_name(tally, longer, inside)
        return cls(counts.words, size, left, right, longer, inside)


def _nested(tally: Tally, longer: dict[str, int]) -> None:
    words = tally.words.split(" ")
    for start in range(len(words)):
        for end in range(start + 1, len(words) + (start > 0)):
            part = "".join(words[start:end])
            if longer.get(part, tally.count) < tally.count:
                longer[part] = tally.count


def _within_name(tally: Tally, known: Container[str], inside: dict[str, list[int]]) -> None:
    length = len(tally.text)
    if tally.weight < _SURE_NAME or length > _LONGEST_NAME:
        return
    for start in range(length - 1):
        for end in range(start + 2, length + (start > 0)):
            part = tally.text[start:end]
            if part in known:
                place = 0 if start == 0 else 1 if end == length else 2
                inside.setdefault(part, [0, 0, 0])[place] += tally.count
