"""SQLAlchemy on a connection that is already open."""

from __future__ import annotations

import sqlalchemy
from sqlalchemy import event
from sqlalchemy.pool import StaticPool

from termbase.connection import Area, Connection

__all__ = ["sqlalchemy_connection"]


def sqlalchemy_connection(connection: Connection, area: Area = "termbase") -> sqlalchemy.Connection:
    """SQLAlchemy's view of a connection; closing it rolls back what is open and leaves the connection itself.

    A transaction begins as the only one that writes in its area (`Connection.begin`).
    """
    engine = sqlalchemy.create_engine(connection.dialect, creator=lambda: connection.driver, poolclass=StaticPool)
    event.listen(engine, "begin", lambda _: connection.begin(area))
    return engine.connect()
