"""Fractions and percentages behind a Chinese numeral: 三分之二, 百分之五, 一又二分之一, 3/5."""

from __future__ import annotations

import re
from fractions import Fraction

from termbase.language.numbers.chinese.measures import THOUSANDS
from termbase.language.numbers.chinese.numerals import Numeral, read_numeral
from termbase.language.numbers.chinese.written_amount import WrittenAmount

__all__ = ["part"]

_DIVIDED = re.compile(r"\s{0,3}分\s{0,3}之\s{0,3}(?P<minus>负|-)?\s?(?=\S)")
_MIXED = re.compile(r"\s{0,2}又\s{0,2}(?=\S)")
_SLASH = re.compile(r"(?:\s(?P<top>[0-9]{1,4}))?/(?P<bottom>[0-9]{1,4})(?![0-9/])")
_PERCENTS = {Fraction(100): "percent", Fraction(1000): "permille"}


def part(text: str, numeral: Numeral) -> WrittenAmount | None:
    """The fraction or the percentage that a numeral begins: 三分之二, 百分之五, 一又二分之一, 3/5, 1 3/5.

    >>> part("三分之二", read_numeral("三分之二", 0)).value, part("百分之五", read_numeral("百分之五", 0)).unit
    (Fraction(2, 3), 'percent')
    """
    mixed = _MIXED.match(text, numeral.end)
    bottom = read_numeral(text, mixed.end()) if mixed else numeral
    if bottom:
        found = _slash_behind(text, numeral.value, bottom) if mixed else None
        found = found or _divided(text, numeral.value if mixed else None, bottom)
        if found:
            return found
    return _slash(text, numeral)


def _slash_behind(text: str, whole: Fraction, top: Numeral) -> WrittenAmount | None:
    """一又3/5."""
    over = _SLASH.match(text, top.end)
    if not over or not int(over["bottom"]):
        return None
    value = whole + top.value / int(over["bottom"])
    return WrittenAmount(over.end(), value, value)


def _divided(text: str, whole: Fraction | None, bottom: Numeral) -> WrittenAmount | None:
    """三分之二, 百分之五, 一又二分之一."""
    found = _DIVIDED.match(text, bottom.end)
    if not found or not bottom.value or not (top := read_numeral(text, found.end())):
        return None
    if whole is None and bottom.value in _PERCENTS:
        kilo = THOUSANDS.match(text, top.end)
        end, scale = (kilo.end(), 1000) if kilo and kilo["kilo"] else (top.end, 1)
        return WrittenAmount(end, top.value * scale, top.high * scale, _PERCENTS[bottom.value])
    divisor = -bottom.value if found["minus"] else bottom.value
    added = whole or 0
    return WrittenAmount(top.end, added + top.value / divisor, added + top.high / divisor)


def _slash(text: str, numeral: Numeral) -> WrittenAmount | None:
    """3/5, 1 3/5."""
    found = _SLASH.match(text, numeral.end)
    if not found or not int(found["bottom"]) or numeral.value.denominator != 1:
        return None
    whole, above = (numeral.value, Fraction(found["top"])) if found["top"] else (Fraction(0), numeral.value)
    value = whole + above / int(found["bottom"])
    return WrittenAmount(found.end(), value, value)
