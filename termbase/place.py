"""Where a database is: a file, or a server named by a URL whose password nobody is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from termbase.errors import DatabaseError

__all__ = ["Place", "Server", "place_of"]

_SCHEME = re.compile(r"[A-Za-z][\w+.-]*://")
_OURS = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://", re.IGNORECASE)
# What is read in one way only: with a sign such as @ in the password, a part of it would be taken for the host and
# turn up in messages.
_HOST = r"(?:\[[^\]]*\]|[^\[\]:@/?#,]*)(?::\d*)?"
_URL = re.compile(
    rf"{_OURS.pattern}(?:[^:@/?#]*(?::[^:@/?#]*)?@)?{_HOST}(?:,{_HOST})*(?:/[^/?#@]*)?(?:\?[^#]*)?", re.IGNORECASE
)
_SECRET = re.compile(r"^([^:]+://[^:/?@]*):.*@")
_SECRET_OPTION = re.compile(r"([?&][^=&]*passw[^=&]*=)[^&]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Server:
    """A database on a PostgreSQL server; as text, its URL with `***` for a password.

    >>> server = Server("postgresql+psycopg://jiang:geheim@db.example:5432/terms?sslmode=require")
    >>> print(server)
    postgresql+psycopg://jiang:***@db.example:5432/terms?sslmode=require
    >>> server
    Server()
    """

    url: str = field(repr=False)

    def __str__(self) -> str:
        return _SECRET_OPTION.sub(r"\1***", _SECRET.sub(r"\1:***@", self.url))

    def as_posix(self) -> str:
        """The text to show, as a path has it."""
        return str(self)

    def exists(self) -> bool:
        """Whether there is a termbase, as of a path; raises DatabaseError where the server cannot be asked."""
        from termbase.postgres import has_termbase

        return has_termbase(self)

    @property
    def uri(self) -> str:
        """The URL as PostgreSQL's own programs take it, the password in it.

        >>> Server("postgresql+psycopg:///terms?host=/run/postgresql").uri
        'postgresql:///terms?host=/run/postgresql'
        """
        return _OURS.sub("postgresql://", self.url, count=1)


Place = Path | Server
"""A database file or a database on a server."""


def place_of(location: str | Place) -> Place:
    """The place that a text names; raises DatabaseError for a URL that is not one of PostgreSQL.

    >>> print(place_of("postgresql://db.example/terms"), place_of("terms.db"))
    postgresql://db.example/terms terms.db
    >>> place_of("postgresql://jiang:a@b@db.example/terms")
    Traceback (most recent call last):
    ...
    termbase.errors.DatabaseError: postgresql://jiang:***@db.example/terms: this URL cannot be understood; write it \
like postgresql+psycopg://USER@HOST/DATABASE, and in a password %40 for @, %3A for :, %2F for /
    """
    if isinstance(location, Path | Server) or not _SCHEME.match(location):
        return location if isinstance(location, Path | Server) else Path(location)
    server = Server(location)
    if not _OURS.match(location):
        raise DatabaseError(
            "only a file or a PostgreSQL server can be opened",
            path=server,
            remedy="give the path of a file, or postgresql+psycopg://USER@HOST/DATABASE",
        )
    if not _URL.fullmatch(location):
        raise DatabaseError(
            "this URL cannot be understood",
            path=server,
            remedy="write it like postgresql+psycopg://USER@HOST/DATABASE, and in a password %40 for @, %3A for :, "
            "%2F for /",
        )
    return server
