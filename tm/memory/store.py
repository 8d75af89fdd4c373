"""Where units are kept: taken in as a whole or not at all, given out one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from types import TracebackType

from termbase.connection import Connection, open_to_write, transaction
from termbase.database import BUSY_SECONDS
from termbase.migrations import migrate
from termbase.place import Place
from tm.memory.filing import Filing
from tm.memory.indexing import WORTH, Indexer
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

    def __init__(self, connection: Connection, who: str) -> None:
        self.place = connection.place
        self._connection = connection
        self._who = who

    @classmethod
    def open(cls, location: str | Place, *, who: str = "", wait: float = BUSY_SECONDS) -> Memory:
        """Open the database, make a file where there is none, and bring an older one up to date after a backup.

        `who` is noted with units that do not say who made them; `wait` is how many seconds to wait for another
        writer. Raises DatabaseError.
        """
        connection = open_to_write(location, wait=wait)
        try:
            migrate(connection)
            memory = cls(connection, who)
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
        with transaction(self._connection, "memory"):
            filing = Filing(self._connection, self._who)
            while lot := list(islice(waiting, _LOT)):
                new = filing.file(lot)
                added += new
                folded += len(lot) - new
            filing.finish()
        return Outcome(added, folded)

    def remove_all(self, unit_ids: Iterable[int]) -> int:
        """Remove units, all or none; returns how many there were."""
        removed = 0
        with transaction(self._connection, "memory"):
            for unit_id in unit_ids:
                removed += self._connection.run("DELETE FROM unit WHERE id = ?", (unit_id,))
            if removed:
                for table in ("segment", "unit_context"):
                    self._connection.run(f"DELETE FROM {table} WHERE unit_id NOT IN (SELECT id FROM unit)")
        return removed

    def index(self) -> None:
        """Index what a migration left without blocks; memory stays flat."""
        ((loose,),) = self._connection.rows("SELECT count(*) FROM segment WHERE id < 0")
        if loose >= _SIDES * WORTH:
            with transaction(self._connection, "memory"):
                Indexer(self._connection).finish()
