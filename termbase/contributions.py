"""What a document contributed to a concept, its contexts and its count, and how the history keeps it.

Before a change the history keeps all of it, so that it can be put back; after it only a mark to know it by: what is
there stands in its own tables until the next change, which keeps it then.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any

from termbase.model import Context, Language
from termbase.rows import CONTEXT, Row, context_of

__all__ = [
    "NOTHING",
    "Contribution",
    "contribution_of",
    "contributions_of",
    "mark_of",
    "marks_of",
    "read_contributions",
    "states_of",
]

Execute = Callable[[str, Sequence[object]], list[Row]]
"""Gives all rows of a statement with `?` for its parameters."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """How often a document has a concept, and the sentences kept of it."""

    frequency: int = 0
    contexts: tuple[Context, ...] = ()


NOTHING = Contribution()


def contributions_of(contexts: Iterable[Row], frequencies: Iterable[Row]) -> dict[str, Contribution]:
    """By document, from the rows of contexts and of (document, frequency); in the order of the contexts.

    So a concept that is brought back has them in the order in which it had them.
    """
    counted: dict[str, int] = dict(map(tuple, frequencies))
    found: dict[str, list[Context]] = {}
    for context in map(context_of, contexts):
        found.setdefault(context.document, []).append(context)
    for document in counted:
        found.setdefault(document, [])
    return {document: Contribution(counted.get(document, 0), tuple(kept)) for document, kept in found.items()}


def read_contributions(execute: Execute, concept_id: int, document: str | None = None) -> dict[str, Contribution]:
    """What each document contributed to a stored concept, or only this one."""
    here, parameters = ("", ()) if document is None else (" AND document = ?", (document,))
    contexts = execute(f"{CONTEXT} WHERE concept_id = ?{here} ORDER BY id", (concept_id, *parameters))
    counts = f"SELECT document, frequency FROM occurrence WHERE concept_id = ?{here} ORDER BY document"
    return contributions_of(contexts, execute(counts, (concept_id, *parameters)))


def states_of(contributions: Mapping[str, Contribution]) -> dict[str, Any]:
    """The contributions as values that JSON knows; documents that contributed nothing are left out.

    >>> context = Context("port.txt", "义乌港开放。", Language.ZH_HANS, 4, 0, 3)
    >>> states = states_of({"port.txt": Contribution(2, (context,)), "news.txt": NOTHING})
    >>> contribution_of("port.txt", states.get("port.txt")) == Contribution(2, (context,))
    True
    >>> contribution_of("news.txt", states.get("news.txt")) == NOTHING
    True
    """
    return {
        document: {"frequency": one.frequency, "contexts": [_state(context) for context in one.contexts]}
        for document, one in contributions.items()
        if one != NOTHING
    }


def contribution_of(document: str, state: Mapping[str, Any] | None) -> Contribution:
    """The contribution of which `states_of` gave the state; None is nothing."""
    if state is None:
        return NOTHING
    contexts = (
        Context(document, **{**values, "language": Language(values["language"])}) for values in state["contexts"]
    )
    return Contribution(state["frequency"], tuple(contexts))


def marks_of(contributions: Mapping[str, Contribution]) -> dict[str, Any]:
    """The marks of contributions by document, without documents that contributed nothing."""
    return {document: mark_of(one) for document, one in contributions.items() if one != NOTHING}


def mark_of(contribution: Contribution) -> dict[str, Any]:
    """How often, and a digest of the contexts: two contributions with the same mark are the same.

    >>> mark_of(Contribution(2))
    {'frequency': 2, 'digest': 'f48212d320c4'}
    """
    states = [_state(context) for context in contribution.contexts]
    digest = blake2b(json.dumps(states, ensure_ascii=False).encode(), digest_size=6).hexdigest()
    return {"frequency": contribution.frequency, "digest": digest}


def _state(context: Context) -> dict[str, Any]:
    values = asdict(context)
    del values["document"]
    if not context.translation:
        del values["translation"]
    return values
