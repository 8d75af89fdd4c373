"""What a failure of PostgreSQL means to a user: what happened and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg  # noqa: TID251 - its one home

from termbase.errors import DatabaseError, InputError, ZhtermError
from termbase.place import Server

__all__ = ["readable", "readable_errors", "unreachable"]

_AGAIN = "try again when it has finished"
_RIGHTS = "ask whoever keeps the database for the right to do this"
# SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html; a class has two characters
_MEANINGS = {
    "55P03": ("somebody else is writing to it", _AGAIN),
    "40P01": ("somebody else is writing to it", _AGAIN),
    "40001": ("somebody else is writing to it", _AGAIN),
    "25006": ("it may only be read", _RIGHTS),
    "57P01": ("the server was shut down", "try again when it runs; what was not finished is not filed"),
    "57P02": ("the server was shut down", "try again when it runs; what was not finished is not filed"),
    "53100": ("the disk of the server is full", "tell whoever keeps the database; nothing was changed"),
    "08": ("the connection was lost", "run it again; what was not finished is not filed"),
}
# What libpq says where it has no SQLSTATE, before a connection stands; the server's own words may be in any language
_TROUBLES = (
    (r"password authentication failed|no password supplied|SCRAM", "the user or the password is wrong", "{user}"),
    (r"Connection refused|No such file or directory|timeout|timed out|unreachable", "no server answers", "{server}"),
    (r"could not translate host name|failed to resolve host|Name or service not known", "no such host", "{server}"),
    (
        r"database \S+ does not exist",
        "the server has no such database",
        "make it: createdb -E UTF8 -T template0 NAME",
    ),
    (r"role \S+ does not exist|[Pp]eer authentication failed", "the server does not know this user", "{user}"),
    (
        r"too many (clients|connections)|remaining connection slots",
        "too many are connected already",
        "try again later",
    ),
    (
        r"no pg_hba\.conf entry",
        "the server admits nobody from here",
        "ask whoever keeps it to admit you (pg_hba.conf)",
    ),
)
_REMEDIES = {
    "{user}": "write USER:PASSWORD@ in the URL, or put the password into ~/.pgpass",
    "{server}": "check host and port in the URL, and that PostgreSQL runs there",
}


def readable(error: psycopg.Error, server: Server) -> ZhtermError:
    """The error a user is told for one of the driver.

    >>> server = Server("postgresql://jiang:geheim@db.example/terms")
    >>> print(readable(psycopg.errors.LockNotAvailable("canceling statement due to lock timeout"), server))
    postgresql://jiang:***@db.example/terms: somebody else is writing to it; try again when it has finished
    """
    state = error.sqlstate or ""
    said = _first_line(error)
    if state == "42501":
        return DatabaseError(f"no right to do this ({said})", path=server, remedy=_RIGHTS)
    if state == "22003":
        return InputError("a number is too large", remedy="give a smaller one")
    if isinstance(error, psycopg.DataError) and "NUL" in said:
        return InputError("a NUL character is in a text", remedy="take it out")
    known = _MEANINGS.get(state) or _MEANINGS.get(state[:2])
    if known is None and not state and isinstance(error, psycopg.OperationalError):
        known = _MEANINGS["08"]
    what, remedy = known or (f"PostgreSQL says: {said}", "see the log of the server")
    return DatabaseError(what, path=server, remedy=remedy)


def unreachable(error: psycopg.Error, server: Server) -> DatabaseError:
    """The error for a connection that could not be made."""
    said = _first_line(error)
    for pattern, what, remedy in _TROUBLES:
        if re.search(pattern, str(error)):
            return DatabaseError(what, path=server, remedy=_REMEDIES.get(remedy, remedy))
    return DatabaseError(f"PostgreSQL says: {said}", path=server, remedy=_REMEDIES["{server}"])


@contextmanager
def readable_errors(server: Server, *wrappers: type[Exception]) -> Iterator[None]:
    """Turn the errors of the driver into ours, also inside the exceptions of a library around it (`orig`).

    Text that cannot be stored as UTF-8 (a lone surrogate) is an InputError.
    """
    try:
        yield
    except psycopg.Error as error:
        raise readable(error, server) from error
    except wrappers as error:
        cause = getattr(error, "orig", None)
        raise readable(cause if isinstance(cause, psycopg.Error) else psycopg.Error(str(error)), server) from error
    except UnicodeEncodeError as error:
        raise InputError(f"text that is no Unicode: {error.object!r}", remedy="read the file as UTF-8") from error


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
