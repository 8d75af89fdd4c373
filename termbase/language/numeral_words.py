"""Chinese numerals as words of pinyin: shí'èr, dì-èr, èr líng èr sān (GB/T 16159-2012)."""

from __future__ import annotations

import re

from termbase.language.readings import reading_alone
from termbase.language.spelling import joined

__all__ = ["DIGIT_RUN", "numeral_at_start", "numeral_spelling"]

# A year or another number that is read digit by digit; the cutter would divide it anywhere.
DIGIT_RUN = re.compile("([〇零一二三四五六七八九]{3,})")
_NUMERAL = re.compile("第?[〇零一二三四五六七八九十百千万亿两]+")


def numeral_at_start(text: str) -> str:
    """The Chinese numeral a text begins with, with 第 before it; empty when there is none.

    >>> numeral_at_start("第十四个"), numeral_at_start("个")
    ('第十四', '')
    """
    match = _NUMERAL.match(text)
    return match[0] if match else ""


def numeral_spelling(numeral: str) -> str:
    """A numeral in pinyin: joined; after 第 with a hyphen; digit by digit apart.

    >>> numeral_spelling("十二"), numeral_spelling("第十四"), numeral_spelling("二〇二三")
    ("shí'èr", 'dì-shísì', 'èr líng èr sān')
    """
    if numeral[0] == "第":
        return "dì-" + numeral_spelling(numeral[1:])
    syllables = [reading_alone(digit, last=False) for digit in numeral]
    return " ".join(syllables) if DIGIT_RUN.fullmatch(numeral) else joined(syllables)
