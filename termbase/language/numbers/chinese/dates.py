"""Dates in a Chinese text: 2022年6月28日, 上半年, 三季度, 上世纪90年代, 十四五, 二十大, 去年."""

from __future__ import annotations

import re

from termbase.language.numbers.chinese.congresses import CONGRESSES
from termbase.language.numbers.chinese.days import DAYS
from termbase.language.numbers.chinese.hours import HOURS, PART_OF_DAY
from termbase.language.numbers.chinese.parts_of_year import PARTS_OF_YEAR, SEASONS
from termbase.language.numbers.chinese.relative_dates import RELATIVE_DATES, RELATIVE_WORDS
from termbase.language.numbers.chinese.short_numbers import TO
from termbase.language.numbers.chinese.years import AGES, YEARS
from termbase.language.numbers.date_kinds import any_of, parts_of_dates
from termbase.language.numbers.moments import joined_dates
from termbase.language.numbers.values import Date

__all__ = ["chinese_dates"]

# The first kind that fits is taken: decades before years, months before days.
_KINDS = (*AGES, *PARTS_OF_YEAR, *YEARS, *DAYS, *HOURS, *SEASONS, *CONGRESSES, *RELATIVE_DATES)
_READERS = {kind.name: kind.read for kind in _KINDS}
# The look at the first character spares thirty attempts at every other one: four times as fast.
_RELATIVE = "".join({word[0] for word in (*RELATIVE_WORDS, *PART_OF_DAY.split("|"))})
_FIRST = rf"(?=[\d零一二三四五六七八九十廿卅第Q{_RELATIVE}上下前头周星礼春夏秋冬])"
_DATE = re.compile(rf"{_FIRST}(?:{any_of(_KINDS)})", re.VERBOSE | re.ASCII)
_GAP = re.compile(r"[的 ]{0,2}(?:当地时间|北京时间)?")
_UNTIL = re.compile(TO)


def chinese_dates(text: str) -> list[Date]:
    """The dates of a text that is plainly written, in its order.

    >>> [date.text for date in chinese_dates("2022年上半年比去年同期多，6月28日至30日在九江开会，十四五规划")]
    ['2022年上半年', '去年', '6月28日至30日', '十四五']
    """
    return joined_dates(text, parts_of_dates(text, _DATE, _READERS), _GAP, _UNTIL)
