"""Names of Chinese people: a name in characters as surname and given name, and a name in pinyin recognised as one."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from termbase.language.keys import pinyin_key
from termbase.language.script import is_han, to_simplified
from termbase.language.spelling import split_syllables
from termbase.language.surnames import common_syllables, surname_syllables, surnames, table_rows
from termbase.language.syllables import is_syllable

__all__ = ["is_romanised_name", "split_chinese_name"]

# Characters that no one is given as a name, but that follow a surname character in running text: particles, pronouns
# and the last characters of places and institutions (高的, 江省, 金融局).
_NEVER_GIVEN = frozenset(
    "的了是在们这那吗呢吧啊么它她他你我谁也都就不没很被把让给向与及或但而则所省市县厅局部委署处科股区镇乡村街巷院校店"
    "厂社司馆所站港岛湾府署党团队会法税费元吨倍亿万千百个两些种每第"
)

# English words of one or two syllables that could be pinyin, but are the second word of a title, not a given name
# (Long Range, Sun Dance, Pan Lake); those that are common given names too (Long, Song, Gang, Juan, Lining) stay out.
_ENGLISH_WORDS = frozenset(
    """are can like more time here made take game house home name men women care case change mean came side line face
    along nice due human date data media share sense size page range hate china lose die huge sea waiting base mine
    piece eye sale rule dance male nine ride lake rise wake guide paying tea dating ending loan era route fake pure
    mode sending danger mile lane mining mate rice shame bike cake semi tie riding wanting bone gate chase mini wage
    anger hunting landing sake angle hence pace fate gaming gene fame cure bite dare mouse piano tale timing menu rude
    pole taxi suite boxing genre shine bare fence pie tier binding dining cabin cage pile keen mere laden beijing
    shanghai taiwan median linda diana susan julia lisa anna pine tide bale chile lame wade danube age ace one nude
    dense biden female engine rating me you she he pan fan run sun den pen be see""".split()  # noqa: SIM905 - a table to be read by people
)
# Read as a name by every rule, and known as something else
_NO_PERSONS = frozenset(
    """hongkong fengshui changjiang huanghe zhujiang huaihe taihu xihu taishan huashan songshan hengshan lushan
    shaolin yinyang dongfang gaokao hanyu""".split()  # noqa: SIM905
)


def split_chinese_name(name: str) -> tuple[str, str] | None:
    """The surname and the given name, or None for what cannot be the name of a Han Chinese.

    Compound surnames come before single ones; two surnames in one (a married name) count as the surname. That a name
    is possible does not make it one: 宁波 is.

    >>> split_chinese_name("任正非"), split_chinese_name("欧阳修"), split_chinese_name("范徐丽泰")
    (('任', '正非'), ('欧阳', '修'), ('范徐', '丽泰'))
    >>> split_chinese_name("浙江"), split_chinese_name("乔·拜登"), split_chinese_name("王毅外长")
    (None, None, None)
    """
    if not 2 <= len(name) <= 6 or not all(map(is_han, name)) or not _NEVER_GIVEN.isdisjoint(name[1:]):
        return None
    simplified = to_simplified(name)
    if len(simplified) != len(name):
        simplified = name
    if simplified in surnames():
        return None
    for length in (4, 3, 2, 1):
        if simplified[:length] in surnames() and 1 <= len(name) - length <= 2:
            return name[:length], name[length:]
    # two surnames in one: only with a given name of two, or every name of three would be one
    if len(name) == 4 and all(character in _married_surnames() for character in simplified[:2]):
        return name[:2], name[2:]
    return None


def is_romanised_name(words: Sequence[str]) -> bool:
    """Whether English words are a Chinese person's name in pinyin: surname, given name of one or two syllables.

    A name that is also written like a place is a place when it is a province or prefecture (Wu Xi, An Hui), and when
    it is a county and the surname is not among the hundred most common: Ling Shui is a place, Lin Hai is a person.

    >>> [is_romanised_name(name.split()) for name in ("Ruan Fude", "Li Jun", "Ouyang Xiu", "Lyu Xin", "OUYANG Xiu")]
    [True, True, True, True, True]
    >>> [is_romanised_name(name.split()) for name in ("Fudan University", "Ling Shui", "Hong Kong", "Shang Hai")]
    [False, False, False, False]
    """
    if len(words) != 2 or not all(map(_is_capitalised, words)):
        return False
    surname, given = words[0], words[1]
    if not _is_surname(surname) or given.lower() in _ENGLISH_WORDS:
        return False
    syllables = split_syllables(given)
    if not 1 <= len(syllables) <= 2 or not all(map(is_syllable, syllables)):
        return False
    return not _is_place(pinyin_key(surname), pinyin_key(given))


def _is_capitalised(word: str) -> bool:
    """One capital at the beginning, or all capitals (LI Jun); a given name may be hyphenated (Xiao-ping)."""
    return re.fullmatch(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", word) is not None and (
        word[0].isupper() and (word[1:].islower() or word.isupper() or word.istitle())
    )


def _is_surname(word: str) -> bool:
    """One surname, or two joined by a hyphen."""
    parts = [pinyin_key(part) for part in word.split("-")]
    return len(parts) <= 2 and all(part in surname_syllables() for part in parts)


def _is_place(surname: str, given: str) -> bool:
    spelling = surname + given
    level = _places().get(spelling)
    return (
        spelling in _NO_PERSONS or level == "prefecture" or (level == "county" and surname not in common_syllables())
    )


@functools.cache
def _places() -> Mapping[str, str]:
    """Spelling of a place that looks like a person's name, without tones, to its level."""
    return {row[0]: row[1] for row in table_rows("place_collisions.tsv")}


@functools.cache
def _married_surnames() -> frozenset[str]:
    """The single surnames common enough to stand as one of two."""
    return frozenset([surname for surname in surnames() if len(surname) == 1][:200])
