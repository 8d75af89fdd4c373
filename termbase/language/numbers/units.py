"""Units of measure: what each measures, how large it is, and how both languages write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

__all__ = ["CHINESE_UNITS", "ENGLISH_UNITS", "UNITS", "Unit", "alternatives", "english_unit", "same_currency"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure."""

    name: str
    dimension: str
    """What it measures: length, mass, yuan. Units of one dimension can be converted; currencies cannot."""
    factor: Fraction
    """How many of the dimension's base unit it is."""


def alternatives(words: list[str] | dict[str, str]) -> str:
    """The words as a pattern that finds the longest.

    >>> alternatives(["元", "元人民币"])
    '元人民币|元'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def english_unit(written: str) -> str:
    """The unit of an English word as it stands in a text; empty when it is none.

    >>> english_unit("Square-Meters"), english_unit("RMB"), english_unit("dogs")
    ('square-metre', 'yuan', '')
    """
    return ENGLISH_UNITS.get(" ".join(written.lower().replace("-", " ").split()), "")


def same_currency(one: str, other: str) -> bool:
    """Whether two units may be one currency: $ is every dollar, ¥ is yuan and yen.

    >>> same_currency("us-dollar", "dollar"), same_currency("yuan", "yen-or-yuan"), same_currency("yuan", "us-dollar")
    (True, True, False)
    """
    pair = {one, other}
    return (
        len(pair) == 1
        or ("dollar" in pair and all(unit.endswith("dollar") for unit in pair))
        or pair in ({"yuan", "yen-or-yuan"}, {"yen", "yen-or-yuan"})
        or pair in ({"pound", "pound-mass"}, {"us-cent", "cent"}, {"us-cent", "pence"}, {"cent", "fen"})
    )


def _read() -> tuple[dict[str, Unit], dict[str, str], dict[str, str]]:
    units: dict[str, Unit] = {}
    chinese: dict[str, str] = {}
    english: dict[str, str] = {}
    lines = Path(__file__).with_name("units.tsv").read_text(encoding="utf-8").split("\n")
    for line in [line for line in lines if line and line[0] != "#"][1:]:
        name, dimension, factor, chinese_words, english_words = line.split("\t")
        units[name] = Unit(name, dimension, Fraction(factor))
        for word in filter(None, chinese_words.split(",")):
            chinese.setdefault(word, name)
        for word in filter(None, english_words.replace("-", " ").split(",")):
            english.setdefault(word, name)
            if word[-1].isalpha() and word[-1] != "s" and len(word) > 2:
                english.setdefault(f"{word}s", name)
    return units, chinese, english


UNITS, CHINESE_UNITS, ENGLISH_UNITS = _read()
"""The units by name; the name of the unit by its Chinese and by its English word (in small letters)."""
