"""Dates in a Chinese text: 2022年6月28日, 上半年, 三季度, 上世纪90年代, 十四五, 二十大, 去年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.language.numbers.chinese_numerals import read_numeral
from termbase.language.numbers.moments import joined_dates, valid
from termbase.language.numbers.values import Date, Moment

__all__ = ["chinese_dates"]

_YEAR = r"(?:(?<!\d)\d{4}|[零一二三四五六七八九]{4})"
_TWO = r"(?:(?<![\d.,])\d{1,2}|(?<![一二三四五六七八九十百千零])[一二三四五六七八九十廿卅]{1,3})"
_TO = r"\s?(?:[至到—–~\-―]|——)\s?"
_RELATIVE = {
    "year": {-2: "前年", -1: "去年 上年 上一年", 0: "今年 本年 本年度 今年度", 1: "明年 来年", 2: "后年"},
    "quarter": {-1: "上季度 上个季度 上一季度", 0: "本季度 这个季度", 1: "下季度 下个季度 下一季度"},
    "month": {-1: "上月 上个月", 0: "本月 这个月 当月", 1: "下月 下个月"},
    "week": {-1: "上周 上星期 上个星期", 0: "本周 这周 这个星期", 1: "下周 下星期 下个星期"},
    "day": {-2: "前天 前日", -1: "昨天 昨日 昨晚 昨夜", 0: "今天 今日 今晚", 1: "明天 明日 明晚", 2: "后天"},
}
_RELATIVE_WORDS = {
    word: (unit, offset)
    for unit, offsets in _RELATIVE.items()
    for offset, words in offsets.items()
    for word in words.split()
}
_SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
_AFTERNOON = ("下午", "傍晚", "晚上", "晚间", "晚", "深夜", "夜里")
_PART = "凌晨|早上|早晨|清晨|上午|中午|午后|" + "|".join(_AFTERNOON)
# The look at the first character spares thirty attempts at every other one: four times as fast.
_FIRST = rf"(?=[\d零一二三四五六七八九十廿卅第Q{''.join({word[0] for word in (*_RELATIVE_WORDS, *_PART.split('|'))})}\
上下前头周星礼春夏秋冬])"
_DATE = re.compile(
    rf"""
    {_FIRST}(?:
    (?P<iso>(?<![\d.])(?P<iy>(?:19|20)\d\d)([-/.])(?P<im>\d{{1,2}})\3(?P<id>\d{{1,2}})(?![\d.]))
    |(?P<decades>(?:(?P<dc>上个?|本|[12]\d|十九|二十一?)世纪)?\s?(?:(?P<da2>\d0|[二三四五六七八九]十?)(?:{_TO}
      |、)?)?(?P<dn>(?:\d\d)?\d0|[二三四五六七八九]十)\s?年\s?代)
    |(?P<born>(?:(?P<ba>[5-9]0|00|10)后?[、/和及])?(?P<bb>(?<!\d)[5-9]0|(?<!\d)00|(?<!\d)10)后(?![来面天期续]))
    |(?P<century>(?P<cn>上个?|本|{_TWO})\s?世纪)
    |(?P<quarters>前(?P<qm>[二三两23])个?季度)
    |(?P<firsts>[前头](?P<fm>[二三两四五六七八九十2-9]|十一|1[01])\s?个?月)
    |(?P<quarter>(?P<q>(?:第\s?[一二三四1-4](?=\s?季)|[一二三四1-4](?=\s?季度)))\s?季度?|(?<![A-Za-z])Q(?P<qq>[1-4])(?!\d))
    |(?P<half>(?P<h>[上下])半年)
    |(?P<years>(?P<ya>{_YEAR})年?{_TO}(?P<yb>{_YEAR}|\d\d)\s?年(?![级龄]))
    |(?P<seasons>(?<!\d)(?P<sya>(?:19|20)\d\d)\s?[-/—–]\s?(?P<syb>\d\d)(?![\d/.-])(?=\s?[赛财学年欧英西德意法中]))
    |(?P<year>(?P<y>{_YEAR})\s?年(?![级龄])|(?P<ys>(?<!\d)\d\d|[零一二三四五六七八九]{{2}})年(?={_TWO}月))
    |(?P<months>(?P<ma>{_TWO}){_TO}(?P<mb>{_TWO})\s?月份?)
    |(?P<days>(?:(?P<dm>{_TWO})\s?月\s?)?(?P<da>{_TWO}){_TO}(?P<db>{_TWO})\s?日)
    |(?P<month>(?P<m>{_TWO})\s?月(?:\s?(?P<d>{_TWO})\s?[日号]|份)?)
    |(?P<day>(?P<do>{_TWO})\s?日(?![元圆均本报内]))
    |(?P<clock>(?:(?P<cp>{_PART})\s?)?(?:(?P<ch>{_TWO})\s?(?:时(?![间尚期候代])|点(?=钟|整|半|许|\s?{_TWO}\s?分|一刻)
      |(?<=[点时][至到-]))
      (?:\s?(?P<cm>{_TWO})\s?分(?!之)|(?P<chalf>半)|整|钟)?|(?<![\d:])(?P<dh>\d{{1,2}})[:：](?P<dmin>[0-5]\d)(?![\d:]
      |\.\d)))
    |(?P<spoken>(?P<sp>{_PART})\s?(?P<sh>{_TWO})\s?点(?P<shalf>半)?)
    |(?P<weekday>(?:周|星期|礼拜)(?P<w>[一二三四五六日天])(?![年次个]))
    |(?P<season>(?P<s>[春夏秋冬])[季天])
    |(?P<plan>(?<![一二三四五六七八九十百千万亿零第])(?P<p>十[一二三四五六七八])五(?![十百千万亿岁个天年人名家分点成月日])
      |(?<![一二三四五六七八九十百千万亿零])(?P<po>[七八九十])五[”"'’]?(?=规划|计划|时期|期间))
    |(?P<plenum>第?(?P<pc>(?<![一二三四五六七八九十])[一二三四五六七八九十]{{1,3}})届(?P<ps>[一二三四五六七八九1-9])中全会)
    |(?P<congress>(?P<co>(?:二十|十)[一二三四五六七八九]|(?<=党的)十|二十)大(?![类行产项领道街桥龙奖品金名国城重]))
    |(?P<relative>{"|".join(sorted(_RELATIVE_WORDS, key=len, reverse=True))}))
    """,
    re.VERBOSE | re.ASCII,
)
_GAP = re.compile(r"[的 ]{0,2}(?:当地时间|北京时间)?")
_UNTIL = re.compile(_TO)


def chinese_dates(text: str) -> list[Date]:
    """The dates of a text that is plainly written, in its order.

    >>> [date.text for date in chinese_dates("2022年上半年比去年同期多，6月28日至30日在九江开会，十四五规划")]
    ['2022年上半年', '去年', '6月28日至30日', '十四五']
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


def _number(written: str) -> int:
    """A short numeral, digit by digit where it is so written.

    >>> _number("二零二二"), _number("十二"), _number("28"), _number("零九")
    (2022, 12, 28, 9)
    """
    if written.isascii():
        return int(written)
    if not set(written) & set("十廿卅"):
        return int("".join(str("零一二三四五六七八九".index(character)) for character in written))
    numeral = read_numeral(written, 0)
    return int(numeral.value) if numeral and numeral.end == len(written) else 0


def _full_year(short: str) -> int:
    """A year of two digits: up to 49 in this century.

    >>> _full_year("22"), _full_year("98")
    (2022, 1998)
    """
    year = _number(short)
    return year + (2000 if year < 50 else 1900) if len(short) == 2 else year


def _iso(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(year=int(found["iy"]), month=int(found["im"]), day=int(found["id"])),)


def _decades(found: re.Match[str]) -> tuple[Moment, ...]:
    written = [part if part[-1] in "0十" else f"{part}十" for part in (found["da2"], found["dn"]) if part]
    decades = [_number(part) for part in written]
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


def _seasons(found: re.Match[str]) -> tuple[Moment, ...]:
    first = int(found["sya"])
    last = first - first % 100 + int(found["syb"])
    return (Moment(year=first), Moment(year=last)) if last == first + 1 else ()


def _century_number(written: str) -> int:
    return {"上": 20, "上个": 20, "本": 21}.get(written) or _number(written)


def _century(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(century=_century_number(found["cn"])),)


def _quarters(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(quarter=1), Moment(quarter=_number(found["qm"].replace("两", "二"))))


def _firsts(found: re.Match[str]) -> tuple[Moment, ...]:
    """前九个月, of a year."""
    return (Moment(month=1), Moment(month=_number(found["fm"].replace("两", "二"))))


def _quarter(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(quarter=_number((found["q"] or found["qq"]).lstrip("第 "))),)


def _half(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(half="上下".index(found["h"]) + 1),)


def _years(found: re.Match[str]) -> tuple[Moment, ...]:
    first = _number(found["ya"])
    last = _number(found["yb"])
    return (Moment(year=first), Moment(year=last if last > 99 else first - first % 100 + last))


def _year(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(year=_number(found["y"]) if found["y"] else _full_year(found["ys"])),)


def _months(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(month=_number(found["ma"])), Moment(month=_number(found["mb"])))


def _days(found: re.Match[str]) -> tuple[Moment, ...]:
    month = _number(found["dm"]) if found["dm"] else None
    return (Moment(month=month, day=_number(found["da"])), Moment(month=month, day=_number(found["db"])))


def _month(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(month=_number(found["m"]), day=_number(found["d"]) if found["d"] else None),)


def _day(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(day=_number(found["do"])),)


def _clock(found: re.Match[str]) -> tuple[Moment, ...]:
    hour = _number(found["ch"] or found["dh"])
    minutes = found["cm"] or found["dmin"]
    minute = _number(minutes) if minutes else 30 if found["chalf"] else None
    return (Moment(hour=_of_the_day(hour, found["cp"]), minute=minute),)


def _spoken(found: re.Match[str]) -> tuple[Moment, ...]:
    hour = _of_the_day(_number(found["sh"]), found["sp"])
    return (Moment(hour=hour, minute=30 if found["shalf"] else None),)


def _of_the_day(hour: int, part: str | None) -> int:
    return hour + 12 if part in _AFTERNOON and hour < 12 else hour


def _weekday(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(weekday=7 if found["w"] in "日天" else "一二三四五六".index(found["w"]) + 1),)


def _season(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(season=_SEASONS[found["s"]]),)


def _plan(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(plan=_number(found["p"] or found["po"])),)


def _plenum(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(congress=_number(found["pc"]), session=_number(found["ps"])),)


def _congress(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(congress=_number(found["co"])),)


def _relative(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(relative=_RELATIVE_WORDS[found[0]]),)


_READERS = {
    "iso": _iso,
    "decades": _decades,
    "born": _born,
    "century": _century,
    "quarters": _quarters,
    "firsts": _firsts,
    "quarter": _quarter,
    "half": _half,
    "years": _years,
    "seasons": _seasons,
    "year": _year,
    "months": _months,
    "days": _days,
    "month": _month,
    "day": _day,
    "clock": _clock,
    "spoken": _spoken,
    "weekday": _weekday,
    "season": _season,
    "plan": _plan,
    "plenum": _plenum,
    "congress": _congress,
    "relative": _relative,
}
