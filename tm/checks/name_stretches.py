"""Stretches of a Chinese text that may be names, for comparing their sound with the English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from termbase.language.keys import pinyin_letters
from termbase.language.lexicon import default_lexicon
from termbase.language.names import split_chinese_name
from termbase.language.place_names import known_name
from termbase.language.romanisations import readings_of, spellings, surname_spellings
from termbase.language.script import is_han, to_simplified
from termbase.language.surnames import surnames
from termbase.language.syllables import toneless

__all__ = ["Person", "Sound", "people_in", "place_spelling", "sounds_in"]

_LONGEST_PERSON = 4
_LONGEST_PLACE = 4


@dataclass(frozen=True, slots=True)
class Person:
    """Characters that may be a person's name."""

    start: int
    end: int
    text: str
    surname: frozenset[str]
    """How the surname may be spelled."""
    surname_elsewhere: frozenset[str]
    """How it is spelled in Taiwan and Hong Kong."""
    given: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sound:
    """Characters and the letters they are usually read as."""

    start: int
    end: int
    letters: str


def people_in(text: str) -> Iterator[Person]:
    """The stretches that begin with a surname and are no word of the dictionary, but for names in it.

    >>> [person.text for person in people_in("厅长单雨禾说")]
    ['单雨', '单雨禾']
    """
    simplified = to_simplified(text)
    if len(simplified) != len(text):
        simplified = text
    for start, character in enumerate(simplified):
        if character not in _first_characters():
            continue
        for end in range(start + 2, min(start + _LONGEST_PERSON, len(text)) + 1):
            person = _person(simplified[start:end])
            if person is not None:
                surname, elsewhere, given = person
                yield Person(start, end, text[start:end], surname, elsewhere, given)


def sounds_in(text: str) -> Iterator[Sound]:
    """Every stretch of two to four characters with the letters it is read as; ü as v.

    >>> [(sound.letters) for sound in sounds_in("去台州")]
    ['qutai', 'qutaizhou', 'taizhou']
    """
    syllables = [readings_of(character)[:1] if is_han(character) else () for character in text]
    for start in range(len(text) - 1):
        letters = ""
        for end in range(start, min(start + _LONGEST_PLACE, len(text))):
            if not syllables[end]:
                break
            letters += syllables[end][0]
            if end > start:
                yield Sound(start, end + 1, letters)


@lru_cache(maxsize=16_384)
def place_spelling(place: str) -> str:
    """How a place of China is spelled in English, by its pinyin; empty for what is none or has another name there.

    >>> place_spelling("乐清"), place_spelling("西安"), place_spelling("拉萨"), place_spelling("利比亚")
    ('Yueqing', "Xi'an", '', '')
    """
    words = known_name(place)
    if not words:
        return ""
    spelled = "".join(toneless(word) for word in words).capitalize()
    english = [rendering.split(" ")[0].lower() for rendering in default_lexicon().english_of(place)]
    if english and not any(pinyin_letters(one) == pinyin_letters(spelled) for one in english):
        return ""
    return spelled


@lru_cache(maxsize=65_536)
def _person(text: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]] | None:
    parts = split_chinese_name(text)
    if parts is None or _is_word(text):
        return None
    surname, given = parts
    known, elsewhere = surname_spellings(surname)
    return (known, elsewhere, spellings(given)) if known else None


def _is_word(text: str) -> bool:
    """Whether the dictionary has it as a word and not as a name."""
    readings = default_lexicon().pinyin_of(text)
    return bool(readings) and not any(reading[:1].isupper() for reading in readings)


@lru_cache(maxsize=1)
def _first_characters() -> frozenset[str]:
    return frozenset(surname[0] for surname in surnames())
