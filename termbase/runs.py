"""The runs that changed a database: which there were, when, and whose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from termbase.errors import InputError

if TYPE_CHECKING:
    from termbase.reading import Reading

__all__ = ["Run", "last_run", "run_of", "runs"]

_RUN = (
    "SELECT r.id, r.at, r.who, r.command, "
    "(SELECT count(DISTINCT h.concept_id) FROM history h WHERE h.run_id = r.id), "
    "(SELECT coalesce(sum(m.last - m.first + 1), 0) FROM memory_change m "
    "WHERE m.run_id = r.id AND m.kind IN ('added', 'removed')) FROM run r"
)
_SEE = "see them: zhterm undo --list"


@dataclass(frozen=True, slots=True)
class Run:
    """One session that changed something."""

    number: int
    at: str
    """UTC, ISO 8601 with seconds."""
    who: str
    command: str
    changes: int
    """Concepts that were changed; the dates of documents count as one."""
    units: int
    """Units that were added to the memory or removed from it."""

    def __str__(self) -> str:
        told = ", ".join(filter(None, (self.command, self.who, f"{self.at[:16].replace('T', ' ')} UTC")))
        return f"run {self.number} ({told})"


def runs(reading: Reading, limit: int) -> list[Run]:
    """The last runs, newest first."""
    return [Run(*row) for row in reading.execute(f"{_RUN} ORDER BY r.id DESC LIMIT ?", (limit,))]


def last_run(reading: Reading) -> Run:
    """The newest run; raises InputError where there is none."""
    for run in runs(reading, 1):
        return run
    raise InputError("nothing was changed yet, so there is nothing to take back")


def run_of(reading: Reading, number: int) -> Run:
    """The run of a number; raises InputError where there is none."""
    for row in reading.execute(f"{_RUN} WHERE r.id = ?", (number,)):
        return Run(*row)
    raise InputError(f"there is no run {number}", remedy=_SEE)
