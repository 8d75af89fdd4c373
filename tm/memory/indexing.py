"""Filling the index: segments are gathered, sorted by length, and cut into blocks."""

from __future__ import annotations

import sqlite3
from collections import Counter
from itertools import chain

from tm.keys import Vocabulary, chinese_key, english_key
from tm.memory.blocks import BLOCK, SLOT_BITS, postings, rows_of_block
from tm.model import Unit

__all__ = ["Indexer", "loose_id"]

# Segments of a side that are sorted together: six blocks, so that each has a sixth of the lengths (30 MB)
_GATHERED = 6 * BLOCK
# Segments that are worth a block; fewer stay loose, and a search compares them all (0.5 ms)
_WORTH = 2_000

Keyed = tuple[str, int]
"""A key and the number of its unit."""


def loose_id(unit_id: int, *, chinese: bool) -> int:
    """The number of a segment that is in no block: negative, odd for Chinese.

    >>> loose_id(7, chinese=True), loose_id(7, chinese=False)
    (-15, -14)
    """
    return -(unit_id << 1 | chinese)


class Indexer:
    """Takes new units and brings the index up to date; inside a transaction of the caller."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._gathered: dict[bool, list[Keyed]] = {True: [], False: []}
        self._frequencies: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        self._vocabulary = Vocabulary()
        self._vocabulary.load(connection.execute("SELECT number, word FROM memory_word WHERE NOT chinese").fetchall())

    def add(self, unit_id: int, unit: Unit) -> None:
        """Take both sides of a new unit."""
        self._gathered[True].append((chinese_key(unit.zh), unit_id))
        self._gathered[False].append((english_key(unit.en, self._vocabulary), unit_id))
        if len(self._gathered[True]) >= _GATHERED:
            self._flush()

    def finish(self) -> None:
        """Index what is gathered, with loose segments and those of small blocks where that is worth it."""
        for chinese, gathered in self._gathered.items():
            loose = self._connection.execute(
                "SELECT key, unit_id FROM segment WHERE id < 0 AND (id & 1) = ?", (chinese,)
            ).fetchall()
            if len(gathered) + len(loose) >= _WORTH:
                self._connection.execute("DELETE FROM segment WHERE id < 0 AND (id & 1) = ?", (chinese,))
                gathered += [*loose, *self._small_blocks(chinese)]
            else:
                self._connection.executemany(
                    "INSERT INTO segment VALUES (?, ?, ?)",
                    [(loose_id(unit_id, chinese=chinese), unit_id, key) for key, unit_id in gathered],
                )
                self._count(chinese, gathered)
                gathered.clear()
        self._flush()
        self._store_words()

    def _small_blocks(self, chinese: bool) -> list[Keyed]:
        """Take apart the blocks that are less than half full, so that there are never many."""
        taken: list[Keyed] = []
        small = self._connection.execute(
            "SELECT id FROM block WHERE chinese = ? AND size < ?", (chinese, BLOCK // 2)
        ).fetchall()
        for (block,) in small:
            bounds = (block << SLOT_BITS, block + 1 << SLOT_BITS)
            taken += self._connection.execute(
                "SELECT key, unit_id FROM segment WHERE id >= ? AND id < ?", bounds
            ).fetchall()
            self._connection.execute("DELETE FROM segment WHERE id >= ? AND id < ?", bounds)
            self._connection.execute("DELETE FROM posting WHERE id >= ? AND id < ?", rows_of_block(block))
            self._connection.execute("DELETE FROM block WHERE id = ?", (block,))
        self._count(chinese, taken, sign=-1)
        return taken

    def _flush(self) -> None:
        for chinese, gathered in self._gathered.items():
            gathered.sort(key=lambda keyed: len(keyed[0]))
            self._count(chinese, gathered)
            blocks = -(-len(gathered) // BLOCK)
            for number in range(blocks):
                start, end = (len(gathered) * place // blocks for place in (number, number + 1))
                self._store_block(gathered[start:end], chinese)
            gathered.clear()

    def _store_block(self, keyed: list[Keyed], chinese: bool) -> None:
        ((block,),) = self._connection.execute("SELECT coalesce(max(id), 0) + 1 FROM block")
        self._connection.execute(
            "INSERT INTO block VALUES (?, ?, ?, ?, ?)",
            (block, chinese, len(keyed), len(keyed[0][0]), len(keyed[-1][0])),
        )
        first = block << SLOT_BITS
        self._connection.executemany(
            "INSERT INTO segment VALUES (?, ?, ?)",
            [(first + slot, unit_id, key) for slot, (key, unit_id) in enumerate(keyed)],
        )
        self._connection.executemany("INSERT INTO posting VALUES (?, ?)", postings(block, [key for key, _ in keyed]))

    def _count(self, chinese: bool, keyed: list[Keyed], sign: int = 1) -> None:
        counted = Counter(chain.from_iterable(key for key, _ in keyed))
        if sign > 0:
            self._frequencies[chinese].update(counted)
        else:
            self._frequencies[chinese].subtract(counted)

    def _store_words(self) -> None:
        """Add to what is stored how often each token stands in the memory."""
        words = {character: word for word, character in self._vocabulary.items()}
        numbers = {word: number for number, word in enumerate(self._vocabulary.added, self._vocabulary.stored)}
        rows = [(True, character, 0, count) for character, count in self._frequencies[True].items()]
        rows += [
            (False, words[character], numbers.get(words[character], -1), count)
            for character, count in self._frequencies[False].items()
            if character in words
        ]
        self._connection.executemany(
            "INSERT INTO memory_word VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET frequency = frequency + excluded.frequency",
            rows,
        )
