"""What concepts have that a format does not keep, so that an export can say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from termbase.formats.xml_text import fits
from termbase.model import Concept, ConceptType, Kind, Language, Status, Term, Usage

__all__ = ["KINDS", "losses"]


def _of_terms(has: Callable[[Term], object]) -> Callable[[Concept], bool]:
    return lambda concept: any(map(has, concept.terms))


def _texts(concept: Concept) -> Iterator[str]:
    yield from (concept.subject, concept.definition_zh, concept.definition_en, concept.note)
    for term in concept.terms:
        yield from (term.text, term.pinyin)
        if term.source:
            yield from (term.source.issuer, term.source.title, term.source.url)
    for item in concept.items:
        yield from (item.zh, item.en)
    for context in concept.contexts:
        yield from (context.document, context.sentence, context.translation)


KINDS: dict[str, Callable[[Concept], bool]] = {
    "types": lambda concept: concept.type is not ConceptType.OTHER,
    "subjects": lambda concept: bool(concept.subject),
    "definitions": lambda concept: bool(concept.definition_zh or concept.definition_en),
    "notes": lambda concept: bool(concept.note),
    "items": lambda concept: bool(concept.items),
    "contexts": lambda concept: bool(concept.contexts),
    "counts and scores": lambda concept: bool(concept.frequency or concept.score),
    "reasons": lambda concept: bool(concept.reason or any(term.reason for term in concept.terms)),
    "pinyin": _of_terms(lambda term: term.pinyin),
    "sources": _of_terms(lambda term: term.source),
    "kinds of form": _of_terms(lambda term: term.kind is not Kind.FULL_FORM),
    "review states": lambda concept: concept.status is not Status.APPROVED,
    "validity": _of_terms(lambda term: term.valid_from or term.valid_until),
    "match options": _of_terms(lambda term: term.exact_case or not term.inflect),
    "the mark of the script": _of_terms(lambda term: term.language is Language.ZH_HANT),
    "outdated and forbidden forms": _of_terms(lambda term: term.usage in (Usage.SUPERSEDED, Usage.FORBIDDEN)),
    "entries of outdated and forbidden forms only": lambda concept: bool(
        concept.terms and all(term.usage in (Usage.SUPERSEDED, Usage.FORBIDDEN) for term in concept.terms)
    ),
    "control characters": lambda concept: not all(map(fits, _texts(concept))),
    "forms without a partner": lambda concept: len({term.language.is_chinese for term in concept.terms}) == 1,
}
"""What a concept may have, by the name that people read."""


def losses(drops: Iterable[str], concepts: Sequence[Concept]) -> list[str]:
    """Which of the named things the concepts have, each with the number of entries.

    >>> terms = (Term(Language.ZH_HANS, "义乌", pinyin="Yìwū"),)
    >>> losses(["items", "pinyin"], [Concept(ConceptType.PLACE, terms), Concept(ConceptType.PLACE, ())])
    ['pinyin (1)']
    """
    counts = ((name, sum(map(KINDS[name], concepts))) for name in drops)
    return [f"{name} ({count})" for name, count in counts if count]
