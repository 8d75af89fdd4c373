"""Filling the index: segments are gathered by length, and cut into blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from termbase.connection import Connection
from tm.keys import Vocabulary, chinese_key, english_key
from tm.memory.blocks import BLOCK, SLOT_BITS, postings, rows_of_block
from tm.memory.gathering import Gathering, Segments
from tm.model import Unit

__all__ = ["WORTH", "Indexer", "loose_id"]

WORTH = 2_000
"""Segments that are worth a block; fewer stay loose, and a search compares them all (0.5 ms)."""
# Segments fetched at a time
_LOT = 10_000
_SEGMENT = ("id", "unit_id", "key")
# Below the number of any segment
_LOWEST = -(1 << 62)


def loose_id(unit_id: int, *, chinese: bool) -> int:
    """The number of a segment that is in no block: negative, odd for Chinese.

    >>> loose_id(7, chinese=True), loose_id(7, chinese=False)
    (-15, -14)
    """
    return -(unit_id << 1 | chinese)


class Indexer:
    """Takes new units and brings the index up to date; inside a transaction of the caller."""

    def __init__(self, connection: Connection) -> None:
        self._sides = {chinese: _Side(connection, chinese=chinese) for chinese in (True, False)}
        self._vocabulary = Vocabulary()
        self._vocabulary.load(
            (number, word)
            for number, word in connection.rows("SELECT number, word FROM memory_word WHERE NOT chinese")
        )

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

    def __init__(self, connection: Connection, *, chinese: bool) -> None:
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
        # a loose segment has a negative number, an odd one if it is Chinese
        loose = f"id < 0 AND (id & 1) = {int(self._chinese)}"
        ((count,),) = self._connection.rows(f"SELECT count(*) FROM segment WHERE {loose}")
        if count + self._gathering.size < WORTH:
            self._keep_loose()
            return
        self._take(loose)
        self._take_small_blocks()
        for segments in self._gathering.rest():
            self._store_block(segments)

    def _keep_loose(self) -> None:
        for keys, unit_ids in self._gathering.rest():
            self._connection.append(
                "segment",
                _SEGMENT,
                [
                    (loose_id(unit_id, chinese=self._chinese), unit_id, key)
                    for key, unit_id in zip(keys, unit_ids, strict=True)
                ],
            )

    def _take(self, condition: str) -> None:
        """Gather stored segments anew, and remove them where they were."""
        statement = f"SELECT key, unit_id, id FROM segment WHERE {condition} AND id > ? ORDER BY id LIMIT {_LOT}"
        last = _LOWEST
        while lot := self._connection.rows(statement, (last,)):
            keys, unit_ids, numbers = zip(*lot, strict=True)
            self.add(keys, unit_ids)
            last = numbers[-1]
        self._connection.run(f"DELETE FROM segment WHERE {condition}")

    def _take_small_blocks(self) -> None:
        """Take apart blocks that are less than half full and no more than twice what comes, so that there are few.

        A segment is so moved only while what it stands with grows by half at least: some dozen times.
        """
        small = self._connection.rows(
            "SELECT id, size FROM block WHERE chinese = ? AND size < ? ORDER BY size", (self._chinese, BLOCK // 2)
        )
        for block, size in small:
            if size > 2 * self._gathering.size:
                break
            inside = f"id >= {block << SLOT_BITS} AND id < {block + 1 << SLOT_BITS}"
            keys = self._connection.rows(f"SELECT key FROM segment WHERE {inside}")
            self.frequencies.subtract(chain.from_iterable(set(key) for (key,) in keys))
            self._take(inside)
            self._connection.run("DELETE FROM posting WHERE id >= ? AND id < ?", rows_of_block(block))
            self._connection.run("DELETE FROM block WHERE id = ?", (block,))

    def _store_block(self, segments: Segments) -> None:
        keys, unit_ids = segments
        ((block,),) = self._connection.rows("SELECT coalesce(max(id), 0) + 1 FROM block")
        lengths = list(map(len, keys))
        self._connection.run(
            "INSERT INTO block VALUES (?, ?, ?, ?, ?)",
            (block, self._chinese, len(keys), min(lengths), max(lengths)),
        )
        first = block << SLOT_BITS
        self._connection.append(
            "segment", _SEGMENT, zip(range(first, first + len(keys)), unit_ids, keys, strict=True)
        )
        self._connection.append("posting", ("id", "members"), postings(block, keys, self.frequencies))

    def store_words(self, rows: Iterable[tuple[bool, str, int, int]]) -> None:
        """Add to what is stored how many segments have each token."""
        self._connection.run_many(
            "INSERT INTO memory_word VALUES (?, ?, ?, ?) "
            "ON CONFLICT (chinese, word) DO UPDATE SET frequency = memory_word.frequency + excluded.frequency",
            rows,
        )
