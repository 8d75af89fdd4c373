"""What is named in a part of a file, and what names it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

__all__ = ["Named"]

_MANY = 1000
"""References to nothing that are kept for one part."""


class Named:
    """The names of one kind in one part of a file, as hashes: eight bytes each, however long they are.

    >>> ids = Named()
    >>> ids.is_new("1"), ids.is_new("1")
    (True, False)
    >>> ids.refer("2", 7)
    >>> list(ids.missing())
    [('2', 7)]
    """

    def __init__(self) -> None:
        self._names: set[int] = set()
        self._references: dict[str, int] = {}

    def is_new(self, name: str) -> bool:
        """Take a name; whether nobody has had it."""
        mark, before = hash(name), len(self._names)
        self._names.add(mark)
        return len(self._names) > before

    def refer(self, name: str, line: int) -> None:
        """Something names it, perhaps before it is there."""
        if hash(name) not in self._names and len(self._references) < _MANY:
            self._references.setdefault(name, line)

    def missing(self) -> Iterator[tuple[str, int]]:
        """What is named and not there, with the line."""
        gone = ((name, line) for name, line in self._references.items() if hash(name) not in self._names)
        return islice(gone, _MANY)
