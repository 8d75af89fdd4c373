"""Names of people in pinyin (GB/T 28039-2011): surname, then the given name as one word."""

from __future__ import annotations

import re

from termbase.language.lexicon import default_lexicon
from termbase.language.names import split_chinese_name
from termbase.language.place_names import capitalised, known_name
from termbase.language.readings import reading, reading_alone
from termbase.language.script import has_han, is_traditional, to_simplified
from termbase.language.spelling import joined, split_syllables
from termbase.language.surnames import reading_of_surname

__all__ = ["person_pinyin"]

# How polyphones are read in given names (the reading with the meaning a name is given for).
_GIVEN = {
    "长": "cháng", "朝": "cháo", "都": "dū", "乐": "lè", "行": "xíng", "为": "wéi", "娜": "nà",
    "盛": "shèng", "晟": "shèng", "兴": "xīng", "重": "zhòng", "传": "chuán", "华": "huá", "宁": "níng",
    "应": "yìng", "单": "dān", "曾": "zēng", "解": "jiě", "柏": "bǎi", "莎": "shā", "中": "zhōng",
    "少": "shào", "强": "qiáng", "茜": "qiàn", "藏": "cáng", "参": "cān", "调": "tiáo", "召": "zhào",
    "夏": "xià", "任": "rèn", "卓": "zhuó", "相": "xiāng", "更": "gēng", "可": "kě", "好": "hǎo",
    "屏": "píng", "种": "zhǒng", "干": "gàn", "尽": "jìn", "泊": "bó", "仔": "zǐ", "迪": "dí",
    "和": "hé", "约": "yuē", "地": "dì", "得": "dé", "了": "liǎo", "澄": "chéng", "禅": "chán",
    "菲": "fēi", "蕃": "fān", "繁": "fán", "燕": "yàn", "艾": "ài", "蔚": "wèi", "殷": "yīn",
}  # fmt: skip


def person_pinyin(name: str) -> str:
    """The name of a person in pinyin: surname, given name; what is no Chinese name is spelled part by part.

    >>> person_pinyin("任正非"), person_pinyin("欧阳修"), person_pinyin("范徐丽泰")
    ('Rén Zhèngfēi', 'Ōuyáng Xiū', 'Fàn-Xú Lìtài')
    """
    simplified = to_simplified(name) if is_traditional(name) else name
    parts = split_chinese_name(simplified)
    if parts is None:
        return _foreign(simplified)
    surname, given = parts
    known = next(
        (syllables for syllables in _dictionary_person(simplified) if len(syllables) == len(simplified)), None
    )
    given_syllables = known[len(surname) :] if known else _given(given)
    # two surnames in one take a hyphen
    spelled = reading_of_surname(surname) or "-".join(map(reading_of_surname, surname))
    return f"{spelled} {capitalised(joined(given_syllables))}"


def _foreign(name: str) -> str:
    """A name that is no Han Chinese one: each part one word, as the dictionary reads it."""
    parts = [part for part in re.split(r"[·•.\s]+", name) if part]
    return "·".join(capitalised(joined(list(reading(part)))) if has_han(part) else part for part in parts)


def _dictionary_person(name: str) -> list[list[str]]:
    """The readings of a person the dictionary has (任正非), in small letters."""
    return [pinyin.lower().split() for pinyin in default_lexicon().pinyin_of(name) if pinyin[:1].isupper()]


def _given(given: str) -> list[str]:
    """The syllables of a given name: that of a place where it is one (重庆), else character by character."""
    if words := known_name(given):
        return [syllable.lower() for syllable in split_syllables(" ".join(words))]
    return [_GIVEN.get(character) or reading_alone(character, last=False) for character in given]
