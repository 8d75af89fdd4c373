"""How surely a group of words is a term of the field, as a number from 0 to 1."""

from __future__ import annotations

import math
from collections.abc import Sequence

from termbase.extract.english_tables import field_words
from termbase.language.english import zipf

__all__ = ["field_share", "keyness", "termhood"]

_FIELD = field_words()
_SMALL = frozenset({"of", "and", "up", "in"})
_EVERYDAY = 5.5
"""Zipf value of words that tell nothing about a field (`new`, `people`); a word of 3.0 or less tells everything."""
_RARE = 3.0
_RARE_ALONE = 3.4
"""Zipf value up to which one word alone may be a term: enclave (3.1) is one, platform (4.5) is not."""


def field_share(words: Sequence[str]) -> float:
    """The share of the words, from 0 to 1, that belong to economic and administrative news.

    >>> field_share(["cross-border", "e-commerce"]), field_share(["former", "neighbour"])
    (1.0, 0.0)
    """
    content = [word for word in words if word not in _SMALL]
    return sum(_in_field(word) for word in content) / max(1, len(content))


def keyness(words: Sequence[str]) -> float:
    """How far the words are from everyday English, from 0 to 1, by their mean frequency in general text.

    >>> keyness(["container", "throughput"]) > keyness(["good", "idea"])
    True
    """
    content = [word for word in words if word not in _SMALL]
    rarity = [min(1.0, max(0.0, (_EVERYDAY - zipf(word)) / (_EVERYDAY - _RARE))) for word in content]
    return sum(rarity) / max(1, len(rarity))


def termhood(words: Sequence[str], c_value: float) -> float:
    """How surely a group of lower-case words is a term: field, keyness, hyphens and C-value in one number.

    The weights were set by hand on the development articles so that .5 parts what a translator would keep there from
    what not; each weight is worth about its share of the decision.
    """
    field = field_share(words)
    last = _in_field(words[-1] if words[-1] != "up" else "opening")
    compound = sum("-" in word for word in words) > 0
    content = sum(word not in _SMALL for word in words)
    weighed = (
        -4.0
        + 3.0 * field
        + 1.2 * last
        + 1.2 * keyness(words)
        + 0.6 * compound
        + 0.5 * (content > 2)
        + 0.9 * math.log2(1 + max(0.0, c_value))
        - 1.5 * (content == 1)
    )
    if content == 1 and "-" not in words[0] and zipf(words[0]) > _RARE_ALONE:
        return 0.0
    return 1 / (1 + math.exp(-weighed))


def _in_field(word: str) -> bool:
    if word in _FIELD:
        return True
    pieces = word.split("-") if "-" in word else word.split()
    return len(pieces) > 1 and any(piece in _FIELD for piece in pieces)
