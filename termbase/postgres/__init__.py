"""A termbase on a PostgreSQL server, for a team; the only home of psycopg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termbase.errors import DatabaseError
from termbase.place import Server
from termbase.versions import require_current

if TYPE_CHECKING:
    from termbase.postgres.server_connection import ServerConnection

__all__ = ["connect", "connect_to_read", "has_termbase"]

# Seconds to wait for an answer of the server
_PATIENCE = 10
# How many keys begin alike differs too much for one plan: of an unfinished word a general one reads the whole index
_SETTINGS = "SET plan_cache_mode = force_custom_plan"


def connect(server: Server, *, wait: float) -> ServerConnection:
    """A connection that may write; `wait` is how many seconds to wait for another writer. Raises DatabaseError."""
    return _connected(server, f"SET lock_timeout = {max(1, round(wait * 1000))}")


def connect_to_read(server: Server) -> ServerConnection:
    """A connection that cannot write; raises DatabaseError where there is no termbase of this schema version."""
    connection = _connected(server, "SET default_transaction_read_only = on")
    try:
        require_current(connection.schema_version(), server)
    except BaseException:
        connection.close()
        raise
    return connection


def has_termbase(server: Server) -> bool:
    """Whether there is a termbase, of whatever version."""
    connection = _connected(server, "SET default_transaction_read_only = on")
    try:
        return connection.schema_version() is not None
    finally:
        connection.close()


def _connected(server: Server, setting: str) -> ServerConnection:
    """A connection that begins no transaction by itself."""
    try:
        import psycopg  # noqa: TID251 - its one home
    except ImportError as error:
        raise DatabaseError(
            "the driver for PostgreSQL is not installed", path=server, remedy='pipx install "zhterm[postgres]"'
        ) from error
    from termbase.postgres.failures import readable_errors, unreachable
    from termbase.postgres.server_connection import ServerConnection

    try:
        driver = psycopg.connect(
            server.uri,
            autocommit=True,
            client_encoding="utf8",
            connect_timeout=_PATIENCE,
            fallback_application_name="zhterm",
        )
    except psycopg.Error as error:
        raise unreachable(error, server) from error
    connection = ServerConnection(driver, server)
    try:
        with readable_errors(server):
            driver.execute(f"{setting}; {_SETTINGS}".encode())
        connection.require_unicode()
    except BaseException:
        driver.close()
        raise
    return connection
