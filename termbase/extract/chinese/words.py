"""A Chinese sentence as words, each with what it may do in a term."""

from __future__ import annotations

import functools
import operator
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from termbase.extract.chinese.roles import NOT_AT_EDGE, Role
from termbase.extract.chinese.tables import word_list
from termbase.extract.chinese.traits import traits_of
from termbase.language.script import has_han
from termbase.language.sentences import Sentence
from termbase.language.words import cut, part_of_speech

__all__ = ["Word", "WordedSentence", "is_content", "without_torn_names", "worded"]


class Word(NamedTuple):
    """A word of the cutter, or what is left of it beside a title; a tuple, because a text has very many."""

    text: str
    start: int
    """Offset in the sentence, in characters."""
    end: int
    role: int
    """Bits of `Role`."""


class WordedSentence:
    """A sentence and its words."""

    def __init__(self, text: str, position: int, pieces: Sequence[str]) -> None:
        """Take the words; joined they are the text."""
        self.text = text
        self.position = position
        self.pieces = pieces
        self.bounds = [0, *accumulate(map(len, pieces))]
        """Where the words begin, and at last where the text ends."""
        roles, marks, places = zip(*map(traits_of, pieces), strict=True) if pieces else ((), (), ())
        self.roles: tuple[int, ...] = roles
        self.marks: tuple[int, ...] = marks
        """Bits of `Trait` for each word."""
        self.all_marks: int = functools.reduce(operator.or_, marks, 0)
        """Bits of `Trait` that any word has."""
        self.places = "".join(places)
        """A letter of `traits.Place` for each word."""

    @functools.cached_property
    def words(self) -> tuple[Word, ...]:
        """All words; made when first asked for, because most sentences need a few only."""
        return self.words_between(0, len(self.pieces))

    def words_between(self, first: int, after: int) -> tuple[Word, ...]:
        """The words from one number to before another."""
        starts, ends = self.bounds[first:after], self.bounds[first + 1 : after + 1]
        return tuple(map(Word, self.pieces[first:after], starts, ends, self.roles[first:after]))

    def numbers_of(self, marks: int) -> list[int]:
        """The numbers of the words that have one of these bits of `Trait`."""
        if not self.all_marks & marks:
            return []
        return [number for number, having in enumerate(self.marks) if having & marks]

    @functools.cached_property
    def ending(self) -> dict[int, int]:
        """Offset to the number of the word that ends there."""
        return dict(zip(self.bounds[1:], range(len(self.pieces)), strict=True))

    @functools.cached_property
    def borders(self) -> frozenset[int]:
        """The offsets at which words begin or end."""
        return frozenset(self.bounds)

    def words_from(self, start: int, most: int) -> tuple[Word, ...]:
        """At most so many words from the first that begins at or after an offset."""
        first = bisect_left(self.bounds, start, hi=len(self.pieces))
        return self.words_between(first, first + most)


_CONTENT_TAGS = frozenset("navgzj")
_OFFICES = frozenset("部处科厅局委院司署社会校站所")


def worded(sentence: Sentence) -> WordedSentence:
    """A sentence in words; a title that the cutter tore is mended.

    >>> [word.text for word in worded(Sentence("联运部副总经理", 0, 0)).words][-2:]
    ['部', '副总经理']
    """
    return WordedSentence(sentence.text, sentence.position, _pieces(sentence.text))


def without_torn_names(sentence: WordedSentence, names: Iterable[tuple[int, int]]) -> WordedSentence:
    """The sentence with what lies between known names cut anew, where the cutter had torn one: 宁波/舟山/港海/铁.

    >>> torn = worded(Sentence("推动宁波舟山港海铁联运", 0, 0))
    >>> [word.text for word in without_torn_names(torn, [(2, 7)]).words]
    ['推动', '宁波舟山港', '海铁', '联运']
    """
    torn = [(start, end) for start, end in names if start not in sentence.borders or end not in sentence.borders]
    if not torn:
        return sentence
    pieces: list[str] = []
    place = 0
    for start, end in (*sorted(torn), (len(sentence.text), len(sentence.text))):
        if start >= place:
            between = _pieces(sentence.text[place:start])
            pieces += [piece for piece in (*between, sentence.text[start:end]) if piece]
            place = end
    return WordedSentence(sentence.text, sentence.position, pieces)


def is_content(word: Word) -> bool:
    """Whether a word has a meaning of its own, so that a name may have it inside: 山谷|来信, 维斯|兰|卡, 白鹭|坞.

    >>> [is_content(word) for word in worded(Sentence("白鹭坞的", 0, 0)).words]
    [True, True, False]
    """
    if word.role & (Role.ANY | Role.VERB):
        return True
    return len(word.text) == 1 and word.text not in NOT_AT_EDGE and part_of_speech(word.text)[:1] in _CONTENT_TAGS


@functools.cache
def _joinable() -> frozenset[str]:
    return word_list("titles") | word_list("nouns") | word_list("attributes")


@functools.cache
def _offices_with_title() -> frozenset[str]:
    """处处长, 部经理: what is an office and a title, and no title itself."""
    titles = word_list("titles")
    return frozenset(office + title for office in _OFFICES for title in titles if len(title) > 1) - titles


def _pieces(text: str) -> list[str]:
    """The words of a text, with 部副/总经理 and 处处长 cut as 部/副总经理 and 处/处长."""
    pieces = cut(text)
    # nearly no sentence has anything to mend, and these look at all its words at once
    whole = "副" not in text and _offices_with_title().isdisjoint(pieces)
    if whole and _joinable().isdisjoint(map(operator.add, pieces, pieces[1:])):
        return pieces
    return _with_titles(pieces)


def _with_titles(pieces: Iterable[str]) -> list[str]:
    titles = word_list("titles")
    known = _joinable()
    mended: list[str] = []
    for piece in pieces:
        before = mended[-1] if mended else ""
        if piece in _offices_with_title():
            mended += [piece[0], piece[1:]]
        elif before[-1:] == "副" and f"副{piece}" in titles and has_han(before[:-1]):
            mended[-1] = before[:-1]
            mended.append(f"副{piece}")
        elif before and before + piece in known and before not in titles:
            mended[-1] = before + piece
        else:
            mended.append(piece)
    return mended
