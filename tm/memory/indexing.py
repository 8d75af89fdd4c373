"""Filling the index: segments are gathered by length, and cut into blocks."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, islice

from tm.keys import Vocabulary, chinese_key, english_key
from tm.memory.blocks import BLOCK, SLOT_BITS, postings, rows_of_block
from tm.memory.gathering import Gathering, Segments
from tm.model import Unit

__all__ = ["WORTH", "Indexer", "loose_id"]

WORTH = 2_000
"""Segments that are worth a block; fewer stay loose, and a search compares them all (0.5 ms)."""
# Segments fetched at a time
_LOT = 10_000


def loose_id(unit_id: int, *, chinese: bool) -> int:
    """The number of a segment that is in no block: negative, odd for Chinese.

    >>> loose_id(7, chinese=True), loose_id(7, chinese=False)
    (-15, -14)
    """
    return -(unit_id << 1 | chinese)


class Indexer:
    """Takes new units and brings the index up to date; inside a transaction of the caller."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sides = {chinese: _Side(connection, chinese=chinese) for chinese in (True, False)}
        self._vocabulary = Vocabulary()
        self._vocabulary.load(connection.execute("SELECT number, word FROM memory_word WHERE NOT chinese").fetchall())

    def add(self, unit_ids: Sequence[int], units: Sequence[Unit]) -> None:
        """Take both sides of new units."""
        vocabulary = self._vocabulary
        self._sides[True].add([chinese_key(unit.zh) for unit in units], unit_ids)
        self._sides[False].add([english_key(unit.en, vocabulary) for unit in units], unit_ids)

    def finish(self) -> None:
        """Index what is gathered, with loose segments and those of small blocks where that is worth it."""
        words = {character: word for word, character in self._vocabulary.items()}
        numbers = {word: number for number, word in enumerate(self._vocabulary.added, self._vocabulary.stored)}
        for chinese, side in self._sides.items():
            side.finish()
            if chinese:
                rows = [(True, character, 0, count) for character, count in side.frequencies.items()]
            else:
                side.frequencies.update(dict.fromkeys(map(self._vocabulary.__getitem__, numbers), 0))
                rows = [
                    (False, words[character], numbers.get(words[character], -1), count)
                    for character, count in side.frequencies.items()
                    if character in words
                ]
            side.store_words(rows)


class _Side:
    """The index of one language."""

    def __init__(self, connection: sqlite3.Connection, *, chinese: bool) -> None:
        self._connection = connection
        self._chinese = chinese
        self._gathering = Gathering()
        self.frequencies: Counter[str] = Counter()
        """How many more segments of blocks have a character than before."""

    def add(self, keys: Iterable[str], unit_ids: Iterable[int]) -> None:
        self._gathering.add(keys, unit_ids)
        for segments in self._gathering.full():
            self._store_block(segments)

    def finish(self) -> None:
        loose = "FROM segment WHERE id < 0 AND (id & 1) = ?"
        ((count,),) = self._connection.execute(f"SELECT count(*) {loose}", (self._chinese,))
        if count + self._gathering.size < WORTH:
            self._keep_loose()
            return
        self._take(f"SELECT key, unit_id {loose}", (self._chinese,))
        self._connection.execute(f"DELETE {loose}", (self._chinese,))
        self._take_small_blocks()
        for segments in self._gathering.rest():
            self._store_block(segments)

    def _keep_loose(self) -> None:
        for keys, unit_ids in self._gathering.rest():
            self._connection.executemany(
                "INSERT INTO segment VALUES (?, ?, ?)",
                [
                    (loose_id(unit_id, chinese=self._chinese), unit_id, key)
                    for key, unit_id in zip(keys, unit_ids, strict=True)
                ],
            )

    def _take(self, statement: str, parameters: Sequence[int]) -> None:
        """Gather stored segments anew."""
        found = self._connection.execute(statement, parameters)
        while lot := list(islice(found, _LOT)):
            self.add(*zip(*lot, strict=True))

    def _take_small_blocks(self) -> None:
        """Take apart blocks that are less than half full and no more than twice what comes, so that there are few.

        A segment is so moved only while what it stands with grows by half at least: some dozen times.
        """
        small = self._connection.execute(
            "SELECT id, size FROM block WHERE chinese = ? AND size < ? ORDER BY size", (self._chinese, BLOCK // 2)
        ).fetchall()
        for block, size in small:
            if size > 2 * self._gathering.size:
                break
            bounds = (block << SLOT_BITS, block + 1 << SLOT_BITS)
            keys = self._connection.execute("SELECT key FROM segment WHERE id >= ? AND id < ?", bounds)
            self.frequencies.subtract(chain.from_iterable(set(key) for (key,) in keys))
            self._take("SELECT key, unit_id FROM segment WHERE id >= ? AND id < ?", bounds)
            self._connection.execute("DELETE FROM segment WHERE id >= ? AND id < ?", bounds)
            self._connection.execute("DELETE FROM posting WHERE id >= ? AND id < ?", rows_of_block(block))
            self._connection.execute("DELETE FROM block WHERE id = ?", (block,))

    def _store_block(self, segments: Segments) -> None:
        keys, unit_ids = segments
        ((block,),) = self._connection.execute("SELECT coalesce(max(id), 0) + 1 FROM block")
        lengths = list(map(len, keys))
        self._connection.execute(
            "INSERT INTO block VALUES (?, ?, ?, ?, ?)",
            (block, self._chinese, len(keys), min(lengths), max(lengths)),
        )
        first = block << SLOT_BITS
        self._connection.executemany(
            "INSERT INTO segment VALUES (?, ?, ?)", zip(range(first, first + len(keys)), unit_ids, keys, strict=True)
        )
        self._connection.executemany("INSERT INTO posting VALUES (?, ?)", postings(block, keys, self.frequencies))

    def store_words(self, rows: Iterable[tuple[bool, str, int, int]]) -> None:
        """Add to what is stored how many segments have each token."""
        self._connection.executemany(
            "INSERT INTO memory_word VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET frequency = frequency + excluded.frequency",
            rows,
        )
