"""Stretches of a Chinese text that may be names, for comparing their sound with the English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from termbase.language.keys import pinyin_letters
from termbase.language.lexicon import default_lexicon
from termbase.language.names import split_chinese_name
from termbase.language.place_names import known_name
from termbase.language.romanisations import readings_of, spellings, surname_spellings
from termbase.language.script import is_han, to_simplified
from termbase.language.surnames import surnames
from termbase.language.syllables import toneless

__all__ = ["Person", "Span", "flat", "people_in", "place_spelling", "sounds_in"]

Span = tuple[int, int]
"""Offsets of the first character and of the one after the last."""

_LONGEST_PERSON = 4
# Letters: zhuang, with ü written as yu one more than any other
_LONGEST_SYLLABLE = 7
_LONGEST_PLACE = 4


class Person(NamedTuple):
    """Characters that may be a person's name."""

    start: int
    end: int
    text: str
    surname: frozenset[str]
    """How the surname may be spelled."""
    surname_elsewhere: frozenset[str]
    """How it is spelled in Taiwan and Hong Kong."""
    given: frozenset[str]


def people_in(text: str, words: Iterable[str]) -> Iterator[Person]:
    """The stretches that begin with a surname and are no word of the dictionary, but for names in it.

    Only those are looked at whose surname, or whose given name as far as its first syllable, is among the words.

    >>> [person.text for person in people_in("厅长单雨禾说", ["shan", "yuhe"])]
    ['单雨', '单雨禾']
    >>> list(people_in("厅长单雨禾说", ["royal", "dutch"]))
    []
    """
    simplified = to_simplified(text)
    if len(simplified) != len(text):
        simplified = text
    letters = frozenset(words)
    beginnings = frozenset(word[:length] for word in letters for length in range(1, _LONGEST_SYLLABLE + 1))
    for start, character in enumerate(simplified):
        if character not in _first_characters():
            continue
        following = simplified[start + 1 : start + _LONGEST_PERSON]
        if letters.isdisjoint(_surnames_with(character)) and all(
            beginnings.isdisjoint(_syllables(other)) for other in following
        ):
            continue
        for end in range(start + 2, min(start + _LONGEST_PERSON, len(text)) + 1):
            person = _person(simplified[start:end])
            if person is not None:
                yield Person(start, end, text[start:end], *person)


def sounds_in(text: str) -> dict[str, list[Span]]:
    """Every stretch of two to four characters by the letters it is read as, flat.

    >>> sounds_in("去台州")
    {'qutai': [(0, 2)], 'qutaizhou': [(0, 3)], 'taizhou': [(1, 3)]}
    """
    syllables = [_syllable(character) for character in text]
    found: dict[str, list[Span]] = {}
    for start in range(len(text) - 1):
        letters = syllables[start]
        if not letters:
            continue
        for end in range(start + 1, min(start + _LONGEST_PLACE, len(text))):
            if not syllables[end]:
                break
            letters += syllables[end]
            found.setdefault(letters, []).append((start, end + 1))
    return found


def flat(letters: str) -> str:
    """Letters without regard to how ü is written.

    >>> flat("lyuliang"), flat("lvliang")
    ('luliang', 'luliang')
    """
    return letters.replace("yu", "u").replace("v", "u")


@lru_cache(maxsize=16_384)
def _syllable(character: str) -> str:
    """The usual reading of a character, flat; empty for what is none."""
    usual = readings_of(character)[:1] if is_han(character) else ()
    return flat(usual[0]) if usual else ""


@lru_cache(maxsize=16_384)
def _syllables(character: str) -> frozenset[str]:
    """All readings of a character, as `spellings` writes them."""
    return spellings(character)


@lru_cache(maxsize=4096)
def _surnames_with(character: str) -> frozenset[str]:
    """How the surnames that begin with a character are spelled, also elsewhere."""
    beginning = (surname for surname in surnames() if surname[0] == character)
    return frozenset(spelled for surname in beginning for some in surname_spellings(surname) for spelled in some)


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


@lru_cache(maxsize=16_384)
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
