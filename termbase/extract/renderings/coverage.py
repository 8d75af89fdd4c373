"""How much of a Chinese term and of an English form the dictionary and the sound find in one another."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from termbase.extract.renderings.chinese_segment import Part, parts
from termbase.extract.renderings.links import Known, Meanings
from termbase.language.keys import english_words, pinyin_letters

__all__ = ["coverage", "lacks_head"]

_FUNCTION_WORDS = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
_ROOT_LETTERS = 5
_LEAST_SOUND = 3
"""Letters: shorter syllables stand in too many words."""


class _Met(NamedTuple):
    """Which words of two forms find one another."""

    english: list[str]
    chinese: list[Part]
    by_part: list[set[str]]
    """For each Chinese word the English ones that render it."""


def coverage(zh: str, en: str, cut: Callable[[str], list[str]], meanings: Meanings) -> float:
    """From 0, nothing is shared, to 1, each word of either form is met in the other (harmonic mean of both shares).

    >>> dictionary = {"数字": ("digital",), "经济": ("economy",)}
    >>> known = Meanings(lambda word: dictionary.get(word, ()), lambda word, type_: "")
    >>> def cut(text): return ["数字", "经济"]
    >>> [round(coverage("数字经济", en, cut, known), 2) for en in ("digital economy", "economics")]
    [1.0, 0.67]
    """
    met = _met(zh, en, cut, meanings)
    if not met.english or not met.chinese:
        return 0.0
    found: set[str] = set().union(*met.by_part)
    of_zh = sum(len(part.text) for part, words in zip(met.chinese, met.by_part, strict=True) if words)
    zh_share = of_zh / sum(len(part.text) for part in met.chinese)
    en_share = sum(len(word) for word in met.english if word in found) / sum(map(len, met.english))
    return 2 * zh_share * en_share / (zh_share + en_share) if zh_share and en_share else 0.0


def lacks_head(zh: str, en: str, cut: Callable[[str], list[str]], meanings: Meanings) -> bool:
    """Whether all words of the English render the beginning of the Chinese, so that none is left for its last word.

    A name may leave out what kind of thing it names (公司).

    >>> dictionary = {"鸡毛": ("chicken feather",), "换": ("to barter",)}
    >>> known = Meanings(lambda word: dictionary.get(word, ()), lambda word, type_: "")
    >>> def cut(text): return ["鸡毛", "换糖"]
    >>> [lacks_head("鸡毛换糖", en, cut, known) for en in ("chicken feathers", "bartering feathers")]
    [True, False]
    """
    if all(word[0].isupper() for word in en.split() if word.lower() not in _FUNCTION_WORDS):
        return False
    met = _met(zh, en, cut, meanings)
    found: set[str] = set().union(*met.by_part)
    return bool(met.english) and len(met.chinese) > 1 and not met.by_part[-1] and found.issuperset(met.english)


def _met(zh: str, en: str, cut: Callable[[str], list[str]], meanings: Meanings) -> _Met:
    english = [word for word in english_words(en) if word not in _FUNCTION_WORDS]
    chinese = parts(zh, cut)
    by_part = []
    for part in chinese:
        known, sound = meanings.of(part.text), meanings.sound(part.text)
        by_part.append({word for word in english if word == part.text or _is_meant(word, known, sound)})
    return _Met(english, chinese, by_part)


def _is_meant(word: str, known: Known, sound: str) -> bool:
    if word in known.words or word in known.of_characters:
        return True
    if len(word) >= _ROOT_LETTERS and word[:_ROOT_LETTERS] in known.roots:
        return True
    letters = pinyin_letters(word)
    return len(letters) >= _LEAST_SOUND <= len(sound) and (letters in sound or sound in letters)
