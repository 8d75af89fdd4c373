"""Two numbers made one range: 30–40, 5%—8%, 3到5万, between 3 and 5 percent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from termbase.language.numbers.english.number_words import SCALES
from termbase.language.numbers.values import Kind, Quantity, Rounding

__all__ = ["joined_ranges"]

_BETWEEN = {
    True: re.compile(r"\s?(?:[至到—–~\-―]|——|或至)\s?"),
    False: re.compile(r"\s?(?:[-–—~]|to|or)\s?"),
}
_AND = {True: re.compile(r"\s?[和与]\s?"), False: re.compile(r" and ")}
_BEFORE = re.compile(r"(?i:between|from)\s+(?:[a-z]+\s){0,2}$")
_CHINESE_SCALE = re.compile(r"[0-9零一二三四五六七八九十]([百千万亿]*[万亿]|[百千])")
_CHINESE_SIZES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_ENGLISH_SCALE = re.compile(rf"[\s\d-]({'|'.join(SCALES)}|[kmb]n?)(?![a-z])", re.IGNORECASE)
_LETTERS = {"k": 10**3, "m": 10**6, "b": 10**9}
# Wider ranges are two numbers: "in the first half to 2.05 billion"
_WIDEST = 1000


def joined_ranges(text: str, quantities: Iterable[Quantity], *, chinese: bool) -> list[Quantity]:
    """The quantities with those that are the two ends of a range made one."""
    result: list[Quantity] = []
    for quantity in quantities:
        joined = _joined(text, result[-1], quantity, chinese=chinese) if result else None
        if joined:
            result[-1] = joined
        else:
            result.append(quantity)
    return result


def _joined(text: str, one: Quantity, other: Quantity, *, chinese: bool) -> Quantity | None:
    if not (_alike(one, other) and _one_unit(one, other, chinese=chinese)) or not _beside(
        text, one, other, chinese=chinese
    ):
        return None
    low = _scaled(one, other, chinese=chinese)
    high = max(other.value, -other.value) if low >= 0 else other.value
    if low >= high or (low > 0 and high / low > _WIDEST):
        return None
    rounding = Rounding.ABOUT if Rounding.ABOUT in {one.rounding, other.rounding} else Rounding.EXACT
    return replace(
        other, unit=one.unit or other.unit, text=text[one.start : other.end], start=one.start,
        value=low, low=low, high=high, rounding=rounding,
        plain=one.plain or other.plain,
    )  # fmt: skip


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether both are of one kind that ranges are made of, and neither is a range."""
    if one.kind is not other.kind or one.kind is Kind.IDENTIFIER or one.ranges or other.ranges:
        return False
    return Rounding.SEVERAL not in {one.rounding, other.rounding}


def _beside(text: str, one: Quantity, other: Quantity, *, chinese: bool) -> bool:
    """Whether nothing but what joins two ends stands between."""
    if other.start - one.end > 5:
        return False
    between = text[one.end : other.start]
    if _BETWEEN[chinese].fullmatch(between):
        return True
    return bool(_AND[chinese].fullmatch(between)) and _bounded(text, one, other, chinese=chinese)


def _one_unit(one: Quantity, other: Quantity, *, chinese: bool) -> bool:
    """Whether the lower end has the unit of the upper one or none, and is no word: first half to 2.05 billion."""
    money_first = one.unit and not other.unit and not one.text[-1:].isalpha() and not chinese
    if (one.unit not in {"", other.unit} and not money_first) or (one.measure and one.measure != other.measure):
        return False
    return one.value.denominator == 1 or any(character.isdigit() for character in one.text)


def _bounded(text: str, one: Quantity, other: Quantity, *, chinese: bool) -> bool:
    """Whether the words around say that "and" joins two ends: between 3 and 5, 3和5之间."""
    if chinese:
        return text[other.end : other.end + 2] == "之间" or text[other.end : other.end + 1] == "间"
    return bool(_BEFORE.search(text[max(0, one.start - 30) : one.start]))


def _scaled(one: Quantity, other: Quantity, *, chinese: bool) -> Fraction:
    """The lower end with the multiplier that is written behind the upper one only: 3到5万, 3-5 million."""
    pattern = _CHINESE_SCALE if chinese else _ENGLISH_SCALE
    found = pattern.search(other.text)
    if not found or pattern.search(one.text):
        return one.value
    size = Fraction(1)
    if chinese:
        for character in found[1]:
            size *= _CHINESE_SIZES[character]
    else:
        size = Fraction(SCALES.get(found[1].lower()) or _LETTERS[found[1][0].lower()])
    return one.value * size if one.value * size < other.value else one.value
