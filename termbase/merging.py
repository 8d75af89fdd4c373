"""Two concepts that are one: what the united concept has from each."""

from __future__ import annotations

from dataclasses import replace

from termbase.indexing import term_key
from termbase.model import Concept, Context, Language, Status, Term, Usage

__all__ = ["merged", "new_contexts"]


def merged(source: Concept, target: Concept) -> Concept:
    """The target with the terms of the source that it lacks, and whatever else it has left empty.

    A term is the same when language and key are; the target's stays. Where the target has a preferred term in a
    language, a preferred one of the source is admitted only, so that there is still one to use.

    >>> from termbase.model import ConceptType
    >>> one = Concept(ConceptType.STRATEGY, (Term(Language.EN, "Double-Eight Strategy"),), note="2003")
    >>> two = Concept(ConceptType.STRATEGY, (Term(Language.EN, "Eight-Eight Strategy"),))
    >>> [(term.text, term.usage.value) for term in merged(two, one).terms]
    [('Double-Eight Strategy', 'preferred'), ('Eight-Eight Strategy', 'admitted')]
    """
    return replace(
        target,
        terms=_united(source.terms, target.terms),
        subject=target.subject or source.subject,
        definition_zh=target.definition_zh or source.definition_zh,
        definition_en=target.definition_en or source.definition_en,
        note=target.note or source.note,
        items=target.items or source.items,
    )


def new_contexts(source: Concept, target: Concept) -> list[Context]:
    """The contexts of the source that the target has not."""
    known = set(target.contexts)
    return [context for context in source.contexts if context not in known]


def _united(source: tuple[Term, ...], target: tuple[Term, ...]) -> tuple[Term, ...]:
    united = list(target)
    places = {_identity(term): place for place, term in reversed(list(enumerate(target)))}
    settled = {
        term.language for term in target if term.usage is Usage.PREFERRED and term.status is not Status.REJECTED
    }
    for term in source:
        place = places.setdefault(_identity(term), len(united))
        if place < len(united):
            united[place] = _completed(united[place], term)
        elif term.usage is Usage.PREFERRED and term.language in settled:
            united.append(replace(term, usage=Usage.ADMITTED))
        else:
            united.append(term)
    return tuple(united)


def _identity(term: Term) -> tuple[Language, str]:
    return term.language, term_key(term.text, chinese=term.language.is_chinese)


def _completed(term: Term, other: Term) -> Term:
    return replace(term, pinyin=term.pinyin or other.pinyin, source=term.source or other.source)
