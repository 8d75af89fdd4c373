"""The database as a file: where it is, how it is opened, and whether it is ours.

Nothing here imports SQLAlchemy: a look-up opens the file with the SQLite driver alone.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from termbase.errors import DatabaseError
from termbase.failures import readable_errors
from termbase.file_connection import APPLICATION_ID, FileConnection, schema_version
from termbase.place import Place, place_of
from termbase.versions import SCHEMA_VERSION, require_current

__all__ = [
    "APPLICATION_ID",
    "BUSY_SECONDS",
    "SCHEMA_VERSION",
    "FileConnection",
    "connect",
    "connect_to_read",
    "default_location",
    "file_of",
    "schema_version",
]

BUSY_SECONDS = 5.0
"""How long to wait for another writer: longer than any single edit, shorter than a person's patience."""


def default_location() -> Place:
    """The user's own database: `ZHTERM_DB`, else `zhterm.db` in the user's data folder."""
    if chosen := os.environ.get("ZHTERM_DB"):
        return place_of(chosen)
    import platformdirs

    return platformdirs.user_data_path("zhterm", appauthor=False) / "zhterm.db"


def file_of(location: str | Place) -> Path:
    """The absolute path of a database file; raises DatabaseError for a server and for a folder."""
    place = place_of(location)
    if not isinstance(place, Path):
        raise DatabaseError(
            "this works on files alone",
            path=place,
            remedy="a server is backed up and mended by pg_dump: docs/team.md",
        )
    path = place.expanduser().absolute()
    if path.is_dir():
        raise DatabaseError("this is a folder", path=path, remedy=f"give a file in it, such as {path / 'zhterm.db'}")
    return path


def connect(path: Path, *, wait: float = BUSY_SECONDS) -> FileConnection:
    """A connection that may write; makes the file and its folders. Transactions are begun by hand.

    `wait` is in seconds. Raises DatabaseError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(f"its folder cannot be made: {error.strerror}", path=path, remedy="--db FILE") from error
    with readable_errors(path):
        connection = sqlite3.connect(path, timeout=wait, isolation_level=None, factory=FileConnection)
    connection.place = path
    try:
        schema_version(connection, path)
        with readable_errors(path):
            connection.execute("PRAGMA foreign_keys = ON")
            # with a write-ahead log this survives a crash of the program; only a power cut can lose the last commits
            connection.execute("PRAGMA synchronous = NORMAL")
    except DatabaseError:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path) -> FileConnection:
    """A connection that cannot write, also to a file in a folder where nothing may be written.

    Raises DatabaseError where there is no file, no termbase in it, or one of another schema version.
    """
    if not path.exists():
        raise DatabaseError("no termbase at this place", path=path, remedy="make one: zhterm import --starter")
    try:
        return _checked(path, "mode=ro")
    except DatabaseError as error:
        # a write-ahead log wants a file beside the database, even to read; without one the file stands still
        if not _cannot_open(error) or _has_log(path):
            raise
        return _checked(path, "mode=ro&immutable=1")


def _checked(path: Path, options: str) -> FileConnection:
    with readable_errors(path):
        connection = sqlite3.connect(
            f"{path.as_uri()}?{options}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            factory=FileConnection,
        )
    connection.place = path
    try:
        require_current(schema_version(connection, path), path)
    except DatabaseError:
        connection.close()
        raise
    return connection


def _cannot_open(error: DatabaseError) -> bool:
    cause = error.__cause__
    return isinstance(cause, sqlite3.Error) and getattr(cause, "sqlite_errorcode", 0) & 0xFF in {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
    }


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0
