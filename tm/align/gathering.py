"""The features of two texts, sentence by sentence, and by which English ones each Chinese word is shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from termbase.language.script import is_han
from termbase.recognise import Recogniser
from tm.align.features import (
    LATIN,
    PARAGRAPH,
    SOUND,
    TERM,
    WORD,
    english_features,
    language_free_features,
    rendering_features,
)

__all__ = ["Features", "Lexicon", "Renderings", "gather", "word_features"]

# An English rendering further down in the dictionary is rarely the one in the text.
_RENDERINGS = 12

Lexicon = Callable[[str], Iterable[str]]
"""Gives the English renderings of a Chinese word."""
Renderings = Mapping[str, Collection[str]]
"""For each Chinese word, as a feature, the English features that show it."""
Paragraphs = tuple[Sequence[int], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Features:
    """What is compared of two texts: for each sentence its features."""

    zh: list[tuple[str, ...]]
    en: list[tuple[str, ...]]
    renderings: dict[str, set[str]]
    """For each Chinese word the English features that show it; other features show themselves."""


def gather(
    zh: Sequence[str],
    en: Sequence[str],
    lexicon: Lexicon | None,
    taught: Renderings | None,
    *,
    recogniser: Recogniser | None,
    paragraphs: Paragraphs | None,
) -> Features:
    """The features of both texts by all the evidence there is; the arguments are those of `tm.align.align`."""
    words = [word_features(text) if lexicon or taught else set() for text in zh]
    chinese = [language_free_features(text) | known for text, known in zip(zh, words, strict=True)]
    latin = {feature for features in chinese for feature in features if feature[0] == LATIN}
    # what is only in English shows nothing: a word in Latin letters is only kept where the Chinese text has it
    english = [
        {feature for feature in english_features(text) if feature[0] != LATIN or feature in latin} for text in en
    ]
    _add_sounds(chinese, english, zh, en)
    if recogniser:
        for texts, found, is_zh in ((zh, chinese, True), (en, english, False)):
            for text, own in zip(texts, found, strict=True):
                own.update(f"{TERM}{mention.concept_id}" for mention in recogniser.find(text, chinese=is_zh))
    if paragraphs:
        for numbers, found in zip(paragraphs, (chinese, english), strict=True):
            for place, number in enumerate(numbers):
                if not place or number != numbers[place - 1]:
                    found[place].add(PARAGRAPH)
    return Features(_packed(chinese), _packed(english), _renderings(words, lexicon, taught or {}))


def _packed(found: list[set[str]]) -> list[tuple[str, ...]]:
    """The features of each sentence in order, each string kept once: sets take twice the memory."""
    once: dict[str, str] = {}
    return [tuple(sorted(once.setdefault(feature, feature) for feature in features)) for features in found]


def word_features(text: str) -> set[str]:
    """The Chinese words of a text of two characters or more: one character is rendered as it is in 14 % only.

    >>> sorted(word_features("推动数字经济"))
    ['=推动', '=数字', '=经济']
    """
    from termbase.language.words import cut

    return {WORD + word for word in cut(text) if len(word) > 1 and is_han(word[0])}


def _renderings(words: Iterable[set[str]], lexicon: Lexicon | None, taught: Renderings) -> dict[str, set[str]]:
    """By which English features each Chinese word is shown; each word is looked up once."""
    found = {}
    for word in set().union(*words):
        renderings = islice(lexicon(word.removeprefix(WORD)), _RENDERINGS) if lexicon else ()
        found[word] = rendering_features(renderings).union(taught.get(word, ()))
    return found


def _add_sounds(chinese: list[set[str]], english: list[set[str]], zh: Sequence[str], en: Sequence[str]) -> None:
    """Names in pinyin and the characters that sound like them; pinyin is only loaded where there is such a name."""
    from tm.align.sounds import sounds_in_chinese, spellings_in_english

    spelled = [set(spellings_in_english(text)) for text in en]
    wanted = frozenset(chain.from_iterable(spelled))
    if not wanted:
        return
    for sounds, features in zip(spelled, english, strict=True):
        features.update(SOUND + sound for sound in sounds)
    for text, features in zip(zh, chinese, strict=True):
        features.update(SOUND + sound for sound in sounds_in_chinese(text, wanted))
