"""Bringing a database up to the schema of this program: by itself, as a whole or not at all, after a backup."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.backups import back_up_beside
from termbase.database import APPLICATION_ID, SCHEMA_VERSION, schema_version
from termbase.failures import readable_errors

if TYPE_CHECKING:
    import sqlalchemy

__all__ = ["migrate"]


def migrate(connection: sqlite3.Connection, path: Path) -> Path | None:
    """Make the tables in a new file, or bring an older one up to date.

    Returns the backup that was made of an older file. Whatever fails leaves the tables as they were and raises
    DatabaseError.
    """
    if schema_version(connection, path) == SCHEMA_VERSION:
        return None
    from sqlalchemy.exc import DBAPIError

    from termbase.engine import sqlalchemy_connection

    with readable_errors(path, DBAPIError):
        connection.execute("PRAGMA journal_mode = WAL")
        with sqlalchemy_connection(connection) as shared, shared.begin():
            return _upgrade(shared, connection, path)


def _upgrade(shared: sqlalchemy.Connection, connection: sqlite3.Connection, path: Path) -> Path | None:
    # another process may have done it while this one waited for the lock
    version = schema_version(connection, path)
    if version == SCHEMA_VERSION:
        return None
    backup = None
    if version is not None:
        backup = back_up_beside(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _run_migrations(shared)
    return backup


def _run_migrations(shared: sqlalchemy.Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": shared})
    # a per cent sign would begin an interpolation
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    command.upgrade(config, "head")
