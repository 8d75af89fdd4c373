"""The days that two databases say documents are of, united."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termbase.reading import Reading

__all__ = ["DatedApart", "dated_apart"]


@dataclass(frozen=True, slots=True)
class DatedApart:
    """A document that the two do not date alike."""

    document: str
    first: str
    second: str
    """ISO 8601; empty where nothing is said."""

    @property
    def is_conflict(self) -> bool:
        """Whether both say something."""
        return bool(self.first and self.second)


def dated_apart(first: Reading, second: Reading) -> list[DatedApart]:
    """The documents that are dated in one only, or otherwise in the other."""
    statement = "SELECT name, date FROM document"
    dates: list[dict[str, str]] = [dict(map(tuple, one.execute(statement, ()))) for one in (first, second)]
    return [
        DatedApart(document, *(one.get(document, "") for one in dates))
        for document in sorted({*dates[0], *dates[1]})
        if dates[0].get(document) != dates[1].get(document)
    ]
