"""The index of the terms made anew from the terms."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import delete

from termbase import schema
from termbase.term_filing import file_terms

if TYPE_CHECKING:
    from termbase.store import Store

__all__ = ["rebuild_index"]

# Concepts at a time, below the 999 parameters that an older SQLite allows
_LOT = 500


def rebuild_index(store: Store) -> int:
    """Make keys, words and vocabulary of all terms anew, all or nothing; returns how many concepts there are."""
    concepts = 0
    with store.transaction():
        ((made,),) = store.execute("SELECT sql FROM sqlite_master WHERE name = 'term_words'", ())
        # the index may be such that no row can be taken out of it
        store.writer.write_many("DROP TABLE term_words", [()])
        store.writer.write_many(made, [()])
        for table in (schema.search_key, schema.word):
            store.writer.write(delete(table))
        # the indexes that SQLite keeps itself
        store.writer.write_many("REINDEX", [()])
        waiting = store.concepts(with_contexts=False)
        while lot := list(islice(waiting, _LOT)):
            owned = [(concept.id, concept.terms) for concept in lot if concept.id is not None]
            numbers = [number for number, _ in owned]
            store.writer.write(delete(schema.term).where(schema.term.c.concept_id.in_(numbers)))
            placed = [(number, place, term) for number, terms in owned for place, term in enumerate(terms)]
            file_terms(store.writer, placed)
            concepts += len(lot)
    return concepts
