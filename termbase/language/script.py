"""Which script a text is written in: Han or not, Chinese or not, simplified or traditional."""

from __future__ import annotations

import operator
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from termbase.model import Language

__all__ = [
    "HAN",
    "has_han",
    "is_chinese",
    "is_han",
    "is_traditional",
    "language_of",
    "to_simplified",
    "to_traditional",
]

HAN = "\u2e80-\u2fd5々〇〡-〩〸-〻\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The Chinese characters, for use inside the brackets of a regular expression.

Unicode 17, property Script=Han: radicals, 々〇 and the Suzhou numerals, extension A, the main block, compatibility
ideographs, and all of planes 2 and 3, which are set aside for ideographs (extensions B to J and what will come).
"""

_HAN = re.compile(f"[{HAN}]")
_LETTER = re.compile(r"[^\W\d_]")
# A lone surrogate (from a badly encoded command line) is no character, and OpenCC cannot take it.
_CHARACTERS = re.compile("[^\ud800-\udfff]+")

# What stands in round brackets is often a gloss in the other language.
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")

# English needs 3.4 letters for what Chinese says in one character (median over 9,924 pairs of translated news
# sentences), so a text is Chinese when its Han characters, each weighing that much, are the greater part. Of 9,983
# Chinese lines this misjudges 5 (lists of foreign names), of as many English lines none.
_LETTERS_A_CHARACTER = 3.4

# Enough to tell the script of a text (about ten pages); more would only cost time.
_SAMPLE = 20_000


def is_han(ch: str) -> bool:
    """Whether one character is a Chinese character, in any plane; punctuation and kana are not.

    >>> [is_han(ch) for ch in "义𠮷〇。ア1a"]
    [True, True, True, False, False, False, False]
    """
    return _HAN.fullmatch(ch) is not None


def has_han(text: str) -> bool:
    """Whether a text contains a Chinese character.

    >>> has_han("Yixinou (义新欧)"), has_han("Yixin'ou、")
    (True, False)
    """
    return _HAN.search(text) is not None


def is_chinese(text: str) -> bool:
    """Whether a text is written in Chinese, judged by the share of Han characters among its letters.

    Foreign names do not make a Chinese text English, and glosses in brackets do not make an English one Chinese: they
    count only where nothing else does. A text without letters (`12 > >>`) is in no language and hence not Chinese.

    >>> is_chinese("零跑汽车（Leapmotor）与Stellantis集团在金华签约。")
    True
    >>> is_chinese("Yixinou (义新欧)"), is_chinese("（新华社）")
    (False, True)
    >>> is_chinese("2022-06-28")
    False
    """
    outside = _BRACKETED.sub("", text)
    counted = outside if _LETTER.search(outside) else text
    han = len(_HAN.findall(counted))
    others = len(_LETTER.findall(counted)) - han
    return han > 0 and han * _LETTERS_A_CHARACTER >= others


def is_traditional(text: str) -> bool:
    """Whether a Chinese text is in traditional characters: more of them would change on the way to simplified.

    A text whose characters are the same in both (人民) counts as simplified.

    >>> is_traditional("長江三角洲一體化發展"), is_traditional("长江三角洲一体化发展"), is_traditional("人民")
    (True, False, False)
    """
    sample = text[:_SAMPLE]
    return _changed(sample, to_simplified(sample)) > _changed(sample, to_traditional(sample))


def language_of(text: str) -> Language:
    """The language and script of a text; English when it is not Chinese.

    >>> language_of("义乌国际商贸城"), language_of("義烏國際商貿城"), language_of("Yiwu")
    (<Language.ZH_HANS: 'zh-Hans'>, <Language.ZH_HANT: 'zh-Hant'>, <Language.EN: 'en'>)
    """
    # what only compares characters, as a search of the memory does, is spared the model
    from termbase.model import Language

    if not is_chinese(text):
        return Language.EN
    return Language.ZH_HANT if is_traditional(text) else Language.ZH_HANS


def to_simplified(text: str) -> str:
    """A text in simplified characters; everything but Han stays as it is.

    >>> to_simplified("長江三角洲"), to_simplified("Yiwu")
    ('长江三角洲', 'Yiwu')
    """
    return _converted(text, "t2s")


def to_traditional(text: str) -> str:
    """A text in traditional characters (the OpenCC standard, no regional words).

    >>> to_traditional("头发和发展")
    '頭髮和發展'
    """
    return _converted(text, "s2t")


def _converted(text: str, profile: str) -> str:
    if not has_han(text):
        return text
    convert = _converter(profile)
    return _CHARACTERS.sub(lambda match: convert(match[0]), text)


@cache
def _converter(profile: str) -> Callable[[str], str]:
    """Loaded at first use: 15 to 45 ms."""
    import opencc  # noqa: TID251 - its home

    convert: Callable[[str], str] = opencc.OpenCC(profile).convert
    return convert


def _changed(before: str, after: str) -> int:
    """How many places differ; conversion is nearly always one character for one."""
    return sum(map(operator.ne, before, after))
