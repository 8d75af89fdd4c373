"""The quantity that a Chinese numeral begins, with what stands before and behind it."""

from __future__ import annotations

import re

from termbase.language.numbers.chinese.multiplied import multiplied
from termbase.language.numbers.chinese.numerals import Numeral
from termbase.language.numbers.chinese.parts import part
from termbase.language.numbers.chinese.proportions import proportion
from termbase.language.numbers.chinese.units_behind import with_unit
from termbase.language.numbers.chinese.written_amount import WrittenAmount
from termbase.language.numbers.roundings import limits, rounding_around
from termbase.language.numbers.units import english_unit
from termbase.language.numbers.values import Kind, Quantity, Rounding

__all__ = ["amount"]

_CURRENCY = re.compile(r"(US\$|HK\$|NT\$|A\$|C\$|[$€£¥]|RMB|USD|CNY|HKD|EUR|人民币)\s?$")
_GROWN = re.compile(
    r"(?:增长|增加|提高|上升|上涨|扩大|增|涨|升|多|高出?|超出|暴增|激增|猛增|提升|大[出了])(?:了|近|约|超过?|将近|逾|出|至少|大约|过)*$"
)
_CONTEXT = re.compile("[是为前后达约近超“「于比等]$")
_ALONE_BEHIND = re.compile(
    r"\s*(?:$|[，。！？；：、”」》）,.;:!?)是那这的却而不]|以[上下]|[至到或—–-][一二三四五六七八九十两])"
)
_JOINING = frozenset("至到或—–-以")
_SHARES = {"percent", "permille", "percentage-point"}


def amount(text: str, start: int, numeral: Numeral, first: int, *, negative: bool = False) -> Quantity | None:
    """The quantity that a numeral begins; None where a lone character is a word and no number.

    `start` is where the quantity begins, with a minus; `first` where the numeral does.
    """
    read = _read(text, first, numeral)
    if not read:
        return None
    start, unit = _with_currency(text, start, read.unit)
    rounding, end = rounding_around(text, start, read.end, chinese=True)
    if numeral.several:
        rounding = Rounding.SEVERAL
    elif read.more or numeral.vague:
        rounding = Rounding.MORE
    value, high = (-read.value, -read.value) if negative else (read.value, read.high)
    growth = read.kind is Kind.MULTIPLE and bool(_GROWN.search(text[max(0, start - 8) : start]))
    if growth:
        value, high = value + 1, high + 1
    low, most = limits(value, high, rounding)
    plain = not numeral.by_digit and _plain(text[first : numeral.end], read, rounding)
    kind = Kind.IDENTIFIER if numeral.by_digit and not unit and not read.measure else read.kind
    return Quantity(text[start:end], start, end, value, low, most, kind, rounding, unit, read.measure, growth, plain)


def _with_currency(text: str, start: int, unit: str) -> tuple[int, str]:
    """Where the quantity begins and its unit, with a currency before it: 人民币300万, US$5."""
    before = _CURRENCY.search(text[max(0, start - 4) : start])
    if not before or (unit and unit != "yuan"):
        return start, unit
    return start - len(before[0]), "yuan" if before[1] == "人民币" else english_unit(before[1])


def _plain(written: str, read: WrittenAmount, rounding: Rounding) -> bool:
    """Whether a translator must keep it: digits, large numbers, units other than one of time."""
    if read.unit in _SHARES or read.value.denominator > 1:
        return read.unit != "percent" or read.value != 100
    one = read.value == 1 and not read.unit and read.kind is Kind.AMOUNT
    if one or rounding is Rounding.SEVERAL or written[0] in "百千万亿几":
        return False
    if read.value > 10 or any(character.isdigit() and character.isascii() for character in written):
        return True
    return bool(read.unit) and read.value > 2 and rounding is not Rounding.MORE


def _read(text: str, first: int, numeral: Numeral) -> WrittenAmount | None:
    return (
        part(text, numeral)
        or multiplied(text, numeral)
        or proportion(text, numeral)
        or with_unit(text, numeral)
        or _alone(text, first, numeral)
    )


def _alone(text: str, first: int, numeral: Numeral) -> WrittenAmount | None:
    """A number with nothing behind it; a lone character counts only where nothing else can be meant."""
    written = text[first : numeral.end].strip()
    read = WrittenAmount(numeral.end, numeral.value, numeral.high)
    if written[0].isascii() or (len(written) > 1 and set(written) & set("十百千万亿拾佰仟点零")) or numeral.by_digit:
        return read
    if written in "百千万亿兆几" or not _ALONE_BEHIND.match(text, numeral.end):
        return None
    joined = text[numeral.end : numeral.end + 1] in _JOINING
    return read if first == 0 or joined or _CONTEXT.search(text[first - 1 : first]) else None
