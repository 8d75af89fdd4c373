"""Dates in an English text: June 28, 2022, the first half, Q3, the 1990s, January–June, last year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.language.numbers.english_numerals import read_english
from termbase.language.numbers.english_ordinals import ORDINAL, ordinal_value
from termbase.language.numbers.moments import joined_dates, valid
from termbase.language.numbers.values import Date, Moment

__all__ = ["english_dates"]

_MONTH_NAMES = "january february march april may june july august september october november december".split()  # noqa: SIM905
_MONTHS = {name[:3]: value for value, name in enumerate(_MONTH_NAMES, 1)}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905
_DAY = r"(?:3[01]|[12]?[0-9])(?:st|nd|rd|th)?(?![0-9A-Za-z%]|[.,:][0-9])"
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9A-Za-z%]|[,.][0-9])"
_TO = r"\s?(?:-|–|—|to|through|till|until|and|&)\s?"
_TENS = "twenties thirties forties fifties sixties seventies eighties nineties".split()  # noqa: SIM905
_SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
_NUMBERS = {"two": 2, "three": 3}
_RELATIVE = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_DAYS = {
    "day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tomorrow": 1,
    "day after tomorrow": 2,
}  # fmt: skip
# May, March and the seasons are words too: they count beside a number, or behind a word that dates have before them.
_BEFORE_MONTH = "|".join(
    rf"(?<=\b{word}[ ])"
    for word in (
        *(
            "in",
            "of",
            "by",
            "since",
            "last",
            "this",
            "next",
            "late",
            "early",
            "until",
            "to",
            "from",
            "through",
            "and",
        ),
        *("before", "after", "during", "the"),
    )
)
_BEFORE_MONTH += "|(?<=[-–—])"
# What a date can begin with, looked at first: four times as fast as to try each kind at every word.
_FIRST = (
    r"(?=[0-9'’]|[QqHh][1-4]|[Jj][AaUu]|[Ff](?:[Ee][Bb]|[Rr][Ii]|Y|i[rfns]|ou|al)|[Mm](?:[Aa][RrYy]|on)|[Aa](?:[Pp]|[Uu]g|UG)|[Ss](?:[Ee][PpCcVv]|ix|at|un|pr|um)"
    r"|[Oo][Cc][Tt]|[Nn](?:[Oo][Vv]|in|ex)|[Dd](?:[Ee][Cc]|ay)|[Tt](?:h[iu]|we|en|ue|od|on|om)|[Ee](?:l|ig)|[Ll]a[st]"
    r"|[Pp](?:as|re)|[Cc](?:ur|om)|[Yy]e|[Ww](?:ed|in))"
)
_DATE = re.compile(
    rf"""
    (?<![A-Za-z0-9$€£¥])(?<![0-9][.,]){_FIRST}(?:
    (?P<iso>(?P<iy>(?:19|20)[0-9]{{2}})([-/.])(?P<im>[0-9]{{1,2}})\3(?P<id>[0-9]{{1,2}})(?![0-9.]))
    |(?P<plan>(?P<p>{ORDINAL})\s+(?:National\s+)?(?i:five[-\s]year\s+plan))
    |(?P<plenum>(?P<ps>{ORDINAL})\s+(?i:plenary\s+session|plenum)\s+of\s+the\s+(?P<pc>{ORDINAL})\b)
    |(?P<congress>(?P<co>{ORDINAL})\s+(?:(?:CPC\s+)?(?i:national\s+congress
      |party\s+congress)(?!\s+of\s+the\s+people)|CPC\s+(?i:central\s+committee)))
    |(?P<half>(?i:(?P<h>first|second|latter|last)[-\s]+half|(?P<h2>[12])H(?=\s?[0-9])
      |H(?P<h3>[12]))\b(?=\s+of\s+(?:the\s+|this\s+|last\s+|next\s+)?(?:year|fiscal|[12][0-9]{{3}})|\s+(?:year
      |[12][0-9]{{3}}|this|last)|\s*[.,;)]|\s+(?:results?|profits?|earnings)))
    |(?P<quarters>(?i:first\s+(?P<qm>two|three)\s+quarters))
    |(?P<firsts>(?i:first\s+(?P<fm>two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01])\s+months))
    |(?P<quarter>(?i:(?P<q>first|second|third|fourth|final|last|1st|2nd|3rd
      |4th)[-\s]+quarter)(?!\s*final)(?![-\s]finals?)|Q(?P<qq>[1-4])\b|(?P<qn>[1-4])Q\b)
    |(?P<decades>(?P<dc>1[0-9]|20)(?P<dn>[0-9]0)['’]?s\b|['’](?P<ds>[0-9]0)['’]?s\b|(?P<dt>[2-9]0)['’]?s\b
      |(?i:(?P<dw>{"|".join(_TENS)}))\b)
    |(?P<century>(?P<cn>{ORDINAL})[-\s]+(?i:century|centuries)\b|(?i:(?P<cr>last|this)\s+century)\b)
    |(?P<spans>(?P<sma>{_MONTH})\s+(?P<sda>{_DAY}){_TO}(?P<sdb>{_DAY})(?!\s*(?:percent|per\s|people|years|days
      |million))(?:,?\s+(?P<sy>{_YEAR}))?)
    |(?P<spans2>(?P<tda>{_DAY}){_TO}(?P<tdb>{_DAY})\s+(?:of\s+)?(?P<tm>{_MONTH})(?:,?\s+(?P<ty>{_YEAR}))?)
    |(?P<us>(?<!Long[ ])(?P<um>{_MONTH})\s+(?:the\s+)?(?P<ud>{_DAY})(?:\s?,?\s+(?P<uy>{_YEAR}))?)
    |(?P<day_month>(?:(?P<dd>{_DAY})
      |(?P<do>{ORDINAL}))[-\s]+(?:of\s+)?(?P<dm>{_MONTH})(?![a-z])(?:\s?,?\s+(?P<dy>{_YEAR}))?)
    |(?P<month_year>(?P<mm>{_MONTH})(?:\s?,|\s+of)?\s+(?P<my>{_YEAR}))
    |(?P<month>(?P<m>(?!May\b|Mar\b|March\b){_MONTH}|(?i:{_BEFORE_MONTH})(?:May|March|Mar\b\.?))(?![A-Za-z]))
    |(?P<years>(?P<ya>{_YEAR.replace("[,.][0-9]", "[,.][0-9]")})(?:-|–|—|/|\sto\s)(?P<yb>[0-9]{{4}}
      |[0-9]{{2}})(?![0-9A-Za-z%]|[-,.][0-9]))
    |(?P<year>(?P<y>{_YEAR})(?!\s(?:[a-z]+ers|people|yuan|percent|per\scent|dollars|years|tonnes|tons|[a-z]+ies
      |metres|meters|kilometers|square|units|million|billion|feet|miles|mu|and\sa\shalf)\b)(?!-\s?(?:meter
      |metre|square|foot|mile|year|ton|kilo)))
    |(?P<short>(?:['’]|(?:FY\s?|[Ff]iscal\s(?:year\s)?)['’]?)(?P<sy2>[0-9]{{2}})(?![0-9A-Za-z]))
    |(?P<fiscal>FY\s?(?P<fy>(?:19|20)[0-9]{{2}})(?![0-9A-Za-z]))
    |(?P<clock>(?P<ch>1[0-9]|2[0-4]
      |0?[0-9])(?:(?P<csep>[:.])(?P<cm>[0-5][0-9])(?![0-9%])(?::[0-5][0-9])?)?(?!\.[0-9])(?:\s?(?P<half_day>[aApP])\.?[mM]\b\.?|(?<=[0-9]:[0-9][0-9])(?![0-9])|\so['’]clock))
    |(?P<weekday>(?i:(?P<w>{"|".join(_WEEKDAYS)}))s?\b)
    |(?P<relative>(?i:(?P<rd>{"|".join(sorted(_DAYS, key=len, reverse=True))})
      |(?P<rw>{"|".join(_RELATIVE)})\s+(?P<ru>year|quarter|month|week))\b)
    |(?P<season>(?i:(?<=\bin[ ])|(?<=\bthe[ ])|(?<=\bthis[ ])|(?<=\blast[ ])|(?<=\bnext[ ]))(?P<s>spring|summer
      |autumn|fall|winter|Spring|Summer|Autumn|Winter)\b)
    )""",
    re.VERBOSE | re.ASCII,
)
_GAP = re.compile(r"(?:,? of (?:the )?|,? in |,? |, on |, )?")
_UNTIL = re.compile(r"\s?(?:-|–|—|to|through|till|until)\s?")


def english_dates(text: str) -> list[Date]:
    """The dates of an English text, in its order.

    >>> [date.text for date in english_dates("In the first half of 2022 and on 28 June; last year: January–June")]
    ['first half of 2022', '28 June', 'last year', 'January–June']
    """
    return joined_dates(text, _parts(text), _GAP, _UNTIL)


def _parts(text: str) -> Iterator[Date]:
    place = 0
    while found := _DATE.search(text, place):
        moments = _READERS[str(found.lastgroup)](found)
        if moments and all(valid(moment) for moment in moments):
            last = moments[1] if len(moments) > 1 else None
            yield Date(found[0], found.start(), found.end(), moments[0], last)
            place = found.end()
        else:
            place = found.start() + 1


def _month_number(name: str) -> int:
    return _MONTHS[name[:3].lower()]


def _day_number(written: str) -> int:
    return int(written.rstrip("stndrh"))


def _optional(written: str | None) -> int | None:
    return int(written) if written else None


def _iso(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(year=int(found["iy"]), month=int(found["im"]), day=int(found["id"])),)


def _plan(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(plan=ordinal_value(found["p"])),)


def _plenum(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(congress=ordinal_value(found["pc"]), session=ordinal_value(found["ps"])),)


def _congress(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(congress=ordinal_value(found["co"])),)


def _half(found: re.Match[str]) -> tuple[Moment, ...]:
    digit = found["h2"] or found["h3"]
    return (Moment(half=int(digit) if digit else 1 if found["h"].lower() == "first" else 2),)


def _quarters(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(quarter=1), Moment(quarter=_NUMBERS[found["qm"].lower()]))


def _firsts(found: re.Match[str]) -> tuple[Moment, ...]:
    """The first nine months, of a year."""
    number = read_english(found["fm"], 0)
    return (Moment(month=1), Moment(month=int(number.value))) if number else ()


def _quarter(found: re.Match[str]) -> tuple[Moment, ...]:
    digit = found["qq"] or found["qn"]
    if not digit:
        word = found["q"].lower()
        return (Moment(quarter=4 if word in {"final", "last"} else ordinal_value(word)),)
    return (Moment(quarter=int(digit)),)


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


def _spans(found: re.Match[str]) -> tuple[Moment, ...]:
    month, year = _month_number(found["sma"]), _optional(found["sy"])
    return (
        Moment(year=year, month=month, day=_day_number(found["sda"])),
        Moment(year=year, month=month, day=_day_number(found["sdb"])),
    )


def _spans2(found: re.Match[str]) -> tuple[Moment, ...]:
    month, year = _month_number(found["tm"]), _optional(found["ty"])
    return (
        Moment(year=year, month=month, day=_day_number(found["tda"])),
        Moment(year=year, month=month, day=_day_number(found["tdb"])),
    )


def _us(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(year=_optional(found["uy"]), month=_month_number(found["um"]), day=_day_number(found["ud"])),)


def _day_month(found: re.Match[str]) -> tuple[Moment, ...]:
    day = _day_number(found["dd"]) if found["dd"] else ordinal_value(found["do"])
    return (Moment(year=_optional(found["dy"]), month=_month_number(found["dm"]), day=day),)


def _month_year(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(year=int(found["my"]), month=_month_number(found["mm"])),)


def _month(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(month=_month_number(found["m"])),)


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


def _clock(found: re.Match[str]) -> tuple[Moment, ...]:
    hour = int(found["ch"])
    if found["half_day"] and hour <= 12:
        hour = hour % 12 + (12 if found["half_day"].lower() == "p" else 0)
    elif found["csep"] == ".":
        return ()
    return (Moment(hour=hour, minute=_optional(found["cm"])),)


def _weekday(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(weekday=_WEEKDAYS.index(found["w"].lower()) + 1),)


def _relative(found: re.Match[str]) -> tuple[Moment, ...]:
    if found["rd"]:
        return (Moment(relative=("day", _DAYS[found["rd"].lower()])),)
    return (Moment(relative=(found["ru"].lower(), _RELATIVE[found["rw"].lower()])),)


def _season(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(season=_SEASONS[found["s"].lower()]),)


_READERS = {
    "iso": _iso,
    "plan": _plan,
    "plenum": _plenum,
    "congress": _congress,
    "half": _half,
    "quarters": _quarters,
    "firsts": _firsts,
    "quarter": _quarter,
    "decades": _decades,
    "century": _century,
    "spans": _spans,
    "spans2": _spans2,
    "us": _us,
    "day_month": _day_month,
    "month_year": _month_year,
    "month": _month,
    "years": _years,
    "year": _year,
    "short": _short,
    "fiscal": _fiscal,
    "clock": _clock,
    "weekday": _weekday,
    "relative": _relative,
    "season": _season,
}
