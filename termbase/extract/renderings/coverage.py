"""How much of a Chinese term and of an English form the dictionary and the sound find in one another."""

from __future__ import annotations

from collections.abc import Callable

from termbase.extract.renderings.chinese_segment import parts
from termbase.extract.renderings.links import Known, Meanings
from termbase.language.keys import english_words, pinyin_letters

__all__ = ["coverage", "lacks_head", "words_met"]

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
    chinese = words_met(zh, en, cut, meanings)
    if not english or not chinese:
        return 0.0
    met_english = {word for _, met in chinese for word in met}
    zh_share = sum(len(part) for part, met in chinese if met) / sum(len(part) for part, _ in chinese)
    en_share = sum(len(word) for word in english if word in met_english) / sum(map(len, english))
    return 2 * zh_share * en_share / (zh_share + en_share) if zh_share and en_share else 0.0


def words_met(
    zh: str, en: str, cut: Callable[[str], list[str]], meanings: Meanings
) -> list[tuple[str, dict[str, str]]]:
    """For each word of the Chinese the words of the English that go with it (folded), and how each does.

    >>> dictionary = {"数字": ("digital", "figure"), "经济": ("economy",)}
    >>> known = Meanings(lambda word: dictionary.get(word, ()), lambda word, type_: "jinyi" if word == "金义" else "")
    >>> words_met("数字经济", "digital economy", lambda text: ["数字", "经济"], known)
    [('数字', {'digital': 'dictionary'}), ('经济', {'economy': 'dictionary'})]
    >>> words_met("金义", "Jinyi Area", lambda text: [text], known)
    [('金义', {'jinyi': 'sound'})]
    """
    english = [word for word in dict.fromkeys(english_words(en)) if word not in _FUNCTION_WORDS]
    found = []
    for part in parts(zh, cut):
        known, sound = meanings.of(part.text), meanings.sound(part.text)
        found.append((part.text, {word: how for word in english if (how := _met_by(part.text, word, known, sound))}))
    return found


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
    chinese = words_met(zh, en, cut, meanings)
    english = {word for word in english_words(en) if word not in _FUNCTION_WORDS}
    found = {word for _, met in chinese for word in met}
    return bool(english) and len(chinese) > 1 and not chinese[-1][1] and found >= english


def _met_by(zh: str, word: str, known: Known, sound: str) -> str:
    """How an English word (folded) goes with a Chinese one of which so much is known; empty where it does not.

    >>> _met_by("经济", "economic", Known(frozenset({"economy"}), frozenset({"econo"}), frozenset()), "jingji")
    'root of a dictionary word'
    """
    if word in known.words or word == zh:
        return "dictionary"
    if word in known.of_characters:
        return "dictionary, by characters"
    if len(word) >= _ROOT_LETTERS and word[:_ROOT_LETTERS] in known.roots:
        return "root of a dictionary word"
    letters = pinyin_letters(word)
    if len(letters) >= _LEAST_SOUND <= len(sound) and (letters in sound or sound in letters):
        return "sound"
    return ""
