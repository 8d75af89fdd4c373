"""From rows to values: the columns of each table that is read, and what they make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from termbase.failures import not_understood
from termbase.model import (
    Concept,
    ConceptType,
    Context,
    Item,
    Kind,
    Language,
    Origin,
    Source,
    Status,
    Term,
    Tier,
    Usage,
)

__all__ = [
    "CONCEPT",
    "CONTEXT",
    "ITEM",
    "TERM",
    "Row",
    "concept_of",
    "context_of",
    "grouped",
    "item_of",
    "term_of",
]

Row = Sequence[Any]
"""A row as the driver gives it: a tuple of str, int, float or None."""
_Value = TypeVar("_Value")
_Given = ParamSpec("_Given")

CONCEPT = "SELECT id, type, status, subject, definition_zh, definition_en, note, score, reason, version FROM concept"
TERM = (
    "SELECT t.concept_id, t.language, t.text, t.usage, t.kind, t.status, t.pinyin, t.origin, t.reason, "
    "t.valid_from, t.valid_until, t.exact_case, t.inflect, s.issuer, s.title, s.url, s.date, s.tier "
    "FROM term t LEFT JOIN source s ON s.id = t.source_id"
)
ITEM = "SELECT concept_id, zh, en FROM item"
CONTEXT = 'SELECT concept_id, document, sentence, language, position, start, "end", translation FROM context'


def _understood(made: Callable[_Given, _Value]) -> Callable[_Given, _Value]:
    """The same, but a row that no program of ours wrote is a DatabaseError."""

    @wraps(made)
    def understood(*given: _Given.args, **named: _Given.kwargs) -> _Value:
        try:
            return made(*given, **named)
        except (ValueError, TypeError) as error:
            raise not_understood(error) from error

    return understood


@_understood
def concept_of(
    row: Row, terms: Sequence[Term], items: Sequence[Item], contexts: Sequence[Context], frequency: int
) -> Concept:
    """The concept of a CONCEPT row and of what belongs to it."""
    concept_id, type_, status, subject, definition_zh, definition_en, note, score, reason, version = row
    return Concept(
        ConceptType(type_),
        tuple(terms),
        concept_id,
        Status(status),
        subject,
        definition_zh,
        definition_en,
        note,
        tuple(items),
        tuple(contexts),
        frequency,
        score,
        reason,
        version,
    )


@_understood
def term_of(row: Row) -> Term:
    """The term of a TERM row."""
    _, language, text, usage, kind, status, pinyin, origin, reason, since, until, exact_case, inflect, *source = row
    return Term(
        Language(language),
        text,
        Usage(usage),
        Kind(kind),
        Status(status),
        pinyin,
        Origin(origin),
        reason,
        _source_of(*source),
        since,
        until,
        bool(exact_case),
        bool(inflect),
    )


def _source_of(issuer: str | None, title: str, url: str, date: str, tier: str) -> Source | None:
    return None if issuer is None else Source(issuer, title, url, date, Tier(tier))


def item_of(row: Row) -> Item:
    """The item of an ITEM row.

    >>> item_of((1, "千山万水", "mountains and rivers"))
    Item(zh='千山万水', en='mountains and rivers')
    """
    return Item(row[1], row[2])


@_understood
def context_of(row: Row) -> Context:
    """The context of a CONTEXT row."""
    _, document, sentence, language, position, start, end, translation = row
    return Context(document, sentence, Language(language), position, start, end, translation)


def grouped(rows: Iterable[Row], made: Callable[[Row], _Value]) -> dict[int, list[_Value]]:
    """What the rows make, by their first column (the number of the concept); an empty list for any other number."""
    groups: dict[int, list[_Value]] = defaultdict(list)
    for row in rows:
        groups[row[0]].append(made(row))
    return groups
