"""The words of terms in a plain table: a row for each word of each term."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termbase.connection import Connection
    from termbase.word_index import Query, Word

__all__ = ["WordTable"]

# Behind every word that begins alike
_LAST = "\U0010ffff"


class WordTable:
    """The table `term_words`; see `termbase.word_index.WordIndex`."""

    def having(self, query: Query) -> tuple[str, list[object]]:
        """The rows that are among those of each group."""
        parts = [_any_of(group) for group in query]
        # a term may have several words of a group
        alone = "DISTINCT " if len(parts) == 1 and len(parts[0][1]) > 1 else ""
        statements = [f"SELECT {alone}row_id FROM term_words WHERE {condition}" for condition, _ in parts]
        parameters: list[object] = [text for _, texts in parts for text in texts]
        return " INTERSECT ".join(statements), parameters

    def file(self, connection: Connection, rows: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Add the words of each row."""
        filed = sorted({(row_id, word) for row_id, words in rows for word in words})
        connection.append("term_words", ("row_id", "word"), filed)

    def unfile(self, connection: Connection, row_ids: Sequence[int]) -> None:
        """Remove all words of these rows."""
        connection.run_many("DELETE FROM term_words WHERE row_id = ?", [(row_id,) for row_id in row_ids])


def _any_of(group: Sequence[Word]) -> tuple[str, list[str]]:
    conditions = ["(word >= ? AND word < ?)" if word.unfinished else "word = ?" for word in group]
    texts = [text for word in group for text in ((word.text, word.text + _LAST) if word.unfinished else (word.text,))]
    return " OR ".join(conditions), texts
