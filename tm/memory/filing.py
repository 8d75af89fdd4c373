"""Units on their way into the database: each text once, with what stood before and behind it wherever it came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from termbase.connection import Connection
from tm.memory.digest import digest_of
from tm.memory.indexing import Indexer
from tm.memory.journal import Journal, last_number
from tm.memory.rows import INSERTED, row_of
from tm.model import Unit

__all__ = ["Filing"]

# Places in the row of a unit: four numbers, then its values; of one that is there, dates follow the numbers
_NUMBER, _DIGEST, _PREVIOUS, _FOLLOWING, _DATED, _CREATED = 0, 1, 2, 3, 4, 11

Row = list[Any]


class Filing:
    """Puts units into the database one lot after the other; inside a transaction of the caller."""

    def __init__(self, connection: Connection, who: str, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal
        self._unsaid = (f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}", who)
        self._indexer = Indexer(connection)
        self._first = self._next = last_number(connection) + 1
        self._rows: list[Row] = []
        self._again: list[tuple[Row, Sequence[int]]] = []
        """Places where a unit came again, each with the numbers of the unit that is there."""
        self._last: Row = [0, 0, 0, 0]
        """The unit before; what follows it is told with the next one."""
        self._document = ""

    def file(self, lot: Sequence[Unit]) -> int:
        """Take the units of a lot; returns how many of them were not there yet."""
        first = self._next
        again = []
        dated: list[tuple[int, Sequence[str]]] = []
        digests = list(map(digest_of, lot))
        known = self._known(digests)
        fresh = []
        folded = []
        for unit, digest in zip(lot, digests, strict=True):
            there = known.get(digest)
            place = self._place(unit, digest, self._next if there is None else there[_NUMBER])
            if there is None:
                self._next += 1
                known[digest] = place
                place += row_of(unit)
                if not unit.created:
                    place[_CREATED : _CREATED + 2] = self._unsaid
                self._rows.append(place)
                fresh.append(unit)
            else:
                self._again.append((place, there))
                if there[_NUMBER] < self._first:
                    again.append(there[_NUMBER])
                    if there[_DATED] < unit.changed:
                        dates = (*there[_DATED : _DATED + 2], unit.changed, unit.changed_by)
                        dated.append((there[_NUMBER], dates))
                if unit.changed:
                    folded.append((unit.changed, unit.changed_by, there[_NUMBER], unit.changed))
        self._indexer.add(range(first, self._next), fresh)
        self._journal.folded(again)
        self._journal.dated(dated)
        self._insert()
        self._connection.run_many("UPDATE unit SET changed = ?, changed_by = ? WHERE id = ? AND changed < ?", folded)
        return self._next - first

    def finish(self) -> None:
        """Insert what waits, and bring the index up to date."""
        self._last = [0, 0, 0, 0]
        self._insert()
        self._indexer.finish()
        self._journal.added(self._first, self._next - 1)
        self._journal.finish()

    def _known(self, digests: list[int]) -> dict[int, Row]:
        """The numbers of the units with these digests, in the order of a row."""
        found = self._connection.rows(
            "SELECT id, digest, previous, following, changed, changed_by FROM unit "
            f"WHERE digest IN ({','.join('?' * len(digests))})",
            digests,
        )
        known: dict[int, Row] = {row[_DIGEST]: list(row) for row in found}
        known.update((row[_DIGEST], row) for row in self._rows)
        return known

    def _place(self, unit: Unit, digest: int, number: int) -> Row:
        """The numbers of a unit where it stands, between the one before and one that is yet to come."""
        together = unit.document == self._document
        if together:
            self._last[_FOLLOWING] = number
        self._last = [number, digest, self._last[_NUMBER] if together else 0, 0]
        self._document = unit.document
        return self._last

    def _insert(self) -> None:
        """Insert all that is complete: the last unit waits for the next."""
        waiting = self._rows.pop() if self._rows and self._rows[-1] is self._last else None
        self._connection.append("unit", INSERTED, self._rows)
        self._rows = [waiting] if waiting else []
        again = self._again.pop() if self._again and self._again[-1][0] is self._last else None
        places = {
            (place[_NUMBER], place[_PREVIOUS], place[_FOLLOWING])
            for place, there in self._again
            if place[_PREVIOUS : _FOLLOWING + 1] != [*there[_PREVIOUS : _FOLLOWING + 1]]
        }
        self._again = [again] if again else []
        if places:
            self._place_again(places)

    def _place_again(self, places: set[tuple[int, int, int]]) -> None:
        """Note further places of units; those of units from earlier runs are told to the journal."""
        numbers = list({place[0] for place in places})
        statement = f"SELECT * FROM unit_context WHERE unit_id IN ({','.join('?' * len(numbers))})"
        new = sorted(places - set(map(tuple, self._connection.rows(statement, numbers))))
        self._connection.run_many("INSERT INTO unit_context VALUES (?, ?, ?)", new)
        self._journal.placed([place for place in new if place[0] < self._first])
