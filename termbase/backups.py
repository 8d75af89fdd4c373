"""Copies of a database file beside it: made before much is changed, rotated, and brought back.

Their names are `FILE.backup-YYYYMMDD-HHMMSS`, in UTC. The last ten are kept. A copy appears whole or not at all.
"""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from termbase.database import BUSY_SECONDS, FileConnection, schema_version
from termbase.errors import DatabaseError
from termbase.failures import readable_errors

__all__ = [
    "AFFORDABLE",
    "KEPT",
    "Backup",
    "back_up_beside",
    "backups_of",
    "copy_database",
    "opened_quietly",
    "require_sound",
    "restore",
]

KEPT = 10
"""Backups that stay when a new one is made."""
AFFORDABLE = 256 << 20
"""Bytes of a database up to which a bulk change makes a copy by itself: half a second, and 2.5 GB for all ten."""

_NAME = re.compile(r"\.backup-(\d{8}-\d{6})(?:-(\d+))?\Z")
_TIME = "%Y%m%d-%H%M%S"
# Seconds between two attempts at a database that another program is writing to
_PAUSE = 0.05


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A copy beside a database."""

    made: datetime
    count: int
    """Tells those of one second apart."""
    path: Path
    size: int
    """Bytes."""


def backups_of(path: Path) -> list[Backup]:
    """The backups beside a database, oldest first."""
    found = []
    with suppress(FileNotFoundError):
        for file in path.parent.iterdir():
            match = _NAME.fullmatch(file.name[len(path.name) :]) if file.name.startswith(path.name) else None
            if match is not None and file.is_file():
                with suppress(ValueError):
                    made = datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
                    found.append(Backup(made, int(match[2] or 1), file, file.stat().st_size))
    return sorted(found)


def back_up_beside(path: Path, source: sqlite3.Connection | None = None) -> Path:
    """Copy a database to a new backup beside it, then throw away all but the last ten; returns the copy.

    `source` is a connection to it whose view is copied: that of a transaction it has begun. Raises DatabaseError.
    """
    copy = _new_name(path)
    copy_database(path, copy, source)
    for old in backups_of(path)[:-KEPT]:
        # a folder may be such that one can add to it only
        with suppress(OSError):
            old.path.unlink()
    return copy


def copy_database(path: Path, copy: Path, source: sqlite3.Connection | None = None) -> None:
    """Copy a database as it stands, what is still in its write-ahead log too; the copy appears whole or not at all.

    Raises DatabaseError.
    """
    with _made_beside(copy) as partial, readable_errors(copy), closing(sqlite3.connect(partial)) as target:
        if source is not None:
            _copy(source, target, copy)
        else:
            with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as opened:
                _copy(opened, target, path)


def restore(path: Path, backup: Path) -> Path | None:
    """Put a backup in the place of a database, which is kept as a backup; returns that, None where there was none.

    Raises DatabaseError when the backup is damaged or of another program, and while another program is writing.
    """
    require_sound(backup)
    if not path.exists():
        copy_database(backup, path)
        return None
    try:
        with (
            readable_errors(path),
            closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as present,
        ):
            schema_version(present, path)
            present.execute("BEGIN IMMEDIATE")
            present.execute("ROLLBACK")
            kept = back_up_beside(path)
            with closing(sqlite3.connect(backup)) as source:
                _copy(source, present, path)
            return kept
    except DatabaseError as error:
        if not _is_damage(error):
            raise
    return _replace(path, backup)


def require_sound(path: Path, *, quick: bool = False) -> None:
    """Raise DatabaseError where a file is no whole database of ours; `quick` does not compare indexes with rows."""
    if not path.is_file():
        raise DatabaseError("there is no such file", path=path, remedy="see them: zhterm backup --list")
    check = "quick_check" if quick else "integrity_check"
    with closing(opened_quietly(path)) as connection:
        if schema_version(connection, path) is None:
            raise DatabaseError("nothing is in it", path=path, remedy="see others: zhterm backup --list")
        with readable_errors(path):
            complaints = [line for (line,) in connection.execute(f"PRAGMA {check}(1)")]
    if complaints != ["ok"]:
        raise DatabaseError(
            f"the file is damaged ({' '.join(complaints[0].split())})",
            path=path,
            remedy=f"bring out what can be read: zhterm doctor --db {path} --salvage NEW",
        )


def opened_quietly(path: Path) -> FileConnection:
    """A connection that leaves nothing beside a file that only lies there; the file may be read-only."""
    quiet = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
    with readable_errors(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro{quiet}", uri=True, timeout=BUSY_SECONDS, factory=FileConnection
        )
    connection.place = path
    return connection


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, path: Path) -> None:
    """Copy all pages in one transaction; raises DatabaseError where another program does not stop writing."""
    until = time.monotonic() + BUSY_SECONDS

    def give_up(status: int, _remaining: int, _total: int) -> None:
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and time.monotonic() > until:
            raise DatabaseError(
                "another program is writing to it", path=path, remedy="try again when it has finished"
            )

    source.backup(target, progress=give_up, sleep=_PAUSE)


@contextmanager
def _made_beside(copy: Path) -> Iterator[Path]:
    """A temporary neighbour that gets the name of the copy once it is whole; nothing is left where that fails."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{copy.name}.", dir=copy.parent)
        os.close(handle)
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        raise DatabaseError(what, path=copy, remedy="choose another place, or make room") from error
    partial = Path(name)
    try:
        yield partial
        mask = os.umask(0)
        os.umask(mask)
        partial.chmod(0o666 & ~mask)
        partial.replace(copy)
    finally:
        for rest in ("", "-journal", "-wal", "-shm"):
            Path(f"{name}{rest}").unlink(missing_ok=True)


def _new_name(path: Path) -> Path:
    stem = f"{path.name}.backup-{datetime.now(UTC):{_TIME}}"
    name, count = path.with_name(stem), 1
    while name.exists():
        count += 1
        name = path.with_name(f"{stem}-{count}")
    return name


def _is_damage(error: DatabaseError) -> bool:
    cause = error.__cause__
    return isinstance(cause, sqlite3.Error) and getattr(cause, "sqlite_errorcode", 0) & 0xFF in {
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_IOERR,
    }


def _replace(path: Path, backup: Path) -> Path:
    """Put a backup in the place of a file that SQLite cannot read, which is kept with its log, byte for byte."""
    kept = _new_name(path)
    log, kept_log = (file.with_name(f"{file.name}-wal") for file in (path, kept))
    with _made_beside(path) as partial:
        copy_database(backup, partial)
        os.link(path, kept)
        if log.exists():
            os.link(log, kept_log)
            # a log left behind would be played into the new file
            log.unlink()
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    return kept
