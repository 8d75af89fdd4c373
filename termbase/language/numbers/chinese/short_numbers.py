"""Short numerals of dates, digit by digit or counted: 二零二二, 十二, 28, 零九."""

from __future__ import annotations

from termbase.language.numbers.chinese.numerals import read_numeral

__all__ = ["TO", "TWO", "YEAR", "full_year", "number"]

YEAR = r"(?:(?<!\d)\d{4}|[零一二三四五六七八九]{4})"
"""A year of four digits, as a pattern."""

TWO = r"(?:(?<![\d.,])\d{1,2}|(?<![一二三四五六七八九十百千零])[一二三四五六七八九十廿卅]{1,3})"
"""A month, a day or an hour, as a pattern."""

TO = r"\s?(?:[至到—–~\-―]|——)\s?"
"""What joins the two ends of a span, as a pattern."""


def number(written: str) -> int:
    """A short numeral, digit by digit where it is so written.

    >>> number("二零二二"), number("十二"), number("28"), number("零九")
    (2022, 12, 28, 9)
    """
    if written.isascii():
        return int(written)
    if not set(written) & set("十廿卅"):
        return int("".join(str("零一二三四五六七八九".index(character)) for character in written))
    numeral = read_numeral(written, 0)
    return int(numeral.value) if numeral and numeral.end == len(written) else 0


def full_year(short: str) -> int:
    """A year of two digits: up to 49 in this century.

    >>> full_year("22"), full_year("98")
    (2022, 1998)
    """
    year = number(short)
    return year + (2000 if year < 50 else 1900) if len(short) == 2 else year
