"""A Chinese sentence as words, each with what it may do in a term: begin it, stand inside, end it, or divide two."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from termbase.extract.chinese.tables import headings, name_endings, word_list
from termbase.language.keys import pinyin_key
from termbase.language.lexicon import default_lexicon
from termbase.language.script import has_han, is_han
from termbase.language.sentences import Sentence
from termbase.language.words import cut, part_of_speech

__all__ = ["Role", "Word", "WordedSentence", "is_content", "is_place", "role_of", "without_torn_names", "worded"]


class Role:
    """What a word may do in a term, as bits of an int (enum.Flag took a quarter of the time); 0: it divides."""

    NONE = 0
    BEGIN = 1
    INSIDE = 2
    END = 4
    ANY = BEGIN | INSIDE | END
    PLACE = 8
    """A place by the dictionaries."""
    VERB = 16
    """A verb: it divides phrases, but a company may have it in its name (山谷来信)."""
    NEW = 32
    """Not in the general dictionary."""


class Word(NamedTuple):
    """A word of the cutter, or what is left of it beside a title; a tuple, because a text has very many."""

    text: str
    start: int
    """Offset in the sentence, in characters."""
    end: int
    role: int
    """Bits of `Role`."""


@dataclass(frozen=True)
class WordedSentence:
    """A sentence and its words."""

    text: str
    position: int
    words: tuple[Word, ...]

    @functools.cached_property
    def ending(self) -> dict[int, int]:
        """Offset to the number of the word that ends there."""
        return {word.end: number for number, word in enumerate(self.words)}

    @functools.cached_property
    def borders(self) -> frozenset[int]:
        """The offsets at which words begin or end."""
        return frozenset([0, *self.ending])

    def words_from(self, start: int, most: int) -> tuple[Word, ...]:
        """At most so many words from the first that begins at or after an offset."""
        first = bisect_left(self.words, start, key=lambda word: word.start)
        return self.words[first : first + most]


# Noun, proper noun, verbal noun, abbreviation, set phrase, place, organization: tags with which a word may be a term
_NOMINAL_TAGS = frozenset(["n", "nz", "nt", "ns", "j", "an", "vn", "nr", "nrt", "nrfg", "s"])
# The dictionary calls 城市 a place, 义乌 a proper noun and 鹿特丹 a person: CC-CEDICT decides.
_PLACE_TAGS = frozenset(["ns", "nz", "nr", "nrt"])
_ROLE_OF_TAG = {"a": Role.BEGIN | Role.INSIDE, "b": Role.BEGIN | Role.INSIDE, "v": Role.VERB}
# A new word of the cutter that begins or ends so is a slip across two words: 港到, 这是, 更准, 能值.
_NOT_AT_EDGE = frozenset(
    "的了着过是这那在把被和与及或就都也很更最为从到得个中后前上下里能会要可已于之以并其各每某此该给让使由向对说有称为"
)
_NUMERAL = frozenset("零〇一二三四五六七八九十百千万亿两几第")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.&+\-]*|\d+[A-Za-z][A-Za-z0-9]*")
_DIVISIONS = ("省", "市", "县", "区", "镇", "乡", "村", "州", "盟", "旗")
_CONTENT_TAGS = frozenset("navgzj")
_OFFICES = frozenset("部处科厅局委院司署社会校站所")


def worded(sentence: Sentence) -> WordedSentence:
    """A sentence in words; a title that the cutter tore is mended.

    >>> [word.text for word in worded(Sentence("联运部副总经理", 0, 0)).words][-2:]
    ['部', '副总经理']
    """
    pieces = _with_titles(cut(sentence.text))
    words, place = [], 0
    for piece in pieces:
        words.append(Word(piece, place, place + len(piece), role_of(piece)))
        place += len(piece)
    return WordedSentence(sentence.text, sentence.position, tuple(words))


def without_torn_names(sentence: WordedSentence, names: Iterable[tuple[int, int]]) -> WordedSentence:
    """The sentence with what lies between known names cut anew, where the cutter had torn one: 宁波/舟山/港海/铁.

    >>> torn = worded(Sentence("推动宁波舟山港海铁联运", 0, 0))
    >>> [word.text for word in without_torn_names(torn, [(2, 7)]).words]
    ['推动', '宁波舟山港', '海铁', '联运']
    """
    torn = [(start, end) for start, end in names if start not in sentence.borders or end not in sentence.borders]
    if not torn:
        return sentence
    words: list[Word] = []
    place = 0
    for start, end in (*sorted(torn), (len(sentence.text), len(sentence.text))):
        if start < place:
            continue
        for piece in (*_with_titles(cut(sentence.text[place:start])), sentence.text[start:end]):
            if piece:
                words.append(Word(piece, place, place + len(piece), role_of(piece)))
                place += len(piece)
    return WordedSentence(sentence.text, sentence.position, tuple(words))


@functools.lru_cache(maxsize=200_000)
def role_of(word: str) -> int:
    """What a word may do in a term.

    >>> role_of("经济") == Role.ANY, role_of("的") == Role.NONE, role_of("宁波") == Role.ANY | Role.PLACE
    (True, True, True)
    """
    if _LATIN.fullmatch(word):
        return Role.ANY | Role.NEW
    if not all(map(is_han, word)):
        return Role.NONE
    if len(word) == 1:
        return _single(word)
    listed = _listed().get(word)
    return _by_tag(word, part_of_speech(word)) if listed is None else listed


@functools.cache
def _listed() -> dict[str, int]:
    """The roles that our own lists give words, the weightiest list last."""
    roles = dict.fromkeys(word_list("nominal_verbs") | word_list("nouns"), Role.ANY)
    roles |= dict.fromkeys(word_list("attributes"), Role.BEGIN | Role.INSIDE)
    roles |= dict.fromkeys(word_list("stops") | word_list("statistics"), Role.NONE)
    return roles | dict.fromkeys(name_endings(), Role.ANY)


def _by_tag(word: str, tag: str) -> int:
    if not tag:
        slip = word[0] in _NOT_AT_EDGE or word[-1] in _NOT_AT_EDGE or word[0] in _NUMERAL
        return Role.NONE if slip else Role.ANY | Role.NEW
    if _counts(word) or (len(word) > 3 and word[:2] in word_list("stops")):
        return Role.NONE
    if tag in _PLACE_TAGS and is_place(word):
        return Role.ANY | Role.PLACE
    # set phrases: 自由贸易 and 保持一致 alike; those that end like a term are taken
    if tag in _NOMINAL_TAGS or (tag == "l" and _ends_like_term(word)):
        return Role.ANY
    return _ROLE_OF_TAG.get(tag[0], Role.NONE)


def is_content(word: Word) -> bool:
    """Whether a word has a meaning of its own, so that a name may have it inside: 山谷|来信, 维斯|兰|卡, 白鹭|坞.

    >>> [is_content(word) for word in worded(Sentence("白鹭坞的", 0, 0)).words]
    [True, True, False]
    """
    if word.role & (Role.ANY | Role.VERB):
        return True
    return len(word.text) == 1 and word.text not in _NOT_AT_EDGE and part_of_speech(word.text)[:1] in _CONTENT_TAGS


def _ends_like_term(word: str) -> bool:
    return word[-1] in word_list("term_ends") or word[-2:] in headings()


def _counts(word: str) -> bool:
    """Whether a word is a numeral with a measure and more: 两条路, not 二氧化碳."""
    return word[0] in _NUMERAL and word[1:2] in word_list("measures")


@functools.lru_cache(maxsize=50_000)
def is_place(word: str) -> bool:
    """Whether a word names a place: its first rendering is a name, and a Chinese name is spelt in pinyin.

    >>> [is_place(word) for word in ("义乌", "鹿特丹", "日本", "城市", "海港", "欧阳", "奔驰")]
    [True, True, True, False, False, False, False]
    """
    renderings = default_lexicon().english_of(word)
    if not renderings:
        return len(word) > 2 and word.endswith(_DIVISIONS)
    first = renderings[0]
    if part_of_speech(word) == "ns":
        return first[0].isupper() and "surname" not in first
    readings = {pinyin_key(reading) for reading in default_lexicon().pinyin_of(word)}
    return pinyin_key(first) in readings or (len(word) > 2 and first.istitle() and word in word_list("places"))


def _single(character: str) -> int:
    begins = Role.BEGIN | Role.INSIDE if character in word_list("prefixes") else Role.NONE
    ends = character in word_list("term_ends") or character in name_endings()
    return begins | Role.END | Role.INSIDE if ends else begins


@functools.cache
def _joinable() -> frozenset[str]:
    return word_list("titles") | word_list("nouns") | word_list("attributes")


def _with_titles(pieces: list[str]) -> list[str]:
    """The words with 部副/总经理 and 处处长 cut as 部/副总经理 and 处/处长."""
    titles = word_list("titles")
    known = _joinable()
    mended: list[str] = []
    for piece in pieces:
        before = mended[-1] if mended else ""
        if len(piece) > 2 and piece[0] in _OFFICES and piece[1:] in titles and piece not in titles:
            mended += [piece[0], piece[1:]]
        elif before[-1:] == "副" and f"副{piece}" in titles and has_han(before[:-1]):
            mended[-1] = before[:-1]
            mended.append(f"副{piece}")
        elif before and before + piece in known and before not in titles:
            mended[-1] = before + piece
        else:
            mended.append(piece)
    return mended
