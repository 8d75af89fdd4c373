"""What one finder saw at one place, before all that was seen of a form is gathered."""

from __future__ import annotations

from typing import NamedTuple

from termbase.model import ConceptType, Kind

__all__ = ["Found"]


class Found(NamedTuple):
    """A form at one place of a sentence; a tuple, because a text has very many."""

    text: str
    sentence: int
    """Number of the sentence in its document, from 0."""
    start: int
    end: int
    type: ConceptType
    weight: float
    """How much the evidence proves, from 0 to 1."""
    reason: str
    kind: Kind = Kind.FULL_FORM
    gloss: str = ""
    """The English in brackets beside it."""
    independent: bool = False
    """A name also where it only stands inside another: 国务院 in the title of a document."""
    full_form_end: int = -1
    """For an abbreviation, where the full form that the text gives for it ends in the sentence; -1 without one."""
