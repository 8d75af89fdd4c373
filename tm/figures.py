"""The figures of a translation replaced by those of another source that differs in nothing else."""

from __future__ import annotations

from termbase.language.numbers.chinese.numerals import read_numeral
from termbase.language.numbers.chinese.script import plainly_written
from tm.keys import figures

__all__ = ["adapted"]

_DIGITS = "零一二三四五六七八九"


def adapted(query: str, stored: str, target: str) -> str:
    """The target with each figure of the stored source that the query has otherwise replaced by the query's.

    Empty where that cannot be told: where a figure is not exactly once in the target, or two that differ are alike.

    >>> adapted("第十五条自2024年起施行", "第十二条自2023年起施行", "Article 12 applies from 2023.")
    'Article 15 applies from 2024.'
    >>> adapted("Article 25", "Article 12", "第十二条"), adapted("3个", "2个", "two")
    ('第二十五条', '')
    """
    wanted, present = ([text for text, _, _ in figures(side)] for side in (query, stored))
    changes = {_value(old): new for old, new in zip(present, wanted, strict=False) if old != new}
    if len(wanted) != len(present) or len(changes) != sum(o != n for o, n in zip(present, wanted, strict=True)):
        return ""
    places = [(start, end, text) for text, start, end in figures(target) if _value(text) in changes]
    if sorted(_value(text) for _, _, text in places) != sorted(changes):
        return ""
    result = target
    for start, end, text in reversed(places):
        result = result[:start] + _like(text, changes[_value(text)]) + result[end:]
    return result


def _value(figure: str) -> str:
    """A figure in plain digits, where it is one that can be read; as it is else.

    >>> _value("2,000"), _value("二十五"), _value("一百零三"), _value("二〇二三")
    ('2000', '25', '103', '2023')
    """
    if figure[0].isascii():
        return figure.replace(",", "")
    plain = plainly_written(figure)
    numeral = read_numeral(plain, 0)
    whole = numeral is not None and numeral.end == len(plain) and numeral.high == numeral.value
    return str(numeral.value) if numeral and whole else figure


def _like(model: str, figure: str) -> str:
    """A figure written as the model is: in digits or in characters."""
    value = _value(figure)
    if model[0].isascii():
        return figure if figure[0].isascii() else value
    return _in_characters(int(value)) if value.isascii() and value.isdigit() and int(value) < 10_000 else figure


def _in_characters(value: int) -> str:
    """A number below 10,000 in Chinese characters.

    >>> [_in_characters(value) for value in (0, 12, 20, 103, 110, 2005)]
    ['零', '十二', '二十', '一百零三', '一百一十', '二千零五']
    """
    written = ""
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, value = divmod(value, size)
        if digit:
            written += _DIGITS[digit] + unit
        elif written and value and not written.endswith("零"):
            written += "零"
    return (written.removeprefix("一") if written.startswith("一十") else written) or "零"
