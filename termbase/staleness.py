"""Whether a copy of a concept is the last state of it, and who changed what since it was read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from termbase.errors import ConflictError
from termbase.history import DOCUMENTS, SEEN

if TYPE_CHECKING:
    from termbase.reading import Reading

__all__ = ["changed_fields", "changed_meanwhile", "removed_meanwhile"]

_LAST = (
    "SELECT r.at, r.who, h.before, h.after FROM history h JOIN run r ON r.id = h.run_id "
    "WHERE h.concept_id = ? ORDER BY h.id DESC"
)
_COUNTED = frozenset({"id", "frequency", DOCUMENTS, SEEN})


def changed_meanwhile(reading: Reading, concept_id: int, changes: int) -> ConflictError:
    """The error for an edit of a copy after which so many changes were stored."""
    edits = [
        (at, who, fields)
        for at, who, before, after in reading.execute(_LAST, (concept_id,))
        if (fields := changed_fields(json.loads(before or "{}"), json.loads(after or "{}")))
    ][: max(changes, 1)]
    fields = list(dict.fromkeys(name for _, _, names in reversed(edits) for name in names))
    people = list(dict.fromkeys(who for _, who, _ in reversed(edits) if who))
    at = edits[0][0] if edits else "an unknown time"
    by = f" by {', '.join(people)}" if people else ""
    return ConflictError(
        f"entry {concept_id} was changed meanwhile{by}, last at {at}: {', '.join(fields)}",
        remedy=f"look at it again: zhterm term show {concept_id}",
    )


def removed_meanwhile(reading: Reading, concept_id: int) -> ConflictError:
    """The error for an edit of a concept that is no longer there."""
    told = ""
    for at, who, _, _ in reading.execute(f"{_LAST} LIMIT 1", (concept_id,)):
        told = f"{f' by {who}' if who else ''} at {at}"
    return ConflictError(
        f"entry {concept_id} was removed meanwhile{told}", remedy=f"see: zhterm term history {concept_id}"
    )


def changed_fields(before: dict[str, Any], after: dict[str, Any]) -> Sequence[str]:
    """The fields of a concept that differ between two states, apart from what was counted.

    >>> changed_fields({"id": 7, "note": "", "type": "place"}, {"id": 7, "note": "2003", "type": "place"})
    ['note']
    """
    names = dict.fromkeys((*before, *after))
    return [name for name in names if name not in _COUNTED and before.get(name) != after.get(name)]
