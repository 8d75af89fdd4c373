"""From terms to rows: the terms of concepts, their sources, and the keys and words under which they are found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from termbase import schema
from termbase.indexing import index_words, search_keys, term_key, vocabulary, word_row
from termbase.model import Source, Term
from termbase.writing import Writer

__all__ = ["PlacedTerm", "file_terms", "refile_terms", "unfile_terms"]

PlacedTerm = tuple[int, int, Term]
"""The number of a concept, and one of its terms behind the place where it stands there."""

_ADD_VOCABULARY = "INSERT INTO word (word, backwards) VALUES (?, ?) ON CONFLICT DO NOTHING"
_STORED = (
    "SELECT id, key, position, language, text, key, usage, kind, status, pinyin, origin, reason, source_id, "
    "valid_from, valid_until, exact_case, inflect FROM term WHERE concept_id = ?"
)
# Sources asked for at a time: five parameters each
_SOURCES = 100


def file_terms(writer: Writer, owned: Sequence[PlacedTerm]) -> None:
    """Insert terms of concepts, and all that leads to them."""
    sources = _source_ids(writer, {term.source for _, _, term in owned if term.source is not None})
    ((last,),) = writer.rows("SELECT coalesce(max(id), 0) FROM term")
    rows, keys, words, known = [], [], [], set()
    for term_id, (number, position, term) in zip(count(last + 1), owned, strict=False):
        chinese = term.language.is_chinese
        key = term_key(term.text, chinese=chinese)
        source = None if term.source is None else sources[term.source]
        rows.append((term_id, number, position, *_cells(term, key, source)))
        keys += [(term_id, kind, found) for kind, found in search_keys(term, key)]
        tokens = index_words(key, chinese=chinese)
        words.append((word_row(len(key), term_id), tokens))
        if not chinese:
            known.update(vocabulary(tokens))
    writer.insert(schema.term, rows)
    writer.insert(schema.search_key, keys)
    writer.file_words(words)
    writer.write_many(_ADD_VOCABULARY, sorted((word, word[::-1]) for word in known))


def refile_terms(writer: Writer, concept_id: int, terms: Sequence[Term]) -> None:
    """Put these terms in the place of those of a concept; one that stays where and as it is is left alone.

    So somebody who may only propose can add to what others approved.
    """
    sources = _source_ids(writer, {term.source for term in terms if term.source is not None})
    wanted: dict[tuple[object, ...], PlacedTerm] = {}
    for position, term in enumerate(terms):
        key = term_key(term.text, chinese=term.language.is_chinese)
        wanted[position, *_cells(term, key, sources.get(term.source) if term.source else None)] = (
            concept_id,
            position,
            term,
        )
    gone = []
    for term_id, key, *row in writer.rows(_STORED, (concept_id,)):
        if wanted.pop(tuple(row), None) is None:
            gone.append((key, term_id))
    _remove(writer, gone)
    file_terms(writer, list(wanted.values()))


def unfile_terms(writer: Writer, concept_ids: Sequence[int]) -> None:
    """Remove the terms of concepts, some hundreds at most, and all that leads to them."""
    marks = ",".join("?" * len(concept_ids))
    _remove(writer, writer.rows(f"SELECT key, id FROM term WHERE concept_id IN ({marks})", concept_ids))


def _remove(writer: Writer, terms: Sequence[Sequence[Any]]) -> None:
    """Remove terms, given by key and number."""
    writer.unfile_words(sorted(word_row(len(key), term_id) for key, term_id in terms))
    writer.write_many("DELETE FROM term WHERE id = ?", [(term_id,) for _, term_id in terms])


def _cells(term: Term, key: str, source_id: int | None) -> tuple[object, ...]:
    return (
        str(term.language),
        term.text,
        key,
        str(term.usage),
        str(term.kind),
        str(term.status),
        term.pinyin,
        str(term.origin),
        term.reason,
        source_id,
        term.valid_from,
        term.valid_until,
        term.exact_case,
        term.inflect,
    )


def _source_ids(writer: Writer, sources: Iterable[Source]) -> dict[Source, int]:
    """The numbers of these sources; those not yet there are inserted."""
    rows = {(source.issuer, source.title, source.url, source.date, str(source.tier)): source for source in sources}
    known = _known_sources(writer, list(rows))
    ((last,),) = writer.rows("SELECT coalesce(max(id), 0) FROM source")
    new = dict(zip(sorted(rows.keys() - known.keys()), count(last + 1), strict=False))
    writer.insert(schema.source, [(number, *row) for row, number in new.items()])
    return {source: known.get(row) or new[row] for row, source in rows.items()}


def _known_sources(writer: Writer, rows: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    known = {}
    for start in range(0, len(rows), _SOURCES):
        asked = rows[start : start + _SOURCES]
        values = ",".join(["(?,?,?,?,?)"] * len(asked))
        found = writer.rows(
            "SELECT id, issuer, title, url, date, tier FROM source "
            f"WHERE (issuer, title, url, date, tier) IN (VALUES {values})",
            [cell for row in asked for cell in row],
        )
        known.update({tuple(row): number for number, *row in found})
    return known
