"""The form of a term in the other language, by evidence: a gloss, the lexicon, or known parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from termbase.extract.candidate import Candidate
from termbase.extract.form import Dictionary, Form, is_whole
from termbase.extract.institution_forms import chinese_institution
from termbase.extract.place_forms import chinese_place
from termbase.language.script import has_han, to_simplified
from termbase.model import ConceptType, Origin

__all__ = ["chinese_form", "english_form", "english_forms"]

_COMPOSED = (ConceptType.ORGANIZATION, ConceptType.FACILITY)
_NEVER_LOOKED_UP = (ConceptType.PERSON, ConceptType.COMPANY, ConceptType.PRODUCT, ConceptType.ABBREVIATION)


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
        return _place(candidate, dictionary) or chinese_institution(candidate.text, dictionary)
    known = dictionary.chinese_of(candidate.text)
    if known and is_whole(candidate.text, known[0], dictionary):
        return Form(known[0], Origin.LEXICON, "CC-CEDICT")
    if candidate.type not in _COMPOSED:
        return None
    port = chinese_place(candidate.text, dictionary) if candidate.type is ConceptType.FACILITY else None
    return port or chinese_institution(candidate.text, dictionary)


def _place(candidate: Candidate, dictionary: Dictionary) -> Form | None:
    """The place by its name, or by a variant that says what kind of place it is: Yiwu, also called Yiwu city."""
    form = chinese_place(candidate.text, dictionary)
    if form is not None:
        return form
    fuller = (text for text in candidate.variants if text.startswith(f"{candidate.text} "))
    found = next(filter(None, (chinese_place(text, dictionary) for text in fuller)), None)
    return None if found is None else replace(found, text=found.text[:-1])


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
