"""Which capitals of a document mean a name: decided from all the places at which a word stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from termbase.extract.english.tables import heads, titles, word_set
from termbase.extract.english.tagged import TaggedSentence
from termbase.language.english_classes import is_word, word_class

__all__ = ["Casing", "is_calendar_word", "is_demonym"]

_CALENDAR = word_set("calendar")
_DIRECTIONS = word_set("directions")
_PEOPLES = word_set("peoples")
"""Adjectives of peoples that the lexicon has as names."""
_MONEY = re.compile(r"[A-Z]{0,3}[$¥€£]|(?:RMB|USD|CNY|EUR|HKD)\d")
_NO_NAMES = frozenset({"I", "Celsius", "Fahrenheit"})
_FUNCTION_WORDS = word_set("function words")
_OPENERS = word_set("sentence openers")
_VOWEL_SOUNDS = "AEIOUHMNFLRSX"
"""Capitals before which English may say `an`, those of spelled abbreviations (an MBA) included."""
_PREPOSITIONS = word_set("small words that begin names")
"""Small words that may begin a name in the middle of a sentence (the At Most One Visit reform)."""
_NAMING_CLASSES = frozenset({"NN", "NNS", "NNP", "JJ", "NNPS"})


class Casing:
    """What the capitals of one document tell, counted where they are not forced by the place."""

    def __init__(self, sentences: Sequence[TaggedSentence]) -> None:
        self._lower: Counter[str] = Counter()
        """Lower-case occurrences of a word, anywhere."""
        self._leads: Counter[str] = Counter()
        """Occurrences of a capitalised word as the first of a group of capitals, not at the start of a sentence."""
        self._pairs: Counter[tuple[str, str]] = Counter()
        """Neighbouring capitals, not at the start of a sentence."""
        for sentence in sentences:
            if not sentence.heading:
                self._count(sentence)

    def _count(self, sentence: TaggedSentence) -> None:
        previous = ""
        for word, initial in zip(sentence.words, sentence.initial, strict=True):
            if not word[0].isupper():
                self._lower[word] += 1
                previous = ""
                continue
            if previous:
                self._pairs[previous, word] += 1
            elif not initial:
                self._leads[word] += 1
            previous = "" if initial else word

    def marks(self, sentence: TaggedSentence) -> list[bool]:
        """For each token, whether it may be part of a name."""
        words = sentence.words
        return [
            word[0].isupper() and not _is_no_name(word) and self._is_name(sentence, place)
            for place, word in enumerate(words)
        ]

    def _is_name(self, sentence: TaggedSentence, place: int) -> bool:
        words = sentence.words
        word = words[place]
        before, after, third = (words[i] if 0 <= i < len(words) else "" for i in (place - 1, place + 1, place + 2))
        if "-" in word and word.rsplit("-", 1)[1][:1].islower():
            # Zhejiang-based is no name; E-commerce before a capital is part of one
            return word.index("-") == 1 and after[:1].isupper()
        if not is_word(word):
            return True
        if sentence.heading:
            return bool(self._pairs[word, after] or self._pairs[before, word])
        if sentence.initial[place]:
            return self._is_name_at_start(word, after, third)
        return word.lower() not in _FUNCTION_WORDS or (word.lower() in _PREPOSITIONS and after[:1].isupper())

    def _is_name_at_start(self, word: str, following: str, third: str) -> bool:
        """Whether an English word with a forced capital begins a name all the same."""
        lower = word.lower()
        if self._pairs[word, following] or _is_sure(word, following, third):
            return True
        if lower in _FUNCTION_WORDS or lower in _OPENERS:
            return False
        naming = word_class(lower) in _NAMING_CLASSES
        leads = self._leads[word] > self._lower[lower]
        if following[:1].isupper() and not is_calendar_word(following):
            return lower in titles() or lower in _DIRECTIONS or leads or (naming and is_word(following))
        if following == "of" and word in heads():
            return heads()[word].takes_of and (third[:1].isupper() or third == "the")
        return naming and leads


def _is_sure(word: str, following: str, third: str) -> bool:
    """Whether two words at the start of a sentence are a name by their form: An Du, People's Daily."""
    if word == "An":
        # the article stands before a vowel only, so before a consonant this is a syllable of a name
        return following[:1].isupper() and following[0] not in _VOWEL_SOUNDS
    return word == "People" and following in {"'s", "’s"} and third[:1].isupper()


def _is_no_name(word: str) -> bool:
    """Whether a capital tells nothing anywhere: months, days, units, sums of money."""
    return word in _NO_NAMES or is_calendar_word(word) or _MONEY.match(word) is not None


def is_calendar_word(word: str) -> bool:
    """Whether a word is the name of a month or a day.

    >>> is_calendar_word("Jan."), is_calendar_word("Jinhua")
    (True, False)
    """
    return word.lower() in _CALENDAR


def is_demonym(word: str) -> bool:
    """Whether a capitalised word is an adjective of a people or place, and so no name by itself.

    >>> is_demonym("Chinese"), is_demonym("European"), is_demonym("Hangzhou")
    (True, True, False)
    """
    if not word[:1].isupper() or is_word(word):
        return False
    return word_class(word) in {"JJ", "NNPS"} or word in _PEOPLES
