"""Counting the possible terms of one part of a Chinese corpus."""

from __future__ import annotations

import functools
import operator
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from termbase.extract.chinese.candidates import surely_found
from termbase.extract.chinese.found import Found
from termbase.extract.chinese.words import worded
from termbase.extract.corpus.slips import without_slips
from termbase.extract.corpus.tally import MOST_PLACES, Tally, neighbours, written_places
from termbase.extract.corpus.words import Part, part_of
from termbase.language.script import has_han
from termbase.language.sentences import Sentence

__all__ = ["PartCounts"]

# Chosen on two years of HKMA reports: longer phrases were 2 % of its terms.
MOST_WORDS = 7
MOST_CHARACTERS = 16
_LENGTH_BITS = 3
"""Of a place as one number: the number of the phrase's first word in all that was counted, then how many words."""
_LENGTH = (1 << _LENGTH_BITS) - 1
_Place = tuple[int, int, int, int]
"""Number of the document, number of the sentence, start and end."""


class _Sentence(NamedTuple):
    """What is kept of a sentence until the counts are summed up."""

    first: int
    """Number of its first word in all that was counted."""
    document: int
    position: int
    text: str
    """With ^ before and $ behind it, so that every phrase has neighbours."""
    pieces: Sequence[str]
    bounds: Sequence[int]
    parts: str
    """A letter of `Part` for each word."""


