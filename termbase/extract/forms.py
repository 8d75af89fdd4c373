"""The form of a term in the other language, by evidence: a gloss, the lexicon, or known parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from termbase.extract.candidate import Candidate
from termbase.language.keys import english_key
from termbase.language.script import has_han, to_simplified
from termbase.model import ConceptType, Origin

__all__ = ["Dictionary", "Form", "chinese_form", "english_form", "english_forms"]

# Generic parts of place names (GB/T 17693.1); only these compose, because each has one Chinese form.
_PLACE_HEADS = {
    "province": "省",
    "city": "市",
    "county": "县",
    "district": "区",
    "town": "镇",
    "township": "乡",
    "village": "村",
    "island": "岛",
    "port": "港",
    "river": "江",
}
_NEVER_LOOKED_UP = (ConceptType.PERSON, ConceptType.COMPANY, ConceptType.PRODUCT, ConceptType.ABBREVIATION)
_PLACE = re.compile(r"^(?P<name>[A-Z][\w'’]+) (?P<head>[A-Za-z]+)$")


class Dictionary(Protocol):
    """What is asked of a lexicon: the Chinese of an English form, best first, and back."""

    def chinese_of(self, english: str) -> tuple[str, ...]:
        """The Chinese of an English form, best first."""
        ...

    def english_of(self, zh: str) -> tuple[str, ...]:
        """The English of a Chinese form, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Form:
    """A form in the other language, and what speaks for it."""

    text: str
    origin: Origin
    reason: str


def chinese_form(candidate: Candidate, dictionary: Dictionary) -> Form | None:
    """The Chinese of an English candidate, or None without evidence.

    For people and companies only a gloss counts, because their characters cannot be derived; so it does for a bare
    abbreviation, which means something else in every field (ABS: brakes, securities, a classification society).
    """
    if has_han(candidate.gloss):
        return Form(to_simplified(candidate.gloss), Origin.GLOSS, "stands beside it in brackets")
    if candidate.type in _NEVER_LOOKED_UP:
        return None
    if candidate.type is ConceptType.PLACE:
        return _known_place(candidate, dictionary) or _composed_place(candidate, dictionary)
    known = dictionary.chinese_of(candidate.text)
    if known and _is_whole(candidate.text, known[0], dictionary):
        return Form(known[0], Origin.LEXICON, "CC-CEDICT")
    return None


def english_form(candidate: Candidate, dictionary: Dictionary) -> Form | None:
    """The English of a Chinese candidate, or None without evidence."""
    return next(english_forms(candidate, dictionary), None)


def english_forms(candidate: Candidate, dictionary: Dictionary) -> Iterator[Form]:
    """The English that a Chinese candidate may have, best first."""
    if candidate.gloss and not has_han(candidate.gloss):
        yield Form(candidate.gloss, Origin.GLOSS, "stands beside it in brackets")
    elif candidate.type is not ConceptType.PERSON:
        for text in dictionary.english_of(candidate.text):
            yield Form(text, Origin.LEXICON, "CC-CEDICT")


def _is_whole(english: str, zh: str, dictionary: Dictionary) -> bool:
    """Whether the dictionary gives back the English for the Chinese: not a mere word among its definitions."""
    return english_key(english) in {english_key(text) for text in dictionary.english_of(zh)}


def _known_place(candidate: Candidate, dictionary: Dictionary) -> Form | None:
    """The only place of that name; open where there are several (Taizhou: 台州, 泰州; Suzhou: 苏州, 宿州)."""
    known = [
        zh
        for zh in dictionary.chinese_of(candidate.text)
        if len(zh) > 1 and _is_whole(candidate.text, zh, dictionary)
    ]
    if len({_stem(zh) for zh in known}) != 1:
        return None
    return Form(known[0], Origin.LEXICON, "CC-CEDICT knows one place of the name")


def _stem(zh: str) -> str:
    """A place without its generic part.

    >>> _stem("台州市"), _stem("台州"), _stem("港区")
    ('台州', '台州', '港区')
    """
    return zh[:-1] if len(zh) > 2 and zh[-1] in _PLACE_HEADS.values() else zh


def _composed_place(candidate: Candidate, dictionary: Dictionary) -> Form | None:
    """`Jiaojiang District` from 椒江 and 区, where the dictionary knows the name as a place."""
    match = _PLACE.match(candidate.text)
    generic = _PLACE_HEADS.get(match["head"].lower()) if match else None
    if not match or not generic:
        return None
    stems = {_stem(name) for name in dictionary.chinese_of(match["name"]) if len(name) > 1}
    if len(stems) != 1:
        return None
    (stem,) = stems
    reason = f"{match['name']} is {stem} in CC-CEDICT, {match['head']} is {generic}"
    return Form(stem + generic, Origin.COMPOSED, reason)
