"""What each character of a Chinese numeral adds to what was read before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction

from termbase.language.numbers.chinese.numeral_state import DIGIT_VALUES, LONGEST, MULTIPLIER_VALUES, NumeralState
from termbase.language.numbers.places import last_place

__all__ = ["STEPS"]


def _take_arabic(state: NumeralState, token: re.Match[str]) -> bool:
    written = token["arabic"].replace(",", "").replace("，", "")
    if state.digit is not None or state.extra or len(written) > LONGEST:
        return False
    value = Fraction(written)
    if state.last and (
        value >= state.last
        or (token[0][0].isspace() and token.string[token.end() : token.end() + 1] not in MULTIPLIER_VALUES)
    ):
        return False
    state.digit, state.arabic = value, True
    return True


def _take_digit(state: NumeralState, token: re.Match[str]) -> bool:
    value = DIGIT_VALUES[token["digit"]]
    if state.extra or state.second is not None:
        return False
    if value == 0:
        return _take_zero(state)
    if value >= 20:
        return _take_tens(state, value)
    if state.digit is None or (state.zero and not state.digit):
        state.digit = Fraction(value)
    elif not state.arabic and 0 < value - state.digit <= 2:
        state.second = Fraction(value)
    else:
        return False
    return True


def _take_zero(state: NumeralState) -> bool:
    if state.digit is not None:
        return False
    state.zero = True
    if not state.last:
        state.digit = Fraction(0)
    return True


def _take_tens(state: NumeralState, value: int) -> bool:
    """廿 and 卅 are digit and ten."""
    if state.digit is not None or state.last:
        return False
    state.section, state.last, state.section_limit = Fraction(value), 10, 10
    return True


def _take_unit(state: NumeralState, token: re.Match[str]) -> bool:
    unit = MULTIPLIER_VALUES[token["unit"]]
    if not (_take_large(state, unit) if unit >= 10**4 else _take_small(state, token, unit)):
        return False
    state.digit = state.second = None
    state.last, state.zero = unit, False
    return True


def _take_small(state: NumeralState, token: re.Match[str], unit: int) -> bool:
    """十, 百 and 千 multiply the digit before them."""
    after_figures = state.arabic and state.digit is not None
    if unit >= state.section_limit or (after_figures and not _multiplied(state, token)):
        return False
    first = state.digit or Fraction(1)
    state.section += first * unit
    state.spread = (state.second - first) * unit if state.second is not None else state.spread
    state.section_limit = unit
    state.extra *= unit if state.extra and state.digit is not None else 1
    return True


def _multiplied(state: NumeralState, token: re.Match[str]) -> bool:
    """Whether digits go with 十, 百 or 千: 5百, 300千, 2500百万, but not 2018百度."""
    digit = state.digit or 0
    return digit < 10 or (
        not state.last and (digit < 1000 or token.string[token.end() : token.end() + 1] in ("万", "亿"))
    )


def _take_large(state: NumeralState, unit: int) -> bool:
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


def _take_vague(state: NumeralState, token: re.Match[str]) -> bool:
    """余, 多 and 几: more, by less than the last place; 几 before a unit is a digit."""
    if state.extra or state.second is not None:
        return state.last >= 10**4  # 十几万多亿
    if state.digit is None and not state.last:
        if token["vague"] == "几":
            state.digit, state.several = Fraction(1), True
        return state.several
    if state.digit is None:
        state.extra = min(Fraction(state.last), last_place(state.total + state.section))
    elif state.arabic:
        state.extra = last_place(state.digit)
    return state.digit is None or state.arabic


def _take_point(state: NumeralState, token: re.Match[str]) -> bool:
    return not (state.extra or state.second is not None or state.several or state.arabic) and bool(
        state.last or state.digit is not None
    )


STEPS: Mapping[str, Callable[[NumeralState, re.Match[str]], bool]] = {
    "arabic": _take_arabic,
    "digit": _take_digit,
    "unit": _take_unit,
    "vague": _take_vague,
    "point": _take_point,
}
"""What to do with each kind of character; False where the numeral ends before it."""
