"""The words of English numbers and what they count: nineteen, forty, billion, third."""

from __future__ import annotations

from fractions import Fraction

__all__ = ["ARABIC", "NUMBER_WORDS", "PARTS", "SCALES", "SIGNS", "SMALL", "UNITS"]

ARABIC = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,24}(?![0-9]))(?:\.[0-9]{1,24}(?![0-9]))?"
    r"|(?<![0-9A-Za-z.])\.[0-9]{1,24}"
)
"""Digits with separators and decimals."""

UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split()  # noqa: SIM905 - twenty words read better so
"""The first twenty numbers in their order."""

_SMALL = {word: value for value, word in enumerate(UNITS)}
_TENS = {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)  # noqa: SIM905
} | {"fourty": 40}
SMALL = _SMALL | _TENS
"""Words below a hundred."""

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

PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
"""The names of parts of one, by how many there are."""

SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
"""Parts written with one character."""

NUMBER_WORDS = "|".join(sorted([*_SMALL, *_TENS], key=len, reverse=True))
"""The words that a spelled-out number begins with, as a pattern."""
