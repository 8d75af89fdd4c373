"""Compounds of an English text, with their hyphen and without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

__all__ = ["HYPHEN", "hyphened", "without_hyphen"]

HYPHEN = re.compile("[-‑–]")
"""The marks that join a compound."""

_COMPOUND = re.compile(r"(?<![\w-])([A-Za-z]{2,})[-‑–]([A-Za-z]{2,})(?![\w-])(?:\s+([A-Za-z]+))?")
_WORD = re.compile(r"[A-Za-z]+")
_NUMERALS = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]) | frozenset(
    ["twenty", "thirty", "forty", "fifty"]
)


def hyphened(text: str) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """The compounds of a text with their places: two words, and the noun after them where they are no name."""
    if not HYPHEN.search(text):
        return
    for match in _COMPOUND.finditer(text):
        first, second, following = match.groups()
        if first.lower() in _NUMERALS or _is_shouted(first, second):
            continue
        span = (match.start(1), match.end(2))
        if _is_name(first, second):
            yield span, (first, second)
        elif following and following.islower():
            yield span, (first.lower(), second.lower(), following)


def without_hyphen(
    text: str, keys: frozenset[tuple[str, ...]]
) -> Iterator[tuple[tuple[int, int], tuple[str, ...], str]]:
    """Where the words of compounds stand with a space or as one word."""
    words = list(_WORD.finditer(text))
    for number, (one, other) in enumerate(pairwise(words)):
        if one.end() + 1 != other.start() or text[one.end()] != " ":
            continue
        key: tuple[str, ...] = (one[0], other[0])
        if key not in keys:
            if number + 2 >= len(words) or text[other.end() : words[number + 2].start()] != " ":
                continue
            key = (one[0].lower(), other[0].lower(), words[number + 2][0])
        if key in keys:
            yield (one.start(), other.end()), key, text[one.start() : other.end()]


def _is_name(first: str, second: str) -> bool:
    return first[0].isupper() and second[0].isupper()


def _is_shouted(first: str, second: str) -> bool:
    return first.isupper() and second.isupper()
