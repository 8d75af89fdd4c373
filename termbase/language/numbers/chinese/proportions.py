"""Tenths, discounts and multiples behind a Chinese numeral: 三成, 八成五, 六折, 2倍."""

from __future__ import annotations

import re
from fractions import Fraction

from termbase.language.numbers.chinese.numerals import Numeral
from termbase.language.numbers.chinese.script import DIGITS
from termbase.language.numbers.chinese.written_amount import WrittenAmount
from termbase.language.numbers.values import Kind

__all__ = ["proportion"]

_TENTHS = re.compile(
    r"\s?成(?![为员立功果就本长交熟人分效都名套绩品因])\s?(?P<more>[一二三四五六七八九1-9半])?(?P<not>[年个月天])?"
)
_DISCOUNT = re.compile(r"\s?折(?![叠磨射旧合线返断扣腾])")
_TIMES = re.compile(r"\s?(?P<more>多|余)?倍(?![数增率])(?P<rest>[多半])?")


def proportion(text: str, numeral: Numeral) -> WrittenAmount | None:
    """The share or the multiple that a numeral counts: 三成, 八成五, 六折, 2倍."""
    if (tenths := _TENTHS.match(text, numeral.end)) and numeral.value <= 10 and numeral.high <= 10:
        return _tenths(numeral, tenths)
    if (discount := _DISCOUNT.match(text, numeral.end)) and numeral.value < 100:
        value = numeral.value if numeral.value > 10 else numeral.value * 10
        return WrittenAmount(discount.end(), value, value, "percent", "折") if value < 100 else None
    times = _TIMES.match(text, numeral.end)
    if not times:
        return None
    half = Fraction(1, 2) if times["rest"] == "半" else 0
    more = times["more"] is not None or times["rest"] == "多"
    return WrittenAmount(times.end(), numeral.value + half, numeral.high + half, kind=Kind.MULTIPLE, more=more)


def _tenths(numeral: Numeral, found: re.Match[str]) -> WrittenAmount:
    """三成, 八成五, 七成半; what counts years or months behind is no part of it."""
    written = found["more"] or "0"
    end = found.end()
    if found["not"] and found["more"]:
        written, end = "0", found.start("more")
    more = Fraction(5) if written == "半" else Fraction(DIGITS.get(written) or written)
    return WrittenAmount(end, numeral.value * 10 + more, numeral.high * 10 + more, "percent", "成")
