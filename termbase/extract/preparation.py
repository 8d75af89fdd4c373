"""What a text to be translated has in it: the terms that are known, and what looks like a term and is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from termbase.extract.articles import Extractor
from termbase.extract.candidate import Occurrence
from termbase.language.script import language_of
from termbase.language.sentences import Sentence
from termbase.model import Concept, Language, Term

__all__ = ["Order", "Preparation", "Sighted", "prepare"]


class Order(StrEnum):
    """By what the terms of a text are ordered."""

    PLACE = "place"
    FREQUENCY = "frequency"


@dataclass(frozen=True, slots=True)
class Sighted:
    """A term in the text: a known concept, or a proposal, which has no number."""

    concept: Concept
    places: tuple[Occurrence, ...]
    written: tuple[str, ...]
    """As the text writes it, the most frequent form first."""

    @property
    def segments(self) -> tuple[int, ...]:
        """The numbers of the segments in which it stands, from 1, in order."""
        return tuple(dict.fromkeys(place.sentence + 1 for place in self.places))

    def terms(self, *, chinese: bool) -> list[Term]:
        """Its forms of one language."""
        return [term for term in self.concept.terms if term.language.is_chinese is chinese]


@dataclass(frozen=True, slots=True)
class Preparation:
    """A text, segment by segment, and its terms."""

    name: str
    language: Language
    segments: tuple[str, ...]
    known: tuple[Sighted, ...]
    unknown: tuple[Sighted, ...]
    """Proposals, each with its score and reason, and with a form in the other language where there is evidence."""


def prepare(
    name: str,
    segments: Sequence[str],
    extractor: Extractor,
    *,
    order: Order = Order.PLACE,
    is_rejected: Callable[[Concept], bool] = lambda _: False,
) -> Preparation:
    """Read a text in segments against a termbase; what a person rejected is neither known nor proposed again."""
    language = language_of("\n".join(segments))
    sentences = [Sentence(segment, number, number) for number, segment in enumerate(segments)]
    text = extractor.read_sentences(name, language, sentences)
    new = {candidate.text: candidate.occurrences for candidate in text.new}
    known, unknown = [], []
    for concept in extractor.article(text):
        if concept.id is not None:
            known.append(_sighted(concept, text.places_of(concept.id), segments))
        elif not is_rejected(concept):
            form = next(term.text for term in concept.terms if term.language.is_chinese is language.is_chinese)
            unknown.append(_sighted(concept, new[form], segments))
    return Preparation(name, language, tuple(segments), _ordered(known, order), _ordered(unknown, order))


def _sighted(concept: Concept, places: Iterable[Occurrence], segments: Sequence[str]) -> Sighted:
    found = tuple(sorted(places, key=lambda place: (place.sentence, place.start)))
    written = Counter(segments[place.sentence][place.start : place.end] for place in found)
    return Sighted(concept, found, tuple(form for form, _ in written.most_common()))


def _ordered(terms: Iterable[Sighted], order: Order) -> tuple[Sighted, ...]:
    """By where each stands first, or the most frequent first; one that contains another comes before it."""

    def key(one: Sighted) -> tuple[int, ...]:
        first = one.places[0]
        place = (first.sentence, first.start, -first.end)
        return place if order is Order.PLACE else (-len(one.places), *place)

    return tuple(sorted(terms, key=key))
