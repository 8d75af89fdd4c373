"""What is known of a Chinese word before one looks at the sentence it stands in: looked up once for each word."""

from __future__ import annotations

import functools
from typing import NamedTuple

from termbase.extract.chinese.endings import ending_inside, ending_tails, title_start
from termbase.extract.chinese.roles import Role, role_of
from termbase.extract.chinese.tables import name_endings, word_list
from termbase.language.words import part_of_speech

__all__ = ["GOVERNING", "SAYING", "Place", "Trait", "Traits", "traits_of"]

# Verbal nouns that at the beginning govern what follows: 发展海洋经济, 采集水质.
GOVERNING = frozenset(
    ["发展", "发运", "采集", "处理", "培育", "优化", "整合", "开展", "设立", "建立", "转变", "使用", "利用"]
)
SAYING = frozenset(
    ["说", "表示", "介绍", "认为", "指出", "告诉", "强调", "坦言", "透露", "回忆", "介绍说", "解释", "补充"]
)
"""Verbs before which a speaker stands."""
_DIVISIONS = ("省", "市", "县", "区", "州")
_FIRMS = frozenset(["有限公司", "公司", "集团"])


class Trait:
    """What a finder starts from, as bits of an int."""

    PLACE = 1
    DIVISION = 2
    """A place that says its level: 安吉县."""
    INSTITUTION = 4
    """An institution by the dictionary."""
    NAME_END = 8
    """May end a name, by itself or with the words before it."""
    FIRM = 16
    TITLE = 32
    """Is a title or ends with one."""
    SAYING = 64
    STATISTIC = 128
    """A term of statistics."""
    NEW = 256
    NAMES = PLACE | INSTITUTION | NAME_END


class Place:
    """Where a word may stand in a noun phrase, as one letter; a small letter when it ends with a numeral."""

    DIVIDES = "X"
    STOPS = "Z"
    """Divides phrases, but may stand in a name."""
    ANYWHERE = "A"
    BEGINS = "B"
    ENDS = "E"
    INSIDE = "I"
    NAMED = "P"
    """Anywhere, and it is a place."""
    NEW = "N"
    """Two characters that no dictionary has: anywhere but after a numeral, where it is a slip (10余/起)."""


class Traits(NamedTuple):
    """All of a word."""

    role: int
    """Bits of `Role`."""
    marks: int
    """Bits of `Trait`."""
    place: str
    """A letter of `Place`."""


@functools.lru_cache(maxsize=30_000)
def traits_of(word: str) -> Traits:
    """What is known of a word.

    >>> [traits_of(word).place for word in ("货物", "重大", "推动", "发展", "义乌", "2019")]
    ['A', 'B', 'X', 'E', 'P', 'x']
    >>> bool(traits_of("安吉县").marks & Trait.DIVISION), bool(traits_of("院长").marks & Trait.TITLE)
    (True, True)
    """
    role = role_of(word)
    place = _place(word, role)
    return Traits(role, _marks(word, role), place.lower() if word[-1:].isnumeric() else place)


def _marks(word: str, role: int) -> int:
    is_place = bool(role & Role.PLACE)
    return (
        Trait.PLACE * is_place
        | Trait.DIVISION * (is_place and word.endswith(_DIVISIONS))
        | Trait.INSTITUTION * (len(word) > 2 and part_of_speech(word) == "nt")
        | Trait.NAME_END * _may_end_name(word)
        | Trait.FIRM * (word in _FIRMS)
        | Trait.TITLE * (title_start(word) >= 0)
        | Trait.SAYING * (word in SAYING)
        | Trait.STATISTIC * (word in word_list("statistics"))
        | Trait.NEW * bool(role & Role.NEW)
    )


def _may_end_name(word: str) -> bool:
    return word in name_endings() or word in ending_tails() or ending_inside(word) is not None


def _place(word: str, role: int) -> str:
    if not role & Role.ANY:
        return Place.DIVIDES
    if word in word_list("stops"):
        return Place.STOPS
    if role & Role.NEW and len(word) == 2:
        return Place.NEW
    if role & Role.PLACE:
        return Place.NAMED
    begins = role & Role.BEGIN and word not in GOVERNING
    if role & Role.END:
        return Place.ANYWHERE if begins else Place.ENDS
    return Place.BEGINS if begins else Place.INSIDE
