"""Search keys: what two spellings of one term have in common, computed without any library.

A key is for comparing and finding, never for showing; the text itself is kept beside it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["english_key", "english_words", "initials_key", "pinyin_key", "pinyin_letters", "southern_key", "zh_key"]

# Quotation marks, book-title marks, dots between names, spaces: no part of a Chinese term (FACTS: GB/T 15834 marks
# flag a name, they are not in it).
_ZH_MARKS = re.compile(r"[\s“”‘’\"'《》〈〉「」『』·•・—–\-]+")
_EN_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*", re.UNICODE)
_ARTICLES = ("the", "a", "an")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_SIBILANT_ENDINGS = ("sses", "xes", "zes", "ches", "shes")


def zh_key(text: str) -> str:
    """A Chinese term without width, case, quotation marks and spaces; the script is kept.

    >>> zh_key("“八八战略”"), zh_key("《之江新语》"), zh_key("ＲＣＥＰ 协定")
    ('八八战略', '之江新语', 'rcep协定')
    """
    return _ZH_MARKS.sub("", unicodedata.normalize("NFKC", text)).lower()


_ACRONYMS = re.compile(r"(?<![^\W\d_])([A-Z]{2,})s(?![^\W\d_])")


def english_words(text: str) -> list[str]:
    """The words of an English term, folded: case, width, hyphens, possessive and plural put aside.

    >>> english_words("the world’s Free-Trade Zones")
    ['the', 'world', 'free', 'trade', 'zone']
    >>> english_words("TEUs of the USs")
    ['teu', 'of', 'the', 'us']
    """
    # -us, -is and -ss are no plurals, but for acronyms
    if "Us" in text or "Is" in text or "Ss" in text:
        text = _ACRONYMS.sub(r"\1", text)
    # most English is ASCII, which needs no folding of width and quotes: a tenth of the time
    folded = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).lower()
    return [_singular(word) for word in _EN_WORD.findall(folded)]


def english_key(text: str) -> str:
    """An English term as folded words, joined by a space, without a leading article.

    >>> english_key("The “Four-Thousands” Spirit") == english_key("four thousand spirit")
    True
    >>> english_key("Yixin'ou")
    "yixin'ou"
    """
    words = english_words(text)
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words)


def pinyin_key(pinyin: str) -> str:
    """Pinyin as typed on a keyboard: no tones, spaces, marks or capitals; ü is v.

    The spellings lue/nue and lyu/nyu for ü are folded too.

    >>> pinyin_key("Bābā Zhànlüè"), pinyin_key("ba1ba1 zhan4lue4"), pinyin_key("Xī'ān")
    ('babazhanlve', 'babazhanlve', 'xian')
    """
    return re.sub(r"(?<=[ln])(?:yu|u(?=e))", "v", pinyin_letters(pinyin))


def pinyin_letters(pinyin: str) -> str:
    """The small letters of a pinyin spelling without tones; ü is v, other spellings of ü are left as they are.

    >>> pinyin_letters("Lǚ Dōnghéng"), pinyin_letters("Shan Yuhe")
    ('lvdongheng', 'shanyuhe')
    """
    decomposed = unicodedata.normalize("NFD", pinyin.lower().replace("u:", "ü"))
    # U+0308 is the diaeresis of ü; every other combining mark is a tone
    kept = "".join(mark for mark in decomposed if not unicodedata.combining(mark) or mark == "\u0308")
    return re.sub(r"[^a-z]+", "", kept.replace("u\u0308", "v"))


def initials_key(syllables: list[str]) -> str:
    """The first letter of each syllable.

    >>> initials_key(["bā", "bā", "zhàn", "lüè"])
    'bbzl'
    """
    return "".join(pinyin_key(syllable)[:1] for syllable in syllables)


def southern_key(key: str) -> str:
    """A pinyin key with the pairs merged that southern speakers confuse: zh/z, ch/c, sh/s, n/ng, l/n, ü/u.

    Both sides of a comparison must be merged; n and l become one letter everywhere, so that an unsegmented string
    needs no syllable boundaries.

    >>> southern_key("yiwu zhejiang".replace(" ", "")) == southern_key("yiwuzejian")
    True
    >>> southern_key(pinyin_key("línglǚ")) == southern_key(pinyin_key("nínlǔ"))
    True
    """
    merged = re.sub(r"(?<=[zcs])h", "", key).replace("ng", "n")
    return merged.replace("n", "l").replace("v", "u")


@lru_cache(maxsize=65_536)
def _singular(word: str) -> str:
    """The word without a possessive or plural ending; a rule for keys, not for grammar."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(_SIBILANT_ENDINGS):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
