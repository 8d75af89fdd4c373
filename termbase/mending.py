"""Rows brought over from a damaged database put in order, so that each belongs to something that is there."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable

from termbase import schema
from termbase.history import concept_in
from termbase.model import Concept, ConceptType, Kind, Language, Origin, Status, Tier, Usage

__all__ = ["mend"]

_WORDS: dict[tuple[str, str], Iterable[str]] = {
    ("concept", "type"): ConceptType,
    ("concept", "status"): Status,
    ("source", "tier"): Tier,
    ("term", "language"): Language,
    ("term", "usage"): Usage,
    ("term", "kind"): Kind,
    ("term", "status"): Status,
    ("term", "origin"): Origin,
    ("context", "language"): Language,
}
"""Columns that hold one of a fixed set of words."""
_OWNED = ("term", "item", "context", "occurrence")


def mend(target: sqlite3.Connection) -> None:
    """Take out rows that cannot be understood, bring back lost concepts from the history, drop what is left over."""
    for (table, column), words in _WORDS.items():
        known = ", ".join(f"'{word}'" for word in words)
        target.execute(f"DELETE FROM {table} WHERE {column} NOT IN ({known})")
    target.execute("UPDATE term SET source_id = NULL WHERE source_id NOT IN (SELECT id FROM source)")
    lost = " UNION ".join(f"SELECT concept_id FROM {table}" for table in _OWNED)
    numbers = target.execute(
        f"SELECT concept_id FROM ({lost}) WHERE concept_id NOT IN (SELECT id FROM concept) "
        "UNION SELECT concept_id FROM history WHERE concept_id > 0 AND concept_id NOT IN (SELECT id FROM concept) "
        "UNION SELECT id FROM concept WHERE id NOT IN (SELECT concept_id FROM term)"
    ).fetchall()
    for (number,) in numbers:
        _bring_back(target, number)
    target.execute("DELETE FROM concept WHERE id NOT IN (SELECT concept_id FROM term)")
    for table in _OWNED:
        target.execute(f"DELETE FROM {table} WHERE concept_id NOT IN (SELECT id FROM concept)")
    target.execute("DELETE FROM unit_context WHERE unit_id NOT IN (SELECT id FROM unit)")
    for table in ("history", "memory_change"):
        target.execute(
            "INSERT INTO run (id, at, who, command) SELECT DISTINCT run_id, '', '', '' "
            f"FROM {table} WHERE run_id NOT IN (SELECT id FROM run)"
        )


def _bring_back(target: sqlite3.Connection, number: int) -> None:
    """The concept as its last whole state in the history has it, where there is one."""
    lines = target.execute("SELECT after FROM history WHERE concept_id = ? ORDER BY id DESC", (number,))
    for (line,) in lines.fetchall():
        if not line:
            # it was removed
            return
        try:
            values = json.loads(line)
            if "terms" in values:
                _file(target, number, concept_in(values))
                return
        except (ValueError, KeyError, TypeError):
            continue


def _file(target: sqlite3.Connection, number: int, concept: Concept) -> None:
    """Rows for a concept; its terms only where none is there. The keys are made with the index."""
    insert: Callable[[str, int], str] = lambda table, count: (  # noqa: E731
        f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * count)})"
    )
    target.execute(
        insert("concept", len(schema.concept.columns)),
        (number, str(concept.type), str(concept.status), concept.subject, concept.definition_zh,
         concept.definition_en, concept.note, concept.score, concept.reason, 1),
    )  # fmt: skip
    if target.execute("SELECT 1 FROM term WHERE concept_id = ?", (number,)).fetchall():
        return
    for place, term in enumerate(concept.terms):
        target.execute(
            insert("term", len(schema.term.columns)),
            (None, number, place, str(term.language), term.text, term.text, str(term.usage), str(term.kind),
             str(term.status), term.pinyin, str(term.origin), term.reason, None, term.valid_from, term.valid_until,
             term.exact_case, term.inflect),
        )  # fmt: skip
    for place, item in enumerate(concept.items):
        target.execute(insert("item", len(schema.item.columns)), (number, place, item.zh, item.en))
