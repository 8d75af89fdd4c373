"""What a failure of SQLite means to a user: what happened and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from termbase.errors import DatabaseError, InputError

__all__ = ["not_understood", "readable", "readable_errors"]

_ELSEWHERE = "choose another file: --db FILE"
_RESTORE = "look at it: zhterm doctor; or bring back a backup: zhterm backup --list, zhterm restore FROM"
_ALLOW = f"check that the file and its folder may be written, or {_ELSEWHERE}"
# Primary result codes, https://www.sqlite.org/rescode.html
_MEANINGS = {
    sqlite3.SQLITE_PERM: ("no permission", _ALLOW),
    sqlite3.SQLITE_AUTH: ("no permission", _ALLOW),
    sqlite3.SQLITE_BUSY: ("another program is writing to it", "try again when it has finished"),
    sqlite3.SQLITE_LOCKED: ("another program is writing to it", "try again when it has finished"),
    sqlite3.SQLITE_READONLY: ("it may only be read", _ALLOW),
    sqlite3.SQLITE_IOERR: ("the disk reports an error", f"check the disk, then {_RESTORE}"),
    sqlite3.SQLITE_CORRUPT: ("the file is damaged", _RESTORE),
    sqlite3.SQLITE_FULL: ("the disk is full", "make room and try again; nothing was changed"),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", _ALLOW),
    sqlite3.SQLITE_NOTADB: ("this is not a termbase", f"import it (zhterm import FILE), or {_ELSEWHERE}"),
}


def not_understood(error: Exception) -> DatabaseError:
    """The DatabaseError for a row that holds what no row of ours has.

    >>> print(not_understood(ValueError("'appr~ved' is not a valid Status")))
    a row of the database cannot be understood ('appr~ved' is not a valid Status); look for damage: zhterm doctor
    """
    what = f"a row of the database cannot be understood ({error})"
    return DatabaseError(what, remedy="look for damage: zhterm doctor")


def readable(error: sqlite3.Error, path: Path) -> DatabaseError:
    """The DatabaseError for an error of the SQLite driver.

    >>> print(readable(sqlite3.OperationalError("no such column: 词"), Path("terms.db")))
    terms.db: SQLite says: no such column: 词; check the file: sqlite3 FILE 'PRAGMA integrity_check'
    """
    # absent on errors that the driver raises itself
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    unknown = (f"SQLite says: {error}", "check the file: sqlite3 FILE 'PRAGMA integrity_check'")
    what, remedy = _MEANINGS.get(code, unknown)
    return DatabaseError(what, path=path, remedy=remedy)


@contextmanager
def readable_errors(path: Path, *wrappers: type[Exception]) -> Iterator[None]:
    """Turn the errors of the SQLite driver into DatabaseError, also inside the exceptions of a library around it.

    `wrappers` are exception types that hold the driver's error as `orig` (SQLAlchemy's DBAPIError). Text that cannot
    be stored as UTF-8 (a lone surrogate) and a number beyond 64 bits are an InputError.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise readable(error, path) from error
    except wrappers as error:
        cause = getattr(error, "orig", None)
        raise readable(cause if isinstance(cause, sqlite3.Error) else sqlite3.Error(str(error)), path) from error
    except UnicodeDecodeError as error:
        raise DatabaseError("the file is damaged", path=path, remedy=_RESTORE) from error
    except UnicodeEncodeError as error:
        raise InputError(f"text that is no Unicode: {error.object!r}", remedy="read the file as UTF-8") from error
    except OverflowError as error:
        raise InputError("a number is too large", remedy="give a smaller one") from error
