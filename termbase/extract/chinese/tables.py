"""The tables of the Chinese finders: which words end, begin, divide and name."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from termbase.model import ConceptType

__all__ = [
    "Ending",
    "Strength",
    "foreign_sounds",
    "headings",
    "name_endings",
    "type_by_ending",
    "type_of_form",
    "word_list",
]


class Strength(StrEnum):
    """How much an ending proves."""

    STRONG = "strong"
    """Of names: proves one by itself."""
    WEAK = "weak"
    """Of names: a place, an office holder or the dictionary has to prove it."""
    KEPT = "kept"
    """Of names: joins the name before it."""
    NAME = "name"
    """Of phrases: a fixed phrase, to which a place before it belongs."""
    POLICY = "policy"
    """Of phrases: a fixed phrase, to which a place before it does not belong."""
    PHRASE = "phrase"
    """Of phrases: tells the type only."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What a name or phrase that ends so is."""

    text: str
    type: ConceptType
    strength: Strength


@functools.cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list, such as `titles` or `stops`.

    >>> "董事长" in word_list("titles"), "记者" in word_list("stops")
    (True, True)
    """
    return frozenset(word for line in _lines(f"{name}.txt") for word in line.split())


@functools.cache
def name_endings() -> dict[str, Ending]:
    """Endings of companies, institutions, places and facilities.

    >>> name_endings()["研究院"].type.value
    'organization'
    """
    return _endings("names.tsv")


@functools.cache
def headings() -> dict[str, Ending]:
    """Last words of phrases that tell what the phrase is.

    >>> headings()["战略"].type.value
    'strategy'
    """
    return _endings("heads.tsv")


def type_by_ending(text: str, default: ConceptType) -> ConceptType:
    """The type that the longest known ending of a form gives it.

    >>> type_by_ending("“一带一路”倡议", ConceptType.OTHER).value, type_by_ending("跨境", ConceptType.OTHER).value
    ('strategy', 'other')
    """
    bare = text.strip("“”‘’「」『』")
    for start in range(len(bare) - 1):
        ending = headings().get(bare[start:]) or name_endings().get(bare[start:])
        if ending is not None and start > 0 and (len(ending.text) > 1 or len(bare) > 4):
            return ending.type
    return default


def type_of_form(text: str) -> ConceptType:
    """The type of a phrase or a new word: by its ending; a foreign name by its sounds, open whose; else a concept.

    >>> type_of_form("数字化改革").value, type_of_form("埃尔多安").value, type_of_form("跨境电商").value
    ('policy phrase', 'other', 'economic concept')
    """
    if len(text) > 2 and foreign_sounds().issuperset(text):
        return ConceptType.OTHER
    return type_by_ending(text, ConceptType.ECONOMIC_CONCEPT)


@functools.cache
def foreign_sounds() -> frozenset[str]:
    """The characters with which foreign names are written."""
    return frozenset("".join(word_list("transliteration")))


def _endings(name: str) -> dict[str, Ending]:
    rows = [line.split("\t") for line in _lines(name)[1:]]
    return {text: Ending(text, ConceptType(type_), Strength(strength)) for text, type_, strength in rows}


def _lines(name: str) -> list[str]:
    text = files("termbase.extract.chinese").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
