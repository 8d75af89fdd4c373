"""A database file as `termbase.connection` wants it: the SQLite driver, and the few things only SQLite has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.errors import DatabaseError
from termbase.failures import readable_errors
from termbase.versions import require_known
from termbase.word_index import FullText

if TYPE_CHECKING:
    from termbase.connection import Area
    from termbase.rows import Row

__all__ = ["APPLICATION_ID", "FileConnection", "schema_version"]

APPLICATION_ID = 0x7A687465
"""`zhte` in ASCII, in the header of the file (SQLite's `PRAGMA application_id`): whose file it is."""
_VERSION = "alembic_version"
# KiB, for bulk loads: with SQLite's 2 MB an import of 100,000 concepts takes half as long again. The rows of a memory
# are appended, so that half as much is enough.
_CACHE = {"termbase": 65_536, "memory": 32_768, "tables": 65_536}


class FileConnection(sqlite3.Connection):
    """An open database file, see `termbase.connection.Connection`. The driver begins no transaction by itself."""

    place: Path
    dialect = "sqlite://"
    words = FullText()

    @property
    def driver(self) -> sqlite3.Connection:
        """The connection itself."""
        return self

    def rows(self, statement: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows of a reading statement."""
        with self.readable_errors():
            return self.execute(statement, parameters).fetchall()

    def run(self, statement: str, parameters: Sequence[object] = ()) -> int:
        """Execute a changing statement; returns how many rows it concerned."""
        with self.readable_errors():
            return self.execute(statement, parameters).rowcount

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Execute a changing statement for each row."""
        with self.readable_errors():
            self.executemany(statement, rows)

    def append(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Insert new rows."""
        names = ", ".join(f'"{column}"' for column in columns)
        self.run_many(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})", rows)

    def begin(self, area: Area) -> None:
        """Begin a transaction; it takes the write lock before its first read.

        So none fails half-way because another process wrote in between.
        """
        self.execute(f"PRAGMA cache_size = -{_CACHE[area]}")
        if area == "tables":
            # cannot be changed inside a transaction
            self.execute("PRAGMA journal_mode = WAL")
        self.execute("BEGIN IMMEDIATE")

    def rollback(self) -> None:
        """Take back what the transaction did; after some failures (a full disk) SQLite has done it already."""
        if self.in_transaction:
            super().rollback()

    def schema_version(self) -> int | None:
        """See the function of this name."""
        return schema_version(self, self.place)

    def prepare_tables(self, version: int | None) -> Path | None:
        """Copy an older file to a backup beside it."""
        if version is None:
            return None
        from termbase.backups import back_up_beside

        return back_up_beside(self.place)

    def sign(self) -> None:
        """Write into the header whose file it is."""
        self.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    def readable_errors(self, *wrappers: type[Exception]) -> AbstractContextManager[None]:
        """Turn the driver's errors into DatabaseError."""
        return readable_errors(self.place, *wrappers)


def schema_version(connection: sqlite3.Connection, path: Path) -> int | None:
    """The number of the last migration in the file, 0 before the first; None for a new, empty file.

    Raises DatabaseError for a file of another program, of a newer zhterm, and for what is no database at all.
    """
    with readable_errors(path):
        ((owner,),) = connection.execute("PRAGMA application_id")
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        rows = connection.execute("SELECT version_num FROM alembic_version").fetchall() if _VERSION in tables else []
    if owner != APPLICATION_ID:
        if owner or tables:
            raise DatabaseError("an SQLite file of another program", path=path, remedy="choose another: --db FILE")
        return None
    return require_known(int(rows[0][0]) if rows else 0, path)
