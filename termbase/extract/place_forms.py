"""The Chinese of a place: known by the dictionary, or composed of a known name and its generic part."""

from __future__ import annotations

import re

from termbase.extract.form import Dictionary, Form, is_whole
from termbase.language.keys import english_key, pinyin_letters
from termbase.language.pinyin import pinyin
from termbase.model import ConceptType, Origin

__all__ = ["chinese_place", "place_stem"]

# Generic parts of place names (GB/T 17693.1) and what renders them; only those with one rendering compose.
_GENERICS = {
    "province": ("省",),
    "city": ("市",),
    "municipality": ("市",),
    "county": ("县",),
    "district": ("区",),
    "town": ("镇",),
    "township": ("乡",),
    "village": ("村",),
    "island": ("岛",),
    "port": ("港",),
    "bay": ("湾",),
    "river": ("江", "河"),
    "mountain": ("山",),
    "lake": ("湖",),
}
_DIVISIONS = frozenset("省市县区州镇乡村岛港")
_PLACE = re.compile(r"^(?P<name>[A-Z][\w'’]+(?:[ -][A-Z][\w'’]+)?) (?P<head>[A-Za-z]+)$")


def chinese_place(english: str, dictionary: Dictionary) -> Form | None:
    """The Chinese of a place, or None where nothing or several places are known by the name.

    Jiaojiang District is 椒江区, though the dictionary names it for 椒江 too: a generic part in one language has one
    in the other.
    """
    match = _PLACE.match(english)
    generics = _GENERICS.get(match["head"].lower(), ()) if match else ()
    known = _known(english, dictionary)
    if known and (not generics or known.endswith(generics)):
        return Form(known, Origin.LEXICON, "CC-CEDICT knows one place of the name")
    if not match or len(generics) != 1:
        return None
    stem = place_stem(match["name"], dictionary) or _only_one(match["name"], generics[0], dictionary)
    if not stem:
        return None
    reason = f"{match['name']} is {stem} in CC-CEDICT, {match['head']} is {generics[0]}"
    return Form(stem + generics[0], Origin.COMPOSED, reason)


def place_stem(english: str, dictionary: Dictionary) -> str:
    """The characters of a place without its generic part; empty where they are not sure.

    Of two places in one name both must be known: 宁波舟山 of Ningbo Zhoushan.
    """
    whole = _stem(_known(english, dictionary))
    if whole or not (parts := re.split("[ -]", english))[1:]:
        return whole
    stems = [_stem(_known(part, dictionary)) for part in parts]
    return "".join(stems) if all(stems) else ""


def _only_one(english: str, generic: str, dictionary: Dictionary) -> str:
    """Of several places that are spelled alike the only one of the kind: Yiwu City is 义乌市, Yiwu County 伊吾县."""
    known = {_stem(zh) for zh in dictionary.chinese_of(english) if len(zh) > 1}
    fitting = {stem for stem in known if is_whole(english, stem + generic, dictionary)}
    return fitting.pop() if len(fitting) == 1 else ""


def _known(english: str, dictionary: Dictionary) -> str:
    """The place of that name; none where the name is spelled alike for several (Taizhou: 台州, 泰州)."""
    found = dictionary.chinese_of(english)
    known = [zh for zh in found if len(zh) > 1 and is_whole(english, zh, dictionary)]
    if not known or len({_stem(zh) for zh in known}) == 1:
        return next(iter(known), "")
    letters = pinyin_letters(english)
    alike = {_stem(zh): zh for zh in reversed(known) if _sounds(zh, letters)}
    if alike:
        return next(iter(alike.values())) if len(alike) == 1 else ""
    return known[0] if _is_first_sense(english, known, dictionary) else ""


def _sounds(zh: str, letters: str) -> bool:
    """Whether the English is the pinyin of the name."""
    return pinyin_letters(pinyin(_stem(zh), ConceptType.PLACE)) == letters


def _is_first_sense(english: str, known: list[str], dictionary: Dictionary) -> bool:
    """Whether the best of several is the usual name and the others are rarer ones of the same (China: 中国, 中华).

    Georgia is 格鲁吉亚 and 佐治亚州: another that has a generic part is another place.
    """
    first = known[0]
    usual = english_key(dictionary.english_of(first)[0]) == english_key(english)
    return usual and not any(zh[-1] in _DIVISIONS and not zh.startswith(_stem(first)) for zh in known[1:])


def _stem(zh: str) -> str:
    """A place without its generic part.

    >>> _stem("台州市"), _stem("台州"), _stem("港区")
    ('台州', '台州', '港区')
    """
    return zh[:-1] if len(zh) > 2 and zh[-1] in _DIVISIONS else zh
