"""The unit or the measure word behind a Chinese numeral: 3.5元, 五个半小时, 30多家, 1.6个百分点, 5km."""

from __future__ import annotations

import re
from fractions import Fraction

from termbase.language.numbers.chinese.measures import BEHIND, POINTS
from termbase.language.numbers.chinese.numerals import Numeral
from termbase.language.numbers.chinese.written_amount import WrittenAmount
from termbase.language.numbers.units import CHINESE_UNITS, ENGLISH_UNITS, alternatives, english_unit

__all__ = ["with_unit"]

_LATIN = re.compile(
    rf"\s?(?P<unit>{alternatives([word for word in ENGLISH_UNITS if word[0] not in '%$€£¥'])})(?![A-Za-z])",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\s{{0,3}}(?P<more>[多余来几])?\s{{0,3}}(?:{BEHIND})(?P<half>半(?![年天月导岛径个]))?(?P<odd>[多余])?"
)
_HALVED = {"小时": "hour", "钟头": "hour", "月": "month", "星期": "week", "世纪": "century"}
_AND_HALF = re.compile(f"\\s?个半(?P<unit>{'|'.join(_HALVED)})")


def with_unit(text: str, numeral: Numeral) -> WrittenAmount | None:
    """The number with its unit or its measure word; None when there is none."""
    points = POINTS.match(text, numeral.end)
    if points:
        return WrittenAmount(points.end(), numeral.value, numeral.high, "percentage-point")
    and_half = _AND_HALF.match(text, numeral.end)
    if and_half:
        half = Fraction(1, 2)
        return WrittenAmount(and_half.end(), numeral.value + half, numeral.high + half, _HALVED[and_half["unit"]])
    found = _BEHIND.match(text, numeral.end)
    if found:
        unit = CHINESE_UNITS.get(found["unit"] or "", "")
        half = Fraction(1, 2) if found["half"] else Fraction(0)
        more = bool(found["more"] or found["odd"])
        end = found.end()
        return WrittenAmount(end, numeral.value + half, numeral.high + half, unit, found["measure"] or "", more=more)
    latin = _LATIN.match(text, numeral.end)
    if latin:
        return WrittenAmount(latin.end(), numeral.value, numeral.high, english_unit(latin["unit"]))
    return None
