"""How much of a Chinese term and of an English form the dictionary and the sound find in one another."""

from __future__ import annotations

from collections.abc import Callable

from termbase.extract.renderings.chinese_segment import parts
from termbase.extract.renderings.links import Known, Meanings
from termbase.language.keys import english_words, pinyin_letters

__all__ = ["coverage"]

_FUNCTION_WORDS = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
_ROOT_LETTERS = 5
_LEAST_SOUND = 3
"""Letters: shorter syllables stand in too many words."""


def coverage(zh: str, en: str, cut: Callable[[str], list[str]], meanings: Meanings) -> float:
    """From 0, nothing is shared, to 1, each word of either form is met in the other (harmonic mean of both shares).

    >>> dictionary = {"数字": ("digital",), "经济": ("economy",)}
    >>> known = Meanings(lambda word: dictionary.get(word, ()), lambda word, type_: "")
    >>> def cut(text): return ["数字", "经济"]
    >>> [round(coverage("数字经济", en, cut, known), 2) for en in ("digital economy", "economics")]
    [1.0, 0.67]
    """
    english = [word for word in english_words(en) if word not in _FUNCTION_WORDS]
    chinese = parts(zh, cut)
    if not english or not chinese:
        return 0.0
    met_english: set[str] = set()
    met_chinese = 0
    for part in chinese:
        known = meanings.of(part.text)
        sound = meanings.sound(part.text)
        met = {word for word in english if word == part.text or _is_meant(word, known, sound)}
        met_english |= met
        met_chinese += len(part.text) if met else 0
    zh_share = met_chinese / sum(len(part.text) for part in chinese)
    en_share = sum(len(word) for word in english if word in met_english) / sum(map(len, english))
    return 2 * zh_share * en_share / (zh_share + en_share) if zh_share and en_share else 0.0


def _is_meant(word: str, known: Known, sound: str) -> bool:
    if word in known.words or word in known.of_characters:
        return True
    if len(word) >= _ROOT_LETTERS and word[:_ROOT_LETTERS] in known.roots:
        return True
    letters = pinyin_letters(word)
    return len(letters) >= _LEAST_SOUND <= len(sound) and (letters in sound or sound in letters)
