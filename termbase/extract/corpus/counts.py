"""Counting the possible terms of one part of a Chinese corpus."""

from __future__ import annotations

import functools
import operator
import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from termbase.extract.chinese.candidates import surely_found
from termbase.extract.chinese.found import Found
from termbase.extract.chinese.words import Word, WordedSentence, worded
from termbase.extract.corpus.runs import MOST_PLACES, Tally, neighbours, written_places
from termbase.extract.corpus.slips import without_slips
from termbase.extract.corpus.words import Part, part_of
from termbase.language.script import has_han
from termbase.language.sentences import Sentence

__all__ = ["PartCounts", "WordBorders"]

# Chosen on two years of HKMA reports: longer phrases were 2 % of its terms.
MOST_WORDS = 7
MOST_CHARACTERS = 16
_RUN = re.compile(f"[^{Part.DIVIDES}]+")
_Place = tuple[int, int, int, int]
"""Number of the document, number of the sentence, start and end."""
_Phrase = tuple[int, int, int, int, bool, str, str, bool]
"""The four of a place, whether it is to be counted, the characters before and after it, whether borders are on both
sides. A flat tuple of simple values, for the garbage collector looks at others again and again."""


@dataclass(slots=True)
class WordBorders:
    """How often a word occurs, and how often nothing that could be of one phrase with it stands before and after."""

    count: int = 0
    left: int = 0
    right: int = 0


class PartCounts:
    """Counts over documents that come one after the other.

    While texts come in, each form only gathers its places, for most have one; they are summed up in the end.
    """

    def __init__(self) -> None:
        self._phrases: dict[str, _Phrase] = {}
        self._more: dict[str, list[_Phrase]] = {}
        self._written: dict[str, tuple[str, str]] = {}
        self._names: dict[str, Found] = {}
        self._places_of_names: dict[str, list[_Place]] = {}
        self._words: Counter[str] = Counter()
        self._bordered_left: Counter[str] = Counter()
        self._bordered_right: Counter[str] = Counter()

    @property
    def tallies(self) -> dict[str, Tally]:
        """What was counted of each form."""
        forms = {form: self._tally(form) for form in self._phrases | self._places_of_names}
        for form in self._places_of_names:
            tally = forms[form]
            found = self._names[form]
            tally.weight, tally.reason = found.weight, found.reason
            tally.type, tally.kind = found.type.value, found.kind.value
        return forms

    @property
    def words(self) -> dict[str, WordBorders]:
        """What was counted of each word."""
        left, right = self._bordered_left, self._bordered_right
        return {word: WordBorders(count, left[word], right[word]) for word, count in self._words.items()}

    def add(self, number: int, sentences: Iterable[Sentence]) -> None:
        """Count a document in; its number is one that no other document of the corpus has."""
        for sentence in sentences:
            if has_han(sentence.text):
                self._add_sentence(number, worded(sentence))

    def _add_sentence(self, number: int, sentence: WordedSentence) -> None:
        named: set[tuple[int, int]] = set()
        for found in surely_found([sentence]):
            self._see(number, found, named)
        words = list(without_slips(sentence.words))
        parts = "".join([part_of(word.text) for word in words])
        self._count_words(words, parts)
        self._count_phrases(number, sentence, words, parts, named)

    def _see(self, number: int, found: Found, named: set[tuple[int, int]]) -> None:
        surest = self._names.get(found.text)
        if surest is None or found.weight > surest.weight:
            self._names[found.text] = found
        if (found.start, found.end) not in named:
            named.add((found.start, found.end))
            place = (number, found.sentence, found.start, found.end)
            self._places_of_names.setdefault(found.text, []).append(place)

    def _count_words(self, words: Sequence[Word], parts: str) -> None:
        before, after = Part.DIVIDES + parts, parts[1:] + Part.DIVIDES
        counted = [row for row in zip(words, before, after, parts, strict=False) if row[3] != Part.DIVIDES]
        self._words.update([word.text for word, _, _, _ in counted])
        self._bordered_left.update([word.text for word, left, _, _ in counted if left in _BORDERS])
        self._bordered_right.update([word.text for word, _, right, _ in counted if right in _BORDERS])

    def _count_phrases(
        self,
        number: int,
        sentence: WordedSentence,
        words: Sequence[Word],
        parts: str,
        named: Container[tuple[int, int]],
    ) -> None:
        text = f"^{sentence.text}$"
        around = f"{Part.DIVIDES}{parts}{Part.DIVIDES}"
        phrases, position, free = self._phrases, sentence.position, Part.FREE
        for run in _RUN.finditer(parts):
            begin = run.start()
            for first_in_run, last_in_run in _phrases(run[0]):
                first, last = begin + first_in_run, begin + last_in_run
                start, end = words[first].start, words[last].end
                if not 1 < end - start <= MOST_CHARACTERS:
                    continue
                form = text[start + 1 : end + 1]
                counted = (start, end) not in named
                borders = around[first] in free and around[last + 2] in free
                phrase = (number, position, start, end, counted, text[start], text[end + 1], borders)
                if form not in phrases:
                    phrases[form] = phrase
                    self._written[form] = (
                        " ".join([word.text for word in words[first : last + 1]]),
                        parts[first : last + 1],
                    )
                else:
                    self._more.setdefault(form, []).append(phrase)

    def _tally(self, form: str) -> Tally:
        """What a form's places say together."""
        named = self._places_of_names.get(form, ())
        first = self._phrases.get(form)
        if first is None:
            return _tally_of_places(form, named)
        words, pattern = self._written[form]
        more = self._more.get(form)
        if more is None and not named:  # most forms
            places, before, after = written_places([first[:4]]), neighbours(first[5]), neighbours(first[6])
            return Tally(form, words, pattern, 1, 1, int(first[7]), before, after, places_written=places)
        phrases = [first, *(more or ())]
        own = [phrase[:4] for phrase in phrases if phrase[4]]
        tally = _tally_of_places(form, sorted([*named, *own], key=_sentence_of))
        tally.words, tally.pattern = words, pattern
        tally.free = sum([phrase[7] for phrase in phrases])
        tally.left = neighbours([phrase[5] for phrase in phrases])
        tally.right = neighbours([phrase[6] for phrase in phrases])
        return tally


def _tally_of_places(form: str, places: Sequence[_Place]) -> Tally:
    documents = len({place[0] for place in places}) if len(places) > 1 else 1
    written = written_places(places[:MOST_PLACES])
    return Tally(form, count=len(places), documents=documents, places_written=written)


_sentence_of = operator.itemgetter(0, 1)
_BORDERS = frozenset((Part.DIVIDES, Part.LINK))


@functools.lru_cache(maxsize=20_000)
def _phrases(run: str) -> tuple[tuple[int, int], ...]:
    """First and last word of each phrase in a run of parts that may be a term, nested ones too.

    >>> _phrases("BN")
    ((0, 0), (0, 1), (1, 1))
    """
    return tuple(
        (first, last)
        for first, part in enumerate(run)
        if part in Part.FIRST
        for last in range(first, min(first + MOST_WORDS, len(run)))
        if run[last] in Part.LAST
    )
