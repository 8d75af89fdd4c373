"""The table of surnames: which characters they are, how they are read, how they look without tones."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib.resources import files

from termbase.language.keys import pinyin_key

__all__ = ["common_syllables", "reading_of_surname", "surname_syllables", "surnames", "table_rows"]

_COMMON = 100  # as far as the order of the table is meant


@functools.cache
def surnames() -> Mapping[str, tuple[str, ...]]:
    """Surname in simplified characters to its readings, the usual one first; the most common surname first.

    >>> surnames()["尉迟"], surnames()["翟"]
    (('Yùchí',), ('Zhái', 'Dí'))
    """
    return {row[0]: tuple(row[1].split(",")) for row in table_rows("surnames.tsv")}


def reading_of_surname(surname: str) -> str:
    """How a surname is usually read; empty for what is no surname.

    >>> [reading_of_surname(surname) for surname in ("单", "仇", "区", "曾", "解", "万俟", "浙")]
    ['Shàn', 'Qiú', 'Ōu', 'Zēng', 'Xiè', 'Mòqí', '']
    """
    return surnames().get(surname, ("",))[0]


@functools.cache
def surname_syllables() -> frozenset[str]:
    """The surnames as they look in English text: lower case, no tones; ü also as u and yu (passports).

    >>> {"ruan", "ouyang", "lyu", "lü", "lu"} <= surname_syllables()
    True
    """
    keys = [pinyin_key(reading) for readings in surnames().values() for reading in readings]
    spelled = {key.replace("v", umlaut) for key in keys for umlaut in ("v", "ü", "u", "yu")}
    return frozenset(spelled)


@functools.cache
def common_syllables() -> frozenset[str]:
    """The hundred most common surnames as search keys; they cover most people."""
    common = list(surnames().values())[:_COMMON]
    return frozenset(pinyin_key(readings[0]) for readings in common)


def table_rows(name: str) -> list[list[str]]:
    """The rows of a tab-separated table beside this module, without its comments and its heading.

    >>> table_rows("surnames.tsv")[0]
    ['王', 'Wáng']
    """
    text = (files("termbase.language") / name).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]
