"""Taking back what a run did to the memory: what it added goes, what it removed comes again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from termbase.connection import Connection
from tm.memory.journal import Journal
from tm.memory.removing import LOT, Asks, absent, decoded, lots, put_back, remove_units, restore_units

__all__ = ["Undone", "planned", "take_back"]

_KIND = "SELECT id, first, last FROM memory_change WHERE run_id = ? AND kind = ? ORDER BY id"
_ENDLESS = (1 << 63) - 1
_BETWEEN = "SELECT id FROM unit WHERE id BETWEEN ? AND ? ORDER BY id"


@dataclass(frozen=True, slots=True)
class Undone:
    """What became of the units of a run."""

    removed: int = 0
    restored: int = 0
    kept: int = 0
    """Units that a later import brought too, so that they stay."""

    def __add__(self, other: Undone) -> Undone:
        return Undone(*map(sum, zip(astuple(self), astuple(other), strict=True)))


def planned(memory: Asks, run: int) -> Undone:
    """What taking back a run would do."""
    undone = Undone()
    for line in memory.rows(_KIND, (run, "added")):
        found, kept = _still_there(memory, run, line, _ENDLESS)
        undone += Undone(removed=len(found), kept=kept)
    removed = (content for _, (content,) in _batches(memory, run, "AND kind = 'removed'", "content"))
    contents = (decoded(content) for content in removed)
    return undone + Undone(restored=sum(1 for lot in lots(contents) for _ in absent(memory, lot)))


def take_back(connection: Connection, journal: Journal, run: int) -> Undone:
    """Take back a run in the transaction of the caller, the last change first; the journal has that as a run."""
    undone = Undone()
    ((begun,),) = connection.rows("SELECT coalesce(max(id), 0) FROM memory_change")
    lines = _batches(connection, run, "", "kind, id, first, last, content")
    for kind, group in groupby((line for _, line in lines), itemgetter(0)):
        rows = (row for _, *row in group)
        if kind == "added":
            for row in rows:
                found, kept = _still_there(connection, run, row[:3], begun)
                undone += Undone(removed=remove_units(connection, journal, found), kept=kept)
        elif kind == "removed":
            contents = (decoded(content) for *_, content in rows)
            undone += Undone(restored=restore_units(connection, journal, contents))
        else:
            put_back(connection, journal, kind, [(first, last, content) for _, first, last, content in rows])
    return undone


def _still_there(memory: Asks, run: int, line: Sequence[int], begun: int) -> tuple[list[int], int]:
    """The units of a line that are there, without those that another run brought too, and how many these are.

    What the journal has beyond the line `begun` is of the taking back itself.
    """
    number, first, last = line
    held: Counter[int] = Counter()
    for kind, start, end in memory.rows(
        "SELECT kind, first, last FROM memory_change WHERE run_id <> ? AND id > ? AND id <= ? "
        "AND kind IN ('folded', 'unfolded') AND last >= ? AND first <= ?",
        (run, number, begun, first, last),
    ):
        (held.update if kind == "folded" else held.subtract)(range(max(start, first), min(end, last) + 1))
    there = [number for (number,) in memory.rows(_BETWEEN, (first, last))]
    found = [number for number in there if held[number] <= 0]
    return found, len(there) - len(found)


def _batches(memory: Asks, run: int, condition: str, columns: str) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The lines of a run, the last first, each behind its number; some hundreds at a time are in memory."""
    before = _ENDLESS
    where = f"run_id = ? AND id < ? {condition}"
    statement = f"SELECT id, {columns} FROM memory_change WHERE {where} ORDER BY id DESC LIMIT {LOT}"
    while rows := memory.rows(statement, (run, before)):
        yield from ((row[0], tuple(row[1:])) for row in rows)
        before = rows[-1][0]
