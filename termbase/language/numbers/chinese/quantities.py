"""Quantities in a Chinese text: 3.5万亿元, 十余万, 三成, 三分之二, 增长2倍, 第十一届."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from termbase.language.numbers.chinese.amounts import amount
from termbase.language.numbers.chinese.beginnings import NUMBER_BEGINS
from termbase.language.numbers.chinese.measures import BEHIND
from termbase.language.numbers.chinese.numerals import Numeral, read_numeral
from termbase.language.numbers.chinese.script import DIGITS
from termbase.language.numbers.roundings import limits
from termbase.language.numbers.units import CHINESE_UNITS
from termbase.language.numbers.values import Kind, Quantity, Rounding

__all__ = ["chinese_quantities"]

_MEASURE = re.compile(rf"\s?{BEHIND}")
_HALF_BEHIND = re.compile(rf"(?P<several>个)?(?:数|{BEHIND})?(?:以上)?")


def chinese_quantities(text: str) -> Iterator[Quantity]:
    """The quantities of a text that is plainly written, in its order; ranges not yet joined.

    >>> [quantity.text for quantity in chinese_quantities("二十多家企业投资3.5万亿元，增长2倍，占三成")]
    ['二十多家', '3.5万亿元', '2倍', '三成']
    >>> list(chinese_quantities("一带一路统一大市场，千方百计，四川九江"))
    []
    """
    place = 0
    while found := NUMBER_BEGINS.search(text, place):
        reader = _READERS.get(str(found.lastgroup))
        quantity = reader(text, found) if reader else None
        place = quantity.end if quantity else max(found.end(), found.start() + 1)
        if quantity:
            yield quantity
        elif found.lastgroup == "number" and (numeral := read_numeral(text, found.end())):
            place = numeral.end


def _code(text: str, found: re.Match[str]) -> Quantity:
    digits = re.sub(r"[^0-9]", "", found[0])
    value = Fraction(int(digits[:24] or 0))
    return Quantity(found[0], found.start(), found.end(), value, value, value, Kind.IDENTIFIER, plain=False)


def _ordinal(text: str, found: re.Match[str]) -> Quantity | None:
    numeral = read_numeral(text, found.end())
    if not numeral or numeral.several:
        return None
    measure = _MEASURE.match(text, numeral.end)
    end = measure.end() if measure else numeral.end
    unit = CHINESE_UNITS.get((measure["unit"] if measure else "") or "", "")
    plain = text[found.end()].isascii() or numeral.value > 10
    counted = (measure["measure"] if measure else "") or ""
    return Quantity(
        text[found.start() : end], found.start(), end, numeral.value, numeral.value, numeral.value,
        Kind.ORDINAL, unit=unit, measure=counted, plain=plain,
    )  # fmt: skip


def _doubled(text: str, found: re.Match[str]) -> Quantity | None:
    """翻番 is twice, 翻两番 four times, 翻三倍 three times (as it is mostly meant)."""
    written = found["times"] or ""
    numeral = read_numeral(written, 0) if written else None
    times = int(numeral.value) if numeral else 1
    if times > 20:
        return None
    factor = Fraction(2**times if found["how"] == "番" else max(times, 2))
    return Quantity(
        found[0], found.start(), found.end(), factor, factor, factor, Kind.MULTIPLE, plain=bool(found["how"])
    )


def _discount(text: str, found: re.Match[str]) -> Quantity:
    digits = [DIGITS.get(character) or int(character) for character in found[0] if character not in " 折对半"]
    value = Fraction(int("".join(map(str, digits)))) if digits else Fraction(50)
    return Quantity(found[0], found.start(), found.end(), value, value, value, unit="percent", measure="折")


def _half(text: str, found: re.Match[str]) -> Quantity:
    """半年, 一半, 过半, 半数以上, 半百."""
    value = Fraction(50) if found[0] == "半百" else Fraction(1, 2)
    behind = _HALF_BEHIND.match(text, found.end())
    end = behind.end() if behind and value < 1 else found.end()
    written = text[found.start() : end]
    unit = CHINESE_UNITS.get((behind["unit"] if behind else "") or "", "")
    if text[found.end() : found.end() + 1] == "成":
        value, unit, end = Fraction(5), "percent", found.end() + 1
    rounding = Rounding.MORE if written[0] == "过" or written.endswith("以上") else Rounding.EXACT
    rounding = Rounding.NEARLY if written[0] == "近" else rounding
    low, high = limits(value, value, rounding)
    return Quantity(written, found.start(), end, value, low, high, rounding=rounding, unit=unit, plain=False)


def _several(text: str, found: re.Match[str]) -> Quantity | None:
    """数十, 几百万, 上百亿元: the size and no number."""
    numeral = read_numeral(text, found.end())
    if not numeral:
        return None
    quantity = amount(text, found.start(), Numeral(numeral.end, numeral.value, numeral.value), found.end())
    if not quantity:  # 上万师生, 逾万灾民: nothing counts them
        value = numeral.value
        quantity = Quantity(text[found.start() : numeral.end], found.start(), numeral.end, value, value, value)
    low, high = limits(quantity.value, quantity.value, Rounding.SEVERAL)
    return replace(quantity, rounding=Rounding.SEVERAL, low=low, high=high, plain=False)


def _number(text: str, found: re.Match[str]) -> Quantity | None:
    numeral = read_numeral(text, found.end())
    negative = bool(found[0].strip())
    return (
        amount(text, found.start() if negative else found.end(), numeral, found.end(), negative=negative)
        if numeral
        else None
    )


_READERS: dict[str, Callable[[str, re.Match[str]], Quantity | None]] = {
    "code": _code,
    "ordinal": _ordinal,
    "doubled": _doubled,
    "discount": _discount,
    "half": _half,
    "several": _several,
    "number": _number,
}
