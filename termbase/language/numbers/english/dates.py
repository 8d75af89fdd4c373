"""Dates in an English text: June 28, 2022, the first half, Q3, the 1990s, January–June, last year."""

from __future__ import annotations

import re

from termbase.language.numbers.date_kinds import any_of, parts_of_dates
from termbase.language.numbers.english.congresses import CONGRESSES
from termbase.language.numbers.english.days import DAYS, IN_FIGURES
from termbase.language.numbers.english.hours import HOURS
from termbase.language.numbers.english.parts_of_year import PARTS_OF_YEAR, SEASONS
from termbase.language.numbers.english.relative_dates import RELATIVE_DATES
from termbase.language.numbers.english.years import AGES, YEARS
from termbase.language.numbers.moments import joined_dates
from termbase.language.numbers.values import Date

__all__ = ["english_dates"]

# The first kind that fits is taken: days before months, months before years.
_KINDS = (*IN_FIGURES, *CONGRESSES, *PARTS_OF_YEAR, *AGES, *DAYS, *YEARS, *HOURS, *RELATIVE_DATES, *SEASONS)
_READERS = {kind.name: kind.read for kind in _KINDS}
# What a date can begin with, looked at first: four times as fast as to try each kind at every word.
_FIRST = (
    r"(?=[0-9'’]|[QqHh][1-4]|[Jj][AaUu]|[Ff](?:[Ee][Bb]|[Rr][Ii]|Y|i[rfns]|ou|al)|[Mm](?:[Aa][RrYy]|on)|[Aa](?:[Pp]|[Uu]g|UG)|[Ss](?:[Ee][PpCcVv]|ix|at|un|pr|um)"
    r"|[Oo][Cc][Tt]|[Nn](?:[Oo][Vv]|in|ex)|[Dd](?:[Ee][Cc]|ay)|[Tt](?:h[iu]|we|en|ue|od|on|om)|[Ee](?:l|ig)|[Ll]a[st]"
    r"|[Pp](?:as|re)|[Cc](?:ur|om)|[Yy]e|[Ww](?:ed|in))"
)
_DATE = re.compile(
    rf"(?<![A-Za-z0-9$€£¥])(?<![0-9][.,]){_FIRST}(?:{any_of(_KINDS)})",
    re.VERBOSE | re.ASCII,
)
_GAP = re.compile(r"(?:,? of (?:the )?|,? in |,? |, on |, )?")
_UNTIL = re.compile(r"\s?(?:-|–|—|to|through|till|until)\s?")


def english_dates(text: str) -> list[Date]:
    """The dates of an English text, in its order.

    >>> [date.text for date in english_dates("In the first half of 2022 and on 28 June; last year: January–June")]
    ['first half of 2022', '28 June', 'last year', 'January–June']
    """
    return joined_dates(text, parts_of_dates(text, _DATE, _READERS), _GAP, _UNTIL)
