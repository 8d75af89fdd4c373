"""Aligned sentences of two texts as pairs of segments, and where the candidates stand in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from termbase.extract.candidate import Candidate, Occurrence
from termbase.language.script import to_simplified
from termbase.language.sentences import Sentence

__all__ = ["Bead", "JoinedBeads"]

Bead = tuple[tuple[int, ...], tuple[int, ...]]
"""Sentence numbers of both texts that translate one another: Chinese, English."""


class JoinedBeads:
    """The beads of two texts that have both sides, each side joined to one segment."""

    def __init__(self, zh: Sequence[Sentence], en: Sequence[Sentence], beads: Iterable[Bead]) -> None:
        self.pairs: list[tuple[str, str]] = []
        """Chinese (in simplified characters) and English of each bead."""
        self._zh_at: dict[int, tuple[int, int]] = {}
        self._en_at: dict[int, tuple[int, int]] = {}
        self._en = en
        self._en_numbers: list[tuple[int, ...]] = []
        for zh_numbers, en_numbers in beads:
            if zh_numbers and en_numbers:
                chinese = _join(
                    [zh[number].text for number in zh_numbers], zh_numbers, len(self.pairs), "", self._zh_at
                )
                english = _join(
                    [en[number].text for number in en_numbers], en_numbers, len(self.pairs), " ", self._en_at
                )
                self.pairs.append((to_simplified(chinese), english))
                self._en_numbers.append(en_numbers)

    def zh_places(self, candidate: Candidate) -> dict[str, list[tuple[int, int]]]:
        """Bead and offset of each place of a Chinese candidate, by the form that stands there."""
        places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for place in candidate.occurrences:
            if place.sentence in self._zh_at:
                bead, offset = self._zh_at[place.sentence]
                form = self.pairs[bead][0][offset + place.start : offset + place.end]
                places[form].append((bead, offset + place.start))
        return places

    def en_spans(self, candidates: Iterable[Candidate]) -> dict[int, set[tuple[int, int]]]:
        """The spans of English candidates in each bead."""
        spans: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
        for candidate in candidates:
            for place in candidate.occurrences:
                if place.sentence in self._en_at:
                    bead, offset = self._en_at[place.sentence]
                    spans[bead].add((offset + place.start, offset + place.end))
        return spans

    def en_occurrences(self, text: str, zh: Candidate) -> Iterator[Occurrence]:
        """Where an English text stands in the sentences that translate those of a Chinese candidate."""
        beads = (self._zh_at[place.sentence][0] for place in zh.occurrences if place.sentence in self._zh_at)
        for bead in dict.fromkeys(beads):
            for number in self._en_numbers[bead]:
                start = self._en[number].text.lower().find(text.lower())
                if start >= 0:
                    yield Occurrence(number, start, start + len(text))


def _join(texts: list[str], numbers: tuple[int, ...], bead: int, glue: str, at: dict[int, tuple[int, int]]) -> str:
    """The texts as one, noting where each begins."""
    start = 0
    for number, text in zip(numbers, texts, strict=True):
        at[number] = (bead, start)
        start += len(text) + len(glue)
    return glue.join(texts)
