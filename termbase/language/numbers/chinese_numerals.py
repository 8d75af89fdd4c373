"""A Chinese numeral read from a place in a text: 一万五千亿, 3.5万亿, 十余万, 七八百."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from termbase.language.numbers.chinese_script import DIGITS, MULTIPLIERS
from termbase.language.numbers.places import last_place

__all__ = ["ARABIC", "LONGEST", "Numeral", "read_numeral"]

LONGEST = 24
"""Longer rows of digits are names of something (accounts, telephones): 10^24 is beyond any amount of the news."""

ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?![\d,]\d)|\d{1,3}(?:，\d{3})+(?![\d，])|\d+)(?:\.\d+)?|(?<![\d.])\.\d+"
"""Digits with separators and decimals."""

_FINANCIAL = dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)) | {"弌": 1}
_DIGITS = DIGITS | _FINANCIAL | {"两": 2, "俩": 2, "廿": 20, "卅": 30}
_MULTIPLIERS = MULTIPLIERS | {"拾": 10, "佰": 100, "仟": 1000}
# 兆瓦 and 千瓦 are units, not a million million and a thousand of watts
_UNIT_CHARACTERS = rf"(?:[{''.join(set(_MULTIPLIERS) - set('千兆'))}]|千(?![瓦克卡赫伏字])|兆(?![瓦赫字比帕焦欧]))"
_TOKEN = re.compile(
    rf"\s{{0,3}}(?:(?P<arabic>{ARABIC})|(?P<digit>[{''.join(_DIGITS)}])|(?P<unit>{_UNIT_CHARACTERS})"
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


@dataclass(slots=True)
class _State:
    total: Fraction = Fraction(0)
    section: Fraction = Fraction(0)
    digit: Fraction | None = None
    second: Fraction | None = None
    """The other digit of 七八百."""
    last: int = 0
    """The last multiplier."""
    section_limit: int = 10**4
    extra: Fraction = Fraction(0)
    """How far 余 may reach."""
    spread: Fraction = Fraction(0)
    zero: bool = False
    arabic: bool = False
    several: bool = False
    ends: list[int] = field(default_factory=list)


def read_numeral(text: str, start: int) -> Numeral | None:
    """The longest numeral that begins at a place of a text that is plainly written.

    >>> [int(read_numeral(text, 0).value) for text in ("一万五千亿", "3.5万亿", "两千四百五", "3万4000", "一千零五")]
    [1500000000000, 3500000000000, 2450, 34000, 1005]
    >>> [(int(n.value), int(n.high)) for n in map(lambda text: read_numeral(text, 0), ("十余万", "七八百", "二十多"))]
    [(100000, 200000), (700, 800), (20, 30)]
    >>> read_numeral("多少", 0)
    """
    by_digit = _BY_DIGIT.match(text, start)
    if by_digit and text[by_digit.end() : by_digit.end() + 1] not in _MULTIPLIERS.keys() | {"点", "分"}:
        return _digit_by_digit(by_digit)
    state, place = _State(), start
    while token := _TOKEN.match(text, place):
        spaced = token[0][0].isspace() and state.arabic and token.lastgroup not in {"unit", "vague"}
        if (spaced and not state.last) or not _STEPS[str(token.lastgroup)](state, token):
            break
        place = token.end()
        if token.lastgroup == "point":
            place = _read_decimals(state, text, place)
    return _finished(state, place) if place > start else None


def _digit_by_digit(found: re.Match[str]) -> Numeral:
    value = (
        Fraction(int("".join(str(DIGITS[character]) for character in found[0]))) if len(found[0]) <= LONGEST else 0
    )
    return Numeral(found.end(), Fraction(value), Fraction(value), by_digit=True)


def _take_arabic(state: _State, token: re.Match[str]) -> bool:
    written = token["arabic"].replace(",", "").replace("，", "")
    if state.digit is not None or state.extra or len(written) > LONGEST:
        return False
    value = Fraction(written)
    if state.last and (
        value >= state.last
        or (token[0][0].isspace() and token.string[token.end() : token.end() + 1] not in _MULTIPLIERS)
    ):
        return False
    state.digit, state.arabic = value, True
    return True


def _take_digit(state: _State, token: re.Match[str]) -> bool:  # noqa: PLR0911 - one answer a line reads better here
    value = _DIGITS[token["digit"]]
    if state.extra or state.second is not None:
        return False
    if value == 0:
        if state.digit is not None:
            return False
        state.zero = True
        if not state.last:
            state.digit = Fraction(0)
        return True
    if value >= 20:  # 廿 and 卅 are digit and ten
        if state.digit is not None or state.last:
            return False
        state.section, state.last, state.section_limit = Fraction(value), 10, 10
        return True
    if state.digit is None or (state.zero and not state.digit):
        state.digit = Fraction(value)
        return True
    if state.arabic or not 0 < value - state.digit <= 2:
        return False
    state.second = Fraction(value)
    return True


def _take_unit(state: _State, token: re.Match[str]) -> bool:
    unit = _MULTIPLIERS[token["unit"]]
    if unit < 10**4:
        if unit >= state.section_limit or (
            state.arabic and state.digit is not None and not _multiplied(state, token)
        ):
            return False
        first = Fraction(1) if state.digit is None or not state.digit else state.digit
        state.section += first * unit
        state.spread = (state.second - first) * unit if state.second is not None else state.spread
        state.section_limit = unit
        state.extra *= unit if state.extra and state.digit is not None else 1
    elif not _take_large(state, unit):
        return False
    state.digit = state.second = None
    state.last, state.zero = unit, False
    return True


def _multiplied(state: _State, token: re.Match[str]) -> bool:
    """Whether digits go with 十, 百 or 千: 5百, 300千, 2500百万, but not 2018百度."""
    digit = state.digit or 0
    return digit < 10 or (
        not state.last and (digit < 1000 or token.string[token.end() : token.end() + 1] in ("万", "亿"))
    )


def _take_large(state: _State, unit: int) -> bool:
    """万 and above multiply all that is smaller: 一万五千亿; what is larger stays: 四亿五千万."""
    group = state.section + (state.digit or 0)
    if state.total and state.total < unit:
        group, state.total = group + state.total, Fraction(0)
    if not group:
        if state.total and state.last == unit == 10**4:  # 万万
            group, state.total = state.total, Fraction(0)
        elif state.total or state.digit is not None:
            return False
        group = group or Fraction(1)
    if group * unit > 10**LONGEST or (state.total and group * unit >= state.total):
        return False
    if state.second is not None:
        state.spread = (state.second - (state.digit or 0)) * unit
    else:
        state.spread *= unit
    state.extra *= unit
    state.total += group * unit
    state.section, state.section_limit = Fraction(0), 10**4
    return True


def _take_vague(state: _State, token: re.Match[str]) -> bool:
    """余, 多 and 几: more, by less than the last place; 几 before a unit is a digit."""
    if state.extra or state.second is not None:
        return state.last >= 10**4  # 十几万多亿
    if state.digit is None and not state.last:
        if token["vague"] != "几":
            return False
        state.digit, state.several = Fraction(1), True
        return True
    if state.digit is not None:
        if not state.arabic:
            return False
        state.extra = last_place(state.digit)
    else:
        written = state.total + state.section
        state.extra = min(Fraction(state.last), last_place(written))
    return True


def _take_point(state: _State, token: re.Match[str]) -> bool:
    return not (state.extra or state.second is not None or state.several or state.arabic) and bool(
        state.last or state.digit is not None
    )


_STEPS = {
    "arabic": _take_arabic,
    "digit": _take_digit,
    "unit": _take_unit,
    "vague": _take_vague,
    "point": _take_point,
}


def _read_decimals(state: _State, text: str, place: int) -> int:
    found = _DECIMALS.match(text, place)
    if not found:
        return place - 1
    digits = found[0].replace(" ", "")[:LONGEST]
    whole = Fraction(int("".join(str(_DIGITS[digit]) for digit in digits)), 10 ** len(digits))
    tail = state.digit or Fraction(0)
    if tail and state.last > 10 and not state.zero:
        tail *= Fraction(state.last, 10)
    state.digit = tail + whole
    state.zero = True  # the tail is as written: no 450 for 四百点五
    return found.end()


def _finished(state: _State, end: int) -> Numeral | None:
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
