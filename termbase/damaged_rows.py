"""What can still be read of the tables of a damaged file, past the pages that cannot."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

__all__ = ["numbered_rows", "owned_rows", "rows_of_all"]

_LAST = 1 << 40
"""No table of ours numbers its rows so far."""

Row = tuple[object, ...]


def numbered_rows(connection: sqlite3.Connection, table: str, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a table that numbers them, by number; what cannot be read is stepped over.

    `columns` begin with the number. Behind a row that fails, the next is looked for twice as far each time, and the
    first that can be read is found by halving: a page costs some dozen attempts however many rows it had.
    """
    number = columns[0]
    start = 0
    end = _end(connection, table, number)
    while start <= end:
        statement = f"SELECT {_listed(columns)} FROM {table} WHERE {number} >= ? ORDER BY {number}"
        last = start - 1
        try:
            for row in connection.execute(statement, (start,)):
                # a damaged tree may lead back to where one was
                if not isinstance(row[0], int) or row[0] <= last:
                    raise sqlite3.DatabaseError("rows out of order")
                last = row[0]
                yield row
        except (sqlite3.Error, ValueError, OverflowError):
            start = _next_readable(connection, statement, last + 1, end)
        else:
            return


def owned_rows(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], owners: Iterable[object]
) -> Iterator[Row]:
    """The rows of a table that has none of its own numbers, owner by owner, which are in its first column."""
    statement = f"SELECT {_listed(columns)} FROM {table} WHERE {_quoted(columns[0])} = ?"
    for owner in owners:
        yield from _until_damage(connection, statement, (owner,))


def rows_of_all(connection: sqlite3.Connection, table: str, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a table from its first on, as far as they can be read."""
    return _until_damage(connection, f"SELECT {_listed(columns)} FROM {table}", ())


def _until_damage(connection: sqlite3.Connection, statement: str, parameters: Sequence[object]) -> Iterator[Row]:
    try:
        yield from connection.execute(statement, parameters)
    except (sqlite3.Error, ValueError, OverflowError):
        return


def _end(connection: sqlite3.Connection, table: str, number: str) -> int:
    """The last number, where it can be read; else more than any."""
    for ((last,),) in [list(_until_damage(connection, f"SELECT max({number}) FROM {table}", ())) or [(None,)]]:
        if isinstance(last, int):
            return last
    return _LAST


def _next_readable(connection: sqlite3.Connection, statement: str, start: int, end: int) -> int:
    """The first number from `start` on at which a row can be read; one behind the end where there is none."""
    step, failed = 1, start
    while not _is_readable(connection, statement, start + step):
        failed = start + step
        step *= 2
        if start + step > end:
            return end + 1 if not _is_readable(connection, statement, end) else end
    found = start + step
    while found - failed > 1:
        middle = (found + failed) // 2
        if _is_readable(connection, statement, middle):
            found = middle
        else:
            failed = middle
    return found


def _is_readable(connection: sqlite3.Connection, statement: str, start: int) -> bool:
    try:
        row = connection.execute(f"{statement} LIMIT 1", (start,)).fetchone()
        return row is not None and isinstance(row[0], int) and row[0] >= start
    except (sqlite3.Error, ValueError, OverflowError):
        return False


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(map(_quoted, columns))


def _quoted(column: str) -> str:
    return f'"{column}"'
