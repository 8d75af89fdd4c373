"""What stands behind a Chinese numeral: 分之, 成, 倍, 折, units and measure words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from termbase.language.numbers.chinese_measures import BEHIND
from termbase.language.numbers.chinese_numerals import Numeral, read_numeral
from termbase.language.numbers.roundings import limits, rounding_around
from termbase.language.numbers.units import CHINESE_UNITS, ENGLISH_UNITS, alternatives, english_unit
from termbase.language.numbers.values import Kind, Quantity, Rounding

__all__ = ["amount"]

_DIVIDED = re.compile(r"\s{0,3}分\s{0,3}之\s{0,3}(?P<minus>负|-)?\s?(?=\S)")
_MIXED = re.compile(r"\s{0,2}又\s{0,2}(?=\S)")
_SLASH = re.compile(r"(?:\s(?P<top>[0-9]{1,4}))?/(?P<bottom>[0-9]{1,4})(?![0-9/])")
_TENTHS = re.compile(
    r"\s?成(?![为员立功果就本长交熟人分效都名套绩品因])\s?(?P<more>[一二三四五六七八九1-9半])?(?P<not>[年个月天])?"
)
_DISCOUNT = re.compile(r"\s?折(?![叠磨射旧合线返断扣腾])")
_DOZEN = re.compile(r"\s?打(?![开造击印算破响通电工仗架扮的了过好出下入进到包动])")
_GE_YI = re.compile(f"个亿(?!元)(?P<unit>{alternatives([word for word in CHINESE_UNITS if word[-1] in '元镑币'])})?")
_TIMES = re.compile(r"\s?(?P<more>多|余)?倍(?![数增率])(?P<rest>[多半])?")
_THOUSANDS = re.compile(r"\s?(?:(?P<kilo>[kK])|(?P<mega>M|m(?=$)|百万))(?![A-Za-z0-9])")
_LATIN = re.compile(
    rf"\s?(?P<unit>{alternatives([word for word in ENGLISH_UNITS if word[0] not in '%$€£¥'])})(?![A-Za-z])",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\s{{0,3}}(?P<more>[多余来几])?\s{{0,3}}(?:{BEHIND})(?P<half>半(?![年天月导岛径个]))?(?P<odd>[多余])?"
)
_HALVED = {"小时": "hour", "钟头": "hour", "月": "month", "星期": "week", "世纪": "century"}
_AND_HALF = re.compile(f"\\s?个半(?P<unit>{'|'.join(_HALVED)})")
_POINTS = re.compile(r"\s{0,3}个?\s{0,3}百\s?分\s?点")
_CURRENCY = re.compile(r"(US\$|HK\$|NT\$|A\$|C\$|[$€£¥]|RMB|USD|CNY|HKD|EUR|人民币)\s?$")
_GROWN = re.compile(
    r"(?:增长|增加|提高|上升|上涨|扩大|增|涨|升|多|高出?|超出|暴增|激增|猛增|提升|大[出了])(?:了|近|约|超过?|将近|逾|出|至少|大约|过)*$"
)
_CONTEXT = re.compile("[是为前后达约近超“「于比等]$")
_ALONE_BEHIND = re.compile(
    r"\s*(?:$|[，。！？；：、”」》）,.;:!?)是那这的却而不]|以[上下]|[至到或—–-][一二三四五六七八九十两])"
)
_PERCENTS = {100: "percent", 1000: "permille"}


@dataclass(frozen=True, slots=True)
class _Read:
    """A number with its unit, before the words around it are looked at."""

    end: int
    value: Fraction
    high: Fraction
    unit: str = ""
    measure: str = ""
    kind: Kind = Kind.AMOUNT
    more: bool = False


def amount(text: str, start: int, numeral: Numeral, first: int, *, negative: bool = False) -> Quantity | None:
    """The quantity that a numeral begins; None where a lone character is a word and no number.

    `start` is where the quantity begins, with a minus; `first` where the numeral does.
    """
    read = _read(text, first, numeral)
    if not read:
        return None
    unit = read.unit
    before = _CURRENCY.search(text[max(0, start - 4) : start])
    if before and (not unit or unit == "yuan"):
        unit, start = english_unit(before[1]) if before[1] != "人民币" else "yuan", start - len(before[0])
    rounding, end = rounding_around(text, start, read.end, chinese=True)
    if read.more or numeral.vague:
        rounding = Rounding.MORE
    if numeral.several:
        rounding = Rounding.SEVERAL
    value, high = (-read.value, -read.value) if negative else (read.value, read.high)
    growth = read.kind is Kind.MULTIPLE and bool(_GROWN.search(text[max(0, start - 8) : start]))
    if growth:
        value, high = value + 1, high + 1
    low, most = limits(value, high, rounding)
    written = text[first : numeral.end]
    plain = _plain(written, read, rounding) and not numeral.by_digit
    kind = Kind.IDENTIFIER if numeral.by_digit and not unit and not read.measure else read.kind
    return Quantity(text[start:end], start, end, value, low, most, kind, rounding, unit, read.measure, growth, plain)


def _plain(written: str, read: _Read, rounding: Rounding) -> bool:  # noqa: PLR0911 - one answer a line reads better here
    """Whether a translator must keep it: digits, large numbers, units other than one of time."""
    if read.unit == "percent" and read.value == 100:
        return False
    if read.unit in {"percent", "permille", "percentage-point"} or read.value.denominator > 1:
        return True
    if read.value == 1 and not read.unit and read.kind is Kind.AMOUNT:
        return False
    if rounding is Rounding.SEVERAL or written[0] in "百千万亿几":
        return False
    if any(character.isdigit() and character.isascii() for character in written):
        return True
    if read.value > 10:
        return True
    return bool(read.unit) and read.value > 2 and rounding is not Rounding.MORE


def _read(text: str, first: int, numeral: Numeral) -> _Read | None:
    fraction = _fraction(text, numeral)
    if fraction:
        return fraction
    for reader in (_scaled, _tenths_and_times, _with_unit):
        found = reader(text, numeral)
        if found:
            return found
    return _alone(text, first, numeral)


def _fraction(text: str, numeral: Numeral) -> _Read | None:
    """三分之二, 百分之五, 一又二分之一, 3/5, 1 3/5."""
    mixed = _MIXED.match(text, numeral.end)
    bottom = read_numeral(text, mixed.end()) if mixed else numeral
    over = _SLASH.match(text, bottom.end) if mixed and bottom else None
    if over and bottom and int(over["bottom"]):
        value = numeral.value + bottom.value / int(over["bottom"])
        return _Read(over.end(), value, value)
    divided = _DIVIDED.match(text, bottom.end) if bottom else None
    if divided and bottom and bottom.value and (top := read_numeral(text, divided.end())):
        if not mixed and (unit := _PERCENTS.get(int(bottom.value)) if bottom.value.denominator == 1 else None):
            kilo = _THOUSANDS.match(text, top.end)
            scale = 1000 if kilo and kilo["kilo"] else 1
            end = kilo.end() if scale > 1 and kilo else top.end
            return _Read(end, top.value * scale, top.high * scale, unit)
        whole = numeral.value if mixed else Fraction(0)
        sign = -1 if divided["minus"] else 1
        return _Read(top.end, whole + sign * top.value / bottom.value, whole + sign * top.high / bottom.value)
    slash = _SLASH.match(text, numeral.end)
    if slash and int(slash["bottom"]) and numeral.value.denominator == 1:
        whole, above = (numeral.value, Fraction(slash["top"])) if slash["top"] else (Fraction(0), numeral.value)
        value = whole + above / int(slash["bottom"])
        return _Read(slash.end(), value, value)
    return None


def _scaled(text: str, numeral: Numeral) -> _Read | None:
    """4个亿, 五十打, 40k, 15k个百分点."""
    hundred_million = _GE_YI.match(text, numeral.end)
    if hundred_million:
        unit = CHINESE_UNITS.get(hundred_million["unit"] or "", "")
        return _Read(hundred_million.end(), numeral.value * 10**8, numeral.high * 10**8, unit)
    dozen = _DOZEN.match(text, numeral.end)
    if dozen:
        return _Read(dozen.end(), numeral.value * 12, numeral.high * 12, measure="打")
    kilo = _THOUSANDS.match(text, numeral.end) if text[numeral.end - 1].isdigit() else None
    if kilo:
        size = 1000 if kilo["kilo"] else 10**6
        points = _POINTS.match(text, kilo.end())
        end = points.end() if points else kilo.end()
        return _Read(end, numeral.value * size, numeral.high * size, "percentage-point" if points else "")
    return None


def _tenths_and_times(text: str, numeral: Numeral) -> _Read | None:
    """三成, 八成五, 六折, 2倍."""
    tenths = _TENTHS.match(text, numeral.end)
    if tenths and numeral.value <= 10 and numeral.high <= 10:
        more = Fraction(0)
        end = tenths.end()
        if tenths["more"] and not tenths["not"]:
            more = Fraction(5) if tenths["more"] == "半" else Fraction("0一二三四五六七八九".find(tenths["more"]))
            more = Fraction(tenths["more"]) if tenths["more"].isascii() else more
        elif tenths["more"]:
            end = tenths.start("more")
        return _Read(end, numeral.value * 10 + more, numeral.high * 10 + more, "percent", "成")
    discount = _DISCOUNT.match(text, numeral.end)
    if discount and numeral.value < 100:
        value = numeral.value if numeral.value > 10 else numeral.value * 10
        return _Read(discount.end(), value, value, "percent", "折") if value < 100 else None
    times = _TIMES.match(text, numeral.end)
    if times:
        half = Fraction(1, 2) if times["rest"] == "半" else 0
        more_than = times["more"] is not None or times["rest"] == "多"
        return _Read(times.end(), numeral.value + half, numeral.high + half, kind=Kind.MULTIPLE, more=more_than)
    return None


def _with_unit(text: str, numeral: Numeral) -> _Read | None:
    points = _POINTS.match(text, numeral.end)
    if points:
        return _Read(points.end(), numeral.value, numeral.high, "percentage-point")
    and_half = _AND_HALF.match(text, numeral.end)
    if and_half:
        half = Fraction(1, 2)
        return _Read(and_half.end(), numeral.value + half, numeral.high + half, _HALVED[and_half["unit"]])
    found = _BEHIND.match(text, numeral.end)
    if found:
        unit = CHINESE_UNITS.get(found["unit"] or "", "")
        half = Fraction(1, 2) if found["half"] else Fraction(0)
        more = bool(found["more"] or found["odd"])
        end = found.end()
        return _Read(end, numeral.value + half, numeral.high + half, unit, found["measure"] or "", more=more)
    latin = _LATIN.match(text, numeral.end)
    if latin:
        return _Read(latin.end(), numeral.value, numeral.high, english_unit(latin["unit"]))
    return None


def _alone(text: str, first: int, numeral: Numeral) -> _Read | None:
    """A number with nothing behind it; a lone character counts only where nothing else can be meant."""
    written = text[first : numeral.end].strip()
    read = _Read(numeral.end, numeral.value, numeral.high)
    if written[0].isascii() or (len(written) > 1 and set(written) & set("十百千万亿拾佰仟点零")) or numeral.by_digit:
        return read
    if written in "百千万亿兆几" or not _ALONE_BEHIND.match(text, numeral.end):
        return None
    return (
        read
        if first == 0
        or text[numeral.end : numeral.end + 1] in set("至到或—–-以")
        or _CONTEXT.search(text[first - 1 : first])
        else None
    )
