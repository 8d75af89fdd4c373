"""What two segments are compared by: their words or characters, without case, width, script and punctuation.

A key is a string in which every character stands for one token, so that one fast comparison serves both languages: a
Chinese character stands for itself, an English word has a character of its own from a vocabulary. All figures are one
token, `NUMBER`. A key is for comparing and finding, never for showing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from termbase.language.script import to_simplified

__all__ = [
    "NUMBER",
    "Vocabulary",
    "character_of",
    "chinese_key",
    "english_key",
    "english_words",
    "figures",
    "marks",
    "numbers",
]

NUMBER = "0"
"""What stands in a key for a figure of any value."""

_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"\d+(?:[.,:/\-]\d+)*")
_WORD = re.compile(rf"{NUMBER}|[^\W\d_]+(?:['’][^\W\d_]+)*")
# Han figures that order or date: behind 第, before a unit of time; 一 in 统一 is no figure.
# The first sign is told apart, since Python looks through a text fast only for what surely begins a match.
_HAN_DIGIT = "〇零一二三四五六七八九十百千"
_HAN_FIGURE = re.compile(
    f"[{_HAN_DIGIT}万萬](?:(?<=第.)[{_HAN_DIGIT}万萬]*|(?<=[{_HAN_DIGIT}])[{_HAN_DIGIT}]*(?=[年月日]))"
)
_ANY_FIGURE = re.compile(f"{_FIGURE.pattern}|{_HAN_FIGURE.pattern}")
# ASCII letters in small, NUMBER for digits, and spaces for the rest
_PLAIN = bytes(
    ord(chr(code).lower() if chr(code).isalpha() else NUMBER if chr(code).isdigit() else " ") for code in range(128)
).ljust(256)
_ZERO = NUMBER.encode()
_APOSTROPHE = str.maketrans("’ʼ＇", "'''")
# The first code point for words: below are NUMBER and marks. Surrogates cannot be stored and are left out.
_FIRST, _SURROGATES, _GAP, _LAST = 0x100, 0xD800, 0x800, 0x10F000


class _Folding(dict[int, str | None]):
    """What each character becomes in a Chinese key, worked out when it is first met: None for marks and spaces."""

    def __missing__(self, code: int) -> str | None:
        folded = unicodedata.normalize("NFKC", chr(code)).lower() if not 0xD800 <= code < 0xE000 else ""
        kept = "".join(character for character in folded if unicodedata.category(character)[0] in "LMN")
        simple = to_simplified(kept) if kept else ""
        self[code] = simple or None
        return self[code]


_FOLDING = _Folding()


def chinese_key(text: str) -> str:
    """The characters of a Chinese segment that are compared, in simplified script.

    >>> chinese_key("《外匯管理條例》第十二條，ＧＤＰ增長3.5%。")
    '外汇管理条例第0条gdp增长0'
    >>> chinese_key("——")
    '——'
    """
    figures = _HAN_FIGURE.sub(NUMBER, text)
    if _DIGIT.search(figures):
        figures = _FIGURE.sub(NUMBER, figures)
    return figures.translate(_FOLDING) or text.strip()


def english_words(text: str) -> list[str]:
    """The words of an English segment that are compared, in small letters.

    >>> english_words("The State’s GDP grew 3.5%, by 2,000.")
    ['the', "state's", 'gdp', 'grew', '0', 'by', '0']
    """
    if text.isascii() and "'" not in text:
        # the same words sooner; an apostrophe may be a quotation mark
        plain = text.encode().translate(_PLAIN)
        if _ZERO not in plain:
            return plain.decode().split() or text.split()
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_APOSTROPHE)
    if _DIGIT.search(folded):
        # the spaces keep a figure apart from the letters around it
        folded = _FIGURE.sub(f" {NUMBER} ", folded)
    if folded.isascii() and "'" not in folded:
        return folded.encode().translate(_PLAIN).decode().split() or text.split()
    return _WORD.findall(folded.lower()) or text.split()


def numbers(text: str) -> list[str]:
    """The figures of a segment in order, digits half-width, Han figures as they are.

    >>> numbers("第十二條：２０２４年增長3.5%"), numbers("grew 3.5% to 2,000")
    (['十二', '2024', '3.5'], ['3.5', '2,000'])
    """
    return [figure for figure, _, _ in figures(text)]


def figures(text: str) -> list[tuple[str, int, int]]:
    """The figures of a segment, each with its offsets in the text.

    >>> figures("第十二條")
    [('十二', 1, 3)]
    """
    return [(unicodedata.normalize("NFKC", match[0]), *match.span()) for match in _ANY_FIGURE.finditer(text)]


def marks(text: str) -> str:
    """The punctuation and symbols of a segment in order, half-width.

    >>> marks("《条例》，增长３％。")
    '《》,%。'
    """
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign)[0] in "PS")


class Vocabulary(dict[str, str]):
    """A character for every English word; new words get the next free one."""

    def __init__(self) -> None:
        super().__init__({NUMBER: NUMBER})
        self.added: list[str] = []
        """Words that were not loaded, in order of their numbers."""
        self.stored = 0
        """The number of the first of them."""

    def __missing__(self, word: str) -> str:
        self[word] = character_of(self.stored + len(self.added))
        self.added.append(word)
        return self[word]

    def load(self, words: Iterable[tuple[int, str]]) -> None:
        """Take the stored words with their numbers; before any new word."""
        for number, word in words:
            if word != NUMBER:
                self[word] = character_of(number)
                self.stored = max(self.stored, number + 1)


def english_key(text: str, vocabulary: dict[str, str]) -> str:
    """The words of an English segment, each as its character.

    >>> words = Vocabulary()
    >>> english_key("The port and the market", words) == english_key("THE PORT, AND THE MARKET!", words)
    True
    """
    return "".join(map(vocabulary.__getitem__, english_words(text)))


def character_of(number: int) -> str:
    """The character that stands for the word of this number; beyond a million words several share the last one.

    >>> hex(ord(character_of(0))), hex(ord(character_of(0xD700)))
    ('0x100', '0xe000')
    """
    code = _FIRST + number
    return chr(min(code if code < _SURROGATES else code + _GAP, _LAST))
