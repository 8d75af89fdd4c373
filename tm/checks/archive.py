"""The segments of a job kept on disk, for checks that compare each with all others."""

from __future__ import annotations

import json
import sqlite3
import weakref
from collections.abc import Iterator
from dataclasses import fields
from functools import cached_property
from typing import Any

from tm.model import Segment

__all__ = ["Archive"]

_BATCH = 1_000
"""Segments written at a time: enough that writing costs 3 µs a segment, few enough to take no room."""
_FIELDS = [one.name for one in fields(Segment)]


class Archive:
    """The segments of a job by number; all checks of a job share one, and memory does not grow with it.

    >>> archive = Archive()
    >>> first = Segment("港口", "port", "a.tsv", 1)
    >>> archive.add(first), archive.add(first), archive.add(Segment("贸易", "trade", "a.tsv", 2))
    (0, 0, 1)
    >>> archive.segment(1).target, [one.source for _, one in archive.segments()]
    ('trade', ['港口', '贸易'])
    """

    def __init__(self) -> None:
        """Nothing is opened before the first segment comes."""
        self._last: Segment | None = None
        self._count = 0
        self._waiting: list[tuple[int, str]] = []

    def __len__(self) -> int:
        return self._count

    def add(self, segment: Segment) -> int:
        """Keep a segment; its number, from 0. The segment that came last, given again, keeps its number."""
        if segment is not self._last:
            self._last = segment
            self._waiting.append((self._count, _packed(segment)))
            self._count += 1
            if len(self._waiting) >= _BATCH:
                self._write()
        return self._count - 1

    def segment(self, number: int) -> Segment:
        """The segment of a number."""
        self._write()
        row = self._rows.execute("SELECT segment FROM noted WHERE number = ?", (number,)).fetchone()
        return _unpacked(row[0])

    def segments(self) -> Iterator[tuple[int, Segment]]:
        """All segments with their numbers, in the order of the job."""
        self._write()
        for number, packed in self._rows.execute("SELECT number, segment FROM noted ORDER BY number"):
            yield number, _unpacked(packed)

    def table(self, columns: str) -> sqlite3.Connection:
        """A table `noted` of a check's own in a temporary file that SQLite itself removes, gone with the archive."""
        connection = sqlite3.connect("", isolation_level=None)
        weakref.finalize(self, connection.close)
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        connection.execute(f"CREATE TABLE noted ({columns})")
        return connection

    @cached_property
    def _rows(self) -> sqlite3.Connection:
        return self.table("number INTEGER PRIMARY KEY, segment TEXT")

    def _write(self) -> None:
        if self._waiting:
            self._rows.executemany("INSERT INTO noted VALUES (?, ?)", self._waiting)
            self._waiting.clear()


def _packed(one: Segment) -> str:
    """A segment as ASCII, so that half a character (a lone surrogate) can be kept too."""
    return json.dumps([getattr(one, name) for name in _FIELDS])


def _unpacked(text: str) -> Segment:
    values: list[Any] = [tuple(value) if isinstance(value, list) else value for value in json.loads(text)]
    return Segment(*values)
