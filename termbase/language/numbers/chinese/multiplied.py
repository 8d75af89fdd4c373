"""What multiplies a Chinese numeral and is no part of it: 4个亿, 五十打, 40k."""

from __future__ import annotations

import re

from termbase.language.numbers.chinese.measures import POINTS, THOUSANDS
from termbase.language.numbers.chinese.numerals import Numeral
from termbase.language.numbers.chinese.written_amount import WrittenAmount
from termbase.language.numbers.units import CHINESE_UNITS, alternatives

__all__ = ["multiplied"]

_GE_YI = re.compile(f"个亿(?!元)(?P<unit>{alternatives([word for word in CHINESE_UNITS if word[-1] in '元镑币'])})?")
_DOZEN = re.compile(r"\s?打(?![开造击印算破响通电工仗架扮的了过好出下入进到包动])")


def multiplied(text: str, numeral: Numeral) -> WrittenAmount | None:
    """The number with what multiplies it: 4个亿, 五十打, 40k, 15k个百分点."""
    hundred_million = _GE_YI.match(text, numeral.end)
    if hundred_million:
        unit = CHINESE_UNITS.get(hundred_million["unit"] or "", "")
        return WrittenAmount(hundred_million.end(), numeral.value * 10**8, numeral.high * 10**8, unit)
    dozen = _DOZEN.match(text, numeral.end)
    if dozen:
        return WrittenAmount(dozen.end(), numeral.value * 12, numeral.high * 12, measure="打")
    kilo = THOUSANDS.match(text, numeral.end) if text[numeral.end - 1].isdigit() else None
    if kilo:
        size = 1000 if kilo["kilo"] else 10**6
        points = POINTS.match(text, kilo.end())
        end = points.end() if points else kilo.end()
        return WrittenAmount(end, numeral.value * size, numeral.high * size, "percentage-point" if points else "")
    return None
