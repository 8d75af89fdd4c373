"""Which schema this program knows, and what is said of a database that has another."""

from __future__ import annotations

from termbase.errors import DatabaseError
from termbase.place import Place

__all__ = ["SCHEMA_VERSION", "require_current", "require_known"]

SCHEMA_VERSION = 5
"""The newest migration this program knows, as a number."""


def require_known(version: int, place: Place) -> int:
    """The version; raises DatabaseError where a newer program made it."""
    if version > SCHEMA_VERSION:
        raise DatabaseError(
            f"made by a newer zhterm (schema {version}, this program knows {SCHEMA_VERSION})",
            path=place,
            remedy="update zhterm",
        )
    return version


def require_current(version: int | None, place: Place) -> None:
    """Raise DatabaseError for a database that cannot be read as it is: with nothing in it, or of an older schema."""
    if version is None:
        raise DatabaseError("nothing in it yet", path=place, remedy="fill it: zhterm import --starter")
    if version < SCHEMA_VERSION:
        raise DatabaseError(
            f"made by an older zhterm (schema {version}, this program wants {SCHEMA_VERSION})",
            path=place,
            remedy="any command that writes brings it up to date, after a backup: zhterm import --starter",
        )
