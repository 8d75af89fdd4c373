"""An English number that begins with a word: twenty-five, one hundred and five, two-thirds, three point five."""

from __future__ import annotations

import re
from fractions import Fraction

from termbase.language.numbers.english.halves import AND_HALF, add_half
from termbase.language.numbers.english.number_words import NUMBER_WORDS, PARTS, SCALES, SMALL, UNITS
from termbase.language.numbers.english.written_number import WrittenNumber

__all__ = ["NEXT_WORD", "words_number"]

_NUMBER_WORD = rf"{NUMBER_WORDS}|{'|'.join(SCALES)}"
NEXT_WORD = re.compile(
    rf"(?P<gap>(?:[ \u00a0]?-[ \u00a0]?|[ \u00a0]{{1,2}}|,? and |, )?)(?P<word>{_NUMBER_WORD})s?\b", re.IGNORECASE
)
"""A word that goes on with a number, with what stands before it."""

_POINT = re.compile(rf" point(?P<digits>(?: (?:{'|'.join(UNITS[:10])})\b)+)", re.IGNORECASE)
_PART = re.compile(
    rf"[ -](?P<part>{'|'.join(sorted(PARTS, key=len, reverse=True))})(?P<plural>s?)(?![A-Za-z-])(?! place)",
    re.IGNORECASE,
)
_OF_A = re.compile(rf"(?: of)?[ -](?:an?[ -])?(?P<scale>{'|'.join(SCALES)})\b", re.IGNORECASE)


def words_number(text: str, end: int, first: int, *, article: bool) -> WrittenNumber:
    """The number whose first word ends at a place and counts so many; `article` when that word is a or an.

    >>> words_number("twenty-five years", 6, 20, article=False).value
    Fraction(25, 1)
    """
    return _behind_words(text, *_words(text, end, first, article=article))


def _words(text: str, end: int, first: int, *, article: bool) -> tuple[int, Fraction, bool]:
    """The end and the value of the words after the first, and whether any multiplied."""
    total, current, largest, scaled = 0, first, 10**18, False
    began = not article
    while found := NEXT_WORD.match(text, end):
        word, gap = found["word"].lower(), found["gap"]
        if word in SCALES:
            size = SCALES[word]
            if "and" in gap or "," in gap or size * max(current, 1) > 10**18 or (began and not current and total):
                break
            if size in {12, 100} and current < 100:
                current = max(current, 1) * size
            elif size < largest:
                total, current, largest = total + max(current, 1) * size, 0, size
            else:
                break
            scaled = began = True
        elif not _fits(SMALL.get(word, 0), current, gap, scaled=scaled):
            break
        else:
            current += SMALL.get(word, 0)
        end = found.end()
    return end, Fraction(total + current), scaled


def _fits(value: int, current: int, gap: str, *, scaled: bool) -> bool:
    """Whether a small number goes on with what was read: twenty-five, one hundred and five, but not five six."""
    if not value or not gap:
        return False
    if not scaled:
        return 20 <= current < 100 and current % 10 == 0 and value < 10 and "and" not in gap and "," not in gap
    place = 100 if current % 100 == 0 else 10 if current % 10 == 0 and current % 100 >= 20 else 0
    return value < place


def _behind_words(text: str, end: int, value: Fraction, scaled: bool) -> WrittenNumber:
    point = _POINT.match(text, end)
    if point:
        digits = "".join(str(SMALL[word.lower()]) for word in point["digits"].split()[:24])
        value, end = value + Fraction(int(digits), 10 ** len(digits)), point.end()
        scale = NEXT_WORD.match(text, end)
        if scale and scale["word"].lower() in SCALES:
            return WrittenNumber(scale.end(), value * SCALES[scale["word"].lower()], digits=False)
        return WrittenNumber(end, value, digits=False)
    half = AND_HALF.match(text, end)
    if half:
        return WrittenNumber(half.end(), add_half(value, half), digits=False)
    part = None if scaled else _PART.match(text, end)
    if (
        part
        and value < PARTS[part["part"].lower()]
        and (part["plural"] or value == 1 or part["part"].lower() == "halves")
    ):
        return _of_a(text, part.end(), value / PARTS[part["part"].lower()])
    return WrittenNumber(end, value, digits=False)


def _of_a(text: str, end: int, value: Fraction) -> WrittenNumber:
    """A quarter of a million; a part alone."""
    scale = _OF_A.match(text, end)
    if scale:
        return WrittenNumber(scale.end(), value * SCALES[scale["scale"].lower()], digits=False)
    return WrittenNumber(end, value, digits=False, part=True)
