"""What the finders of both languages hand on: a candidate and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from termbase.extract.components import Component
from termbase.model import ConceptType, Kind

__all__ = ["Candidate", "Occurrence"]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a candidate stands."""

    sentence: int
    """Number of the sentence in its document, from 0."""
    start: int
    """Offset in the sentence, in characters."""
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form that may be a term, before it is paired and filed."""

    text: str
    """The form to propose, as it stands in the text, without quotation marks or article."""
    type: ConceptType
    occurrences: tuple[Occurrence, ...]
    score: float
    """Termhood from 0 (an accident) to 1 (surely a term)."""
    reason: str
    """The evidence, in words a translator understands: `in quotation marks`, `ends like an institution: 厅`."""
    kind: Kind = Kind.FULL_FORM
    variants: tuple[str, ...] = ()
    """Other forms of the same thing met in the text (abbreviation, spelling), most frequent first."""
    gloss: str = ""
    """The form in the other language that stands beside it in brackets; empty where there is none."""
    components: tuple[Component, ...] = ()
    """What the score is made of, in the order in which it was measured; empty where the reason is all."""
