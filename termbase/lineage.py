"""What happened to one concept in one database, as far as another database may know of it.

A line of history has a name that it keeps in every copy of the database. A line that a synchronisation wrote names
the lines of the other side that it took in (`SEEN`). Together they tell, as in a version control system, from which
state two databases went apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from termbase.history import DOCUMENTS, NO_CONCEPT, SEEN, concept_in
from termbase.model import Concept
from termbase.staleness import changed_fields

if TYPE_CHECKING:
    from termbase.reading import Reading

__all__ = ["ACTION", "Fork", "Line", "Lineage", "fork", "lineages", "lineages_of"]

ACTION = "sync"
"""What the history calls a change that came from another database."""

# Below the 999 parameters that an older SQLite allows
_PAGE = 500
_COLUMNS = "SELECT h.concept_id, r.at, r.who, r.command, h.action, h.before, h.after FROM history h"
_LINES = f"{_COLUMNS} JOIN run r ON r.id = h.run_id WHERE h.concept_id"


@dataclass(frozen=True, slots=True)
class Line:
    """One change."""

    name: str
    action: str
    before: str
    after: str
    seen: tuple[str, ...] = ()
    """The names of the changes in another database that it took in."""
    same: str = ""
    """The change in another database behind which the state is this one; empty where that is not known."""


@dataclass(slots=True)
class Lineage:
    """The changes of a concept, oldest first, without synchronisations that were taken back."""

    number: int
    lines: list[Line] = field(default_factory=list)

    @property
    def head(self) -> Line:
        """The last change."""
        return self.lines[-1]

    @property
    def names(self) -> list[str]:
        """The names of its own changes, in order."""
        return [line.name for line in self.lines]

    def known(self) -> dict[str, int]:
        """Every change it has or has taken in, with the place of the line by which it got there."""
        places: dict[str, int] = {}
        for place, line in enumerate(self.lines):
            for name in (line.name, *line.seen):
                places.setdefault(name, place)
        return places

    def state(self, place: int) -> Concept | None:
        """The concept after a line, without what documents contributed; None where it was not there."""
        for line in reversed(self.lines[: place + 1]):
            values = json.loads(line.after) if line.after else {}
            if "terms" in values:
                return concept_in(values)
            if not line.after:
                return None
        return None

    def documents(self, place: int) -> set[str]:
        """The documents whose contribution was changed behind a line."""
        found: set[str] = set()
        for line in self.lines[place + 1 :]:
            for text in filter(None, (line.before, line.after)):
                found.update(json.loads(text).get(DOCUMENTS, ()))
        return found


@dataclass(frozen=True, slots=True)
class Fork:
    """Where two databases went apart."""

    state: Concept | None
    """What both had."""
    first: int
    """The place of the last line that is common, in the first and in the second."""
    second: int


def fork(first: Lineage, second: Lineage) -> Fork | None:
    """Where two lineages went apart; None where they have nothing in common."""
    known = first.known(), second.known()
    one, other = _last_known(first, known[1]), _last_known(second, known[0])
    if one is not None:
        here = known[1][first.lines[one].name]
        if other is None or known[0][second.lines[other].name] <= one:
            return Fork(first.state(one), one, here)
    if other is not None:
        there = known[0][second.lines[other].name]
        if one is None or known[1][first.lines[one].name] <= other:
            return Fork(second.state(other), there, other)
    # each took in something of the other by a third database: what both began with is certain
    shared = set(second.names)
    places = [place for place, name in enumerate(first.names) if name in shared]
    return Fork(first.state(places[-1]), places[-1], second.names.index(first.names[places[-1]])) if places else None


def lineages(reading: Reading) -> Iterator[Lineage]:
    """Those of all concepts there ever were, in the order of their numbers; a page at a time is in memory."""
    last = NO_CONCEPT
    page = f"SELECT DISTINCT concept_id FROM history WHERE concept_id > ? ORDER BY concept_id LIMIT {_PAGE}"
    while numbers := [number for (number,) in reading.execute(page, (last,))]:
        yield from _read(reading, f"{_LINES} BETWEEN ? AND ?", (numbers[0], numbers[-1]))
        last = numbers[-1]


def lineages_of(reading: Reading, numbers: Sequence[int]) -> dict[int, Lineage]:
    """Those of some concepts, at most 500."""
    found = {number: Lineage(number) for number in numbers}
    statement = f"{_LINES} IN ({','.join('?' * len(numbers))})"
    found.update((one.number, one) for one in _read(reading, statement, numbers))
    return found


def _last_known(lineage: Lineage, known: dict[str, int]) -> int | None:
    places = range(len(lineage.lines) - 1, -1, -1)
    return next((place for place in places if lineage.lines[place].name in known), None)


def _read(reading: Reading, statement: str, parameters: Sequence[int]) -> Iterator[Lineage]:
    rows = reading.execute(f"{statement} ORDER BY h.concept_id, h.id", parameters)
    for number, group in groupby(rows, itemgetter(0)):
        lineage = Lineage(number)
        for row in group:
            _add(lineage.lines, row)
        if lineage.lines:
            yield lineage


def _line(row: Sequence[Any], lines: Sequence[Line]) -> Line:
    # what happened before belongs to the name: two may do the same in the same second to what is no longer the same
    parts = (*(line.name for line in lines[-1:]), *map(str, row))
    name = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    action, before, after = row[4:]
    seen = json.loads(after or before).get(SEEN, {}) if action == ACTION else {}
    return Line(name, action, before, after, tuple(seen.get("changes", ())), seen.get("same", ""))


def _add(lines: list[Line], row: Sequence[Any]) -> None:
    """Add the line of a row; one that takes back a synchronisation goes with it, as if neither had been."""
    line = _line(row, lines)
    if line.action == "undo" and lines and lines[-1].action == ACTION and _is_reverse(lines[-1], line):
        lines.pop()
    else:
        lines.append(line)


def _is_reverse(done: Line, undone: Line) -> bool:
    before, after = (json.loads(text) if text else {} for text in (done.before, undone.after))
    # where only documents had contributed, only they are taken back
    return (bool(after) and "terms" not in after) or not changed_fields(before, after)
