"""A Chinese sentence as words, each with what it may do in a term: begin it, stand inside, end it, or divide two."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from enum import Flag, auto

from termbase.extract.chinese_tables import name_endings, word_list
from termbase.language.keys import pinyin_key
from termbase.language.lexicon import default_lexicon
from termbase.language.script import has_han, is_han
from termbase.language.sentences import Sentence
from termbase.language.words import cut, part_of_speech

__all__ = ["Role", "Word", "WordedSentence", "role_of", "worded"]


class Role(Flag):
    """What a word may do in a term; none of these: it divides."""

    NONE = 0
    BEGIN = auto()
    INSIDE = auto()
    END = auto()
    PLACE = auto()
    """A place by the general dictionary."""
    VERB = auto()
    """A verb: it divides phrases, but a company may have it in its name (山谷来信)."""
    NEW = auto()
    """Not in the general dictionary."""
    ANY = BEGIN | INSIDE | END


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the cutter, or what is left of it beside a title."""

    text: str
    start: int
    """Offset in the sentence, in characters."""
    end: int
    role: Role


@dataclass(frozen=True)
class WordedSentence:
    """A sentence and its words."""

    text: str
    position: int
    words: tuple[Word, ...]

    @functools.cached_property
    def borders(self) -> frozenset[int]:
        """The offsets at which words begin or end."""
        return frozenset([0, *(word.end for word in self.words)])


# Noun, proper noun, verbal noun, abbreviation, set phrase, place, organization: tags with which a word may be a term
_NOMINAL_TAGS = frozenset(["n", "nz", "nt", "ns", "j", "an", "vn", "l", "nr", "nrt", "nrfg", "s"])
# The dictionary calls 城市 a place, 义乌 a proper noun and 鹿特丹 a person: CC-CEDICT decides.
_PLACE_TAGS = frozenset(["ns", "nz", "nr", "nrt"])
_ATTRIBUTE_TAGS = frozenset(["b", "a"])
# A new word of the cutter that begins or ends so is a slip across two words: 港到, 这是, 更准, 能值.
_NOT_AT_EDGE = frozenset(
    "的了着过是这那在把被和与及或就都也很更最为从到得个中后前上下里能会要可已于之以并其各每某此该给让使由向对说"
)
_NUMERAL = frozenset("零〇一二三四五六七八九十百千万亿两几第")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.&+\-]*|\d+[A-Za-z][A-Za-z0-9]*")
_DIVISIONS = ("省", "市", "县", "区", "镇", "乡", "村", "州", "盟", "旗")
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


@functools.lru_cache(maxsize=200_000)
def role_of(word: str) -> Role:
    """What a word may do in a term.

    >>> role_of("数字经济") == role_of("经济") | Role.NEW, role_of("的"), role_of("宁波") == Role.ANY | Role.PLACE
    (True, <Role.NONE: 0>, True)
    """
    if _LATIN.fullmatch(word):
        return Role.ANY | Role.NEW
    if not all(map(is_han, word)):
        return Role.NONE
    if len(word) == 1:
        return _single(word)
    if word in name_endings():
        return Role.ANY
    if word in word_list("stops") or word in word_list("statistics"):
        return Role.NONE
    if word in word_list("attributes"):
        return Role.BEGIN | Role.INSIDE
    if word in word_list("nouns") or word in word_list("nominal_verbs"):
        return Role.ANY
    return _by_tag(word, part_of_speech(word))


def _by_tag(word: str, tag: str) -> Role:
    if not tag:
        slip = word[0] in _NOT_AT_EDGE or word[-1] in _NOT_AT_EDGE or word[0] in _NUMERAL
        return Role.NONE if slip else Role.ANY | Role.NEW
    if tag in _PLACE_TAGS and is_place(word):
        return Role.ANY | Role.PLACE
    if tag in _NOMINAL_TAGS:
        return Role.ANY
    if tag in _ATTRIBUTE_TAGS:
        return Role.BEGIN | Role.INSIDE
    return Role.VERB if tag.startswith("v") else Role.NONE


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


def _single(character: str) -> Role:
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
