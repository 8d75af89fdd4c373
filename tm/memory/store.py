"""Where units are kept: taken in as a whole or not at all, given out one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

from termbase.database import BUSY_SECONDS, connect, file_of
from termbase.failures import readable_errors
from termbase.migrations import migrate
from tm.memory.indexing import Indexer
from tm.memory.rows import INSERT, digest_of, row_of
from tm.model import Unit

__all__ = ["Memory", "Outcome"]

# Units looked up and inserted at a time; below the 999 parameters that an older SQLite allows
_LOT = 900
# Place of the date of making in a row
_CREATED = 11


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did."""

    added: int
    folded: int
    """Units that were there already, text for text."""


class Memory:
    """A memory that can be changed; made by `Memory.open`; close it, or use it in a `with` block."""

    def __init__(self, path: Path, connection: sqlite3.Connection, who: str) -> None:
        self.path = path
        self._connection = connection
        # KiB: rows are appended, so that half of what a termbase wants is enough
        connection.execute("PRAGMA cache_size = -32768")
        self._who = who

    @classmethod
    def open(cls, location: str | Path, *, who: str = "", wait: float = BUSY_SECONDS) -> Memory:
        """Open the database file, make it where there is none, and bring an older one up to date after a backup.

        `who` is noted with units that do not say who made them; `wait` is how many seconds to wait for another
        writer. Raises DatabaseError.
        """
        path = file_of(location)
        connection = connect(path, wait=wait)
        try:
            migrate(connection, path)
        except BaseException:
            connection.close()
            raise
        return cls(path, connection, who)

    def close(self) -> None:
        """Give up the file; a transaction still open is taken back."""
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
            filing = _Filing(self._connection, self._who)
            while lot := list(islice(waiting, _LOT)):
                new = filing.file(lot)
                added += new
                folded += len(lot) - new
            filing.finish()
        return Outcome(added, folded)

    def remove_all(self, unit_ids: Iterable[int]) -> int:
        """Remove units, all or none; returns how many there were."""
        removed = 0
        with self._transaction():
            for unit_id in unit_ids:
                removed += self._connection.execute("DELETE FROM unit WHERE id = ?", (unit_id,)).rowcount
            if removed:
                self._connection.execute("DELETE FROM segment WHERE unit_id NOT IN (SELECT id FROM unit)")
        return removed

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with readable_errors(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


class _Filing:
    """Puts units into the database one lot after the other."""

    def __init__(self, connection: sqlite3.Connection, who: str) -> None:
        self._connection = connection
        self._unsaid = (f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}", who)
        self._indexer = Indexer(connection)
        ((self._next,),) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM unit")
        self._first = self._next
        self._document = ""
        self._previous = 0

    def file(self, lot: list[Unit]) -> int:
        """Insert the units of a lot that are not there yet; returns how many."""
        digests = [digest_of(unit) for unit in lot]
        known = self._known(digests)
        rows: list[list[Any]] = []
        folded = []
        for unit, digest in zip(lot, digests, strict=True):
            previous = self._previous if unit.document == self._document else 0
            number = known.setdefault(digest, self._next)
            self._link(rows, previous, number)
            if number == self._next:
                self._next += 1
                row = [number, digest, previous, 0, *row_of(unit)]
                if not unit.created:
                    row[_CREATED : _CREATED + 2] = self._unsaid
                rows.append(row)
                self._indexer.add(number, unit)
            elif unit.changed:
                folded.append((unit.changed, unit.changed_by, number, unit.changed))
            self._document, self._previous = unit.document, number
        self._connection.executemany(INSERT, rows)
        self._connection.executemany(
            "UPDATE unit SET changed = ?, changed_by = ? WHERE id = ? AND changed < ?", folded
        )
        return len(rows)

    def _link(self, rows: list[list[Any]], previous: int, number: int) -> None:
        """Note with the unit before what follows it, where nothing is noted yet."""
        if rows and rows[-1][0] == previous:
            rows[-1][3] = rows[-1][3] or number
        elif previous:
            self._connection.execute(
                "UPDATE unit SET following = ? WHERE id = ? AND following = 0", (number, previous)
            )

    def finish(self) -> None:
        """Bring the index up to date."""
        self._indexer.finish()

    def _known(self, digests: list[int]) -> dict[int, int]:
        rows = self._connection.execute(
            f"SELECT digest, id FROM unit WHERE digest IN ({','.join('?' * len(digests))})", digests
        )
        return dict(rows.fetchall())
