"""English ordinals: 11th, first, twenty-first."""

from __future__ import annotations

__all__ = ["ORDINAL", "ordinal_value"]

_SMALL = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth""".split()  # noqa: SIM905 - twenty words read better so
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_TENTHS = [f"{word[:-1]}ieth" for word in _TENS]
_VALUES = {word: value for value, word in enumerate(_SMALL, 1)}
_VALUES |= {word: value * 10 for value, word in enumerate(_TENTHS, 2)} | {"hundredth": 100, "thousandth": 1000}

_WORDS = "|".join(sorted(_VALUES, key=len, reverse=True))
ORDINAL = (
    rf"(?:[0-9]{{1,3}}(?:,?[0-9]{{3}})*(?:st|nd|rd|th)(?![A-Za-z])"
    rf"|(?i:(?:{'|'.join(_TENS)})[-\s](?:{'|'.join(_SMALL[:9])})|{_WORDS})(?![A-Za-z]))"
)
"""An ordinal as a pattern without groups."""


def ordinal_value(written: str) -> int:
    """The number of an ordinal.

    >>> ordinal_value("11th"), ordinal_value("Twenty-first"), ordinal_value("third")
    (11, 21, 3)
    """
    if written[0].isdigit():
        return int(written[:-2].replace(",", ""))
    tens, _, last = written.lower().replace(" ", "-").partition("-")
    if last:
        return (_TENS.index(tens) + 2) * 10 + _VALUES[last]
    return _VALUES[tens]
