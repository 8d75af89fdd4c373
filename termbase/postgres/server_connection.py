"""A database on a server as `termbase.connection` wants it: psycopg, and the few things only PostgreSQL has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import psycopg  # noqa: TID251 - its one home
from psycopg.pq import TransactionStatus  # noqa: TID251 - its one home

from termbase.errors import DatabaseError
from termbase.place import Server
from termbase.postgres.failures import readable_errors
from termbase.postgres.statements import translated
from termbase.postgres.word_table import WordTable
from termbase.rows import Row
from termbase.versions import require_known

if TYPE_CHECKING:
    from termbase.connection import Area

__all__ = ["ServerConnection"]

_VERSION = "alembic_version"
_OWNER = "zhterm"
"""The comment on the table with the version: whose tables they are."""
# The tables of ours that are in the schema where new ones would be made
_TABLES = (
    "SELECT c.relname, obj_description(c.oid, 'pg_class') "
    "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE n.nspname = current_schema() AND c.relname IN (?,?,?,?)"
)
_LOCK = 0x7A687465
"""`zhte` in ASCII, beside which the locks of others are unlikely."""
_AREAS: dict[Area, Sequence[int]] = {"termbase": (1,), "memory": (2,), "tables": (1, 2)}
# From so many rows on COPY is sooner
_MANY = 200


class ServerConnection:
    """A connection to a database on a server. The driver begins no transaction by itself."""

    dialect = "postgresql+psycopg://"
    words = WordTable()

    def __init__(self, driver: psycopg.Connection[Any], place: Server) -> None:
        self.driver = driver
        self.place = place
        # numbers and bytes come as they are, not as text
        self._cursor = driver.cursor(binary=True)
        self._grown: Counter[str] = Counter()
        self._counted: dict[str, int] = {}
        """Rows of a table from which on its statistics are made anew."""
        self._policies: dict[str, bool] = {}

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open and nothing in it has failed."""
        return self.driver.info.transaction_status is TransactionStatus.INTRANS

    def rows(self, statement: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows of a reading statement."""
        with self.readable_errors():
            return list(self._cursor.execute(*translated(statement, parameters)).fetchall())

    def run(self, statement: str, parameters: Sequence[object] = ()) -> int:
        """Execute a changing statement; returns how many rows it concerned."""
        with self.readable_errors():
            return self._cursor.execute(*translated(statement, parameters)).rowcount

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Execute a changing statement for each row."""
        written, _ = translated(statement, ())
        with self.readable_errors():
            self._cursor.executemany(written, rows)

    def append(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Insert new rows; many as a stream."""
        names = ", ".join(f'"{column}"' for column in columns)
        waiting: Iterator[Sequence[object]] = iter(rows)
        first = list(islice(waiting, _MANY))
        if len(first) < _MANY or self._has_policies(table):
            self.run_many(
                f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})", chain(first, waiting)
            )
            return
        with self.readable_errors():
            with self._cursor.copy(f"COPY {table} ({names}) FROM STDIN".encode()) as copy:
                for row in chain(first, waiting):
                    copy.write_row(row)
            self._grown[table] += self._cursor.rowcount
            if self._grown[table] >= self._counted.get(table, _MANY):
                # without it the server guesses what is where, and a look-up takes ten times as long for a minute
                self.driver.execute(f"ANALYZE {table}".encode())
                self._counted[table] = 4 * self._grown[table]

    def _has_policies(self, table: str) -> bool:
        """Whether this user may only see or write some rows of a table."""
        if table not in self._policies:
            self._policies[table] = bool(self.rows("SELECT row_security_active(?)", (table,))[0][0])
        return self._policies[table]

    def begin(self, area: Area) -> None:
        """Begin a transaction and wait for the lock of its area, so that nobody else writes there until it ends.

        With one lock, taken first, no two writers can wait for each other in a circle, and a number that follows the
        greatest is free.
        """
        with self.readable_errors():
            self.driver.execute(b"BEGIN")
            try:
                for lock in _AREAS[area]:
                    self.driver.execute(b"SELECT pg_advisory_xact_lock(%s::int, %s::int)", (_LOCK, lock))
            except BaseException:
                self.rollback()
                raise

    def commit(self) -> None:
        """End the transaction; what it did stays."""
        with self.readable_errors():
            self.driver.commit()

    def rollback(self) -> None:
        """Take back what the transaction did; a connection that was lost has done it already."""
        with suppress(psycopg.Error):
            self.driver.rollback()

    def schema_version(self) -> int | None:
        """The number of the last migration; None where there are none of our tables.

        Raises DatabaseError for the tables of another program that have our names, and for those of a newer zhterm.
        """
        tables = dict(map(tuple, self.rows(_TABLES, (_VERSION, "concept", "term", "unit"))))
        if not tables:
            return None
        if tables.get(_VERSION) != _OWNER:
            raise DatabaseError(
                f"the tables of another program ({', '.join(sorted(tables))})",
                path=self.place,
                remedy="choose another database or another schema (?options=-csearch_path%3DNAME)",
            )
        ((version,),) = self.rows(f"SELECT version_num FROM {_VERSION}")
        return require_known(int(version), self.place)

    def prepare_tables(self, version: int | None) -> None:
        """Nothing: a failed migration is taken back, and backups are for whoever keeps the server (pg_dump)."""

    def sign(self) -> None:
        """Say whose tables they are."""
        self.run(f"COMMENT ON TABLE {_VERSION} IS '{_OWNER}'")

    def require_unicode(self) -> None:
        """Raise DatabaseError for a database whose text is not in UTF-8."""
        encoding = self.driver.info.parameter_status("server_encoding")
        if encoding != "UTF8":
            raise DatabaseError(
                f"its text is in {encoding}, not in UTF-8",
                path=self.place,
                remedy="make another: createdb -E UTF8 -T template0 NAME",
            )

    def readable_errors(self, *wrappers: type[Exception]) -> AbstractContextManager[None]:
        """Turn the driver's errors into DatabaseError."""
        return readable_errors(self.place, *wrappers)

    def close(self) -> None:
        """Give up the connection."""
        self.driver.close()
