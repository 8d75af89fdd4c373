"""How surely a group of words is a term of the field, as a number from 0 to 1 and the parts it is made of."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from termbase.extract.components import Component, Effect, score_of
from termbase.extract.english.tables import field_words, lines_of
from termbase.language.english import zipf
from termbase.language.keys import english_words

__all__ = ["Termhood", "field_share", "keyness", "termhood"]

_FIELD = field_words()
_SMALL = frozenset({"of", "and", "up", "in"})
_DESCRIBING = frozenset("-".join(english_words(word)) for word in lines_of("describing.txt"))
_BROAD_HEADS = frozenset(lines_of("broad_heads.txt"))
_EVERYDAY = 5.5
"""Zipf value of words that tell nothing about a field (`new`, `people`); a word of 3.0 or less tells everything."""
_RARE = 3.0
_RARE_ALONE = 3.4
"""Zipf value up to which one word alone may be a term: enclave (3.1) is one, platform (4.5) is not."""

# The weights follow a logistic regression over 462 groups of words of four development articles, marked by hand as to
# be kept or not: area under the curve .79 in five-fold cross-validation, .72 for weights set by hand. They are
# rounded. START is lower, FIELD_SHARE and KEYNESS are higher than fitted, or in general news, where nothing is of the
# field, groups of rare words would pass; BROAD is milder, for broad words end true terms too (township enterprise).
_START = -2.7
_FIELD_SHARE = 1.8
_HEAD_OF_FIELD = 0.8
_KEYNESS = 0.5
_HYPHEN = 0.9
_LONG = 0.3
_C_VALUE = 0.7
_ALONE = -1.4
_IN_DICTIONARY = 0.8
_DESCRIBED = -1.2
_BROAD = -1.0


class Termhood(tuple[Component, ...]):
    """The parts of a termhood; `sure` is what they make together."""

    __slots__ = ()

    @property
    def sure(self) -> float:
        """From 0 to 1; 0 for what no measure was taken of."""
        return score_of(self)


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


def termhood(words: Sequence[str], c_value: float) -> Termhood:
    """How surely a group of lower-case words is a term, by its words, its shape, the dictionary and its C-value.

    >>> termhood(("bonded", "warehouse"), 1.58).sure > 0.5 > termhood(("reliable", "quality"), 1.58).sure
    True
    """
    content = [word for word in words if word not in _SMALL]
    alone = len(content) == 1
    if not content or (alone and "-" not in words[0] and zipf(words[0]) > _RARE_ALONE):
        return Termhood()
    measured = [
        ("where every group starts", 1, _START),
        ("share of words of the field", field_share(words), _FIELD_SHARE),
        ("its head is a word of the field", _in_field(_head(words)), _HEAD_OF_FIELD),
        ("keyness against general English", keyness(words), _KEYNESS),
        ("a hyphened compound in it", any("-" in word for word in words), _HYPHEN),
        ("more than two words", len(content) > 2, _LONG),
        ("C-value (logarithm)", math.log2(1 + max(0.0, c_value)), _C_VALUE),
        ("a word alone", alone, _ALONE),
        ("in CC-CEDICT", not alone and _is_in_dictionary(" ".join(words)), _IN_DICTIONARY),
        ("begins with a describing word", not alone and content[0] in _DESCRIBING, _DESCRIBED),
        ("ends with a broad word", not alone and words[-1] in _BROAD_HEADS, _BROAD),
    ]
    return Termhood(
        Component(name, float(value), weight, Effect.LOG_ODDS) for name, value, weight in measured if value
    )


def _head(words: Sequence[str]) -> str:
    """The word that says what the group is; `up` stands for opening up."""
    return words[-1] if words[-1] != "up" else "opening"


@lru_cache(maxsize=30_000)
def _is_in_dictionary(phrase: str) -> bool:
    """Whether a Chinese dictionary gives the group as the rendering of a word, and so as one thing."""
    from termbase.language.lexicon import default_lexicon

    return bool(default_lexicon().chinese_of(phrase))


def _in_field(word: str) -> bool:
    if word in _FIELD:
        return True
    pieces = word.split("-") if "-" in word else word.split()
    return len(pieces) > 1 and any(piece in _FIELD for piece in pieces)
