"""Words of an English text that stand inside a sentence, where a capital says something."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["inside_sentences", "is_heading"]

# After a small letter, a digit or a comma and one space: no sentence begins there.
_INSIDE = re.compile(r"(?<=[a-z0-9,;’')] )([A-Za-z][a-z]+)(?![\w@/]|[-.][\w])")
_ANY = re.compile(r"[A-Za-z]{4,}")
_HEADING = 0.6
"""Share of words with a capital from which on a segment is a heading in title case."""


def inside_sentences(text: str) -> Iterator[re.Match[str]]:
    """The words inside sentences that are small or capitalised, compounds and abbreviations left out.

    >>> [match[1] for match in inside_sentences("Trade with China grew. In May, the U.S. and Xi'an signed")]
    ['with', 'China', 'grew', 'May', 'the', 'and', 'signed']
    """
    return _INSIDE.finditer(text)


def is_heading(text: str) -> bool:
    """Whether a segment is written in title case, or in capitals.

    >>> is_heading("Ports Grow Fast in Zhejiang"), is_heading("The ports of Zhejiang grow fast")
    (True, False)
    """
    words = _ANY.findall(text)
    return sum(word[0].isupper() for word in words) > _HEADING * len(words)
