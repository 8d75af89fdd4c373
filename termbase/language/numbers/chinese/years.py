"""Years, decades and centuries in a Chinese text: 2022年, 2019—2022年, 上世纪90年代, 80后, 21世纪."""

from __future__ import annotations

import re

from termbase.language.numbers.chinese.short_numbers import TO, TWO, YEAR, full_year, number
from termbase.language.numbers.date_kinds import DateKind
from termbase.language.numbers.values import Moment

__all__ = ["AGES", "YEARS"]


def _iso(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(year=int(found["iy"]), month=int(found["im"]), day=int(found["id"])),)


def _decades(found: re.Match[str]) -> tuple[Moment, ...]:
    written = [part if part[-1] in "0十" else f"{part}十" for part in (found["da2"], found["dn"]) if part]
    decades = [number(part) for part in written]
    if found["dc"]:
        decades = [decade % 100 + 100 * (_century_number(found["dc"]) - 1) for decade in decades]
    return tuple(Moment(decade=decade) for decade in decades)


def _born(found: re.Match[str]) -> tuple[Moment, ...]:
    """80、90后: the generations born in these decades."""
    return tuple(
        Moment(decade=int(part) if int(part) > 10 else 2000 + int(part))
        for part in (found["ba"], found["bb"])
        if part
    )


def _century(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(century=_century_number(found["cn"])),)


def _years(found: re.Match[str]) -> tuple[Moment, ...]:
    first = number(found["ya"])
    last = number(found["yb"])
    return (Moment(year=first), Moment(year=last if last > 99 else first - first % 100 + last))


def _seasons(found: re.Match[str]) -> tuple[Moment, ...]:
    first = int(found["sya"])
    last = first - first % 100 + int(found["syb"])
    return (Moment(year=first), Moment(year=last)) if last == first + 1 else ()


def _year(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(year=number(found["y"]) if found["y"] else full_year(found["ys"])),)


def _century_number(written: str) -> int:
    return {"上": 20, "上个": 20, "本": 21}.get(written) or number(written)


AGES = (
    DateKind(
        "iso",
        r"(?<![\d.])(?P<iy>(?:19|20)\d\d)(?P<mark>[-/.])(?P<im>\d{1,2})(?P=mark)(?P<id>\d{1,2})(?![\d.])",
        _iso,
    ),
    DateKind(
        "decades",
        rf"(?:(?P<dc>上个?|本|[12]\d|十九|二十一?)世纪)?\s?(?:(?P<da2>\d0|[二三四五六七八九]十?)(?:{TO}"
        r"|、)?)?(?P<dn>(?:\d\d)?\d0|[二三四五六七八九]十)\s?年\s?代",
        _decades,
    ),
    DateKind(
        "born",
        r"(?:(?P<ba>[5-9]0|00|10)后?[、/和及])?(?P<bb>(?<!\d)[5-9]0|(?<!\d)00|(?<!\d)10)后(?![来面天期续])",
        _born,
    ),
    DateKind(
        "century",
        rf"(?P<cn>上个?|本|{TWO})\s?世纪",
        _century,
    ),
)
"""A date in figures, decades, generations and centuries."""


YEARS = (
    DateKind(
        "years",
        rf"(?P<ya>{YEAR})年?{TO}(?P<yb>{YEAR}|\d\d)\s?年(?![级龄])",
        _years,
    ),
    DateKind(
        "seasons",
        r"(?<!\d)(?P<sya>(?:19|20)\d\d)\s?[-/—–]\s?(?P<syb>\d\d)(?![\d/.-])(?=\s?[赛财学年欧英西德意法中])",
        _seasons,
    ),
    DateKind(
        "year",
        rf"(?P<y>{YEAR})\s?年(?![级龄])|(?P<ys>(?<!\d)\d\d|[零一二三四五六七八九]{{2}})年(?={TWO}月)",
        _year,
    ),
)
"""Years and spans of them."""
