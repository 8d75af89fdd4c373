"""Counting the possible terms of one part of a Chinese corpus."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from termbase.extract.candidate import Occurrence
from termbase.extract.chinese.candidates import surely_found
from termbase.extract.chinese.found import Found
from termbase.extract.chinese.words import Word, WordedSentence, worded
from termbase.extract.corpus.runs import MOST_NEIGHBOURS, MOST_PLACES, Tally
from termbase.extract.corpus.slips import without_slips
from termbase.extract.corpus.words import Part, part_of
from termbase.language.script import has_han
from termbase.language.sentences import Sentence

__all__ = ["PartCounts", "WordBorders"]

# Chosen on two years of HKMA reports: longer phrases were 2 % of its terms.
MOST_WORDS = 7
MOST_CHARACTERS = 16


@dataclass(slots=True)
class WordBorders:
    """How often a word occurs, and how often nothing that could be of one phrase with it stands before and after."""

    count: int = 0
    left: int = 0
    right: int = 0


@dataclass
class PartCounts:
    """Counts over documents that come one after the other."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    words: dict[str, WordBorders] = field(default_factory=dict)

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
        tally = self.tallies.setdefault(found.text, Tally(found.text))
        if found.weight > tally.weight:
            tally.weight, tally.reason = found.weight, found.reason
            tally.type, tally.kind = found.type.value, found.kind.value
        if (found.start, found.end) not in named:
            named.add((found.start, found.end))
            _stands(tally, number, found.sentence, found.start, found.end)

    def _count_words(self, words: Sequence[Word], parts: str) -> None:
        around = f"{Part.DIVIDES}{parts}{Part.DIVIDES}"
        for place, word in enumerate(words):
            if parts[place] == Part.DIVIDES:
                continue
            borders = self.words.get(word.text)
            if borders is None:
                borders = self.words[word.text] = WordBorders()
            borders.count += 1
            borders.left += around[place] in "XL"
            borders.right += around[place + 2] in "XL"

    def _count_phrases(
        self,
        number: int,
        sentence: WordedSentence,
        words: Sequence[Word],
        parts: str,
        named: Container[tuple[int, int]],
    ) -> None:
        tallies = self.tallies
        text = f"^{sentence.text}$"
        around = f"{Part.DIVIDES}{parts}{Part.DIVIDES}"
        for first, last in _phrases(words, parts):
            start, end = words[first].start, words[last].end
            form = text[start + 1 : end + 1]
            tally = tallies.get(form)
            if tally is None:
                tally = tallies[form] = Tally(form)
            if not tally.words:
                tally.words = " ".join([word.text for word in words[first : last + 1]])
                tally.pattern = parts[first : last + 1]
            if (start, end) not in named:
                _stands(tally, number, sentence.position, start, end)
            tally.free += around[first] in Part.FREE and around[last + 2] in Part.FREE
            if len(tally.left) < MOST_NEIGHBOURS:
                tally.left.add(text[start])
            if len(tally.right) < MOST_NEIGHBOURS:
                tally.right.add(text[end + 1])


def _stands(tally: Tally, number: int, sentence: int, start: int, end: int) -> None:
    tally.count += 1
    if tally.last_document != number:
        tally.documents += 1
        tally.last_document = number
    if len(tally.places) < MOST_PLACES:
        tally.places.append((number, Occurrence(sentence, start, end)))


def _phrases(words: Sequence[Word], parts: str) -> Iterator[tuple[int, int]]:
    """First and last word of each run that may be a term, nested ones too."""
    for first, part in enumerate(parts):
        if part not in Part.FIRST:
            continue
        start = words[first].start
        for last in range(first, min(first + MOST_WORDS, len(parts))):
            length = words[last].end - start
            if parts[last] == Part.DIVIDES or length > MOST_CHARACTERS:
                break
            if parts[last] in Part.LAST and length > 1:
                yield first, last
