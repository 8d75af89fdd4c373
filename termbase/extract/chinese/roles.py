"""What a Chinese word may do in a term: begin it, stand inside, end it, or divide two."""

from __future__ import annotations

import functools
import re

from termbase.extract.chinese.tables import headings, name_endings, word_list
from termbase.language.keys import pinyin_key
from termbase.language.lexicon import default_lexicon
from termbase.language.script import is_han
from termbase.language.words import part_of_speech

__all__ = ["NOT_AT_EDGE", "Role", "is_place", "role_of"]


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


# Noun, proper noun, verbal noun, abbreviation, set phrase, place, organization: tags with which a word may be a term
_NOMINAL_TAGS = frozenset(["n", "nz", "nt", "ns", "j", "an", "vn", "nr", "nrt", "nrfg", "s"])
# The dictionary calls 城市 a place, 义乌 a proper noun and 鹿特丹 a person: CC-CEDICT decides.
_PLACE_TAGS = frozenset(["ns", "nz", "nr", "nrt"])
_ROLE_OF_TAG = {"a": Role.BEGIN | Role.INSIDE, "b": Role.BEGIN | Role.INSIDE, "v": Role.VERB}
# A new word of the cutter that begins or ends so is a slip across two words: 港到, 这是, 更准, 能值.
NOT_AT_EDGE = frozenset(
    "的了着过是这那在把被和与及或就都也很更最为从到得个中后前上下里能会要可已于之以并其各每某此该给让使由向对说有称为"
)
_NUMERAL = frozenset("零〇一二三四五六七八九十百千万亿两几第")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.&+\-]*|\d+[A-Za-z][A-Za-z0-9]*")
_DIVISIONS = ("省", "市", "县", "区", "镇", "乡", "村", "州", "盟", "旗")


@functools.lru_cache(maxsize=30_000)
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
        slip = word[0] in NOT_AT_EDGE or word[-1] in NOT_AT_EDGE or word[0] in _NUMERAL
        return Role.NONE if slip else Role.ANY | Role.NEW
    if _counts(word) or (len(word) > 3 and word[:2] in word_list("stops")):
        return Role.NONE
    if tag in _PLACE_TAGS and is_place(word):
        return Role.ANY | Role.PLACE
    # set phrases: 自由贸易 and 保持一致 alike; those that end like a term are taken
    if tag in _NOMINAL_TAGS or (tag == "l" and _ends_like_term(word)):
        return Role.ANY
    return _ROLE_OF_TAG.get(tag[0], Role.NONE)


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
