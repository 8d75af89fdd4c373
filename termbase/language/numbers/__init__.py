"""Numbers and dates of a text by value, in Chinese and in English, each with its place in the text.

`values` reads a text once and gives both; `quantities` and `dates` give the one or the other. Numbers in names and
idioms (一带一路, 千方百计, one another) are left out; digits that name something (G20, 5G, A380, telephones,
versions) are given with the kind *identifier*, ordinals and articles with the kind *ordinal*.
"""

from __future__ import annotations

import re
from dataclasses import replace

from termbase.language.numbers.chinese.dates import chinese_dates
from termbase.language.numbers.chinese.quantities import chinese_quantities
from termbase.language.numbers.chinese.script import plainly_written
from termbase.language.numbers.english.dates import english_dates
from termbase.language.numbers.english.quantities import english_quantities
from termbase.language.numbers.english.script import english_plainly
from termbase.language.numbers.ranges import joined_ranges
from termbase.language.numbers.values import Date, Kind, Moment, Quantity, Rounding, Value

__all__ = ["Date", "Kind", "Moment", "Quantity", "Rounding", "Value", "dates", "quantities", "values"]


def values(text: str, *, chinese: bool) -> list[Value]:
    """The quantities and dates of a text in its order; their places never overlap.

    >>> for value in values("2022年6月，二十多家企业投资3.5万亿元", chinese=True):
    ...     print(value.start, value.end, value.text)
    0 7 2022年6月
    8 12 二十多家
    16 22 3.5万亿元
    >>> [value.text for value in values("In June 2022, over 20 firms put in 3.5 trillion yuan.", chinese=False)]
    ['June 2022', '20', '3.5 trillion yuan']
    """
    plain = plainly_written(text) if chinese else english_plainly(text)
    if "//" in plain or "www." in plain:
        plain = _ADDRESS.sub(lambda found: _TAKEN * len(found[0]), plain)
    found_dates = chinese_dates(plain) if chinese else english_dates(plain)
    rest = _without(plain, found_dates)
    found = chinese_quantities(rest) if chinese else english_quantities(rest)
    result: list[Value] = [*found_dates, *joined_ranges(rest, found, chinese=chinese)]
    result.sort(key=lambda value: value.start)
    return result if plain == text else [replace(value, text=text[value.start : value.end]) for value in result]


def quantities(text: str, *, chinese: bool) -> list[Quantity]:
    """The quantities of a text in its order.

    >>> [(quantity.value, quantity.unit) for quantity in quantities("增长13.1%，提高1.6个百分点", chinese=True)]
    [(Fraction(131, 10), 'percent'), (Fraction(8, 5), 'percentage-point')]
    """
    return [value for value in values(text, chinese=chinese) if isinstance(value, Quantity)]


def dates(text: str, *, chinese: bool) -> list[Date]:
    """The dates of a text in its order.

    >>> [date.first.quarter for date in dates("三季度", chinese=True) + dates("the third quarter", chinese=False)]
    [3, 3]
    """
    return [value for value in values(text, chinese=chinese) if isinstance(value, Date)]


# What stands in the place of a date when quantities are read: no part of any number, word or date
_TAKEN = "\ufffc"


_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+", re.IGNORECASE)


def _without(text: str, taken: list[Date]) -> str:
    pieces, place = [], 0
    for date in taken:
        pieces += [text[place : date.start], _TAKEN * (date.end - date.start)]
        place = date.end
    return "".join([*pieces, text[place:]])
