"""`translation-inconsistent`: one source, two translations."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby

from tm.checks.evidence.fingerprint import fingerprint
from tm.checks.model import Check, Direction, Inspector, Job, Remark, Severity, in_target
from tm.checks.passage import Passage
from tm.model import Segment

__all__ = ["TRANSLATION_INCONSISTENT"]

_LONGEST_SHOWN = 80
"""Characters of the other translation that a message shows."""


class _Translations:
    """For each source the fingerprints of its translations, on disk: eight bytes each."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._chinese_source = job.direction is not Direction.EN_ZH
        self._table: sqlite3.Connection | None = None
        self._waiting: list[tuple[int, int, int, int]] = []

    def inspect(self, passage: Passage) -> Iterable[Remark]:
        source, target = " ".join(passage.segment.source.split()), passage.segment.target.strip()
        if source and target:
            number = self._job.archive.add(passage.segment)
            self._waiting.append((fingerprint(source), fingerprint(_bare(target)), fingerprint(target), number))
            if len(self._waiting) >= 1_000:
                self._write()
        return ()

    def finish(self) -> Iterator[tuple[Segment, Remark]]:
        self._write()
        if self._table is None:
            return
        self._table.execute("CREATE INDEX noted_source ON noted (source)")
        rows = self._table.execute(_DIFFERING)
        for _, group in groupby(rows, key=lambda row: row[0]):
            yield from self._differing(list(group))

    def _differing(self, forms: list[tuple[int, int, int, int, int]]) -> Iterator[tuple[Segment, Remark]]:
        """What to say of the translations of one source: all but the commonest, the first of equals, are remarked."""
        _, leading, form, _, first = min(forms, key=lambda row: (-row[3], row[4]))
        usual = self._job.archive.segment(first)
        for source, bare, other, _, _ in forms:
            if other == form:
                continue
            assert self._table is not None
            for (number,) in self._table.execute(_PLACES, (source, other)).fetchall():
                segment = self._job.archive.segment(number)
                yield segment, self._remark(segment, usual, alike=bare == leading)

    def _remark(self, segment: Segment, usual: Segment, *, alike: bool) -> Remark:
        shown = usual.target if len(usual.target) <= _LONGEST_SHOWN else f"{usual.target[:_LONGEST_SHOWN]}…"
        where = f"segment {usual.number}" if usual.file == segment.file else f"segment {usual.number} of {usual.file}"
        passage = Passage(segment, self._job.terms, chinese_source=self._chinese_source)
        return in_target(
            passage,
            (0, len(segment.target)),
            f"the same source is translated “{shown}” in {where}"
            + ("; they differ in case, spaces or the final stop only" if alike else ""),
            suggestion=usual.target,
            severity=Severity.NOTE if alike else None,
        )

    def _write(self) -> None:
        if not self._waiting:
            return
        if self._table is None:
            self._table = self._job.archive.table("source INTEGER, bare INTEGER, form INTEGER, number INTEGER")
        self._table.executemany("INSERT INTO noted VALUES (?, ?, ?, ?)", self._waiting)
        self._waiting.clear()


_DIFFERING = """
    SELECT source, bare, form, COUNT(*), MIN(number) FROM noted
    WHERE source IN (SELECT source FROM noted GROUP BY source HAVING MIN(form) < MAX(form))
    GROUP BY source, form ORDER BY source
"""
_PLACES = "SELECT number FROM noted WHERE source = ? AND form = ?"


def _bare(target: str) -> str:
    """A translation without case, spaces and final stop.

    >>> _bare("The Port.") == _bare("the  port"), _bare("两个港口。") == _bare("两个 港口")
    (True, True)
    """
    return "".join(target.lower().split()).rstrip(".。!！")


def _begin(job: Job) -> Inspector:
    return _Translations(job)


TRANSLATION_INCONSISTENT = Check(
    id="translation-inconsistent",
    says="the same source has another translation elsewhere in the job",
    severity=Severity.WARNING,
    origin="what every checking tool has; differences of case, space or final stop are notes",
    directions=frozenset({Direction.ZH_EN, Direction.EN_ZH}),
    false_alarms=0.0,
    begin=_begin,
)
