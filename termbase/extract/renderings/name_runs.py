"""Names of an English segment that sound like a Chinese term: in pinyin (Shan Yuhe), or before it was written so."""

from __future__ import annotations

from functools import cached_property

from termbase.extract.renderings.english_segment import EnglishSegment
from termbase.extract.renderings.sound import foreign_likeness, may_be_pinyin
from termbase.extract.renderings.term_facts import TermFacts
from termbase.language.keys import pinyin_letters

__all__ = ["NameRuns"]

_LONGEST = 4
"""Words of a name."""
_FEWEST_LETTERS = 4
_LEAST_LIKENESS = 0.75
"""Of foreign names. Tomasz Wilczek and 托马什·维尔切克 reach 1; set so that one consonant in four may differ."""


class NameRuns:
    """The runs of words with capitals in one segment."""

    def __init__(self, english: EnglishSegment) -> None:
        self._english = english

    def sounding_like(self, facts: TermFacts) -> tuple[int, int] | None:
        """First and last word of the name that sounds like the term, or None."""
        by_letters = self._by_letters
        if facts.has_latin or any(may_be_pinyin(letters, facts.syllables) for letters in by_letters):
            for sound in sorted(facts.sounds):
                if sound in by_letters:
                    return by_letters[sound]
        if not facts.skeleton:
            return None
        alike = [(foreign_likeness(facts.skeleton, self._english.between(*run)), run) for run in self._runs]
        best, run = max(alike, default=(0.0, (0, 0)), key=lambda row: (row[0], row[1][0] - row[1][1]))
        return run if best >= _LEAST_LIKENESS else None

    @cached_property
    def _runs(self) -> list[tuple[int, int]]:
        words, ends = self._english.words, self._english.ends
        runs = []
        for first, word in enumerate(words):
            for last in range(first, min(len(words), first + _LONGEST)):
                if word.empty or not words[last].capital or words[last].empty:
                    break
                runs.append((first, last))
                if ends[last] or words[last].comma:
                    break
        return runs

    @cached_property
    def _by_letters(self) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for run in self._runs:
            letters = pinyin_letters(self._english.between(*run))
            if len(letters) >= _FEWEST_LETTERS:
                found.setdefault(letters, run)
        return found
