"""A number with its unit or its currency in an English text: 3.5 trillion yuan, $3m, 20 firms, 3 times."""

from __future__ import annotations

import re

from termbase.language.numbers.english.beginnings import CURRENCY, TIMES, UNIT_BEHIND
from termbase.language.numbers.english.numerals import read_english
from termbase.language.numbers.english.placed import placed
from termbase.language.numbers.english.written_number import WrittenNumber
from termbase.language.numbers.units import english_unit
from termbase.language.numbers.values import Kind, Quantity

__all__ = ["counted"]

# one as a pronoun: the one, no one, one of them, one another
_NOT_ONE_BEFORE = re.compile(
    r"\b(?:no|the|this|that|any|every|each|which|some|another|last|only|big|good|new|first)[ -]$", re.IGNORECASE
)
_ONE = re.compile(
    r"(?i:one)(?![A-Za-z’']|\s+(?:of|another|who|that|which|can|is|was|has|had|or|such|thing|knows?|to|by|and|in|on|as|for|more"
    r"|from|with|would|could|should|must|may|might|where|when|way)\b"
    r"|-(?!third|half|quarter|fifth|tenth|year|day|month|hour))(?=[- ][A-Za-z])"
)
_TIME = frozenset(
    ["year", "day", "month", "week", "hour", "minute", "second", "century", "decade", "point", "quarter", "degree"]
)


def counted(text: str, found: re.Match[str]) -> Quantity | None:
    """The quantity that a number begins; None where one is a pronoun."""
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
        return placed(text, start, end, value, kind=Kind.MULTIPLE, growth=growth, plain=number.digits)
    unit, end = _unit(text, number)
    if currency and not (unit and _is_money(currency[0], unit)):
        unit, end = english_unit(currency[0]), number.end
    return placed(text, start, end, value, unit=unit, plain=_plain(text, found.end(), number, unit))


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
