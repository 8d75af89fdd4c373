"""A Chinese numeral read from a place in a text: 一万五千亿, 3.5万亿, 十余万, 七八百."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from termbase.language.numbers.chinese.numeral_state import DIGIT_VALUES, LONGEST, MULTIPLIER_VALUES, NumeralState
from termbase.language.numbers.chinese.numeral_steps import STEPS
from termbase.language.numbers.chinese.script import DIGITS

__all__ = ["Numeral", "read_numeral"]

_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?![\d,]\d)|\d{1,3}(?:，\d{3})+(?![\d，])|\d+)(?:\.\d+)?|(?<![\d.])\.\d+"
# 兆瓦 and 千瓦 are units, not a million million and a thousand of watts
_UNIT_CHARACTERS = (
    rf"(?:[{''.join(set(MULTIPLIER_VALUES) - set('千兆'))}]|千(?![瓦克卡赫伏字])|兆(?![瓦赫字比帕焦欧]))"
)
_TOKEN = re.compile(
    rf"\s{{0,3}}(?:(?P<arabic>{_ARABIC})|(?P<digit>[{''.join(DIGIT_VALUES)}])|(?P<unit>{_UNIT_CHARACTERS})"
    r"|(?P<vague>[多余来几])|(?P<point>点(?=\s?[零一二三四五六七八九壹贰叁肆伍陆柒捌玖])))",
    re.ASCII,
)
_DECIMALS = re.compile(r"(?:\s?[零一二三四五六七八九壹贰叁肆伍陆柒捌玖])+(?!\s?[十百千拾佰仟])", re.ASCII)
_BY_DIGIT = re.compile("[零一二三四五六七八九][零一二三四五六七八九]{2,}")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, from its first character to the end."""

    end: int
    value: Fraction
    high: Fraction
    """The same, but for 二三十 (30) and for 十余万 (200,000)."""
    vague: bool = False
    """Whether 余, 多 or 几 says that it is more."""
    several: bool = False
    """Whether it begins with 几: 几百."""
    by_digit: bool = False
    """Whether it is read digit by digit: 二〇二二, 二三一."""


def read_numeral(text: str, start: int) -> Numeral | None:
    """The longest numeral that begins at a place of a text that is plainly written.

    >>> [int(read_numeral(text, 0).value) for text in ("一万五千亿", "3.5万亿", "两千四百五", "3万4000", "一千零五")]
    [1500000000000, 3500000000000, 2450, 34000, 1005]
    >>> [(int(n.value), int(n.high)) for n in map(lambda text: read_numeral(text, 0), ("十余万", "七八百", "二十多"))]
    [(100000, 200000), (700, 800), (20, 30)]
    >>> read_numeral("多少", 0)
    """
    by_digit = _BY_DIGIT.match(text, start)
    if by_digit and text[by_digit.end() : by_digit.end() + 1] not in MULTIPLIER_VALUES.keys() | {"点", "分"}:
        return _digit_by_digit(by_digit)
    state, place = NumeralState(), start
    while token := _TOKEN.match(text, place):
        spaced = token[0][0].isspace() and state.arabic and token.lastgroup not in {"unit", "vague"}
        if (spaced and not state.last) or not STEPS[str(token.lastgroup)](state, token):
            break
        place = token.end()
        if token.lastgroup == "point":
            place = _read_decimals(state, text, place)
    return _finished(state, place) if place > start else None


def _digit_by_digit(found: re.Match[str]) -> Numeral:
    digits = "".join(str(DIGITS[character]) for character in found[0]) if len(found[0]) <= LONGEST else "0"
    return Numeral(found.end(), Fraction(digits), Fraction(digits), by_digit=True)


def _read_decimals(state: NumeralState, text: str, place: int) -> int:
    found = _DECIMALS.match(text, place)
    if not found:
        return place - 1
    digits = found[0].replace(" ", "")[:LONGEST]
    whole = Fraction(int("".join(str(DIGIT_VALUES[digit]) for digit in digits)), 10 ** len(digits))
    tail = state.digit or Fraction(0)
    if tail and state.last > 10 and not state.zero:
        tail *= Fraction(state.last, 10)
    state.digit = tail + whole
    state.zero = True  # the tail is as written: no 450 for 四百点五
    return found.end()


def _finished(state: NumeralState, end: int) -> Numeral | None:
    tail = state.digit or Fraction(0)
    if 0 < tail < 10 and tail.denominator == 1 and state.last > 10 and not state.zero:
        tail *= Fraction(state.last, 10)  # 两千四百五 is 2,450
    spread = state.spread  # adding fractions is slow, and most numbers are one group of digits
    if state.second is not None:
        spread = state.second - (state.digit or 0)
    value = state.total + state.section + tail if state.last else tail
    extra = state.extra or spread
    high = value + extra if extra else value
    return Numeral(end, value, high, bool(state.extra), state.several)