class PartCounts:
    """Counts over documents that come one after the other.

    While texts come in, each form only gathers its places, for most have one; they are summed up in the end.
    """

    def __init__(self) -> None:
        self._sentences: list[_Sentence] = []
        """The sentence of each word that was counted."""
        self._phrases: dict[str, int] = {}
        self._more: dict[str, list[int]] = {}
        self._within_names: set[int] = set()
        """Phrases that a finder took for a name at the very place."""
        self._names: dict[str, Found] = {}
        self._places_of_names: dict[str, list[_Place]] = {}
        self._words: Counter[str] = Counter()
        self._bordered_left: Counter[str] = Counter()
        self._bordered_right: Counter[str] = Counter()

    def tallies(self) -> Iterator[Tally]:
        """What was counted of each form."""
        places, more = self._places_of_names, self._more
        for form, place in self._phrases.items():
            if form in more or form in places:
                yield self._seen_again(form, [place, *more.get(form, ())])
            else:  # most forms
                yield self._seen_once(form, place)
        for form, named in places.items():
            if form not in self._phrases:
                yield self._with_name(_tally_of_places(form, named))

    def words(self) -> Iterator[tuple[str, int, int, int]]:
        """Of each word how often it occurs, and how often with a border before and after it."""
        left, right = self._bordered_left, self._bordered_right
        return ((word, count, left[word], right[word]) for word, count in self._words.items())

    def add(self, number: int, sentences: Iterable[Sentence]) -> None:
        """Count a document in; its number is one that no other document of the corpus has."""
        for sentence in sentences:
            if has_han(sentence.text):
                self._add_sentence(number, sentence)

    def _add_sentence(self, number: int, sentence: Sentence) -> None:
        cut = worded(sentence)
        named: set[tuple[int, int]] = set()
        for found in surely_found([cut]):
            self._see(number, found, named)
        pieces = without_slips(cut.pieces)
        bounds = cut.bounds if pieces is cut.pieces else [0, *accumulate(map(len, pieces))]
        parts = "".join(map(part_of, pieces))
        kept = _Sentence(len(self._sentences), number, sentence.position, f"^{sentence.text}$", pieces, bounds, parts)
        self._sentences += [kept] * len(pieces)
        self._count_words(pieces, parts)
        self._count_phrases(kept, named)

    def _see(self, number: int, found: Found, named: set[tuple[int, int]]) -> None:
        surest = self._names.get(found.text)
        if surest is None or found.weight > surest.weight:
            self._names[found.text] = found
        if (found.start, found.end) not in named:
            named.add((found.start, found.end))
            place = (number, found.sentence, found.start, found.end)
            self._places_of_names.setdefault(found.text, []).append(place)

    def _count_words(self, pieces: Sequence[str], parts: str) -> None:
        before, after = Part.DIVIDES + parts, parts[1:] + Part.DIVIDES
        counted = [row for row in zip(pieces, before, after, parts, strict=False) if row[3] != Part.DIVIDES]
        self._words.update([word for word, _, _, _ in counted])
        self._bordered_left.update([word for word, left, _, _ in counted if left in _BORDERS])
        self._bordered_right.update([word for word, _, right, _ in counted if right in _BORDERS])

    def _count_phrases(self, sentence: _Sentence, named: set[tuple[int, int]]) -> None:
        text, bounds, parts = sentence.text[1:], sentence.bounds, sentence.parts
        phrases, more = self._phrases, self._more
        for first, letter in enumerate(parts):
            if letter not in Part.FIRST:
                continue
            start = bounds[first]
            for length in _lengths(parts[first : first + MOST_WORDS]):
                end = bounds[first + length]
                if not 1 < end - start <= MOST_CHARACTERS:
                    continue
                form = text[start:end]
                place = sentence.first + first << _LENGTH_BITS | length
                if named and (start, end) in named:
                    self._within_names.add(place)
                if form not in phrases:
                    phrases[form] = place
                elif form in more:
                    more[form].append(place)
                else:
                    more[form] = [place]

    def _at(self, place: int) -> tuple[_Sentence, int, int]:
        """The sentence of a phrase, its first word and the one after its last."""
        word = place >> _LENGTH_BITS
        sentence = self._sentences[word]
        first = word - sentence.first
        return sentence, first, first + (place & _LENGTH)

    def _seen_once(self, form: str, place: int) -> Tally:
        sentence, first, after = self._at(place)
        _, document, position, text, pieces, bounds, parts = sentence
        start, end = bounds[first], bounds[after]
        return Tally(
            form, " ".join(pieces[first:after]), parts[first:after], 1, 1, int(_is_free(parts, first, after)),
            neighbours(text[start]), neighbours(text[end + 1]),
            places_written=f"{document},{position},{start},{end}",
        )  # fmt: skip

    def _seen_again(self, form: str, places: Sequence[int]) -> Tally:
        """What a form's places say together."""
        before: list[str] = []
        behind: list[str] = []
        own: list[_Place] = []
        free = 0
        for place in places:
            sentence, first, after = self._at(place)
            start, end = sentence.bounds[first], sentence.bounds[after]
            before.append(sentence.text[start])
            behind.append(sentence.text[end + 1])
            free += _is_free(sentence.parts, first, after)
            if place not in self._within_names:
                own.append((sentence.document, sentence.position, start, end))
        named = self._places_of_names.get(form, ())
        tally = _tally_of_places(form, sorted([*named, *own], key=_sentence_of) if named else own)
        sentence, first, after = self._at(places[0])
        tally.words, tally.pattern = " ".join(sentence.pieces[first:after]), sentence.parts[first:after]
        tally.free, tally.left, tally.right = free, neighbours(before), neighbours(behind)
        return self._with_name(tally) if named else tally

    def _with_name(self, tally: Tally) -> Tally:
        found = self._names[tally.text]
        tally.weight, tally.reason = found.weight, found.reason
        tally.type, tally.kind = found.type.value, found.kind.value
        return tally


def _tally_of_places(form: str, places: Sequence[_Place]) -> Tally:
    documents = len({place[0] for place in places}) if len(places) > 1 else 1
    written = written_places(places[:MOST_PLACES])
    return Tally(form, count=len(places), documents=documents, places_written=written)


_sentence_of = operator.itemgetter(0, 1)
_BORDERS = frozenset((Part.DIVIDES, Part.LINK))


def _is_free(parts: str, first: int, after: int) -> bool:
    """Whether borders are on both sides of a phrase."""
    return (first == 0 or parts[first - 1] in Part.FREE) and (after == len(parts) or parts[after] in Part.FREE)


@functools.lru_cache(maxsize=20_000)
def _lengths(parts: str) -> tuple[int, ...]:
    """How many words the phrases have that begin with the first of these and may be a term.

    >>> _lengths("BNXN"), _lengths("NLN")
    ((1, 2), (1, 3))
    """
    run = parts.partition(Part.DIVIDES)[0]
    return tuple(number for number, part in enumerate(run, start=1) if part in Part.LAST)
