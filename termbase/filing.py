"""From concepts to rows: what is stored of each, and what may be stored at all."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from sqlalchemy import delete, update

from termbase import schema
from termbase.errors import ConflictError, InputError
from termbase.model import Concept, Context, Item
from termbase.term_filing import file_terms, refile_terms, unfile_terms
from termbase.writing import Writer

__all__ = ["check", "file_concepts", "file_contexts", "refile_concept", "remove_concepts", "set_frequencies"]

# Line breaks and the like, which would spoil a table or a terminal, and lone surrogates, which are no text
_CONTROL = frozenset({"Cc", "Cs", "Zl", "Zp"})
# What steers a terminal or cannot stand in XML; a line break or a tab may stand in a note
_CODE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


def check(concept: Concept) -> None:
    """Raise ConflictError for a concept without a term, InputError for an empty term and for control characters.

    Notes, definitions and the like may have line breaks and tabs, terms may not.

    >>> from termbase.model import ConceptType, Language, Term
    >>> check(Concept(ConceptType.PLACE, (Term(Language.ZH_HANS, "义乌"),)))
    """
    if not concept.terms:
        raise ConflictError("an entry needs a form", remedy="give its Chinese or its English")
    for term in concept.terms:
        if not term.text.strip():
            raise InputError("a term is empty", remedy="give its text")
        if not term.text.isprintable() and any(unicodedata.category(sign) in _CONTROL for sign in term.text):
            raise InputError(f"a control character is in the term {term.text!r}", remedy="take it out")
    for text in _free_texts(concept):
        if not text.isprintable() and (found := _CODE.search(text)):
            raise InputError(f"a control character (U+{ord(found[0]):04X}) is in {text[:40]!r}", remedy="take it out")


def _free_texts(concept: Concept) -> Iterator[str]:
    yield from (concept.subject, concept.definition_zh, concept.definition_en, concept.note)
    for item in concept.items:
        yield from (item.zh, item.en)
    for source in {term.source for term in concept.terms if term.source}:
        yield from (source.issuer, source.title, source.url, source.date)


def file_concepts(writer: Writer, concepts: Sequence[tuple[int, Concept]]) -> None:
    """Insert concepts under new numbers, with all that belongs to them."""
    writer.insert(schema.concept, [(number, *_cells(concept), 1) for number, concept in concepts])
    file_terms(
        writer,
        [(number, place, term) for number, concept in concepts for place, term in enumerate(concept.terms)],
    )
    writer.insert(schema.item, [row for number, concept in concepts for row in _items(number, concept.items)])
    writer.insert(
        schema.context, [row for number, concept in concepts for row in _contexts(number, concept.contexts)]
    )
    writer.insert(
        schema.occurrence,
        [
            (number, document, share)
            for number, concept in concepts
            for document, share in _shares(concept.contexts, concept.frequency).items()
        ],
    )


def refile_concept(writer: Writer, number: int, concept: Concept) -> None:
    """Put the state of a concept in the place of what is stored, but for its contexts and frequency.

    Nothing is written that stays as it is: who may change what is a matter of cells and rows on a server.
    """
    table = schema.concept
    (stored,) = writer.rows(f"SELECT {', '.join(_COLUMNS)} FROM concept WHERE id = ?", (number,))
    cells = zip(_COLUMNS, stored, _cells(concept), strict=True)
    changed = {column: cell for column, old, cell in cells if cell != old}
    writer.write(update(table).where(table.c.id == number).values(**changed, version=table.c.version + 1))
    refile_terms(writer, number, concept.terms)
    items = _items(number, concept.items)
    known = writer.rows("SELECT concept_id, position, zh, en FROM item WHERE concept_id = ? ORDER BY 2", (number,))
    if list(map(tuple, known)) != items:
        writer.write(delete(schema.item).where(schema.item.c.concept_id == number))
        writer.insert(schema.item, items)


def remove_concepts(writer: Writer, numbers: Sequence[int]) -> None:
    """Delete concepts, some hundreds at most, with all that belongs to them; their history stays."""
    unfile_terms(writer, numbers)
    writer.write(delete(schema.concept).where(schema.concept.c.id.in_(numbers)))


def file_contexts(writer: Writer, number: int, contexts: Sequence[Context]) -> None:
    """Add contexts to a concept, after those it has."""
    writer.insert(schema.context, _contexts(number, contexts))


def set_frequencies(writer: Writer, number: int, frequencies: dict[str, int]) -> None:
    """Put how often a concept occurs in these documents in the place of what was counted there before."""
    table = schema.occurrence
    writer.write(delete(table).where(table.c.concept_id == number, table.c.document.in_(frequencies)))
    writer.insert(table, [(number, document, found) for document, found in frequencies.items() if found])


_COLUMNS = ("type", "status", "subject", "definition_zh", "definition_en", "note", "score", "reason")


def _cells(concept: Concept) -> tuple[object, ...]:
    return (
        str(concept.type),
        str(concept.status),
        concept.subject,
        concept.definition_zh,
        concept.definition_en,
        concept.note,
        concept.score,
        concept.reason,
    )


def _items(number: int, items: Sequence[Item]) -> list[tuple[object, ...]]:
    return [(number, position, item.zh, item.en) for position, item in enumerate(items)]


def _contexts(number: int, contexts: Sequence[Context]) -> list[tuple[object, ...]]:
    # None: the database numbers them
    return [
        (
            None,
            number,
            context.document,
            context.sentence,
            str(context.language),
            context.position,
            context.start,
            context.end,
            context.translation,
        )
        for context in contexts
    ]


def _shares(contexts: Sequence[Context], frequency: int) -> dict[str, int]:
    """How much of a frequency each document has: its contexts as far as it goes, and the first document the rest."""
    shares: dict[str, int] = {}
    left = frequency
    for document, found in Counter(context.document for context in contexts).items():
        shares[document] = min(found, left)
        left -= shares[document]
    if left:
        first = next(iter(shares), "")
        shares[first] = shares.get(first, 0) + left
    return {document: share for document, share in shares.items() if share}
