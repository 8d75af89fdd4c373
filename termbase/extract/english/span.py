"""What one finder saw at one place of an English text, before places are gathered into candidates."""

from __future__ import annotations

from dataclasses import dataclass

from termbase.extract.components import Component
from termbase.extract.english.tagged import TaggedSentence
from termbase.model import ConceptType

__all__ = ["Span", "span_of"]


@dataclass(frozen=True, slots=True)
class Span:
    """One place where something that may be a term stands."""

    sentence: int
    """Number of the sentence in its document, from 0."""
    start: int
    """Offset in the sentence, in characters."""
    end: int
    text: str
    """The form to propose: the slice without quotation marks and article."""
    type: ConceptType
    reason: str
    """The evidence, in words a translator understands."""
    weight: float
    """How sure this one place is by itself, from 0 to 1."""
    name: bool = True
    """Whether it is written like a name; a name and a common noun of the same words are two things."""
    full: str = ""
    """The full form that stands beside an abbreviation; empty where there is none."""
    measured: tuple[Component, ...] = ()
    """What the weight was computed from; empty where the reason has a weight of its own."""


def span_of(
    sentence: TaggedSentence,
    run: tuple[int, int],
    kind: ConceptType,
    reason: str,
    weight: float,
    *,
    name: bool = True,
    full: str = "",
    measured: tuple[Component, ...] = (),
) -> Span:
    """The span from the first to the last token of `run`, both included."""
    start, end = sentence.tokens[run[0]].start, sentence.tokens[run[1]].end
    return Span(sentence.position, start, end, sentence.text[start:end], kind, reason, weight, name, full, measured)
