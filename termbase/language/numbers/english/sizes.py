"""Quantities that are words in English: half a million, tens of thousands, a third, one in five, doubled."""

from __future__ import annotations

import re
from fractions import Fraction

from termbase.language.numbers.english.beginnings import UNIT_BEHIND
from termbase.language.numbers.english.number_words import PARTS, SCALES, SIGNS
from termbase.language.numbers.english.numerals import read_english
from termbase.language.numbers.english.placed import placed
from termbase.language.numbers.roundings import limits
from termbase.language.numbers.units import english_unit
from termbase.language.numbers.values import Kind, Quantity, Rounding

__all__ = ["among", "half", "multiple", "part", "several", "sign", "span"]

_SIZES = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000,
    "millions": 10**6, "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
_OF_A = re.compile(rf"\s+of\s+an?\s+({'|'.join(SCALES)})\b", re.IGNORECASE)
_MULTIPLES = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "twice": 2, "thrice": 3}


def half(text: str, found: re.Match[str]) -> Quantity:
    """Half, half a million, half a dozen, half an hour, half-year."""
    scale = SCALES.get((found["scale"] or "").lower(), 1)
    unit, end = "", found.start("of") if found["of"] and not found["scale"] else found.end()
    behind = UNIT_BEHIND.match(text, found.end())
    if behind and _joined(found, behind):
        unit, end = english_unit(behind["unit"]), behind.end()
    return placed(text, found.start(), end, Fraction(scale, 2), unit=unit, plain=scale > 12)


def _joined(found: re.Match[str], behind: re.Match[str]) -> bool:
    """Whether a unit belongs to half: half an hour, half a million yuan, but not half percent."""
    return bool(found["of"] or found["scale"] or behind["gap"])


def several(text: str, found: re.Match[str]) -> Quantity:
    """Tens of thousands, several million, a few hundred."""
    if found["size3"]:
        value = Fraction(SCALES[found["size3"].lower()])
    else:
        value = Fraction(_SIZES[found["size"].lower()] * _SIZES.get((found["size2"] or "").lower(), 1))
    behind = UNIT_BEHIND.match(text, found.end()) or UNIT_BEHIND.match(text, _behind_of(text, found.end()))
    unit, end = (english_unit(behind["unit"]), behind.end()) if behind else ("", found.end())
    start, rounding = found.start(), Rounding.SEVERAL
    low, high = limits(value, value, rounding)
    return Quantity(text[start:end], start, end, value, low, high, Kind.AMOUNT, rounding, unit, plain=False)


def _behind_of(text: str, place: int) -> int:
    return place + 3 if text.startswith(" of", place) else len(text)


def part(text: str, found: re.Match[str]) -> Quantity | None:
    """A third, a quarter of a million."""
    value = Fraction(1, PARTS[found["name"].lower()])
    scale = _OF_A.match(text, found.end())
    if scale:
        return placed(text, found.start(), scale.end(), value * SCALES[scale[1].lower()], plain=True)
    return placed(text, found.start(), found.end(), value, plain=True)


def among(text: str, found: re.Match[str]) -> Quantity | None:
    """One in five, 2 out of 3."""
    top, bottom = read_english(found["top"], 0), read_english(found["bottom"], 0)
    if not top or not bottom or not 0 < top.value < bottom.value:
        return None
    return placed(text, found.start(), found.end(), top.value / bottom.value, plain=True)


def span(text: str, found: re.Match[str]) -> Quantity:
    """The last decade, a century, a year and a half, a million and a half."""
    if found["long"]:
        return placed(text, found.start(), found.end(), Fraction(1), unit=english_unit(found["long"]), plain=False)
    scale = SCALES.get(found["halved"].lower())
    value = Fraction(3, 2) * (scale or 1)
    unit = "" if scale else english_unit(found["halved"])
    return placed(text, found.start(), found.end(), value, unit=unit, plain=True)


def multiple(text: str, found: re.Match[str]) -> Quantity:
    """Doubled, tripling, twice."""
    value = Fraction(_MULTIPLES[(found["how"] or found["how2"]).lower()])
    return placed(text, found.start(), found.end(), value, kind=Kind.MULTIPLE, plain=False)


def sign(text: str, found: re.Match[str]) -> Quantity:
    """½, ¾."""
    return placed(text, found.start(), found.end(), SIGNS[found[0]], plain=True)
