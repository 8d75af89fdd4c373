"""English folded for comparing: each word that some term uses becomes one character, and each mark between words.

A search for terms then compares words, never parts of words, and meets far fewer characters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from termbase.language.keys import english_key, english_words

__all__ = ["EncodedText", "Vocabulary", "english_pieces"]

_APOSTROPHES = "'’‘ʼ`"
# What may stand between the words of a term or not; every other mark belongs to the term (`Co., Ltd.`) or else
# divides (`made in China. Zhejiang said`).
_SOFT = rf"\s\-\u2010\u2011–{_APOSTROPHES}\"“”"
_PIECE = re.compile(rf"(?P<word>[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*)|[^\w{_SOFT}]|_")
# An accent written as a character of its own belongs to its letter.
_ACCENT = re.compile("[\u0300-\u036f]")
_LETTER = "(?:[^\\W_][\u0300-\u036f]*)"
_ACCENTED_PIECE = re.compile(rf"(?P<word>{_LETTER}+(?:[{_APOSTROPHES}]{_LETTER}+)*)|[^\w{_SOFT}]|_")

_UNKNOWN = "\0"
# Room for a million words; surrogates are left out.
_FIRST_CODE, _SURROGATES, _AFTER_SURROGATES = 0x100, 0xD800, 0xE000
# Words remembered as they were met, about 30 MB: the vocabulary of several hundred articles.
_REMEMBERED = 200_000


@dataclass(frozen=True)
class EncodedText:
    """A text with one character a word or mark, and the way back to the original."""

    text: str
    chunks: list[str]
    """What stands between the spaces of the original."""
    codes: list[str]
    """The characters for each chunk."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the original of the words from one character to another, in characters."""
        return self._piece(start)[0], self._piece(end - 1)[1]

    def _piece(self, place: int) -> tuple[int, int]:
        code_ends = self._code_ends
        number = bisect_right(code_ends, place)
        chunk = self.chunks[number]
        offset = self._ends[number] + number - len(chunk)
        if chunk.isalnum():
            return offset, offset + len(chunk)
        inside = place - code_ends[number] + len(self.codes[number])
        _, start, end = _chunk_pieces(chunk)[inside]
        return offset + start, offset + end

    @cached_property
    def _code_ends(self) -> list[int]:
        return list(accumulate(map(len, self.codes)))

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(map(len, self.chunks)))


class Vocabulary:
    """The words of a set of terms, and the character that stands for each."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        # chunks as they stand in texts; grows as texts are read
        self._met: dict[str, str] = {}

    def add(self, term: str) -> tuple[str, ...]:
        """The keys of a term, its words now known: with the marks inside it, and without where it has any.

        A leading article is no part of it.

        >>> vocabulary = Vocabulary()
        >>> vocabulary.add("The Four-Thousands Spirit") == vocabulary.add("four thousand spirit")
        True
        >>> [len(key) for key in vocabulary.add("Giant Co., Ltd.")]
        [5, 3]
        """
        for folded in _folded_pieces(term):
            if folded not in self._codes:
                number = len(self._codes) + _FIRST_CODE
                self._codes[folded] = chr(
                    number if number < _SURROGATES else number - _SURROGATES + _AFTER_SURROGATES
                )
                self._met.clear()  # what was unknown may be known now
        return self.keys(term)

    def keys(self, term: str) -> tuple[str, ...]:
        """The same without learning; unknown words all share one character."""
        folded = _folded_pieces(term)
        words = [piece for piece in folded if piece[:1].isalnum()]
        return tuple(
            dict.fromkeys("".join(self._codes.get(piece, _UNKNOWN) for piece in way) for way in (folded, words))
        )

    def encode(self, text: str) -> EncodedText:
        """A text, one character a word or mark.

        >>> vocabulary = Vocabulary()
        >>> zone = vocabulary.add("free trade zone")[0]
        >>> encoded = vocabulary.encode("Zhejiang’s (Free-Trade) Zones, and Free-Trade Zones.")
        >>> place = encoded.text.index(zone)
        >>> encoded.span(place, place + 3)
        (35, 51)
        """
        chunks = text.split(" ")
        met = self._met
        try:
            codes = [met[chunk] for chunk in chunks]
        except KeyError:
            if len(met) > _REMEMBERED:
                met.clear()
            for chunk in set(chunks).difference(met):
                met[chunk] = "".join(
                    self._codes.get(_folded(piece), _UNKNOWN) for piece, _, _ in english_pieces(chunk)
                )
            codes = [met[chunk] for chunk in chunks]
        return EncodedText("".join(codes), chunks, codes)


def english_pieces(text: str) -> list[tuple[str, int, int]]:
    """The words of a text, and the marks that may divide them, with their offsets in characters.

    >>> english_pieces("Giant’s Co., a-b")
    [('Giant’s', 0, 7), ('Co', 8, 10), ('.', 10, 11), (',', 11, 12), ('a', 13, 14), ('b', 15, 16)]
    """
    pattern = _ACCENTED_PIECE if _ACCENT.search(text) else _PIECE
    return [(piece[0], piece.start(), piece.end()) for piece in pattern.finditer(text)]


_chunk_pieces = lru_cache(maxsize=10_000)(english_pieces)


def _folded_pieces(term: str) -> list[str]:
    """The folded words of a term and the marks inside it, without a leading article."""
    pieces = [_folded(piece) for piece, _, _ in english_pieces(term)]
    words = [number for number, piece in enumerate(pieces) if piece[:1].isalnum()]
    if not words:
        return []
    # the article that `english_key` leaves out
    first = int(len(words) > 1 and english_key(term) != " ".join(english_words(term)))
    return pieces[words[first] : words[-1] + 1]


def _folded(piece: str) -> str:
    return " ".join(english_words(piece)) or unicodedata.normalize("NFKC", piece)
