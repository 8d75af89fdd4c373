"""Where many strings stand in a text, all in one pass.

This is the one home of ahocorasick_rs.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

__all__ = ["Occurrences"]


class Occurrences:
    """Finds each of many strings, however many there are, in time linear in the text.

    >>> known = Occurrences(["浙江", "浙江省", "江省"])
    >>> list(known.within("在浙江省"))
    [(1, 3, '浙江'), (1, 4, '浙江省'), (2, 4, '江省')]
    >>> known.longest("在浙江省")
    [(1, 1, 4)]
    """

    def __init__(self, strings: Iterable[str]) -> None:
        self._strings = list(dict.fromkeys(strings))

    def within(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and string of each occurrence, also inside others, in the order of their ends."""
        for number, start, end in self.everywhere(text):
            yield start, end, self._strings[number]

    def everywhere(self, text: str) -> list[tuple[int, int, int]]:
        """Number of the string in the order given, start and end of each occurrence, also inside others."""
        found: list[tuple[int, int, int]] = self._overlapping.find_matches_as_indexes(text, overlapping=True)
        return found

    def longest(self, text: str) -> list[tuple[int, int, int]]:
        """The same of the leftmost longest occurrences, none overlapping."""
        found: list[tuple[int, int, int]] = self._longest.find_matches_as_indexes(text)
        return found

    @functools.cached_property
    def _longest(self) -> Any:
        from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: TID251 - its one home

        return AhoCorasick(self._strings, matchkind=MatchKind.LeftmostLongest)

    @functools.cached_property
    def _overlapping(self) -> Any:
        from ahocorasick_rs import AhoCorasick, Implementation  # noqa: TID251 - its one home

        # for few strings the library would make a faster automaton, which takes longer to make than it saves
        return AhoCorasick(self._strings, implementation=Implementation.ContiguousNFA)
