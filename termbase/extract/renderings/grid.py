"""One pair of segments as a grid: how strongly each Chinese word and each English one are linked in it."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import NamedTuple

from termbase.extract.renderings.chinese_segment import Part
from termbase.extract.renderings.english_segment import EnglishSegment
from termbase.extract.renderings.links import WordLinks

__all__ = ["Grid", "Shares"]

_NOTHING = 0.1
"""Weight of the chance that a word renders nothing. From .05 to .2 the share of right renderings stays the same."""
_DISTANCE = 2.0
"""How fast links fade with the difference of places, each as a share of its segment."""


class Shares(NamedTuple):
    """What the English words of a segment have to do with one stretch of the Chinese, from 0 to 1; by number of word.

    Words that are not named have nothing to do with it.
    """

    inside: dict[int, float]
    """How much of the word is rendered by the stretch."""
    taken: dict[int, float]
    """How much of the stretch the word renders."""


class Grid:
    """The links of one pair; computed once for all terms that stand in it."""

    def __init__(self, zh: str, parts: Sequence[Part], english: EnglishSegment, links: WordLinks) -> None:
        self.zh = zh
        self.parts = parts
        self.english = english
        words = english.words
        places = [(number + 0.5) / len(words) for number in range(len(words))]
        inverse = [1 / len(word.stems) if word.stems else 0.0 for word in words]
        at: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            for stem in word.stems:
                at.setdefault(stem, []).append(number)
        self._rows: list[list[tuple[int, float]]] = []
        self._columns: list[float] = []
        totals = [_NOTHING] * len(words)
        for part in parts:
            weights = links.of(part.text)
            place = (part.start + part.end) / 2 / len(zh)
            row = [
                (number, weights[stem] * inverse[number] * exp(-_DISTANCE * abs(places[number] - place)))
                for stem in filter(weights.__contains__, at)
                for number in at[stem]
            ]
            for number, weight in row:
                totals[number] += weight
            self._rows.append(row)
            self._columns.append(_NOTHING / 2 + sum([weight for _, weight in row]))
        self._totals = totals
        self.nothing = [_NOTHING / total if word.stems else 0.0 for total, word in zip(totals, words, strict=True)]
        """How likely each English word renders nothing."""

    def shares(self, start: int, end: int) -> Shares:
        """What the English words have to do with the characters from start to end."""
        inside: dict[int, float] = {}
        taken: dict[int, float] = {}
        covered = [
            (number, min(end, part.end) - max(start, part.start), part.end - part.start)
            for number, part in enumerate(self.parts)
            if part.start < end and start < part.end
        ]
        whole = sum(length for _, length, _ in covered)
        for number, length, full in covered:
            share, part_of = length / full, length / whole / self._columns[number]
            for position, weight in self._rows[number]:
                inside[position] = inside.get(position, 0.0) + weight * share / self._totals[position]
                taken[position] = taken.get(position, 0.0) + weight * part_of
        return Shares(inside, taken)
