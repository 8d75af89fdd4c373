"""One pair of segments as a grid: how strongly each Chinese word and each English one are linked in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
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
    """What each English word of a segment has to do with one stretch of the Chinese, from 0 to 1."""

    inside: list[float]
    """How much of the word is rendered by the stretch …"""
    outside: list[float]
    """… by the rest of the segment …"""
    nothing: list[float]
    """… and by nothing: the three make 1, or 0 for a word without a meaning of its own."""
    taken: list[float]
    """How much of the stretch the word renders."""


class Grid:
    """The links of one pair; computed once for all terms that stand in it."""

    def __init__(self, zh: str, parts: Sequence[Part], english: EnglishSegment, links: WordLinks) -> None:
        self.zh = zh
        self.parts = parts
        self.english = english
        words = english.words
        at: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            for stem in word.stems:
                at.setdefault(stem, []).append(number)
        self._cells: list[list[tuple[int, float]]] = [[] for _ in words]
        self._columns = [_NOTHING / 2] * len(parts)
        length, size = max(1, len(zh)), max(1, len(words))
        stems = at.keys()
        for number, part in enumerate(parts):
            row = links.of(part.text)
            place = (part.start + part.end) / 2 / length
            for stem in row.keys() & stems:
                for position in at[stem]:
                    near = exp(-_DISTANCE * abs((position + 0.5) / size - place))
                    weight = row[stem] / len(words[position].stems) * near
                    self._cells[position].append((number, weight))
                    self._columns[number] += weight
        # sets of words have no order of their own, and sums must not differ from run to run
        for cells in self._cells:
            cells.sort()
        self._totals = [sum([weight for _, weight in cells]) + _NOTHING for cells in self._cells]

    def shares(self, start: int, end: int) -> Shares | None:
        """What the English words have to do with the characters from start to end; None where no word stands."""
        covered = {
            number: max(0, min(end, part.end) - max(start, part.start)) / (part.end - part.start)
            for number, part in enumerate(self.parts)
            if min(end, part.end) > max(start, part.start)
        }
        if not covered:
            return None
        lengths = {number: share * (self.parts[number].end - self.parts[number].start) for number, share in covered.items()}
        whole = sum(lengths.values())
        size = len(self._cells)
        shares = Shares([0.0] * size, [0.0] * size, [0.0] * size, [0.0] * size)
        for position, cells in enumerate(self._cells):
            if not self.english.words[position].stems:
                continue
            total = self._totals[position]
            inside = taken = 0.0
            for number, weight in cells:
                if number in covered:
                    inside += weight * covered[number]
                    taken += lengths[number] * weight / self._columns[number]
            shares.inside[position] = inside / total
            shares.nothing[position] = _NOTHING / total
            shares.outside[position] = 1 - (inside + _NOTHING) / total
            shares.taken[position] = taken / whole
        return shares

