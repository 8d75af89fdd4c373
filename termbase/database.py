"""Where the database file is, how it is opened, and whether it is ours.

Nothing here imports SQLAlchemy: a look-up opens the file with the SQLite driver alone.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from termbase.errors import DatabaseError
from termbase.failures import readable_errors

__all__ = [
    "APPLICATION_ID",
    "BUSY_SECONDS",
    "SCHEMA_VERSION",
    "connect",
    "connect_to_read",
    "default_location",
    "file_of",
    "schema_version",
]

APPLICATION_ID = 0x7A687465
"""`zhte` in ASCII, in the header of the file (SQLite's `PRAGMA application_id`): whose file it is."""
SCHEMA_VERSION = 5
"""The newest migration this program knows, as a number."""
BUSY_SECONDS = 5.0
"""How long to wait for another writer: longer than any single edit, shorter than a person's patience."""


def default_location() -> Path:
    """The user's own database: `ZHTERM_DB`, else `zhterm.db` in the user's data folder."""
    if chosen := os.environ.get("ZHTERM_DB"):
        return Path(chosen)
    import platformdirs

    return platformdirs.user_data_path("zhterm", appauthor=False) / "zhterm.db"


def file_of(location: str | Path) -> Path:
    """The absolute path of a database file; raises DatabaseError for a URL and for a folder."""
    if "://" in str(location):
        raise DatabaseError(f"{location} is a URL, only a file can be opened", remedy="give the path of a file")
    path = Path(location).expanduser().absolute()
    if path.is_dir():
        raise DatabaseError("this is a folder", path=path, remedy=f"give a file in it, such as {path / 'zhterm.db'}")
    return path


def connect(path: Path, *, wait: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection that may write; makes the file and its folders. Transactions are begun by hand.

    `wait` is in seconds. Raises DatabaseError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(f"its folder cannot be made: {error.strerror}", path=path, remedy="--db FILE") from error
    with readable_errors(path):
        connection = sqlite3.connect(path, timeout=wait, isolation_level=None)
    try:
        schema_version(connection, path)
        with readable_errors(path):
            connection.execute("PRAGMA foreign_keys = ON")
            # with a write-ahead log this survives a crash of the program; only a power cut can lose the last commits
            connection.execute("PRAGMA synchronous = NORMAL")
            # KiB, for bulk loads: with SQLite's 2 MB an import of 100,000 concepts takes half as long again
            connection.execute("PRAGMA cache_size = -65536")
    except DatabaseError:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
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
    version = int(rows[0][0]) if rows else 0
    if version > SCHEMA_VERSION:
        raise DatabaseError(
            f"made by a newer zhterm (schema {version}, this program knows {SCHEMA_VERSION})",
            path=path,
            remedy="update zhterm",
        )
    return version


_VERSION = "alembic_version"


def _checked(path: Path, options: str) -> sqlite3.Connection:
    with readable_errors(path):
        connection = sqlite3.connect(
            f"{path.as_uri()}?{options}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
        )
    try:
        version = schema_version(connection, path)
        if version is None:
            raise DatabaseError("nothing in it yet", path=path, remedy="fill it: zhterm import --starter")
        if version < SCHEMA_VERSION:
            raise DatabaseError(
                f"made by an older zhterm (schema {version}, this program wants {SCHEMA_VERSION})",
                path=path,
                remedy="any command that writes brings it up to date, after a backup: zhterm import --starter",
            )
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
