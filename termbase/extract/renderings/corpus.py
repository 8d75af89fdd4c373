"""Pairs of segments read into words, with what the corpus of them tells: which words meet, which hold together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from termbase.extract.renderings.chinese_segment import parts
from termbase.extract.renderings.english_segment import EnglishSegment
from termbase.extract.renderings.form_places import FormPlaces
from termbase.extract.renderings.grid import Grid
from termbase.extract.renderings.links import Meanings, WordLinks
from termbase.extract.renderings.neighbours import Neighbours
from termbase.extract.renderings.short_forms import short_forms

__all__ = ["Corpus"]


class Corpus:
    """Pairs of aligned segments (Chinese, English), all in memory."""

    def __init__(self, pairs: Sequence[tuple[str, str]], cut: Callable[[str], list[str]], meanings: Meanings) -> None:
        self.pairs = pairs
        self.parts = [parts(zh, cut) for zh, _ in pairs]
        self.english = [EnglishSegment(en) for _, en in pairs]
        self.links = WordLinks(
            [dict.fromkeys(part.text for part in found) for found in self.parts],
            [segment.stems for segment in self.english],
            meanings,
        )
        self.neighbours = Neighbours(self.english)
        self.forms = FormPlaces(self.english)
        self.short_forms = short_forms(en for _, en in pairs)

    def grid(self, number: int) -> Grid:
        """The links of one pair."""
        return Grid(self.pairs[number][0], self.parts[number], self.english[number], self.links)
