"""Units that go and units that come again: in lots, each noted in the journal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Protocol

from termbase.connection import Connection
from tm.memory.indexing import Indexer
from tm.memory.journal import Journal, ranges
from tm.memory.rows import COLUMNS, INSERTED, unit_of

__all__ = [
    "LOT",
    "Asks",
    "Removed",
    "absent",
    "decoded",
    "lots",
    "put_back",
    "remove_units",
    "restore_units",
]

LOT = 900
"""Units handled at a time; below the 999 parameters that an older SQLite allows."""

Removed = tuple[list[Any], list[Sequence[int]]]
"""The whole row of a unit, and the further places where it stood."""

_ROW = f"SELECT id, digest, previous, following, {COLUMNS} FROM unit"
_NUMBERS = 4
_DATE = "UPDATE unit SET changed = ?, changed_by = ? WHERE id = ? AND changed = ? AND changed_by = ?"
_OPPOSITES = {"folded": "unfolded", "unfolded": "folded", "placed": "unplaced", "unplaced": "placed"}
_PLACES = {
    "placed": "DELETE FROM unit_context WHERE unit_id = ? AND previous = ? AND following = ?",
    "unplaced": "INSERT INTO unit_context VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
}


class Asks(Protocol):
    """Whoever can be asked for rows."""

    def rows(self, statement: str, parameters: Sequence[object] = ()) -> list[Any]:
        """All rows of a statement."""
        ...


def remove_units(connection: Connection, journal: Journal, unit_ids: Iterable[int]) -> int:
    """Remove units in the transaction of the caller; returns how many there were. The journal keeps them whole."""
    removed = 0
    for lot in lots(unit_ids):
        rows = connection.rows(f"{_ROW} WHERE id IN ({_marks(lot)})", lot)
        places: dict[int, list[Sequence[int]]] = {row[0]: [] for row in rows}
        for number, *place in connection.rows(f"SELECT * FROM unit_context WHERE unit_id IN ({_marks(lot)})", lot):
            places.setdefault(number, []).append(place)
        journal.removed((row[0], (row, places[row[0]])) for row in rows)
        connection.run_many("DELETE FROM unit WHERE id = ?", [(row[0],) for row in rows])
        removed += len(rows)
    if removed:
        for table in ("segment", "unit_context"):
            connection.run(f"DELETE FROM {table} WHERE unit_id NOT IN (SELECT id FROM unit)")
    return removed


def restore_units(connection: Connection, journal: Journal, removed: Iterable[Removed]) -> int:
    """File units again under their numbers, with their index; returns how many were not there."""
    restored: list[int] = []
    indexer = Indexer(connection)
    for lot in lots(removed):
        back = list(absent(connection, lot))
        connection.append("unit", INSERTED, [row for row, _ in back])
        places = [(row[0], *place) for row, found in back for place in found]
        connection.run_many("INSERT INTO unit_context VALUES (?, ?, ?)", places)
        numbers = [row[0] for row, _ in back]
        indexer.add(numbers, [unit_of(tuple(row[_NUMBERS:])) for row, _ in back])
        restored += numbers
    indexer.finish()
    for first, last in ranges(restored):
        journal.added(first, last)
    return len(restored)


def put_back(connection: Connection, journal: Journal, kind: str, lines: Sequence[tuple[int, int, str]]) -> None:
    """Turn round what is told of units that stay: their dates and places, and that they came again."""
    if kind in {"folded", "unfolded"}:
        journal.turned(_OPPOSITES[kind], [(first, last) for first, last, _ in lines])
        return
    for number, _, content in lines:
        values = json.loads(content)
        if kind == "dated":
            before, after = values[:2], values[2:]
            if connection.run(_DATE, (*before, number, *after)):
                journal.dated([(number, (*after, *before))])
        elif connection.run(_PLACES[kind], (number, *values)):
            journal.placed([(number, *values)], _OPPOSITES[kind])


def absent(memory: Asks, lot: Sequence[Removed]) -> Iterator[Removed]:
    """Those of removed units whose text has not come again since."""
    digests = [row[1] for row, _ in lot]
    known = set(map(tuple, memory.rows(f"SELECT digest FROM unit WHERE digest IN ({_marks(digests)})", digests)))
    return ((row, places) for row, places in lot if (row[1],) not in known)


def decoded(content: str) -> Removed:
    """The unit of a line of the journal."""
    row, places = json.loads(content)
    return row, places


def lots(values: Iterable[Any]) -> Iterator[list[Any]]:
    """The values, some hundreds at a time."""
    waiting = iter(values)
    while lot := list(islice(waiting, LOT)):
        yield lot


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
