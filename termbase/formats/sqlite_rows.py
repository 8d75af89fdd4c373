"""The rows of an SQLite file of another program, which is not changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from termbase.errors import FormatError, unreadable

__all__ = ["sqlite_rows"]

_MARK = b"SQLite format 3\x00"


def sqlite_rows(path: Path, query: str, kind: str) -> Iterator[tuple[Any, ...]]:
    """The rows that a query gives, one by one; `kind` names the file in messages.

    Raises FormatError for a file that is no SQLite file or lacks what the query asks for, and InputError for one that
    cannot be read.
    """
    remedy = "export it from Trados in a format of text"
    try:
        with path.open("rb") as file:
            mark = file.read(len(_MARK))
    except OSError as error:
        raise unreadable(error, path) from error
    if mark != _MARK:
        raise FormatError(f"no {kind}: it is not an SQLite file", path=path, remedy=remedy)
    # `immutable` keeps SQLite from making files beside it
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            yield from connection.execute(query)
    # a damaged page may hold text that is no UTF-8
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise FormatError(f"no {kind} ({error})", path=path, remedy=remedy) from error
