"""How much a Chinese and an English form look like each other: sound, dictionary, gloss."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from termbase.extract.candidate import Candidate
from termbase.extract.forms import Dictionary
from termbase.language.keys import english_key, english_words, pinyin_key, zh_key
from termbase.model import ConceptType

__all__ = ["Likeness"]

# Words that carry no meaning of their own in a name; they neither help nor hinder.
_FUNCTION_WORDS = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)

# Renderings of generic parts that CC-CEDICT does not list as the first word of a definition.
_GENERIC = {
    "省": ("province", "provincial"),
    "市": ("city", "municipal"),
    "县": ("county",),
    "区": ("district", "zone", "area"),
    "厅": ("department",),
    "局": ("bureau", "administration"),
    "部": ("ministry", "department"),
    "港": ("port",),
    "站": ("station",),
    "有限公司": ("co", "ltd", "company", "limited"),
    "集团": ("group",),
    "委员会": ("committee", "commission"),
}


class Likeness:
    """Compares forms through a dictionary, the word cutter and pinyin, each asked once a word."""

    def __init__(
        self,
        dictionary: Dictionary,
        cut: Callable[[str], list[str]],
        pinyin: Callable[[str, ConceptType | None], str],
    ) -> None:
        self._cut = cut
        self._pinyin = pinyin
        self._dictionary = dictionary
        self._words_of = lru_cache(maxsize=None)(self._english_words_of)
        self._parts_of = lru_cache(maxsize=None)(self._sounding_parts_of)

    def of(self, zh: Candidate, en: Candidate) -> tuple[float, str]:
        """Likeness from 0 to 1, and the evidence in words."""
        if self._glossed(zh, en):
            return 1.0, "one stands beside the other in brackets"
        en_words = [word for word in english_words(en.text) if word not in _FUNCTION_WORDS]
        if not en_words:
            return 0.0, ""
        sound = pinyin_key(self._pinyin(zh.text, zh.type))
        if sound and sound == pinyin_key("".join(en_words)):
            return 1.0, "the English is the pinyin"
        parts = self._parts_of(zh.text)
        en_met: set[str] = set()
        zh_met = 0
        for part, meanings, reading in parts:
            met = {word for word in en_words if _means(word, meanings) or _sounds(word, reading)}
            en_met |= met
            zh_met += len(part) if met else 0
        zh_share = zh_met / max(1, sum(len(part) for part, _, _ in parts))
        en_share = sum(len(word) for word in en_words if word in en_met) / sum(len(word) for word in en_words)
        if not zh_share or not en_share:
            return 0.0, ""
        shared = ", ".join(dict.fromkeys(word for word in en_words if word in en_met))
        return 2 * zh_share * en_share / (zh_share + en_share), f"shared by dictionary or sound: {shared}"

    @staticmethod
    def _glossed(zh: Candidate, en: Candidate) -> bool:
        return bool(zh.gloss and english_key(zh.gloss) == english_key(en.text)) or bool(
            en.gloss and zh_key(en.gloss) == zh_key(zh.text)
        )

    def _sounding_parts_of(self, text: str) -> list[tuple[str, frozenset[str], str]]:
        """The words of a Chinese form with their English words and their pinyin."""
        parts = []
        for part in self._cut(zh_key(text)):
            meanings = self._words_of(part)
            if not meanings and len(part) > 1:
                meanings = frozenset(word for character in part for word in self._words_of(character))
            parts.append((part, meanings, pinyin_key(self._pinyin(part, None))))
        return parts

    def _english_words_of(self, part: str) -> frozenset[str]:
        definitions = (*_GENERIC.get(part, ()), *self._dictionary.english_of(part))
        return frozenset(
            word for definition in definitions for word in english_words(definition) if word not in _FUNCTION_WORDS
        )


def _means(word: str, meanings: frozenset[str]) -> bool:
    """Whether a word is among the meanings, or shares a stem of five letters with one (economy, economic)."""
    return word in meanings or (len(word) > 5 and any(meaning[:5] == word[:5] for meaning in meanings))


def _sounds(word: str, reading: str) -> bool:
    """Whether a word is the reading, or one holds the other (Zhejiang in Zhèjiāng Shěng)."""
    sound = pinyin_key(word)
    return len(sound) > 2 and bool(reading) and (sound in reading or (len(reading) > 2 and reading in sound))
