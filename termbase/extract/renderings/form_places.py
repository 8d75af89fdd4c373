"""In which pairs of a corpus an English form stands, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from termbase.extract.renderings.english_segment import EnglishSegment

__all__ = ["FormPlaces"]


class FormPlaces:
    """Finds forms by their keys, so that case, hyphens and plural make no difference.

    >>> places = FormPlaces([EnglishSegment("Free-trade zones grew."), EnglishSegment("a zone of free trade")])
    >>> sorted(places.of("free trade zone")), sorted(places.of("free trade"))
    ([0], [0, 1])
    """

    def __init__(self, segments: Sequence[EnglishSegment]) -> None:
        self._segments = segments
        self._found: dict[str, frozenset[int]] = {}

    def of(self, key: str) -> frozenset[int]:
        """The numbers of the pairs in whose English the form stands."""
        found = self._found.get(key)
        if found is None:
            by_word = sorted((self._by_word.get(word, frozenset()) for word in key.split()), key=len)
            together = by_word[0].intersection(*by_word[1:]) if by_word else frozenset()
            padded = f" {key} "
            found = frozenset(number for number in together if padded in self._texts[number])
            self._found[key] = found
        return found

    @cached_property
    def _texts(self) -> list[str]:
        return [f" {' '.join(part for word in one.words for part in word.folded)} " for one in self._segments]

    @cached_property
    def _by_word(self) -> dict[str, frozenset[int]]:
        places: dict[str, set[int]] = {}
        for number, segment in enumerate(self._segments):
            for word in segment.words:
                for part in word.folded:
                    places.setdefault(part, set()).add(number)
        return {word: frozenset(numbers) for word, numbers in places.items()}
