"""An English number that begins with digits: 3.5 million, 300k, 2 1/2, 3 and a half."""

from __future__ import annotations

import re
from fractions import Fraction

from termbase.language.numbers.english.halves import AND_HALF, add_half
from termbase.language.numbers.english.number_words import SCALES, SIGNS
from termbase.language.numbers.english.spelled_out import NEXT_WORD
from termbase.language.numbers.english.written_number import WrittenNumber

__all__ = ["digits_number"]

_LETTER = re.compile(r"[ ]?(?P<letter>[kKmMbBtT]|tr)(?![A-Za-z0-9])")
# 300m people are millions, 300m hurdles are metres
_MILLIONS = re.compile(
    r"(?<=m) (?:people|users|customers|passengers|tonnes|tons|barrels|shares|homes|jobs|visitors|euros?|pounds"
    r"|dollars|yuan|hectares|square|cubic|viewers|voters|students|workers|households|vehicles|cars|units)\b"
)
_LETTERS = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12, "tr": 10**12}
_SLASH = re.compile(r"(?: (?P<top>[0-9]{1,4}))?/(?P<bottom>[0-9]{1,4})(?![0-9/])|[ ]?(?P<sign>[½¼¾⅓⅔])")


def digits_number(text: str, first: re.Match[str], *, money: bool) -> WrittenNumber:
    """The number that the digits begin; `money` when a currency sign stands before them."""
    value = Fraction(first["digits"].replace(",", ""))
    slash = _SLASH.match(text, first.end())
    if slash and value.denominator == 1 and (slash["sign"] or int(slash["bottom"])):
        if slash["sign"]:
            return WrittenNumber(slash.end(), value + SIGNS[slash["sign"]], digits=True)
        above, whole = (int(slash["top"]), value) if slash["top"] else (value, Fraction(0))
        return WrittenNumber(slash.end(), whole + Fraction(above) / int(slash["bottom"]), digits=True, part=True)
    letter = _LETTER.match(text, first.end())
    if letter and (
        money or (letter["letter"] in "kKM" and letter[0][0] != " ") or _MILLIONS.match(text, letter.end())
    ):
        return WrittenNumber(letter.end(), value * _LETTERS[letter["letter"].lower()], digits=True)
    half = AND_HALF.match(text, first.end())
    if half:
        return WrittenNumber(half.end(), add_half(value, half), digits=True)
    end = first.end()
    while (
        (scale := NEXT_WORD.match(text, end))
        and (size := SCALES.get(scale["word"].lower()))
        and "and" not in scale["gap"]
    ):
        if value * size > 10**24 or "," in scale["gap"]:
            break
        value, end = value * size, scale.end()
    return WrittenNumber(end, value, digits=True)
