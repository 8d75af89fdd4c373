"""How the name of a place or an institution known to a table or the dictionary is spelled: its words, capitalised.

Specific and generic part are two words (浙江|省, 长|江); what has become part of the name stays (景德镇|市).
Source: GB/T 16159-2012 and the rules for spelling Chinese place names (1984).
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from termbase.language.lexicon import default_lexicon
from termbase.language.readings import reading
from termbase.language.spelling import joined
from termbase.language.surnames import table_rows

__all__ = ["capitalised", "generic_at_end", "known_name", "place_name", "short_name"]

# Kinds of division, longest first: they are always words of their own.
_DIVISIONS = (
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "开发区", "新区", "特区", "地区",
    "省", "市", "县", "区", "旗", "盟", "镇", "乡",
)  # fmt: skip
# Kinds that as often have become part of a name: the dictionary's capitals decide for the names it has.
_FEATURES = (
    "三角洲", "群岛", "半岛", "高原", "盆地", "平原", "山脉", "海峡", "水库", "运河", "街道", "国际机场", "机场",
    "江", "河", "湖", "海", "山", "岛", "港", "湾", "站", "路", "桥",
)  # fmt: skip


def capitalised(word: str) -> str:
    """A spelling with a capital at its beginning.

    >>> capitalised("ānquán")
    'Ānquán'
    """
    return word[:1].upper() + word[1:]


def generic_at_end(text: str) -> str:
    """The kind of place a text ends in, where something stands before it; else empty.

    >>> generic_at_end("浙江省"), generic_at_end("浦东新区"), generic_at_end("省")
    ('省', '新区', '')
    """
    return next((kind for kind in (*_DIVISIONS, *_FEATURES) if text.endswith(kind) and text != kind), "")


@functools.lru_cache(maxsize=8192)
def known_name(text: str) -> tuple[str, ...]:
    """The words of a name that our table of places or CC-CEDICT has; empty for other texts.

    >>> known_name("浙江"), known_name("台州市"), known_name("长江"), known_name("经济")
    (('Zhèjiāng',), ('Tāizhōu', 'Shì'), ('Cháng', 'Jiāng'), ())
    """
    if spelled := _places().get(text):
        return tuple(spelled.split(" "))
    generic = next((kind for kind in _DIVISIONS if text.endswith(kind)), "")
    specific = text.removesuffix(generic)
    if specific in _places() and generic:
        return (*_places()[specific].split(" "), capitalised(joined(list(reading(generic)))))
    readings = [pinyin.split() for pinyin in default_lexicon().pinyin_of(text) if pinyin[:1].isupper()]
    found = next((syllables for syllables in readings if len(syllables) == len(text) > 1), None)
    return _words(text, found) if found else ()


@functools.lru_cache(maxsize=8192)
def place_name(text: str) -> tuple[str, ...]:
    """The words of any place: known as a whole, or part by part; what no source has is read character by character.

    >>> place_name("临平区"), place_name("六安")
    (('Línpíng', 'Qū'), ("Lù'ān",))
    """
    if words := known_name(text):
        return words
    for length in range(len(text) - 1, 1, -1):
        # 长白|朝鲜族|自治县: the longest known name, then the rest
        if words := known_name(text[:length]):
            return (*words, *place_name(text[length:]))
    if generic := generic_at_end(text):
        rest = text.removesuffix(generic)
        return (*place_name(rest), capitalised(joined(list(reading(generic)))))
    return (short_name(text) or capitalised(joined(list(reading(text)))),)


@functools.lru_cache(maxsize=8192)
def short_name(text: str) -> str:
    """The spelling of a place without its kind that the dictionary has only with it (什邡市); empty for other texts.

    >>> short_name("都安"), short_name("经济")
    ("Dū'ān", '')
    """
    if len(text) < 2:
        return ""
    for name, pinyin in default_lexicon().names_beginning(text):
        syllables = pinyin.lower().split()
        if len(syllables) == len(name) and generic_at_end(name) == name[len(text) :] != "":
            return capitalised(joined(syllables[: len(text)]))
    return ""


def _words(text: str, syllables: list[str]) -> tuple[str, ...]:
    """The syllables of a dictionary's name as words: a new one at each capital and at the kind of division."""
    kind = next((kind for kind in _DIVISIONS if text.endswith(kind)), "")
    # 和县 is divided, but 沙市 and 山区 are not: with one character before it, only 县 is known to be the kind
    divided = len(text) - len(kind) if kind and (len(text) - len(kind) > 1 or kind == "县") else len(text)
    words: list[list[str]] = []
    for place, syllable in enumerate(syllables):
        if not words or syllable[:1].isupper() or place == divided:
            words.append([])
        words[-1].append(syllable.lower())
    return tuple(capitalised(joined(word)) for word in words)


@functools.cache
def _places() -> Mapping[str, str]:
    return {row[0]: row[1] for row in table_rows("places.tsv")}
