"""Noun phrases of a Chinese sentence by words: what may be a term, before frequency and rarity have their say."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from termbase.extract.chinese.found import Found
from termbase.extract.chinese.roles import Role, role_of
from termbase.extract.chinese.tables import Strength, headings
from termbase.extract.chinese.traits import GOVERNING, Place, Trait
from termbase.extract.chinese.words import WordedSentence
from termbase.language.words import part_of_speech
from termbase.model import ConceptType

__all__ = ["begins_phrase", "noun_phrases", "statistical_words"]

# Longer phrases of news are clauses (chosen on news: of phrases of seven words none was a term).
MOST_WORDS = 6
MOST_CHARACTERS = 14
# In the letters of `traits.Place`: the longest run of words that may stand in a term. What the cutter makes of two
# characters after a number (10余/起) is no word.
_STRETCH = re.compile("(?:[ABEIPabeip]|(?<![a-z])[Nn])+")
_BEGINS = frozenset("ABNPabnp")
_ENDS = frozenset("AENPaenp")
_PLACES = frozenset("Pp")


def noun_phrases(sentence: WordedSentence, closed: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Phrases of words that may begin, fill and end a term.

    Each is given as the number of its first word and of the word after its last, with the phrase that fills its
    stretch. `closed` are spans that no phrase crosses or enters: people, titles, firms.

    >>> from termbase.extract.chinese.words import worded
    >>> from termbase.language.sentences import Sentence
    >>> sentence = worded(Sentence("加快发展跨境电子商务，完成集装箱吞吐量", 0, 0))
    >>> list(dict.fromkeys(longest for _, _, longest in noun_phrases(sentence, [])))
    ['跨境电子商务', '集装箱吞吐量']
    """
    text, bounds = sentence.text, sentence.bounds
    places = _without_closed(sentence, closed) if closed else sentence.places
    for match in _STRETCH.finditer(places):
        stretch = match[0]
        first = match.start()
        begin, end, parts = _shape(stretch)
        if "P" in stretch or "p" in stretch:
            begin, end = _around_place(sentence.pieces[first : match.end()], stretch, begin, end)
            parts = _parts(stretch, begin, end)
        if not parts:
            continue
        longest = text[bounds[first + begin] : bounds[first + end]]
        for begin, end in parts:
            if 1 < bounds[first + end] - bounds[first + begin] <= MOST_CHARACTERS:
                yield first + begin, first + end, longest


def _without_closed(sentence: WordedSentence, closed: Iterable[tuple[int, int]]) -> str:
    """The letters of the words; those that closed spans touch divide."""
    places = list(sentence.places)
    for start, end in closed:
        first = bisect_right(sentence.bounds, start) - 1
        for number in range(first, bisect_left(sentence.bounds, end)):
            places[number] = Place.DIVIDES if places[number].isupper() else Place.DIVIDES.lower()
    return "".join(places)


@functools.lru_cache(maxsize=10_000)
def _shape(stretch: str) -> tuple[int, int, tuple[tuple[int, int], ...]]:
    """Where the first word stands that may begin a term, where the last ends that may end one, and the phrases.

    >>> _shape("EABE")
    (1, 4, ((1, 2), (1, 4), (2, 4)))
    """
    begin = next((number for number, letter in enumerate(stretch) if letter in _BEGINS), len(stretch))
    end = next((number for number in range(len(stretch), begin, -1) if stretch[number - 1] in _ENDS), begin)
    return begin, end, _parts(stretch, begin, end)


def _parts(stretch: str, begin: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple(
        (first, after)
        for first in range(begin, end)
        if stretch[first] in _BEGINS
        for after in range(first + 1, min(first + MOST_WORDS, end) + 1)
        if stretch[after - 1] in _ENDS
    )


def _around_place(words: Sequence[str], stretch: str, begin: int, end: int) -> tuple[int, int]:
    """The same for a stretch with a place, which belongs to the words behind it only where a heading binds it.

    So 长三角一体化发展, but not 浙江企业.
    """
    if begin + 1 < end and stretch[begin + 1] in _PLACES and part_of_speech(words[begin]).startswith("v"):
        begin += 1  # 服务|长三角一体化发展
    if begin + 1 < end and stretch[begin] in _PLACES and not _binds_place(words[begin:end]):
        begin = next(number for number in range(begin + 1, end) if stretch[number] in _BEGINS or number + 1 == end)
    return begin, end


def begins_phrase(word: str) -> bool:
    """Whether a term may begin with a word: by its role, and if it does not govern what follows.

    >>> begins_phrase("海洋"), begins_phrase("发展")
    (True, False)
    """
    return bool(role_of(word) & Role.BEGIN) and word not in GOVERNING


def _binds_place(words: Iterable[str]) -> bool:
    text = "".join(words)
    return any(
        heading is not None and heading.strength is Strength.NAME
        for heading in (headings().get(text[start:]) for start in range(1, len(text) - 1))
    )


def statistical_words(sentence: WordedSentence) -> Iterator[Found]:
    """Terms that stand among figures: 同比增长8.1%, 0.3个百分点."""
    for number in sentence.numbers_of(Trait.STATISTIC):
        start, end = sentence.bounds[number], sentence.bounds[number + 1]
        yield Found(
            sentence.pieces[number], sentence.position, start, end, ConceptType.ECONOMIC_CONCEPT, 0.6,
            "a term of statistics",
        )  # fmt: skip
