"""The kinds of dates of a language: how each is written and what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from termbase.language.numbers.moments import valid
from termbase.language.numbers.values import Date, Moment

__all__ = ["DateKind", "DateReader", "any_of", "parts_of_dates"]

DateReader = Callable[[re.Match[str]], tuple[Moment, ...]]
"""The moment that is written, or the first and the last of a span; none where it is no date after all."""


@dataclass(frozen=True, slots=True)
class DateKind:
    """One way to write a date."""

    name: str
    """The group that says which kind was found."""
    pattern: str
    """A pattern in the verbose syntax; the names of its groups are its own among all kinds of the language."""
    read: DateReader


def any_of(kinds: Iterable[DateKind]) -> str:
    """All kinds as one pattern, the first that fits first.

    >>> any_of([DateKind("year", "[0-9]{4}年", lambda found: ())])
    '(?P<year>[0-9]{4}年)'
    """
    return "|".join(f"(?P<{kind.name}>{kind.pattern})" for kind in kinds)


def parts_of_dates(text: str, pattern: re.Pattern[str], readers: Mapping[str, DateReader]) -> Iterator[Date]:
    """The dates of a text as far as each is of one kind, 2022年 and 6月28日 apart; impossible ones are left out."""
    place = 0
    while found := pattern.search(text, place):
        moments = readers[str(found.lastgroup)](found)
        if moments and all(valid(moment) for moment in moments):
            last = moments[1] if len(moments) > 1 else None
            yield Date(found[0], found.start(), found.end(), moments[0], last)
            place = found.end()
        else:
            place = found.start() + 1
