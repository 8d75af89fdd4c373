"""The characters of a romanised name, found by their sound in the sentence that translates it.

Pinyin alone never yields characters; characters that stand in the aligned sentence and sound like the name do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.pairs.beads import Bead
from termbase.extract.pairs.pairing import Pairing
from termbase.language.keys import pinyin_letters
from termbase.language.script import is_han
from termbase.language.sentences import Sentence
from termbase.language.surnames import reading_of_surname
from termbase.model import ConceptType

__all__ = ["pair_by_sound", "sounding_like"]

_FEWEST_LETTERS = 4
"""Shorter names (Li Wu) sound like too many stretches of a sentence."""


def sounding_like(name: str, sentence: str, reading: Callable[[str], str]) -> tuple[int, int] | None:
    """Where characters stand that are read like the name; the first may have its reading as a surname.

    `reading` gives the toneless pinyin of one character, ü as v.

    >>> readings = {"单": "dan", "雨": "yu", "禾": "he", "说": "shuo"}
    >>> sounding_like("Shan Yuhe", "总经理单雨禾说", lambda character: readings.get(character, "x"))
    (3, 6)
    """
    wanted = pinyin_letters(name)
    if len(wanted) < _FEWEST_LETTERS:
        return None
    for start, character in enumerate(sentence):
        if not is_han(character):
            continue
        for first in {reading(character), pinyin_letters(reading_of_surname(character))} - {""}:
            spelled = _start_of(wanted, first)
            if spelled:
                end = _end_of(wanted[spelled:], sentence, start + 1, reading)
                if end is not None and end > start + 1:
                    return start, end
    return None


def pair_by_sound(
    people: Iterable[Candidate],
    beads: Sequence[Bead],
    zh_sentences: Sequence[Sentence],
    pinyin: Callable[[str, ConceptType | None], str],
) -> list[Pairing]:
    """For each person of the English text the characters in the aligned sentence that sound like the name."""

    @cache
    def reading(character: str) -> str:
        return pinyin_letters(pinyin(character, None)) if is_han(character) else ""

    aligned = {number: zh_numbers for zh_numbers, en_numbers in beads for number in en_numbers}
    pairings = []
    for person in people:
        zh = _first_place(person, aligned, zh_sentences, reading)
        if zh is not None:
            pairings.append(Pairing(zh, person, 1.0, "the characters in the aligned sentence sound like the name"))
    return pairings


def _first_place(
    person: Candidate,
    aligned: dict[int, tuple[int, ...]],
    zh_sentences: Sequence[Sentence],
    reading: Callable[[str], str],
) -> Candidate | None:
    for number in (number for place in person.occurrences for number in aligned.get(place.sentence, ())):
        text = zh_sentences[number].text
        found = sounding_like(person.text, text, reading)
        if found is not None:
            place = Occurrence(number, *found)
            return Candidate(text[found[0] : found[1]], ConceptType.PERSON, (place,), person.score, person.reason)
    return None


def _end_of(rest: str, sentence: str, start: int, reading: Callable[[str], str]) -> int | None:
    """Where the characters end that spell the rest of a name, or None."""
    while rest:
        spelled = _start_of(rest, reading(sentence[start])) if start < len(sentence) else 0
        if not spelled:
            return None
        rest = rest[spelled:]
        start += 1
    return start


def _start_of(letters: str, sound: str) -> int:
    """How many letters at the start spell the sound; ü may be v, yu (as in passports) or u."""
    spellings = (sound, sound.replace("v", "yu"), sound.replace("v", "u")) if sound else ()
    return next((len(spelling) for spelling in spellings if letters.startswith(spelling)), 0)
