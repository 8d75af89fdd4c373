"""The features of two texts, sentence by sentence, and by which English ones each Chinese word is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from termbase.language.script import is_han
from termbase.recognise import Recogniser
from tm.align.features import (
    PARAGRAPH,
    SOUND,
    TERM,
    WORD,
    english_features,
    language_free_features,
    rendering_features,
)

__all__ = ["Features", "Lexicon", "gather"]

# An English rendering further down in the dictionary is rarely the one in the text.
_RENDERINGS = 12

Lexicon = Callable[[str], Iterable[str]]
"""Gives the English renderings of a Chinese word."""
Paragraphs = tuple[Sequence[int], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Features:
    """What is compared of two texts: for each sentence its features."""

    zh: list[set[str]]
    en: list[set[str]]
    renderings: dict[str, set[str]]
    """For each Chinese word the English features that show it; other features show themselves."""


def gather(
    zh: Sequence[str],
    en: Sequence[str],
    lexicon: Lexicon | None,
    recogniser: Recogniser | None,
    paragraphs: Paragraphs | None,
) -> Features:
    """The features of both texts by all the evidence there is; the arguments are those of `tm.align.align`."""
    words = [_words(text) if lexicon else [] for text in zh]
    chinese = [
        language_free_features(text) | {WORD + word for word in known} for text, known in zip(zh, words, strict=True)
    ]
    found = Features(chinese, [english_features(text) for text in en], _renderings(words, lexicon) if lexicon else {})
    _add_sounds(found, zh, en)
    if recogniser:
        for texts, features, is_zh in ((zh, found.zh, True), (en, found.en, False)):
            for text, own in zip(texts, features, strict=True):
                own.update(f"{TERM}{mention.concept_id}" for mention in recogniser.find(text, chinese=is_zh))
    if paragraphs:
        for numbers, features in zip(paragraphs, (found.zh, found.en), strict=True):
            for place, number in enumerate(numbers):
                if not place or number != numbers[place - 1]:
                    features[place].add(PARAGRAPH)
    return found


def _words(text: str) -> list[str]:
    """The Chinese words of a sentence of two characters or more: one character is rendered as it is in 14 % only."""
    from termbase.language.words import cut

    return [word for word in dict.fromkeys(cut(text)) if len(word) > 1 and is_han(word[0])]


def _renderings(words: list[list[str]], lexicon: Lexicon) -> dict[str, set[str]]:
    """By which English features each Chinese word is shown; each word is looked up once."""
    return {
        WORD + word: rendering_features(islice(lexicon(word), _RENDERINGS))
        for word in dict.fromkeys(chain.from_iterable(words))
    }


def _add_sounds(found: Features, zh: Sequence[str], en: Sequence[str]) -> None:
    """Names in pinyin and the characters that sound like them; pinyin is only loaded where there is such a name."""
    from tm.align.sounds import sounds_in_chinese, spellings_in_english

    spelled = [set(spellings_in_english(text)) for text in en]
    wanted = frozenset(chain.from_iterable(spelled))
    if not wanted:
        return
    for sounds, features in zip(spelled, found.en, strict=True):
        features.update(SOUND + sound for sound in sounds)
    for text, features in zip(zh, found.zh, strict=True):
        features.update(SOUND + sound for sound in sounds_in_chinese(text, wanted))
