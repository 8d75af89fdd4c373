"""Numbers written in both languages, by rules of their own: what the readers are held against."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_chinese(value: int) -> str:
    """A whole number below 10^12 in characters: 10,050 is 一万零五十."""
    if not value:
        return _DIGITS[0]
    groups = [(value // 10**8, "亿"), (value // 10**4 % 10**4, "万"), (value % 10**4, "")]
    written = ""
    for group, name in groups:
        if group:
            zero = "零" if written and group < 1000 else ""
            written += zero + _below_ten_thousand(group) + name
        elif written and not written.endswith("零"):
            written += "零" if any(other for other, _ in groups[groups.index((group, name)) :]) else ""
    return written.replace("零零", "零")


def _below_ten_thousand(value: int) -> str:
    written, waiting = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // size % 10
        if digit:
            written += ("零" if waiting and written else "") + _DIGITS[digit] + name
            waiting = False
        else:
            waiting = True
    return written


def in_english(value: int) -> str:
    """A whole number below 10^15 in words: one hundred and five thousand and three."""
    if value < 1000:
        return _below_thousand(value)
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand")):
        if value >= size:
            rest = value % size
            tail = f" and {in_english(rest)}" if 0 < rest < 100 else f" {in_english(rest)}" if rest else ""
            return f"{_below_thousand(value // size)} {name}{tail}"
    raise AssertionError(value)


def _below_thousand(value: int) -> str:
    if value >= 100:
        rest = f" and {_below_thousand(value % 100)}" if value % 100 else ""
        return f"{_ONES[value // 100]} hundred{rest}"
    if value >= 20:
        return _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    return _ONES[value]
