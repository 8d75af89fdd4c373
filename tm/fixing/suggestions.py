"""The safe suggestions of a run, kept on disk until its files are copied."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterable, Iterator
from itertools import groupby

from tm.checks.model import Finding
from tm.fixing.edits import Edit

__all__ = ["Suggestions"]


class Suggestions:
    """What is to be changed, by file and segment; memory does not grow with their number."""

    def __init__(self) -> None:
        """Open a temporary file that SQLite itself removes."""
        self._rows = sqlite3.connect("", isolation_level=None)
        weakref.finalize(self, self._rows.close)
        self._rows.execute("PRAGMA journal_mode = OFF")
        self._rows.execute("BEGIN")
        self._rows.execute("CREATE TABLE suggestion (file TEXT, segment INTEGER, first, behind, text TEXT)")
        self._indexed = False

    def collected(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings as they come, with what is safe in them kept."""
        for finding in findings:
            if finding.safe and finding.suggestion is not None and finding.target_span is not None:
                row = (finding.segment.file, finding.segment.number, *finding.target_span, finding.suggestion)
                if not any("\ud800" <= sign <= "\udfff" for sign in finding.suggestion):
                    self._rows.execute("INSERT INTO suggestion VALUES (?, ?, ?, ?, ?)", row)
            yield finding

    def of(self, file: str) -> Iterator[tuple[int, list[Edit]]]:
        """The numbers of the segments of a file, ascending, with their changes as they were found."""
        if not self._indexed:
            self._rows.execute("CREATE INDEX place ON suggestion (file, segment)")
            self._indexed = True
        rows = self._rows.execute(
            "SELECT segment, first, behind, text FROM suggestion WHERE file = ? ORDER BY segment, rowid", (file,)
        )
        for number, some in groupby(rows, key=lambda row: int(row[0])):
            yield number, [Edit(*row[1:]) for row in some]
