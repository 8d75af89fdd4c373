"""The words of terms: how they are filed, and how terms that have some of them are found.

This is where databases differ most. SQLite has an index of its own for it (FTS5), any other keeps a plain table
(`termbase.postgres.word_table`). Either is asked for rows, which are numbered by `termbase.indexing.word_row`: the
shorter the key of a term, the lower.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from termbase.connection import Connection

__all__ = ["FullText", "Query", "Word", "WordIndex"]


class Word(NamedTuple):
    """A word of a query."""

    text: str
    unfinished: bool = False
    """Whether it is only the beginning of a word."""


Query = Sequence[Sequence[Word]]
"""Wanted is one word at least of each group."""


class WordIndex(Protocol):
    """Where the words of terms are kept."""

    def having(self, query: Query) -> tuple[str, list[object]]:
        """A reading statement that gives as `row_id` the rows with such words, and its parameters."""

    def file(self, connection: Connection, rows: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Add rows, each with its words."""

    def unfile(self, connection: Connection, row_ids: Sequence[int]) -> None:
        """Remove rows."""


class FullText:
    """The words in SQLite's FTS5."""

    def having(self, query: Query) -> tuple[str, list[object]]:
        """See `WordIndex`.

        >>> FullText().having([[Word("八八")], [Word("战略"), Word("略", unfinished=True)]])[1]
        ['"八八" AND ("战略" OR "略"*)']
        """
        expression = " AND ".join(map(_any_of, query))
        return "SELECT rowid AS row_id FROM term_words WHERE term_words MATCH ?", [expression]

    def file(self, connection: Connection, rows: Sequence[tuple[int, Sequence[str]]]) -> None:
        """See `WordIndex`."""
        # a row number below the one before makes FTS5 write out what it holds, so they go in order
        filed = sorted((row_id, " ".join(words)) for row_id, words in rows)
        connection.run_many("INSERT INTO term_words (rowid, words) VALUES (?, ?)", filed)

    def unfile(self, connection: Connection, row_ids: Sequence[int]) -> None:
        """See `WordIndex`."""
        connection.run_many("DELETE FROM term_words WHERE rowid = ?", [(row_id,) for row_id in row_ids])


def _any_of(group: Sequence[Word]) -> str:
    words = [f'"{word.text}"{"*" if word.unfinished else ""}' for word in group]
    return words[0] if len(words) == 1 else f"({' OR '.join(words)})"
