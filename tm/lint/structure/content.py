"""Content models: which children an element may have, and in what order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

__all__ = ["ANY", "Content", "content"]

ANY = "ANY"
"""The symbol for any element of a foreign namespace."""

_TOKEN = re.compile(r"[\w.:\-]+|[(),|?*+]")

_State = tuple[frozenset[int], bool]
"""Which places of the model may come next, and whether the element may end here."""


class Content:
    """An automaton over the names of children; a state is a number, 0 at the start.

    >>> model = content("(note | prop)*, tuv+")
    >>> state = model.step(0, "prop")
    >>> state is not None and model.expected(state), model.step(0, "seg")
    (('note', 'prop', 'tuv'), None)
    """

    def __init__(self, symbols: list[str], follow: list[set[int]], whole: _Part) -> None:
        self._symbols, self._follow, self._last = symbols, follow, whole.last
        start = (frozenset(whole.first), whole.nullable)
        self._states: list[_State] = [start]
        self._numbers = {start: 0}
        self._steps: dict[tuple[int, str], int | None] = {}

    def step(self, state: int, symbol: str) -> int | None:
        """The state after a child; None where it may not stand."""
        try:
            return self._steps[state, symbol]
        except KeyError:
            return self._steps.setdefault((state, symbol), self._found(state, symbol))

    def may_end(self, state: int) -> bool:
        """Whether nothing is missing."""
        return self._states[state][1]

    def expected(self, state: int) -> tuple[str, ...]:
        """What may come next."""
        return tuple(sorted({self._symbols[place] for place in self._states[state][0]} - {ANY}))

    def knows(self, symbol: str) -> bool:
        """Whether the model has such a child in any place."""
        return symbol in self._symbols

    def _found(self, state: int, symbol: str) -> int | None:
        taken = [place for place in self._states[state][0] if self._symbols[place] == symbol]
        if not taken:
            return None
        found = (frozenset().union(*(self._follow[place] for place in taken)), not self._last.isdisjoint(taken))
        if found not in self._numbers:
            self._numbers[found] = len(self._states)
            self._states.append(found)
        return self._numbers[found]


@dataclass(slots=True)
class _Part:
    """A piece of a model: the places it may begin and end with, and whether it may be absent."""

    first: set[int] = field(default_factory=set)
    last: set[int] = field(default_factory=set)
    nullable: bool = True


def content(model: str) -> Content:
    """The automaton (after Glushkov) of a model written as in a DTD; empty for an element without children."""
    return _Compiler(_TOKEN.findall(model)).compiled()


class _Compiler:
    def __init__(self, tokens: Iterable[str]) -> None:
        self._tokens = [*tokens]
        self._symbols: list[str] = []
        self._follow: list[set[int]] = []

    def compiled(self) -> Content:
        whole = self._choice() if self._tokens else _Part()
        return Content(self._symbols, self._follow, whole)

    def _choice(self) -> _Part:
        """Alternatives, each a sequence."""
        found = self._sequence()
        while self._tokens[:1] == ["|"]:
            self._tokens.pop(0)
            other = self._sequence()
            found = _Part(found.first | other.first, found.last | other.last, found.nullable or other.nullable)
        return found

    def _sequence(self) -> _Part:
        found = self._repeated()
        while self._tokens[:1] == [","]:
            self._tokens.pop(0)
            found = self._joined(found, self._repeated())
        return found

    def _joined(self, left: _Part, right: _Part) -> _Part:
        for place in left.last:
            self._follow[place] |= right.first
        return _Part(
            left.first | right.first if left.nullable else left.first,
            left.last | right.last if right.nullable else right.last,
            left.nullable and right.nullable,
        )

    def _repeated(self) -> _Part:
        found = self._single()
        sign = self._tokens.pop(0) if self._tokens[:1] and self._tokens[0] in "?*+" else ""
        if sign and sign in "*+":
            for place in found.last:
                self._follow[place] |= found.first
        return _Part(found.first, found.last, found.nullable or sign in ("?", "*"))

    def _single(self) -> _Part:
        token = self._tokens.pop(0)
        if token == "(":
            found = self._choice()
            self._tokens.pop(0)
            return found
        self._symbols.append(token)
        self._follow.append(set())
        place = len(self._symbols) - 1
        return _Part({place}, {place}, nullable=False)
