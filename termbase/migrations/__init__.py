"""Bringing a database up to the schema of this program: by itself, as a whole or not at all, after a backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from termbase.connection import Connection
from termbase.versions import SCHEMA_VERSION

if TYPE_CHECKING:
    import sqlalchemy

__all__ = ["migrate"]


def migrate(connection: Connection) -> Path | None:
    """Make the tables in a new database, or bring an older one up to date.

    Returns the backup that was made of an older file; on a server whoever keeps it makes backups. Whatever fails
    leaves the tables as they were and raises DatabaseError.
    """
    if connection.schema_version() == SCHEMA_VERSION:
        return None
    from sqlalchemy.exc import DBAPIError

    from termbase.engine import sqlalchemy_connection

    with (
        connection.readable_errors(DBAPIError),
        sqlalchemy_connection(connection, "tables") as shared,
        shared.begin(),
    ):
        return _upgrade(shared, connection)


def _upgrade(shared: sqlalchemy.Connection, connection: Connection) -> Path | None:
    # another process may have done it while this one waited for the lock
    version = connection.schema_version()
    if version == SCHEMA_VERSION:
        return None
    backup = connection.prepare_tables(version)
    _run_migrations(shared)
    connection.sign()
    return backup


def _run_migrations(shared: sqlalchemy.Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": shared})
    # a per cent sign would begin an interpolation
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    command.upgrade(config, "head")
