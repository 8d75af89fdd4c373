"""Two memories brought to the same units: what one lacks it gets, unless it removed it itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tm.memory.removing import Asks, lots

if TYPE_CHECKING:
    from tm.memory.reading import MemoryReader
    from tm.model import Unit

__all__ = ["Lacking", "lacking", "units_of"]

# Digests read at a time
_PAGE = 10_000
_LOWEST = -(1 << 63)
_DIGESTS = f"SELECT digest, id FROM unit WHERE digest >= ? ORDER BY digest LIMIT {_PAGE}"
_REMOVED = (
    "SELECT m.content, r.at FROM memory_change m JOIN run r ON r.id = m.run_id WHERE m.kind = 'removed' ORDER BY m.id"
)
_BROUGHT = (
    "SELECT r.at, r.who, r.command FROM memory_change m JOIN run r ON r.id = m.run_id "
    "WHERE m.kind IN ('added', 'folded') AND m.first <= ? AND m.last >= ? ORDER BY m.id"
)
_RUN = "SELECT 1 FROM run WHERE at = ? AND who = ? AND command = ?"


@dataclass(frozen=True, slots=True)
class Lacking:
    """The units that one memory has and the other lacks, by their numbers in the one."""

    to_add: list[int]
    """What the other is to get."""
    to_remove: list[int]
    """What the one is to give up: the other had it, and a run there removed it since."""


def lacking(there: Asks, here: Asks) -> Lacking:
    """What `there` has and `here` lacks. One pass over the digests of both; what differs is in memory."""
    removed = _removals(here)
    found = Lacking([], [])
    for digest, number in _only(_digests(there), _digests(here)):
        at = removed.get(digest)
        is_given_up = at is not None and _came_from_here(there, here, number, at)
        (found.to_remove if is_given_up else found.to_add).append(number)
    found.to_add.sort()
    return found


def units_of(memory: MemoryReader, numbers: Iterable[int]) -> Iterator[Unit]:
    """The units of these numbers, in their order; some hundreds at a time are in memory."""
    for lot in lots(numbers):
        yield from memory.units_of(lot).values()


def _came_from_here(there: Asks, here: Asks, number: int, at: str) -> bool:
    """Whether all runs that brought a unit were before this time, and are known here or were synchronisations."""
    brought = [tuple(row) for row in there.rows(_BROUGHT, (number, number))]
    return bool(brought) and all(
        run[0] <= at and (str(run[2]).startswith("sync ") or bool(here.rows(_RUN, run))) for run in brought
    )


def _removals(memory: Asks) -> dict[int, str]:
    """When the units of these digests were last removed; all that ever were are in memory."""
    return {json.loads(content)[0][1]: at for content, at in memory.rows(_REMOVED)}


def _digests(memory: Asks) -> Iterator[tuple[int, int]]:
    least = _LOWEST
    while rows := memory.rows(_DIGESTS, (least,)):
        yield from ((digest, number) for digest, number in rows)
        least = rows[-1][0] + 1
        if least > -_LOWEST - 1:
            return


def _only(one: Iterator[tuple[int, int]], other: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is in the first of two rows in order and not in the second."""
    behind = next(other, None)
    for digest, number in one:
        while behind is not None and behind[0] < digest:
            behind = next(other, None)
        if behind is None or behind[0] != digest:
            yield digest, number
