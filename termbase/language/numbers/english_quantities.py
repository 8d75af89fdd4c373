"""Quantities in an English text: 3.5 trillion yuan, nearly 300, two-thirds, half a million, doubled, 11th."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from termbase.language.numbers.english_numerals import SCALES, WrittenNumber, read_english
from termbase.language.numbers.english_ordinals import ordinal_value
from termbase.language.numbers.english_patterns import CURRENCY, NUMBER_BEGINS, TIMES, UNIT_BEHIND
from termbase.language.numbers.roundings import limits, rounding_around
from termbase.language.numbers.units import english_unit
from termbase.language.numbers.values import Kind, Quantity, Rounding

__all__ = ["english_quantities"]

_SIZES = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000,
    "millions": 10**6, "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
_PARTS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_MULTIPLES = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "twice": 2, "thrice": 3}
_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
# one as a pronoun: the one, no one, one of them, one another
_NOT_ONE_BEFORE = re.compile(
    r"\b(?:no|the|this|that|any|every|each|which|some|another|last|only|big|good|new|first)[ -]$", re.IGNORECASE
)
_ONE = re.compile(
    r"(?i:one)(?![A-Za-z’']|\s+(?:of|another|who|that|which|can|is|was|has|had|or|such|thing|knows?|to|by|and|in|on|as|for|more"
    r"|from|with|would|could|should|must|may|might|where|when|way)\b"
    r"|-(?!third|half|quarter|fifth|tenth|year|day|month|hour))(?=[- ][A-Za-z])"
)
_TIME = {
    "year",
    "day",
    "month",
    "week",
    "hour",
    "minute",
    "second",
    "century",
    "decade",
    "point",
    "quarter",
    "degree",
}


def english_quantities(text: str) -> Iterator[Quantity]:
    """The quantities of an English text, in its order; ranges not yet joined.

    >>> [quantity.text for quantity in english_quantities("over 20 firms put in 3.5 trillion yuan, two-thirds new")]
    ['20', '3.5 trillion yuan', 'two-thirds']
    >>> list(english_quantities("no one knows one another in the Belt and Road"))
    []
    """
    place = 0
    while found := NUMBER_BEGINS.search(text, place):
        reader = _READERS.get(str(found.lastgroup))
        quantity = reader(text, found) if reader else None
        if quantity:
            yield quantity
            place = quantity.end
        else:
            place = max(found.end(), found.start() + 1)


def _made(
    text: str, start: int, end: int, value: Fraction, *, unit: str = "", plain: bool, kind: Kind = Kind.AMOUNT,
    growth: bool = False,
) -> Quantity:  # fmt: skip
    rounding, end = rounding_around(text, start, end, chinese=False)
    low, high = limits(value, value, rounding)
    return Quantity(text[start:end], start, end, value, low, high, kind, rounding, unit, "", growth, plain)


def _code(text: str, found: re.Match[str]) -> Quantity:
    value = Fraction(int(re.sub(r"[^0-9]", "", found[0])[:24] or 0))
    return Quantity(found[0], found.start(), found.end(), value, value, value, Kind.IDENTIFIER, plain=False)


def _article(text: str, found: re.Match[str]) -> Quantity | None:
    number = read_english(text, found.end())
    if not number:
        return None
    return _made(text, found.start(), number.end, number.value, kind=Kind.ORDINAL, plain=True)


def _ordinal(text: str, found: re.Match[str]) -> Quantity:
    value = ordinal_value(found[0])
    plain = found[0][0].isdigit() or value > 10
    return _made(text, found.start(), found.end(), Fraction(value), kind=Kind.ORDINAL, plain=plain)


def _half(text: str, found: re.Match[str]) -> Quantity:
    """Half, half a million, half a dozen, half an hour, half-year."""
    scale = SCALES.get((found["scale"] or "").lower(), 1)
    end = found.end() if found["scale"] or not found["of"] else found.start("of")
    unit = ""
    behind = UNIT_BEHIND.match(text, found.end())
    if behind and _joined(text, found, behind):
        unit, end = english_unit(behind["unit"]), behind.end()
    elif scale == 1 and not found["scale"]:
        end = found.start("of") if found["of"] else found.end()
    return _made(text, found.start(), end, Fraction(scale, 2), unit=unit, plain=scale > 12)


def _joined(text: str, found: re.Match[str], behind: re.Match[str]) -> bool:
    """Whether a unit belongs to half: half an hour, half a million yuan, but not half percent."""
    return bool(found["of"] or found["scale"] or behind["gap"])


def _several(text: str, found: re.Match[str]) -> Quantity:
    if found["size3"]:
        value = Fraction(SCALES[found["size3"].lower()])
    else:
        value = Fraction(_SIZES[found["size"].lower()] * _SIZES.get((found["size2"] or "").lower(), 1))
    behind = UNIT_BEHIND.match(text, found.end()) or re.compile(" of").match(text, found.end())
    unit, end = "", found.end()
    if behind and behind[0] == " of":
        behind = UNIT_BEHIND.match(text, behind.end())
    if behind:
        unit, end = english_unit(behind["unit"]), behind.end()
    low, high = limits(value, value, Rounding.SEVERAL)
    return Quantity(
        text[found.start() : end],
        found.start(),
        end,
        value,
        low,
        high,
        Kind.AMOUNT,
        Rounding.SEVERAL,
        unit,
        plain=False,
    )


def _part(text: str, found: re.Match[str]) -> Quantity | None:
    value = Fraction(1, _PARTS[found["name"].lower()])
    scale = re.compile(rf"\s+of\s+an?\s+({'|'.join(SCALES)})\b", re.IGNORECASE).match(text, found.end())
    if scale:
        return _made(text, found.start(), scale.end(), value * SCALES[scale[1].lower()], plain=True)
    return _made(text, found.start(), found.end(), value, plain=True)


def _among(text: str, found: re.Match[str]) -> Quantity | None:
    """One in five, 2 out of 3."""
    top, bottom = read_english(found["top"], 0), read_english(found["bottom"], 0)
    if not top or not bottom or not 0 < top.value < bottom.value:
        return None
    return _made(text, found.start(), found.end(), top.value / bottom.value, plain=True)


def _span(text: str, found: re.Match[str]) -> Quantity:
    """The last decade, a century, a year and a half, a million and a half."""
    if found["long"]:
        return _made(text, found.start(), found.end(), Fraction(1), unit=english_unit(found["long"]), plain=False)
    scale = SCALES.get(found["halved"].lower())
    value = Fraction(3, 2) * (scale or 1)
    unit = "" if scale else english_unit(found["halved"])
    return _made(text, found.start(), found.end(), value, unit=unit, plain=True)


def _multiple(text: str, found: re.Match[str]) -> Quantity:
    value = Fraction(_MULTIPLES[(found["how"] or found["how2"]).lower()])
    return _made(text, found.start(), found.end(), value, kind=Kind.MULTIPLE, plain=False)


def _sign(text: str, found: re.Match[str]) -> Quantity:
    return _made(text, found.start(), found.end(), _SIGNS[found[0]], plain=True)


def _number(text: str, found: re.Match[str]) -> Quantity | None:
    if _pronoun(text, found.end()):
        return None
    currency = CURRENCY.search(found[0])
    number = read_english(text, found.end(), money=bool(currency))
    if not number:
        return None
    value = -number.value if found["minus"] else number.value
    start = found.start() if found[0].strip() else found.end()
    times = TIMES.match(text, number.end)
    if times and not currency:
        growth = bool(times["more"]) and times["more"] != " as"
        end = times.start("more") if times["more"] else times.end()
        return _made(text, start, end, value, kind=Kind.MULTIPLE, growth=growth, plain=number.digits)
    unit, end = _unit(text, number)
    if currency and not (unit and _is_money(currency[0], unit)):
        unit, end = english_unit(currency[0]), number.end
    return _made(text, start, end, value, unit=unit, plain=_plain(text, found.end(), number, unit))


def _pronoun(text: str, start: int) -> bool:
    if text[start : start + 3].lower() != "one" or text[start + 3 : start + 4].isalpha():
        return False
    number = read_english(text, start)
    if number and number.end > start + 3:
        return False
    return not (_ONE.match(text, start) or UNIT_BEHIND.match(text, start + 3)) or bool(
        _NOT_ONE_BEFORE.search(text[max(0, start - 8) : start])
    )


def _is_money(sign: str, unit: str) -> bool:
    """Whether the words behind say the currency more exactly: $3 million US dollars."""
    return unit.endswith(("dollar", "yuan", "yen", "euro", "pound"))


def _unit(text: str, number: WrittenNumber) -> tuple[str, int]:
    behind = UNIT_BEHIND.match(text, number.end)
    if not behind or (len(behind["unit"]) < 3 and behind["unit"].isalpha() and not number.digits):
        return "", number.end
    return english_unit(behind["unit"]), behind.end()


def _plain(text: str, start: int, number: WrittenNumber, unit: str) -> bool:
    """Whether a translator must keep it: figures, large numbers, units other than one of time."""
    if (number.value == 1 and not unit) or (number.value == 100 and unit == "percent"):
        return False
    if number.digits or number.part or unit in {"percent", "permille", "percentage-point"}:
        return True
    if text[start : start + 1] in "aA" or number.value <= 0:
        return False
    return number.value > 10 or (bool(unit) and not (number.value <= 2 and unit in _TIME))


_READERS: dict[str, Callable[[str, re.Match[str]], Quantity | None]] = {
    "code": _code,
    "article": _article,
    "half": _half,
    "several": _several,
    "part": _part,
    "among": _among,
    "span": _span,
    "multiple": _multiple,
    "ordinal": _ordinal,
    "number": _number,
    "sign": _sign,
}
