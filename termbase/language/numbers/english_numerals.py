"""An English number read from a place in a text: 3.5 million, two and a half billion, half a dozen, two-thirds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

__all__ = ["ARABIC", "NUMBER_WORDS", "SCALES", "WrittenNumber", "read_english"]

ARABIC = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,24}(?![0-9]))(?:\.[0-9]{1,24}(?![0-9]))?"
    r"|(?<![0-9A-Za-z.])\.[0-9]{1,24}"
)
"""Digits with separators and decimals."""

_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split()  # noqa: SIM905 - twenty words read better so
_SMALL = {word: value for value, word in enumerate(_UNITS)}
_TENS = {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)  # noqa: SIM905
} | {"fourty": 40}
SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "lakh": 10**5,
    "crore": 10**7,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "dozen": 12,
}
"""Words that multiply; the billion is 10^9, as all English news counts now."""

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
NUMBER_WORDS = "|".join(sorted([*_SMALL, *_TENS], key=len, reverse=True))
"""The words that a spelled-out number begins with, as a pattern."""

_NUMBER_WORD = rf"{NUMBER_WORDS}|{'|'.join(SCALES)}"
_FIRST = re.compile(
    rf"(?P<digits>{ARABIC})|(?P<word>{NUMBER_WORDS}|an?(?=[ -](?:{'|'.join(SCALES)})\b))(?:\b|(?=fold))",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"(?P<gap>(?:[ \u00a0]?-[ \u00a0]?|[ \u00a0]{{1,2}}|,? and |, )?)(?P<word>{_NUMBER_WORD})s?\b", re.IGNORECASE
)
_LETTER = re.compile(r"[ ]?(?P<letter>[kKmMbBtT]|tr)(?![A-Za-z0-9])")
# 300m people are millions, 300m hurdles are metres
_MILLIONS = re.compile(
    r"(?<=m) (?:people|users|customers|passengers|tonnes|tons|barrels|shares|homes|jobs|visitors|euros?|pounds"
    r"|dollars|yuan|hectares|square|cubic|viewers|voters|students|workers|households|vehicles|cars|units)\b"
)
_LETTERS = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12, "tr": 10**12}
_POINT = re.compile(rf" point(?P<digits>(?: (?:{'|'.join(_UNITS[:10])})\b)+)", re.IGNORECASE)
_AND_HALF = re.compile(
    rf"(?:,? and |-and-)(?:a|one)[ -](?P<part>half|quarter|third)\b(?: (?P<scale>{'|'.join(SCALES)})s?\b)?",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"[ -](?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})(?P<plural>s?)(?![A-Za-z-])(?! place)",
    re.IGNORECASE,
)
_OF_A = re.compile(rf"(?: of)?[ -](?:an?[ -])?(?P<scale>{'|'.join(SCALES)})\b", re.IGNORECASE)
_SLASH = re.compile(r"(?: (?P<top>[0-9]{1,4}))?/(?P<bottom>[0-9]{1,4})(?![0-9/])|[ ]?(?P<sign>[½¼¾⅓⅔])")
_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number as written, from its first character to the end."""

    end: int
    value: Fraction
    digits: bool
    """Whether it is written with figures."""
    part: bool = False
    """Whether it is a fraction: two-thirds."""


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
        return _with_digits(text, first, money=money)
    word = first["word"].lower()
    value = 0 if word in {"a", "an"} else _SMALL.get(word, _TENS.get(word, 0))
    return _behind_words(text, *_words(text, first.end(), value, article=word in {"a", "an"}))


def _with_digits(text: str, first: re.Match[str], *, money: bool) -> WrittenNumber:
    value = Fraction(first["digits"].replace(",", ""))
    slash = _SLASH.match(text, first.end())
    if slash and value.denominator == 1 and (slash["sign"] or int(slash["bottom"])):
        if slash["sign"]:
            return WrittenNumber(slash.end(), value + _SIGNS[slash["sign"]], digits=True)
        above, whole = (int(slash["top"]), value) if slash["top"] else (value, Fraction(0))
        return WrittenNumber(slash.end(), whole + Fraction(above) / int(slash["bottom"]), digits=True, part=True)
    letter = _LETTER.match(text, first.end())
    if letter and (
        money or (letter["letter"] in "kKM" and letter[0][0] != " ") or _MILLIONS.match(text, letter.end())
    ):
        return WrittenNumber(letter.end(), value * _LETTERS[letter["letter"].lower()], digits=True)
    half = _AND_HALF.match(text, first.end())
    if half:
        return WrittenNumber(half.end(), _add_half(value, half), digits=True)
    end = first.end()
    while (
        (scale := _NEXT.match(text, end))
        and (size := SCALES.get(scale["word"].lower()))
        and "and" not in scale["gap"]
    ):
        if value * size > 10**24 or "," in scale["gap"]:
            break
        value, end = value * size, scale.end()
    return WrittenNumber(end, value, digits=True)


def _add_half(value: Fraction, half: re.Match[str]) -> Fraction:
    scale = SCALES[half["scale"].lower()] if half["scale"] else 1
    return (value + Fraction(1, _PARTS[half["part"].lower()])) * scale


def _words(text: str, end: int, first: int, *, article: bool) -> tuple[int, Fraction, bool]:
    """The end and the value of the words after the first, and whether any multiplied."""
    total, current, largest, scaled = 0, first, 10**18, False
    began = not article
    while found := _NEXT.match(text, end):
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
        elif not _fits(_SMALL.get(word, _TENS.get(word, 0)), current, gap, scaled=scaled):
            break
        else:
            current += _SMALL.get(word, _TENS.get(word, 0))
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
        digits = "".join(str(_SMALL[word.lower()]) for word in point["digits"].split()[:24])
        value, end = value + Fraction(int(digits), 10 ** len(digits)), point.end()
        scale = _NEXT.match(text, end)
        if scale and scale["word"].lower() in SCALES:
            return WrittenNumber(scale.end(), value * SCALES[scale["word"].lower()], digits=False)
        return WrittenNumber(end, value, digits=False)
    half = _AND_HALF.match(text, end)
    if half:
        return WrittenNumber(half.end(), _add_half(value, half), digits=False)
    part = None if scaled else _PART.match(text, end)
    if (
        part
        and value < _PARTS[part["part"].lower()]
        and (part["plural"] or value == 1 or part["part"].lower() == "halves")
    ):
        return _of_a(text, part.end(), value / _PARTS[part["part"].lower()])
    return WrittenNumber(end, value, digits=False)


def _of_a(text: str, end: int, value: Fraction) -> WrittenNumber:
    """A quarter of a million; a part alone."""
    scale = _OF_A.match(text, end)
    if scale:
        return WrittenNumber(scale.end(), value * SCALES[scale["scale"].lower()], digits=False)
    return WrittenNumber(end, value, digits=False, part=True)
