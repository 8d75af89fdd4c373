"""Pairs of a corpus of any size that are enough to render given terms: bounded memory, one pass."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from termbase.extract.renderings.chinese_segment import TermFinder

__all__ = ["Evenly", "Sample", "sample_at", "sampled"]

T = TypeVar("T")

_PLACES = 8
"""Places looked at for a term. With 16, .002 more of the renderings of the fitting years are right, with 4 .001
fewer."""
_BACKGROUND = 2_000
"""Pairs kept so that words are counted where the terms do not stand too."""


class Evenly(Generic[T]):
    """Keeps up to twice `size` of the values it is given, evenly spread over all; the same ones in every run.

    >>> kept = Evenly(2)
    >>> for number in range(20): kept.add(number)
    >>> kept.values, kept.seen
    ([0, 8, 16], 20)
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._step = 1
        self.seen = 0
        self.values: list[T] = []

    def add(self, value: T) -> None:
        """Offer a value."""
        if self.seen % self._step == 0:
            if len(self.values) == 2 * self._size:
                self.values = self.values[::2]
                self._step *= 2
            if self.seen % self._step == 0:
                self.values.append(value)
        self.seen += 1

    def few(self) -> list[T]:
        """At most `size` of the values kept."""
        return self.values[:: -(-len(self.values) // self._size) or 1]


@dataclass(frozen=True, slots=True)
class Sample:
    """The pairs kept, and where the terms stand in them."""

    pairs: list[tuple[str, str]]
    places: dict[str, list[tuple[int, int]]]
    """For each term that occurs: number of the pair, offset in its Chinese."""
    standing: dict[str, frozenset[int]]
    """For each term the numbers of the kept pairs in which it stands."""
    scale: dict[str, float]
    """For each term in how many of the kept pairs it stands for each place."""
    frequency: dict[str, int]
    """For each term in how many pairs of all it stands."""
    numbers: Sequence[int]
    """Of each kept pair its number among all, from 0."""


def sample_at(pairs: list[tuple[str, str]], places: Mapping[str, Collection[tuple[int, int]]]) -> Sample:
    """The sample of terms whose places are known already; all pairs are kept."""
    at: dict[str, Evenly[tuple[int, int]]] = {}
    for term, found in places.items():
        for place in found:
            at.setdefault(term, Evenly(_PLACES)).add(place)
    few = {term: found.few() for term, found in at.items()}
    frequency = {term: found.seen for term, found in at.items()}
    standing = {term: frozenset(number for number, _ in places[term]) for term in few}
    return Sample(
        pairs,
        few,
        standing,
        {term: frequency[term] / len(found) for term, found in few.items()},
        frequency,
        range(len(pairs)),
    )


def sampled(terms: Iterable[str], pairs: Iterable[tuple[str, str]]) -> Sample:
    """Read the pairs once, and keep what is needed for the terms."""
    finder = TermFinder(terms)
    background: Evenly[tuple[int, str, str]] = Evenly(_BACKGROUND)
    at: dict[str, Evenly[tuple[int, str, str, int]]] = {}
    for number, (zh, en) in enumerate(pairs):
        if not zh or not en:
            continue
        background.add((number, zh, en))
        for term, start in finder.find(zh):
            at.setdefault(term, Evenly(_PLACES)).add((number, zh, en, start))
    kept = {number: (zh, en) for number, zh, en in background.values}
    few = {term: found.few() for term, found in at.items()}
    kept.update((number, (zh, en)) for places in few.values() for number, zh, en, _ in places)
    order = {number: position for position, number in enumerate(sorted(kept))}
    chosen = [kept[number] for number in order]
    places = {term: [(order[number], start) for number, _, _, start in found] for term, found in few.items()}
    standing: dict[str, set[int]] = {}
    for number, (zh, _) in enumerate(chosen):
        for term, _ in finder.find(zh):
            standing.setdefault(term, set()).add(number)
    scale = {term: len(standing[term]) / len(found) for term, found in places.items()}
    return Sample(
        chosen,
        places,
        {term: frozenset(found) for term, found in standing.items()},
        scale,
        {term: found.seen for term, found in at.items()},
        sorted(kept),
    )
