"""The rows of a glossary table that a concept is written as: one per pair of a Chinese and an English form."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.formats.grouping import best_status, implied
from termbase.model import Concept, Status, Term, Usage

__all__ = ["rows_of"]


def rows_of(concept: Concept, name: str) -> Iterator[dict[str, str]]:
    """The rows of a concept, as cells by column, so that reading them gives the concept back.

    The first Chinese form stands with each English form, each further usable Chinese form with the first English one.
    A Chinese form has a row of its own, without English, when that says of it what the rows with English do not.
    """
    shared = {
        "concept": name,
        "type": concept.type,
        "subject": concept.subject,
        "definition": "\n".join(filter(None, (concept.definition_en, concept.definition_zh))),
        "note": concept.note,
        "items": "\n".join(f"{item.zh} = {item.en}" if item.en else item.zh for item in concept.items),
    }
    chinese = [term for term in concept.terms if term.language.is_chinese]
    english = [term for term in concept.terms if not term.language.is_chinese]
    for place, term in enumerate(chinese):
        usable = term.usage in (Usage.PREFERRED, Usage.ADMITTED)
        partners = english if not place else english[:1] if usable else []
        paired = [shared | _cells(one, concept) | {"zh": term.text, "pinyin": term.pinyin} for one in partners]
        alone = shared | _cells(term, concept) | {"zh": term.text, "en": "", "pinyin": term.pinyin}
        yield from paired
        status = best_status(Status(cells["status"]) for cells in paired) if paired else None
        if (*implied(place), status, None) != (term.usage, term.kind, Status(alone["status"]), term.source):
            yield alone
    if not chinese:
        yield from (shared | _cells(term, concept) for term in english)


def _cells(term: Term, concept: Concept) -> dict[str, str]:
    """The cells that speak of one term; it is never nearer to approval than its concept."""
    cells = {
        "en": term.text,
        "usage": term.usage,
        "kind": term.kind,
        "status": _weaker(term.status, concept.status),
    }
    source = term.source
    if source is None:
        return dict(cells)
    name = f"{source.issuer}: {source.title}" if source.title else source.issuer
    return cells | {"source": name, "url": source.url, "date": source.date, "tier": source.tier}


def _weaker(one: Status, other: Status) -> Status:
    """The state further from approval."""
    return other if best_status((one, other)) is one else one
