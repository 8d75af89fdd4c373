"""SQLAlchemy on a driver connection that is already open."""

from __future__ import annotations

import sqlite3

import sqlalchemy
from sqlalchemy import event
from sqlalchemy.pool import StaticPool

__all__ = ["sqlalchemy_connection"]


def sqlalchemy_connection(connection: sqlite3.Connection) -> sqlalchemy.Connection:
    """SQLAlchemy's view of a driver connection; closing it rolls back what is open and leaves the driver connection.

    A transaction takes the write lock before its first read (BEGIN IMMEDIATE), so that none fails half-way because
    another process wrote in between. The driver must begin nothing by itself (`isolation_level=None`).
    """
    engine = sqlalchemy.create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "begin", _take_the_write_lock)
    return engine.connect()


def _take_the_write_lock(connection: sqlalchemy.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
