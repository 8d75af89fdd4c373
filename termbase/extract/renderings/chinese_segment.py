"""The words of a Chinese segment, and where given terms stand in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import NamedTuple

__all__ = ["Part", "TermFinder", "parts"]

_MARKS = re.compile(r"[\W_]+$")
# Words that say nothing about what is rendered
_EMPTY = frozenset("的和及与在以是了为将并由于对亦等也而有会其该年月日至就从到中之或令使所") | {"以及"}


class Part(NamedTuple):
    """A word of a Chinese segment and where it stands, in characters."""

    text: str
    start: int
    end: int


def parts(text: str, cut: Callable[[str], list[str]]) -> list[Part]:
    """The words of a Chinese text that mean something by themselves.

    >>> [part.text for part in parts("《数字经济》的发展", lambda text: ["《", "数字", "经济", "》", "的", "发展"])]
    ['数字', '经济', '发展']
    """
    found = []
    start = 0
    for word in cut(text):
        end = start + len(word)
        if word not in _EMPTY and not _MARKS.match(word):
            found.append(Part(word.lower(), start, end))
        start = end
    return found


class TermFinder:
    """Finds given terms in Chinese texts, also those inside others; a place costs two look-ups.

    >>> list(TermFinder(["数字经济", "经济"]).find("数字经济大省"))
    [('数字经济', 0), ('经济', 2)]
    """

    def __init__(self, terms: Iterable[str]) -> None:
        self._single: set[str] = set()
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        self._terms = set(terms) - {""}
        for term in self._terms:
            if len(term) == 1:
                self._single.add(term)
            else:
                lengths[term[:2]].add(len(term))
        self._lengths = {start: sorted(several, reverse=True) for start, several in lengths.items()}

    def find(self, text: str) -> Iterator[tuple[str, int]]:
        """The terms that stand in a text, each at its first place, in order."""
        seen: set[str] = set()
        lengths, terms = self._lengths, self._terms
        single = self._single
        starts = (
            start
            for start, (first, second) in enumerate(zip_longest(text, text[1:], fillvalue=""))
            if first + second in lengths or first in single
        )
        for start in starts:
            found = [text[start : start + length] for length in lengths.get(text[start : start + 2], ())]
            if text[start] in single:
                found.append(text[start])
            for term in found:
                if term in terms and term not in seen:
                    seen.add(term)
                    yield term, start
