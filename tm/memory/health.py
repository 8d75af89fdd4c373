"""Whether the index of the memory has what the units have."""

from __future__ import annotations

from collections.abc import Iterator

from tm.keys import chinese_key
from tm.memory.blocks import SLOT_BITS, bits_of, row_of
from tm.memory.reading import MemoryReader

__all__ = ["index_faults"]

_SIDES = 2


def index_faults(memory: MemoryReader) -> Iterator[str]:
    """What is wrong with the index, in words; it can be built anew from the units."""
    without = memory.rows(
        "SELECT count(*) FROM unit WHERE id NOT IN "
        f"(SELECT unit_id FROM segment GROUP BY unit_id HAVING count(*) = {_SIDES})"
    )[0][0]
    orphans = memory.rows("SELECT count(*) FROM segment WHERE unit_id NOT IN (SELECT id FROM unit)")[0][0]
    if without:
        yield f"{without} units are not in the index of the memory"
    if orphans:
        yield f"{orphans} segments belong to no unit"
    if wrong := sum(1 for _ in _wrong_keys(memory)):
        yield f"{wrong} segments are indexed under another text"
    if lost := sum(1 for _ in _lost_segments(memory)):
        yield f"{lost} segments are not found by their characters"


def _wrong_keys(memory: MemoryReader) -> Iterator[int]:
    """Chinese segments with another key than their text has: odd numbers when loose, else of Chinese blocks."""
    statement = (
        "SELECT s.id, s.key, u.zh FROM segment s JOIN unit u ON u.id = s.unit_id "
        f"LEFT JOIN block b ON b.id = s.id >> {SLOT_BITS} AND s.id > 0 "
        "WHERE (s.id < 0 AND (s.id & 1)) OR b.chinese ORDER BY s.id LIMIT 1000 OFFSET ?"
    )
    offset = 0
    while rows := memory.rows(statement, (offset,)):
        yield from (number for number, key, text in rows if key != chinese_key(text))
        offset += len(rows)


def _lost_segments(memory: MemoryReader) -> Iterator[int]:
    """Segments in a block whose rows of bits do not have them."""
    for (block,) in memory.rows("SELECT id FROM block ORDER BY id"):
        first = block << SLOT_BITS
        members: dict[str, int] = {}
        bounds = (first, first + (1 << SLOT_BITS))
        for number, key in memory.rows("SELECT id, key FROM segment WHERE id >= ? AND id < ?", bounds):
            for character in set(key):
                if character not in members:
                    found = memory.rows("SELECT members FROM posting WHERE id = ?", (row_of(block, (character, 0)),))
                    members[character] = bits_of(found[0][0]) if found else 0
            if not all(members[character] >> (number - first) & 1 for character in key):
                yield number
