"""The units of a memory that a termbase holds: its terms, and the sentences they were found in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termbase.model import Concept, Context, Status, Term, Usage
from tm.model import Unit

__all__ = ["units_of"]

_USABLE = (Usage.PREFERRED, Usage.ADMITTED)


def units_of(concepts: Iterable[Concept], *, status: Status | None) -> Iterator[Unit]:
    """For each concept its preferred Chinese with each usable English form, then its translated sentences.

    Only concepts with that status are taken; with None all but the rejected ones. Every pair of texts comes once in
    the whole export, with the concept that has it first. A sentence comes with its document; terms have none.

    >>> from termbase.model import ConceptType, Language
    >>> terms = (Term(Language.ZH_HANS, "双循环"), Term(Language.EN, "dual circulation"))
    >>> [unit] = units_of([Concept(ConceptType.STRATEGY, terms)], status=Status.APPROVED)
    >>> unit.zh, unit.en, unit.properties
    ('双循环', 'dual circulation', (('type', 'term'), ('usage', 'preferred'), ('concept-type', 'strategy')))
    """
    seen: set[tuple[str, str]] = set()
    for concept in concepts:
        if concept.status is Status.REJECTED or status not in (None, concept.status):
            continue
        for unit in (*_terms(concept), *_sentences(concept)):
            if (unit.zh, unit.en) not in seen:
                seen.add((unit.zh, unit.en))
                yield unit


def _terms(concept: Concept) -> Iterator[Unit]:
    chinese = concept.preferred(chinese=True)
    if chinese is None:
        return
    english = [
        term
        for term in concept.terms
        if not term.language.is_chinese and term.usage in _USABLE and term.status is not Status.REJECTED
    ]
    for term in sorted(english, key=lambda term: _USABLE.index(term.usage)):
        yield Unit(chinese.text, term.text, properties=tuple(_properties(concept, term)))


def _properties(concept: Concept, term: Term) -> Iterator[tuple[str, str]]:
    yield "type", "term"
    yield "usage", term.usage.value
    yield "concept-type", concept.type.value
    if concept.subject:
        yield "subject", concept.subject
    if term.source:
        yield "source", ": ".join(filter(None, (term.source.issuer, term.source.title)))
        if term.source.url:
            yield "url", term.source.url


def _sentences(concept: Concept) -> Iterator[Unit]:
    for context in concept.contexts:
        if context.translation:
            yield Unit(*_sides(context), context.document, properties=(("type", "sentence"),))


def _sides(context: Context) -> tuple[str, str]:
    """The Chinese and the English sentence of a context."""
    sides = (context.sentence, context.translation)
    return sides if context.language.is_chinese else sides[::-1]
