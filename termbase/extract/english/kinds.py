"""What kind of thing a name is, from its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.extract.english.tables import Head, heads, place_names, word_set
from termbase.language.keys import english_words
from termbase.model import ConceptType

__all__ = ["head_at", "head_of", "is_known_place", "kind_of", "kind_of_group"]

_POLICY_HEADS = word_set("policy heads")
_BREAKS = frozenset({"of", "for", "on", "under", "in", "to", "at"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth)$")
# Words before `City` that make it a market hall, before `Plan` that make it a document, and the like: the last word
# alone would mislead.
_PAIRS = {
    ("Commodity", "City"): ConceptType.FACILITY,
    ("Trade", "City"): ConceptType.FACILITY,
    ("Textile", "City"): ConceptType.FACILITY,
    ("Year", "Plan"): ConceptType.DOCUMENT,
    ("Five-Year", "Plan"): ConceptType.DOCUMENT,
    ("Action", "Plan"): ConceptType.DOCUMENT,
    ("Three-Year", "Plan"): ConceptType.DOCUMENT,
    ("White", "Paper"): ConceptType.DOCUMENT,
    ("Partnership", "Agreement"): ConceptType.DOCUMENT,
    ("Port", "Area"): ConceptType.FACILITY,
    ("Industrial", "Park"): ConceptType.PLACE,
}


def kind_of(words: Sequence[str]) -> tuple[ConceptType, str]:
    """The type of a name and the reason; `other` and an empty reason where the words do not tell.

    >>> kind_of(["Zhejiang", "Provincial", "Department", "of", "Commerce"])
    (<ConceptType.ORGANIZATION: 'organization'>, 'ends like an organization: Department')
    >>> kind_of(["An", "Du", "Biopharmaceutical", "(", "Hangzhou", ")", "Co.", ",", "Ltd."])[0].value
    'company'
    >>> kind_of(["18th", "National", "Congress", "of", "the", "CPC"])[0].value, kind_of(["PUMA"])
    ('event', (<ConceptType.OTHER: 'other'>, ''))
    """
    if is_known_place(words):
        return ConceptType.PLACE, "a known place"
    place = _head_place(words)
    if words[place] == "General" and place and head_at(words, place) is not None:
        place -= 1
    word = _titled(words[place])
    head = heads().get(word)
    if head is None or len(words) == 1:
        return ConceptType.OTHER, ""
    paired = _PAIRS.get((words[place - 1], word)) if place else None
    kind = paired or head.type
    if word == "Congress" and not _ORDINAL.match(words[0]) and "National" not in words[1:place]:
        kind = ConceptType.ORGANIZATION
    article = "an" if kind.value[0] in "aeiou" else "a"
    return kind, f"ends like {article} {kind.value}: {words[place]}"


def head_of(words: Sequence[str]) -> Head | None:
    """What the head word of a name says; None when its last word is no head.

    >>> head_of(["Beicang", "district"]).type.value, head_of(["Toka"])
    ('place', None)
    """
    word = words[_head_place(words)]
    return heads().get(word) or heads().get(_titled(word))


def head_at(words: Sequence[str], place: int) -> Head | None:
    """What the word at a place says as a head; General says what the word before it says (Consulate General).

    >>> head_at(["Consulate", "General"], 1).type.value, head_at(["State", "General"], 1)
    ('organization', None)
    """
    head = heads().get(words[place])
    return heads().get(words[place - 1]) if head is None and place and words[place] == "General" else head


def kind_of_group(last: str) -> ConceptType:
    """What a group of words in lower case is, by its last word in the singular.

    >>> kind_of_group("development").value, kind_of_group("throughput").value
    ('policy phrase', 'economic concept')
    """
    return ConceptType.POLICY_PHRASE if last in _POLICY_HEADS else ConceptType.ECONOMIC_CONCEPT


def is_known_place(words: Sequence[str]) -> bool:
    """Whether the words are a place that is known by name.

    >>> is_known_place(["Hong", "Kong"]), is_known_place(["Pan’an"]), is_known_place(["Toka"])
    (True, True, False)
    """
    return " ".join(english_words(" ".join(words))) in place_names()


def _head_place(words: Sequence[str]) -> int:
    """Where the word stands that says what the whole is: the last one before `of`, without a year and brackets."""
    last = next((place for place, word in enumerate(words) if place and word in _BREAKS), len(words)) - 1
    while last and (words[last].isdigit() or words[last] in {")", "("}):
        last -= 1
    return last


def _titled(word: str) -> str:
    return word if word[:1].isupper() else word[:1].upper() + word[1:]
