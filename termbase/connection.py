"""What a database must be able to do for us, in whichever program it is kept, and how one is opened.

All statements are plain SQL with `?` for a parameter and are the same for each; only the words of terms are kept in
another way (`termbase.word_index`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from termbase.place import Place, place_of

if TYPE_CHECKING:
    from termbase.rows import Row
    from termbase.word_index import WordIndex

__all__ = ["Area", "Connection", "open_to_read", "open_to_write", "transaction"]

Area = Literal["termbase", "memory", "tables"]
"""What a transaction may change: concepts, units, or the tables themselves.

On a server only those of one area wait for each other; in a file all do.
"""


class Connection(Protocol):
    """An open database."""

    @property
    def place(self) -> Place:
        """The file or the server."""

    @property
    def dialect(self) -> str:
        """As SQLAlchemy calls it, with `://` behind it."""

    @property
    def driver(self) -> Any:
        """The connection of the driver, for SQLAlchemy."""

    @property
    def words(self) -> WordIndex:
        """How the words of terms are kept."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open and can go on."""

    def rows(self, statement: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows of a reading statement; raises DatabaseError."""

    def run(self, statement: str, parameters: Sequence[object] = ()) -> int:
        """Execute a changing statement; returns how many rows it concerned."""

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Execute a changing statement for each row."""

    def append(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Insert new rows, as fast as the database takes them."""

    def begin(self, area: Area) -> None:
        """Begin a transaction, as the only one that writes in its area; nothing is begun by itself."""

    def commit(self) -> None:
        """End the transaction; what it did stays."""

    def rollback(self) -> None:
        """End the transaction and take back what it did."""

    def schema_version(self) -> int | None:
        """The number of the last migration, 0 before the first; None where there is nothing yet."""

    def prepare_tables(self, version: int | None) -> Path | None:
        """Before tables are made or changed: back up an older database; returns the backup, None for none."""

    def sign(self) -> None:
        """Mark the database as ours."""

    def readable_errors(self, *wrappers: type[Exception]) -> AbstractContextManager[None]:
        """Turn the driver's errors into DatabaseError, also inside the exceptions of a library around it."""

    def close(self) -> None:
        """Give up the database; a transaction still open is taken back."""


def open_to_read(location: str | Place) -> Connection:
    """A connection that cannot write; raises DatabaseError where there is no termbase of this schema version."""
    place = place_of(location)
    if isinstance(place, Path):
        from termbase.database import connect_to_read, file_of

        return connect_to_read(file_of(place))
    from termbase.postgres import connect_to_read as connect_to_server

    return connect_to_server(place)


def open_to_write(location: str | Place, *, wait: float) -> Connection:
    """A connection that may write; makes a file and its folders. `wait` is in seconds. Raises DatabaseError."""
    place = place_of(location)
    if isinstance(place, Path):
        from termbase.database import connect, file_of

        return connect(file_of(place), wait=wait)
    from termbase.postgres import connect as connect_to_server

    return connect_to_server(place, wait=wait)


@contextmanager
def transaction(connection: Connection, area: Area) -> Iterator[None]:
    """Everything in it or nothing; what raises inside (Ctrl-C too) takes it back."""
    with connection.readable_errors():
        connection.begin(area)
        try:
            yield
            connection.commit()
        except BaseException:
            connection.rollback()
            raise
