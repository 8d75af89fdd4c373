"""Marks of Chinese typography and what English writes for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from termbase.language.script import HAN

__all__ = ["WideMark", "wide_marks"]

_ENGLISH = dict(
    zip("，、。；：？！（）【】《》〈〉「」『』〔〕％～〜－\u3000￥", ",,.;:?!()[]“”‘’“”‘’[]%––- ¥", strict=True)
)
"""GB/T 15834-2011 to The Chicago Manual of Style, chapter 6; the marks that both have (“ ” ‘ ’ —) are not here."""
_RUNS = {"…": "...", "—": "—", "·": " "}
_SPACED_AFTER = frozenset(",.;:?!")
_TITLES = frozenset("《》〈〉「」『』")
_CLOSING = frozenset("”’\"')]）】》」』\n")
_WIDE = re.compile(
    f"[０-９Ａ-Ｚａ-ｚ]+|[{''.join(_ENGLISH)}\uff01-\uff5e]|…{{2,}}|—{{2,}}|(?<=[A-Za-z])·(?=[A-Za-z])"
)
_HAN = re.compile(f"[{HAN}]")


class WideMark(NamedTuple):
    """Chinese marks in an English text."""

    start: int
    end: int
    suggestion: str
    sure: bool
    """Whether the suggestion fits without a look: titles may want italics instead of quotation marks."""


def wide_marks(text: str) -> Iterator[WideMark]:
    """The Chinese marks in an English text, with English ones for them; those beside Chinese characters are right.

    >>> list(wide_marks("Ports，roads (义新欧，金义)"))
    [WideMark(start=5, end=6, suggestion=', ', sure=True)]
    >>> [text.suggestion for text in wide_marks("It grew by 3％（5％ in 2022）。 Fine")]
    ['%', ' (', '%', ')', '. ']
    """
    if text.isascii():
        return
    for match in _WIDE.finditer(text):
        start, end = match.span()
        if (start and _HAN.match(text, start - 1)) or _HAN.match(text, end):
            continue
        written = _in_english(match[0])
        if written in _SPACED_AFTER:
            yield _stop(text, start, end, written)
            continue
        if written == "(" and start and (text[start - 1].isalnum() or text[start - 1] in "%％”"):
            written = " ("
        elif written == ")" and text[end : end + 1].isalnum():
            written = ") "
        yield WideMark(start, end, written, match[0] not in _TITLES)


def _in_english(marks: str) -> str:
    return _RUNS.get(marks[0]) or "".join(_ENGLISH.get(mark) or unicodedata.normalize("NFKC", mark) for mark in marks)


def _stop(text: str, start: int, end: int, written: str) -> WideMark:
    """A comma or stop with the spaces around it: none before, one after it where the text goes on."""
    while text[end : end + 1] == " ":
        end += 1
    goes_on = end < len(text) and text[end] not in _CLOSING
    spaced = goes_on and text[end] not in _ENGLISH and not _in_a_number(text, start, end)
    while start and text[start - 1] == " ":
        start -= 1
    return WideMark(start, end, f"{written} " if spaced else written, sure=True)


_THOUSANDS = re.compile(r"\d{3}(?!\d)|\d{3}[，,]")


def _in_a_number(text: str, start: int, end: int) -> bool:
    """Whether a mark divides thousands, hours and minutes, or decimals: 3，000, 12：30."""
    if not start or not text[start - 1].isdigit() or not text[end].isdigit():
        return False
    return text[start] != "，" or _THOUSANDS.match(text, end) is not None
