"""How much of some texts the memory knows already, in the bands in which translators count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from termbase.language.script import is_chinese
from tm.keys import chinese_key, english_words
from tm.memory.reading import MemoryReader
from tm.memory.search import search

__all__ = ["BANDS", "Count", "analyse", "band_of", "total"]

BANDS = ("repetitions", "context", "100", "95-99", "85-94", "75-84", "50-74", "none")
"""The usual bands, dearest last: per cent of the score, rounded down."""

_LOWEST = 0.5


@dataclass(frozen=True, slots=True)
class Count:
    """What falls into a band."""

    segments: int = 0
    characters: int = 0
    """Of Chinese, without punctuation and spaces; a figure is one."""
    words: int = 0
    """Of English."""

    def __add__(self, other: Count) -> Count:
        return Count(self.segments + other.segments, self.characters + other.characters, self.words + other.words)


def total(bands: Mapping[str, Count]) -> Count:
    """What falls into all bands together."""
    return sum(bands.values(), Count())


def analyse(memory: MemoryReader, texts: Iterable[Sequence[str]]) -> Iterator[dict[str, Count]]:
    """For each text, given as its segments, what falls into each band; repetitions are counted across the texts."""
    seen: set[str] = set()
    for segments in texts:
        bands = dict.fromkeys(BANDS, Count())
        for before, segment, after in zip(["", *segments], segments, [*segments[1:], ""], strict=False):
            band = "repetitions" if segment in seen else _known(memory, segment, before, after)
            seen.add(segment)
            bands[band] += _count(segment)
        yield bands


def band_of(score: float, kind: str = "") -> str:
    """The band of a score.

    >>> band_of(1.0, "context"), band_of(1.0), band_of(0.999), band_of(0.94), band_of(0.2)
    ('context', '100', '95-99', '85-94', 'none')
    """
    if kind == "context":
        return kind
    for lowest, band in ((1.0, "100"), (0.95, "95-99"), (0.85, "85-94"), (0.75, "75-84"), (_LOWEST, "50-74")):
        if score >= lowest:
            return band
    return "none"


def _known(memory: MemoryReader, segment: str, before: str, after: str) -> str:
    # more than one, since the one in context need not be the newest
    matches = search(memory, segment, minimum=_LOWEST, limit=3, before=before, after=after)
    return band_of(matches[0].score, matches[0].kind) if matches else "none"


def _count(segment: str) -> Count:
    if is_chinese(segment):
        return Count(1, characters=len(chinese_key(segment)))
    return Count(1, words=len(english_words(segment)))
