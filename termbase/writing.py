"""Writing to the database: transactions, bulk inserts, and who did it in which run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime

import sqlalchemy
from sqlalchemy.exc import DBAPIError

from termbase import schema
from termbase.connection import Connection, open_to_write
from termbase.database import BUSY_SECONDS
from termbase.engine import sqlalchemy_connection
from termbase.errors import DatabaseError
from termbase.migrations import migrate
from termbase.place import Place
from termbase.rows import Row
from termbase.word_index import WordIndex

__all__ = ["Writer"]


class Writer:
    """The one connection through which a program changes a database; made by `Writer.open`."""

    def __init__(self, driver: Connection, *, who: str, command: str) -> None:
        self._who = who
        self._command = command
        self._run: int | None = None
        self._driver = driver
        try:
            self.backup = migrate(self._driver)
            """The copy that was made of an older file before it was brought up to date; None mostly."""
            self._connection = sqlalchemy_connection(self._driver)
        except BaseException:
            self._driver.close()
            raise

    @classmethod
    def open(cls, location: str | Place, *, who: str = "", command: str = "", wait: float = BUSY_SECONDS) -> Writer:
        """Open or make the database; `who` and `command` are noted with what is changed, `wait` is in seconds."""
        return cls(open_to_write(location, wait=wait), who=who, command=command)

    @property
    def place(self) -> Place:
        """The database."""
        return self._driver.place

    @property
    def words(self) -> WordIndex:
        """How the words of terms are kept."""
        return self._driver.words

    def close(self) -> None:
        """Give up the database; a transaction still open is taken back."""
        self._connection.close()
        self._driver.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything in it or nothing; one inside another is kept only if the outer one is.

        What raises inside (Ctrl-C too) takes back what was done inside.
        """
        inner = self._connection.in_transaction()
        if inner:
            self._require_transaction()
        with self._readable_errors():
            transaction = self._connection.begin_nested() if inner else self._connection.begin()
        try:
            yield
            self._require_transaction()
            with self._readable_errors():
                transaction.commit()
        except BaseException:
            self._take_back(transaction)
            raise

    def rows(self, statement: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows of a reading statement in plain SQL."""
        return self._driver.rows(statement, parameters)

    def write(self, statement: sqlalchemy.Executable) -> None:
        """Execute one changing statement of SQLAlchemy Core; inside a transaction only."""
        self._require_transaction()
        with self._readable_errors():
            self._connection.execute(statement)

    def write_many(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Execute a changing statement in plain SQL for each row by the driver itself; inside a transaction only."""
        self._require_transaction()
        if rows:
            self._driver.run_many(statement, rows)

    def insert(self, table: sqlalchemy.Table, rows: Sequence[tuple[object, ...]]) -> None:
        """Insert rows that have a value for each column of the table, in order.

        None in the place of their number lets the database number them, in all rows or in none.
        """
        self._require_transaction()
        if not rows:
            return
        columns = [column.name for column in table.columns]
        if rows[0][0] is None:
            self._driver.append(table.name, columns[1:], [row[1:] for row in rows])
        else:
            self._driver.append(table.name, columns, rows)

    def file_words(self, rows: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Add the words of terms, by their row numbers in the word index; inside a transaction only."""
        self._require_transaction()
        self.words.file(self._driver, rows)

    def unfile_words(self, row_ids: Sequence[int]) -> None:
        """Remove the words of terms."""
        self._require_transaction()
        self.words.unfile(self._driver, row_ids)

    @property
    def run(self) -> int:
        """Number of this session in the table of runs, which gets its row when something is first changed."""
        if self._run is None:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            row = {"at": now, "who": self._who, "command": self._command}
            self._require_transaction()
            with self._readable_errors():
                result = self._connection.execute(
                    sqlalchemy.insert(schema.run).values(row).returning(schema.run.c.id)
                )
                self._run = result.scalar_one()
        return self._run

    def _readable_errors(self) -> AbstractContextManager[None]:
        return self._driver.readable_errors(DBAPIError)

    def _require_transaction(self) -> None:
        if not self._driver.in_transaction:
            raise DatabaseError(
                "an earlier failure has taken everything back", path=self.place, remedy="run it again"
            )

    def _take_back(self, transaction: sqlalchemy.Transaction) -> None:
        if self._connection.closed:
            return
        # after some failures (a full disk) SQLite has taken everything back already
        with suppress(DBAPIError):
            transaction.rollback()
        # the row of this run may have gone with the rest
        if self._run is not None and not self.rows("SELECT 1 FROM run WHERE id = ?", (self._run,)):
            self._run = None
