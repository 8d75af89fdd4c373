"""A concept as one line of JSON for its history, so that a change can be taken back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from enum import StrEnum
from operator import attrgetter
from typing import Any

from termbase.model import (
    Concept,
    ConceptType,
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
    "DOCUMENTS",
    "NO_CONCEPT",
    "SEEN",
    "collected_to_json",
    "concept_in",
    "concept_of",
    "date_to_json",
    "from_json",
    "state_of",
    "to_json",
]

NO_CONCEPT = 0
"""The number under which the history keeps what is of no concept: the dates of documents."""
DOCUMENTS = "documents"
"""The name under which a line has what documents contributed."""
SEEN = "seen"
"""The name under which a line has the changes of another database that it took in (`lineage`)."""


def to_json(
    concept: Concept,
    number: int | None = None,
    *,
    documents: Mapping[str, Any] | None = None,
    seen: Mapping[str, Any] | None = None,
) -> str:
    """The concept, under its own number or this one, without its contexts and without fields at their default.

    `documents` is what documents contributed, as far as it is to be kept; `seen` names changes of another database.

    >>> to_json(Concept(ConceptType.POLICY_PHRASE, (Term(Language.ZH_HANS, "双循环"),)), 7)
    '{"type":"policy phrase","id":7,"terms":[{"language":"zh-Hans","text":"双循环"}]}'
    """
    state = state_of(concept if number is None else replace(concept, id=number))
    if documents is not None:
        state[DOCUMENTS] = documents
    if seen:
        state[SEEN] = seen
    return _encode(state)


def collected_to_json(number: int, frequency: int, documents: Mapping[str, Any]) -> str:
    """What documents contributed to a concept that is otherwise not touched, and how often it occurs in all.

    >>> collected_to_json(7, 3, {})
    '{"id":7,"frequency":3,"documents":{}}'
    """
    return _encode({"id": number, "frequency": frequency, DOCUMENTS: documents})


def state_of(concept: Concept) -> dict[str, object]:
    """The same as values that JSON knows."""
    state = _CONCEPT.of(concept)
    state["terms"] = [_term(term) for term in concept.terms]
    if concept.items:
        state["items"] = [_ITEM.of(item) for item in concept.items]
    return state


def date_to_json(document: str, date: str) -> str:
    """The day that a document is said to be of; empty for none."""
    return _encode({"document": document, "date": date})


def from_json(line: str) -> Concept:
    """The concept that `to_json` wrote.

    >>> concept = Concept(ConceptType.STRATEGY, (Term(Language.EN, "Double-Eight Strategy"),), note="2003")
    >>> from_json(to_json(concept)) == concept
    True
    """
    return concept_in(json.loads(line))


def concept_in(values: Mapping[str, Any]) -> Concept:
    """The concept in the values of a line, without what the history keeps beside it; raises as `concept_of` does."""
    return concept_of({name: value for name, value in values.items() if name not in {DOCUMENTS, SEEN}})


def concept_of(values: dict[str, Any]) -> Concept:
    """The concept of which `state_of` gave the values; raises KeyError, TypeError or ValueError for other values."""
    state = _named(values, {"type": ConceptType, "status": Status})
    state["items"] = tuple(Item(**item) for item in state.get("items", ()))
    state["terms"] = tuple(_read_term(term) for term in state["terms"])
    return Concept(**state)


class _Plain:
    """The fields of a model that JSON can hold as they are."""

    def __init__(self, model: type) -> None:
        apart = {"terms", "items", "contexts", "source", "version"}
        plain = [field for field in fields(model) if field.name not in apart]
        self._names = [field.name for field in plain]
        self._defaults = [field.default for field in plain]
        self._contents = attrgetter(*self._names)

    def of(self, value: object) -> dict[str, object]:
        """The fields that differ from their default, by name."""
        contents = zip(self._names, self._contents(value), self._defaults, strict=True)
        return {name: content for name, content, default in contents if content != default}


_CONCEPT, _TERM, _SOURCE, _ITEM = _Plain(Concept), _Plain(Term), _Plain(Source), _Plain(Item)
_TERM_ENUMS: dict[str, type[StrEnum]] = {
    "language": Language,
    "usage": Usage,
    "kind": Kind,
    "status": Status,
    "origin": Origin,
}
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _term(term: Term) -> dict[str, object]:
    state = _TERM.of(term)
    if term.source is not None:
        state["source"] = _SOURCE.of(term.source)
    return state


def _read_term(state: dict[str, Any]) -> Term:
    term = _named(state, _TERM_ENUMS)
    if "source" in term:
        term["source"] = Source(**_named(term["source"], {"tier": Tier}))
    return Term(**term)


def _named(state: dict[str, Any], enums: dict[str, type[StrEnum]]) -> dict[str, Any]:
    """The state with the members of these enumerations in the place of their values."""
    return {name: enums[name](content) if name in enums else content for name, content in state.items()}
