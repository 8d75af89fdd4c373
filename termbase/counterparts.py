"""Which concepts of two databases are the same, and of which of them there may be something new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termbase.collect import same_concepts
from termbase.lineage import Lineage, lineages

if TYPE_CHECKING:
    from termbase.reading import Reading

__all__ = ["Pair", "changed_pairs"]

Pair = tuple[int | None, int | None]
"""The numbers of a concept in the first and the second database; None where it is not there and never was."""


@dataclass(slots=True)
class _Side:
    """One database: of each concept that ever was, its first and its last change. Memory grows with concepts."""

    reading: Reading
    first: dict[int, str] = field(default_factory=dict)
    last: dict[int, tuple[str, str]] = field(default_factory=dict)
    """The last change, and the change of another database that left the same state; empty for none."""
    known: dict[str, int] = field(default_factory=dict)
    """The concept of each first change, and of each change that came from elsewhere."""
    present: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for lineage in lineages(self.reading):
            self._take(lineage)
        self.present = {number for (number,) in self.reading.execute("SELECT id FROM concept", ())}

    def _take(self, lineage: Lineage) -> None:
        begun = lineage.lines[0]
        self.first[lineage.number] = begun.name
        self.last[lineage.number] = (lineage.head.name, lineage.head.same)
        for line in lineage.lines:
            for name in line.seen:
                self.known.setdefault(name, lineage.number)
        self.known.setdefault(begun.name, lineage.number)


def changed_pairs(first: Reading, second: Reading) -> list[Pair]:
    """The concepts that may not be the same in both, in the order of their numbers in the first.

    One pass over both histories; what only one has, and the other never had, is looked for there by its forms.
    """
    sides = _Side(first), _Side(second)
    known = dict(_known_pairs(*sides))
    matched = set(known.values())
    pairs: list[Pair] = [pair for pair in known.items() if not _agree(*sides, *pair)]
    open_ = {number for number in sides[1].present if number not in matched}
    for number in sorted(sides[0].present - known.keys()):
        other = _by_forms(first, second, number, open_)
        open_.discard(other or 0)
        pairs.append((number, other))
    pairs.sort(key=lambda pair: pair[0] or 0)
    return pairs + [(None, number) for number in sorted(open_)]


def _known_pairs(first: _Side, second: _Side) -> Iterator[tuple[int, int]]:
    """Those that have a change in common; each is in one pair only."""
    taken: set[int] = set()
    ways = {name: number for number, name in second.first.items()}
    back = {name: number for name, number in first.known.items() if name in ways}
    given = {number: ways[name] for name, number in back.items()}
    for number, name in first.first.items():
        other = second.known.get(name, given.get(number))
        if other is not None and other not in taken:
            taken.add(other)
            yield number, other


def _agree(first: _Side, second: _Side, one: int, other: int) -> bool:
    """Whether the last change of one is the last of the other, or took that in."""
    if one not in first.present and other not in second.present:
        return True
    (here, taken), (there, given) = first.last[one], second.last[other]
    return here in (there, given) or there == taken


def _by_forms(first: Reading, second: Reading, number: int, open_: set[int]) -> int | None:
    """The concept of the second that is this one of the first, by the rule of an import."""
    if not open_:
        return None
    (concept,) = first.concepts_of([number], with_contexts=False)
    return next((found for found in same_concepts(second, concept) if found in open_), None)
