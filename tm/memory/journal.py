"""What a run did to the memory, written down so that it can be taken back.

Units in a row are one line, so that an import of new units costs one, however many they are. The kinds:
`added` and `removed` (with the whole unit); `folded` (came again, text for text) and `dated` (got a newer date, with
both); `placed` (stands at one more place); `unfolded` and `unplaced` when that was taken back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from termbase.connection import Connection

__all__ = ["Journal", "last_number", "ranges"]

_INSERT = "INSERT INTO memory_change (run_id, kind, first, last, content) VALUES (?, ?, ?, ?, ?)"
_THERE = "SELECT 1 FROM run WHERE id = ?"
# Units that came again and wait to be written down in rows
_MOST = 100_000


class Journal:
    """The lines of one session; inside a transaction of the caller."""

    def __init__(self, connection: Connection, who: str, command: str) -> None:
        self._connection = connection
        self._who = who
        self._command = command
        self._run: int | None = None
        self._folded: set[int] = set()

    def added(self, first: int, last: int) -> None:
        """Units of these numbers are new."""
        if last >= first:
            self._write("added", [(first, last, "")])

    def folded(self, unit_ids: Iterable[int]) -> None:
        """Units came again."""
        self._folded.update(unit_ids)
        if len(self._folded) > _MOST:
            self.finish()

    def dated(self, changes: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Units got another date and name: of each the ones before and the ones after."""
        self._write("dated", [(number, number, json.dumps(values)) for number, values in changes])

    def placed(self, places: Iterable[Sequence[int]], kind: str = "placed") -> None:
        """Units stand at further places, or no longer (`unplaced`): number, unit before, unit behind."""
        self._write(kind, [(place[0], place[0], json.dumps([*place[1:]])) for place in places])

    def removed(self, units: Iterable[tuple[int, Sequence[object]]]) -> None:
        """Units are gone: number and whole row."""
        self._write("removed", [(number, number, json.dumps(row, ensure_ascii=False)) for number, row in units])

    def turned(self, kind: str, found: Iterable[Sequence[int]]) -> None:
        """Of units in a row the fact that they came again is taken back (`unfolded`), or holds anew (`folded`)."""
        self._write(kind, [(first, last, "") for first, last in found])

    def finish(self) -> None:
        """Write down what waits."""
        self._write("folded", [(first, last, "") for first, last in ranges(self._folded)])
        self._folded.clear()

    def forget(self) -> None:
        """The transaction was taken back, perhaps with the row of this session."""
        self._folded.clear()
        if self._run is not None and not self._connection.rows(_THERE, (self._run,)):
            self._run = None

    def _write(self, kind: str, lines: Sequence[tuple[int, int, str]]) -> None:
        if lines:
            run = self._number()
            self._connection.run_many(_INSERT, [(run, kind, *line) for line in lines])

    def _number(self) -> int:
        if self._run is None:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            values = (now, self._who, self._command)
            made = self._connection.rows("INSERT INTO run (at, who, command) VALUES (?, ?, ?) RETURNING id", values)
            ((self._run,),) = made
        return self._run


def last_number(connection: Connection) -> int:
    """The highest number that any unit ever had: none is given twice, so that a line speaks of one unit for ever."""
    ((last,),) = connection.rows(
        "SELECT coalesce(max(number), 0) FROM (SELECT max(id) AS number FROM unit "
        "UNION ALL SELECT max(last) FROM memory_change) numbers"
    )
    return int(last)


def ranges(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of the numbers that are in a row.

    >>> list(ranges({3, 1, 2, 7}))
    [(1, 3), (7, 7)]
    """
    first = last = None
    for number in sorted(numbers):
        if last is None or first is None:
            first = number
        elif number != last + 1:
            yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last
