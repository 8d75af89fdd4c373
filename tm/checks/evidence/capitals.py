"""Words of an English text that stand inside a sentence, where a capital says something."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["CAPITALISED", "inside_sentences", "is_heading", "name_pairs", "words_inside"]

CAPITALISED = re.compile(r"(?<![\w’'-])[A-Z][a-z]{3,}")
"""A word of four letters or more with its capital."""

# After a small letter, a digit or a comma and one space: no sentence begins there.
_INSIDE = re.compile(r"(?<=[a-z0-9,;’')] )([A-Za-z][a-z]+)(?![\w@/]|[-.]\w|['’](?!s\b)\w)")
_PAIR = re.compile(r"(?<=[a-z0-9,;’')] )([A-Z][a-z]+) (?=([A-Z][a-z]+)(?![\w@/]|[-.]\w|['’](?!s\b)\w))")
_HEADING = 0.75
"""Share of words with a capital from which on a segment is a heading in title case."""
_LONG = 3
_LEAST = 3


def inside_sentences(text: str) -> Iterator[re.Match[str]]:
    """The words inside sentences that are small or capitalised, compounds and abbreviations left out.

    >>> [match[1] for match in inside_sentences("Trade with China grew. In May, the U.S. and Xi'an signed")]
    ['with', 'China', 'grew', 'May', 'the', 'signed']
    """
    return _INSIDE.finditer(text)


def words_inside(text: str) -> list[str]:
    """The same without their places, in half the time."""
    return _INSIDE.findall(text)


def name_pairs(text: str) -> list[tuple[str, str]]:
    """Capitalised words that follow one another inside sentences.

    >>> name_pairs("At the State Council of China, Premier Li Keqiang spoke")
    [('State', 'Council'), ('Premier', 'Li'), ('Li', 'Keqiang')]
    """
    return _PAIR.findall(text)


def is_heading(text: str) -> bool:
    """Whether a segment is written in title case, or in capitals.

    >>> is_heading("Ports Grow Fast in Zhejiang"), is_heading("The ports of Zhejiang grow fast")
    (True, False)
    """
    words = [word for word in text.split() if len(word) > _LONG]
    return len(words) >= _LEAST and sum(word[0].isupper() for word in words) > _HEADING * len(words)
