"""A copy of the database as it was before a run, made by itself once the run changes much."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from termbase.backups import AFFORDABLE, back_up_beside
from termbase.failures import readable_errors
from termbase.place import Place

__all__ = ["MUCH", "Precaution", "copied_beside", "is_affordable"]

MUCH = 100
"""Changes that make a copy worth while: more than a person decides in one sitting."""


def is_affordable(path: Path) -> bool:
    """Whether a database is small enough to be copied by itself."""
    return path.stat().st_size <= AFFORDABLE


def copied_beside(place: Place) -> Path | None:
    """Copy a database file that is small enough; None for a larger one, and for a server, which others back up."""
    return back_up_beside(place) if isinstance(place, Path) and is_affordable(place) else None


class Precaution:
    """Counts the changes of a run; holds a view of the database before the first of them until it is copied.

    A write-ahead log lets others write meanwhile. Close it before the connection that writes.
    Without a place no copy is made.
    """

    def __init__(self, place: Place | None) -> None:
        self._path = place if isinstance(place, Path) else None
        self._changes = 0
        self._view: sqlite3.Connection | None = None
        self.backup: Path | None = None
        """The copy, once it is made."""

    def count(self, changes: int) -> None:
        """So many more changes come, in a transaction; raises DatabaseError where no copy can be made."""
        if not self._changes:
            self._begin()
        self._changes += changes
        if self._changes > MUCH and self._view is not None:
            assert self._path is not None, "only of a file there is a view"
            try:
                self.backup = back_up_beside(self._path, self._view)
            finally:
                self.close()

    def close(self) -> None:
        """Give up the view."""
        if self._view is not None:
            self._view.close()
            self._view = None

    def _begin(self) -> None:
        """View the database as it was before the transaction in which the first change is made."""
        if self._path is None or not is_affordable(self._path):
            return
        with readable_errors(self._path):
            view = sqlite3.connect(f"{self._path.as_uri()}?mode=ro", uri=True, isolation_level=None)
            view.execute("BEGIN")
            ((mode,),) = view.execute("PRAGMA journal_mode")
            # without a log a reader stops the writer; where nothing is, nothing can be lost
            tables = ("concept", "unit", "history")
            if mode == "wal" and any(view.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchall() for table in tables):
                self._view = view
            else:
                view.close()
