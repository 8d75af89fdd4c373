"""An English number read from a place in a text: 3.5 million, two and a half billion, half a dozen, two-thirds."""

from __future__ import annotations

import re

from termbase.language.numbers.english.digits import digits_number
from termbase.language.numbers.english.number_words import ARABIC, NUMBER_WORDS, SCALES, SMALL
from termbase.language.numbers.english.spelled_out import words_number
from termbase.language.numbers.english.written_number import WrittenNumber

__all__ = ["read_english"]

_FIRST = re.compile(
    rf"(?P<digits>{ARABIC})|(?P<word>{NUMBER_WORDS}|an?(?=[ -](?:{'|'.join(SCALES)})\b))(?:\b|(?=fold))",
    re.IGNORECASE,
)


def read_english(text: str, start: int, *, money: bool = False) -> WrittenNumber | None:
    """The longest number that begins at a place; `money` when a currency sign stands before it ($3m).

    >>> [int(read_english(text, 0).value) for text in ("3.5 million", "two and a half billion")]
    [3500000, 2500000000]
    >>> read_english("two-thirds of all", 0).value, read_english("one of them", 0).end
    (Fraction(2, 3), 3)
    """
    first = _FIRST.match(text, start)
    if not first:
        return None
    if first["digits"]:
        return digits_number(text, first, money=money)
    word = first["word"].lower()
    return words_number(text, first.end(), SMALL.get(word, 0), article=word in {"a", "an"})
