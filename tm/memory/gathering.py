"""Segments waiting to be indexed: those of like length together, until they make a block."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import chain

from tm.memory.blocks import BLOCK

__all__ = ["Gathering", "Segments"]

Segments = tuple[list[str], "array[int]"]
"""Keys, and for each the number of its unit."""

# Segments that wait at most, of one language: 200 bytes each, so that an import of 234,000 units
# takes 195 MB. More make fuller blocks: with twice as many a search among a million took less, an import 257 MB.
_MOST = 100_000
# Lengths told apart; longer ones are alike
_LENGTHS = 4_096


class Gathering:
    """The segments of one language that are in no block yet; memory stays flat."""

    def __init__(self) -> None:
        self._classes: dict[int, Segments] = {}
        self.size = 0

    def add(self, keys: Iterable[str], unit_ids: Iterable[int]) -> None:
        """Take segments."""
        classes, class_of = self._classes, _CLASS_OF
        for key, unit_id in zip(keys, unit_ids, strict=True):
            number = class_of[len(key)] if len(key) < _LENGTHS else _LONGEST
            waiting = classes.get(number)
            if waiting is None:
                waiting = classes[number] = ([], array("q"))
            waiting[0].append(key)
            waiting[1].append(unit_id)
            self.size += 1

    def full(self) -> Iterator[Segments]:
        """Blocks' worth of segments, given up where as many of like length or too many in all are waiting."""
        while self._classes:
            largest = max(self._classes, key=self._waiting)
            if self._waiting(largest) < BLOCK and self.size <= _MOST:
                return
            keys, unit_ids = self._classes.pop(largest)
            if len(keys) > BLOCK:
                self._classes[largest] = (keys[BLOCK:], unit_ids[BLOCK:])
            self.size -= len(keys[:BLOCK])
            yield keys[:BLOCK], unit_ids[:BLOCK]

    def _waiting(self, number: int) -> int:
        return len(self._classes[number][0])

    def rest(self) -> Iterator[Segments]:
        """All that are still waiting, in blocks of the same size, the shortest first."""
        waiting = [self._classes[number] for number in sorted(self._classes)]
        keys = list(chain.from_iterable(keys for keys, _ in waiting))
        unit_ids = array("q", chain.from_iterable(unit_ids for _, unit_ids in waiting))
        self._classes.clear()
        self.size = 0
        order = sorted(range(len(keys)), key=lambda place: len(keys[place]))
        blocks = -(-len(keys) // BLOCK)
        for number in range(blocks):
            start, end = (len(keys) * border // blocks for border in (number, number + 1))
            these = order[start:end]
            yield [keys[place] for place in these], array("q", [unit_ids[place] for place in these])


def _class(length: int) -> int:
    """Four classes for each power of two.

    >>> [_class(length) for length in (1, 4, 5, 16, 19, 20)]
    [4, 12, 13, 20, 20, 21]
    """
    bits = length.bit_length()
    return bits << 2 | (length << 3 >> bits & 3)


_CLASS_OF = tuple(map(_class, range(_LENGTHS)))
_LONGEST = _class(_LENGTHS)
