"""Years, decades and centuries in an English text: 2022, 2019–22, FY2022, the 1990s, the 21st century."""

from __future__ import annotations

import re

from termbase.language.numbers.date_kinds import DateKind
from termbase.language.numbers.english.ordinals import ORDINAL, ordinal_value
from termbase.language.numbers.english.written_dates import YEAR
from termbase.language.numbers.values import Moment

__all__ = ["AGES", "YEARS"]

_TENS = "twenties thirties forties fifties sixties seventies eighties nineties".split()  # noqa: SIM905


def _decades(found: re.Match[str]) -> tuple[Moment, ...]:
    if found["dc"]:
        return (Moment(decade=int(found["dc"] + found["dn"])),)
    if found["dw"]:
        return (Moment(decade=(_TENS.index(found["dw"].lower()) + 2) * 10),)
    return (Moment(decade=int(found["ds"] or found["dt"])),)


def _century(found: re.Match[str]) -> tuple[Moment, ...]:
    if found["cr"]:
        return (Moment(century=20 if found["cr"].lower() == "last" else 21),)
    return (Moment(century=ordinal_value(found["cn"])),)


def _years(found: re.Match[str]) -> tuple[Moment, ...]:
    first, last = int(found["ya"]), int(found["yb"])
    last = last if last > 99 else first - first % 100 + last
    return (Moment(year=first), Moment(year=last)) if last > first else ()


def _year(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(year=int(found["y"])),)


def _short(found: re.Match[str]) -> tuple[Moment, ...]:
    year = int(found["sy2"])
    return (Moment(year=year + (2000 if year < 50 else 1900)),)


def _fiscal(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(year=int(found["fy"])),)


AGES = (
    DateKind(
        "decades",
        r"(?P<dc>1[0-9]|20)(?P<dn>[0-9]0)['’]?s\b|['’](?P<ds>[0-9]0)['’]?s\b|(?P<dt>[2-9]0)['’]?s\b"
        rf"|(?i:(?P<dw>{'|'.join(_TENS)}))\b",
        _decades,
    ),
    DateKind(
        "century",
        rf"(?P<cn>{ORDINAL})[-\s]+(?i:century|centuries)\b|(?i:(?P<cr>last|this)\s+century)\b",
        _century,
    ),
)
"""Decades and centuries."""


YEARS = (
    DateKind(
        "years",
        rf"(?P<ya>{YEAR})(?:-|–|—|/|\sto\s)(?P<yb>[0-9]{{4}}|[0-9]{{2}})(?![0-9A-Za-z%]|[-,.][0-9])",
        _years,
    ),
    DateKind(
        "year",
        rf"(?P<y>{YEAR})(?!\s(?:[a-z]+ers|people|yuan|percent|per\scent|dollars|years|tonnes|tons"
        r"|[a-z]+ies|metres|meters|kilometers|square|units|million|billion|feet|miles|mu"
        r"|and\sa\shalf)\b)(?!-\s?(?:meter|metre|square|foot|mile|year|ton|kilo))",
        _year,
    ),
    DateKind(
        "short",
        r"(?:['’]|(?:FY\s?|[Ff]iscal\s(?:year\s)?)['’]?)(?P<sy2>[0-9]{2})(?![0-9A-Za-z])",
        _short,
    ),
    DateKind(
        "fiscal",
        r"FY\s?(?P<fy>(?:19|20)[0-9]{2})(?![0-9A-Za-z])",
        _fiscal,
    ),
)
"""Years, spans of them and fiscal years."""
