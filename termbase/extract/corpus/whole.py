"""What a whole Chinese corpus says, against which each of its forms is measured."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from termbase.extract.corpus.counts import WordBorders
from termbase.extract.corpus.runs import Tally

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
    """Of each nested form, the occurrences of the most frequent longer one."""
    inside: Mapping[str, Sequence[int]]
    """Of each form within sure names, its places at their beginning, at their end and between."""

    @classmethod
    def of(cls, words: Mapping[str, WordBorders], tallies: Iterable[Tally]) -> Corpus:
        """Sum up what was counted."""
        forms = list(tallies)
        size = max(sum(borders.count for borders in words.values()), 1)
        left = (sum(borders.left for borders in words.values()) + 1) / (size + 2)
        right = (sum(borders.right for borders in words.values()) + 1) / (size + 2)
        return cls(words, size, left, right, _longer(forms), _inside(forms))


def _longer(tallies: Iterable[Tally]) -> dict[str, int]:
    longer: defaultdict[str, int] = defaultdict(int)
    for tally in tallies:
        words = tally.words.split(" ")
        for start in range(len(words)):
            for end in range(start + 1, len(words) + (start > 0)):
                part = "".join(words[start:end])
                longer[part] = max(longer[part], tally.count)
    return dict(longer)


def _inside(tallies: Sequence[Tally]) -> dict[str, list[int]]:
    known = {tally.text for tally in tallies}
    inside: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for tally in tallies:
        length = len(tally.text)
        if tally.weight < _SURE_NAME or length > _LONGEST_NAME:
            continue
        for start in range(length - 1):
            for end in range(start + 2, length + (start > 0)):
                if tally.text[start:end] in known:
                    place = 0 if start == 0 else 1 if end == length else 2
                    inside[tally.text[start:end]][place] += tally.count
    return dict(inside)
