"""Whether a database file is sound: its pages, its rows, and the index by which terms are found."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from termbase.backups import opened_quietly
from termbase.database import SCHEMA_VERSION, schema_version
from termbase.errors import DatabaseError, ZhtermError
from termbase.failures import readable_errors
from termbase.indexing import index_words, search_keys, term_key, vocabulary, word_row
from termbase.reading import Reader
from termbase.rows import TERM, term_of

__all__ = ["COUNTED", "Fault", "Health", "examine"]

COUNTED = ("concept", "term", "context", "document", "unit", "run", "history")
"""Tables whose rows are counted."""
_TOLD = 5
"""Complaints of SQLite that are told; one is mostly followed by hundreds."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a database."""

    kind: Literal["damage", "index"]
    """Damage to the file, or an index that disagrees with what it leads to and can be built anew."""
    what: str


@dataclass(slots=True)
class Health:
    """What a file is and how it is."""

    schema: int | None = None
    """The version of its tables; None for a file without any."""
    counts: dict[str, int] = field(default_factory=dict)
    """Rows by table, of tables that can be read."""
    faults: list[Fault] = field(default_factory=list)

    def complain(self, what: str, kind: Literal["damage", "index"] = "damage") -> None:
        """Note a fault."""
        self.faults.append(Fault(kind, what))


def examine(path: Path, *, quick: bool = False) -> Health:
    """Look at a file, which is not changed; `quick` leaves out what compares indexes with their rows.

    Raises DatabaseError for a file of another program.
    """
    health = Health()
    with closing(opened_quietly(path)) as connection:
        try:
            health.schema = schema_version(connection, path)
        except DatabaseError as error:
            if not isinstance(error.__cause__, sqlite3.Error):
                raise
            health.complain(error.what)
            return health
        if health.schema is None:
            return health
        _look_at_pages(connection, path, health, quick=quick)
        _count(connection, path, health)
        if not quick and not health.faults and health.schema == SCHEMA_VERSION:
            _look_at_index(Reader(connection), health)
    return health


def _look_at_pages(connection: sqlite3.Connection, path: Path, health: Health, *, quick: bool) -> None:
    check = "quick_check" if quick else "integrity_check"
    try:
        with readable_errors(path):
            told = [str(line) for (line,) in connection.execute(f"PRAGMA {check}({_TOLD})")]
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall() if not quick else []
    except DatabaseError as error:
        health.complain(error.what)
        return
    for line in told:
        if line != "ok":
            health.complain(" ".join(line.split()))
    for table, count in Counter(row[0] for row in orphans).items():
        health.complain(f"{count} rows of {table} belong to nothing")


def _count(connection: sqlite3.Connection, path: Path, health: Health) -> None:
    for table in COUNTED:
        try:
            with readable_errors(path):
                ((health.counts[table],),) = connection.execute(f"SELECT count(*) FROM {table}")
        except DatabaseError as error:
            health.complain(f"{table}: {error.what}")


def _look_at_index(reader: Reader, health: Health) -> None:
    try:
        wrong = Counter(_wrongly_indexed(reader))
    except (ZhtermError, ValueError, TypeError) as error:
        health.complain(f"a row cannot be understood: {error}")
        return
    for name, count in wrong.items():
        health.complain(f"{count} {name}", "index")


def _wrongly_indexed(reader: Reader) -> Iterator[str]:
    """For each entry of an index that is missing or too many, which it is."""
    words_known = {word for (word,) in reader.execute("SELECT word FROM word", ())}
    last, rows_found = -1, 0
    page = f"{TERM.replace('SELECT ', 'SELECT t.id, t.key, ', 1)} WHERE t.id > ? ORDER BY t.id LIMIT 500"
    while rows := reader.execute(page, (last,)):
        bounds = (rows[0][0], rows[-1][0])
        keys: dict[int, set[tuple[str, str]]] = {}
        for term_id, kind, key in reader.execute("SELECT * FROM search_key WHERE term_id BETWEEN ? AND ?", bounds):
            keys.setdefault(term_id, set()).add((kind, key))
        for term_id, stored_key, *row in rows:
            term = term_of(row)
            chinese = term.language.is_chinese
            key = term_key(term.text, chinese=chinese)
            if key != stored_key or set(search_keys(term, key)) != keys.get(term_id, set()):
                yield "terms are not found by their keys"
            tokens = index_words(key, chinese=chinese)
            here = reader.execute("SELECT words FROM term_words WHERE rowid = ?", (word_row(len(key), term_id),))
            rows_found += len(here)
            if here != [(" ".join(tokens),)]:
                yield "terms are not found by their words"
            if not chinese and not words_known.issuperset(vocabulary(tokens)):
                yield "terms have words that no typing error is corrected to"
        last = bounds[1]
    ((indexed,),) = reader.execute("SELECT count(*) FROM term_words", ())
    yield from ["entries of the word index lead to no term"] * (indexed - rows_found)
