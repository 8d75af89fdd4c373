"""Where units are kept: taken in as a whole or not at all, given out one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from types import TracebackType

from termbase.connection import Connection, open_to_write, transaction
from termbase.database import BUSY_SECONDS
from termbase.migrations import migrate
from termbase.place import Place
from termbase.precaution import MUCH, copied_beside
from tm.memory.filing import Filing
from tm.memory.indexing import WORTH, Indexer
from tm.memory.journal import Journal
from tm.memory.removing import remove_units
from tm.memory.rows import COLUMNS, unit_of
from tm.memory.undoing import Undone, planned, take_back
from tm.model import Unit

__all__ = ["Memory", "Outcome"]

# Units looked up and inserted at a time; below the 999 parameters that an older SQLite allows
_LOT = 900
_SIDES = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did."""

    added: int
    folded: int
    """Units that were there already, text for text."""


class Memory:
    """A memory that can be changed; made by `Memory.open`; close it, or use it in a `with` block."""

    def __init__(self, connection: Connection, who: str, command: str = "") -> None:
        self.place = connection.place
        self._connection = connection
        self._who = who
        self._journal = Journal(connection, who, command)

    @classmethod
    def open(cls, location: str | Place, *, who: str = "", command: str = "", wait: float = BUSY_SECONDS) -> Memory:
        """Open the database, make a file where there is none, and bring an older one up to date after a backup.

        `who` is noted with units that do not say who made them, and with `command` for the run; `wait` is how many
        seconds to wait for another writer. Raises DatabaseError.
        """
        connection = open_to_write(location, wait=wait)
        try:
            migrate(connection)
            memory = cls(connection, who, command)
            memory.index()
        except BaseException:
            connection.close()
            raise
        return memory

    def close(self) -> None:
        """Give up the database; a transaction still open is taken back."""
        self._connection.close()

    def __enter__(self) -> Memory:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add_all(self, units: Iterable[Unit]) -> Outcome:
        """Take units in, all or none, with the index; units that are there already only get a newer date.

        Units with an empty side are the caller's to leave out. Memory stays flat.
        """
        waiting = iter(units)
        added = folded = 0
        with self._transaction():
            filing = Filing(self._connection, self._who, self._journal)
            while lot := list(islice(waiting, _LOT)):
                new = filing.file(lot)
                added += new
                folded += len(lot) - new
            filing.finish()
        return Outcome(added, folded)

    def remove_all(self, unit_ids: Iterable[int]) -> int:
        """Remove units, all or none; returns how many there were."""
        numbers = list(unit_ids)
        self._take_precaution(len(numbers))
        with self._transaction():
            return remove_units(self._connection, self._journal, numbers)

    def take_back(self, run: int) -> Undone:
        """Take back what a run added, removed or changed, all or nothing."""
        expected = planned(self._connection, run)
        self._take_precaution(expected.removed + expected.restored)
        with self._transaction():
            return take_back(self._connection, self._journal, run)

    def rebuild_index(self) -> int:
        """Make segments, blocks and counts of words anew from the units, all or nothing; returns how many units."""
        count = 0
        with self._transaction():
            for table in ("segment", "block", "posting", "memory_word"):
                self._connection.run(f"DELETE FROM {table}")
            indexer = Indexer(self._connection)
            page = f"SELECT id, {COLUMNS} FROM unit WHERE id > ? ORDER BY id LIMIT {_LOT}"
            last = 0
            while rows := self._connection.rows(page, (last,)):
                indexer.add([row[0] for row in rows], [unit_of(tuple(row[1:])) for row in rows])
                count += len(rows)
                last = rows[-1][0]
            indexer.finish()
        return count

    def _take_precaution(self, changes: int) -> None:
        """Copy the database before many units go."""
        if changes > MUCH:
            copied_beside(self.place)

    def index(self) -> None:
        """Index what a migration left without blocks; memory stays flat."""
        ((loose,),) = self._connection.rows("SELECT count(*) FROM segment WHERE id < 0")
        if loose >= _SIDES * WORTH:
            with self._transaction():
                Indexer(self._connection).finish()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            with transaction(self._connection, "memory"):
                yield
        except BaseException:
            self._journal.forget()
            raise
