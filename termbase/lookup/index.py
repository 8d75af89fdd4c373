"""The indexes of the termbase as a look-up asks them: keys by equality and beginning, words by what they are in.

Every answer is bounded, so that a query of one character costs no more than another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from termbase.indexing import word_row
from termbase.reading import Reading
from termbase.word_index import Query, Word

__all__ = [
    "Entry",
    "keys_between",
    "known_words",
    "rows_with",
    "with_key",
    "with_keys",
    "with_number",
    "with_prefix",
    "with_words",
    "words_between",
]

# More than any page of hits; what is cut off would have ranked last, since shorter keys come first.
_ENOUGH = 100
# Of the keys that begin alike only the first are put in order of length: with one letter it may be a fifth of all
# keys, and these take 2 ms. The shortest of Chinese and English ones are found by their words besides.
_SCANNED = 3_000
_SHORTEST = 1_000
# Terms with one word of a query that may have errors; a word in more terms tells little.
_COUNTED = 1_000
# Keys compared for a typing error: half a key leaves fewer in 100,000 concepts, and these take 2 ms.
_COMPARED = 5_000
_LAST = "\U0010ffff"

_ENTRY = "SELECT t.id, t.concept_id, c.status, t.usage, t.language, t.key, t.pinyin"
_TERM = "JOIN term t ON t.id = {} JOIN concept c ON c.id = t.concept_id"
_LIVING = "c.status <> 'rejected' AND t.status <> 'rejected'"


class Entry(NamedTuple):
    """A term that an index leads to."""

    term_id: int
    concept_id: int
    status: str
    """Of the concept."""
    usage: str
    language: str
    key: str
    """The term's own key, in the script it is written in."""
    pinyin: str


def with_key(reader: Reading, kind: str, key: str) -> list[Entry]:
    """Terms with exactly this search key."""
    statement = (
        f"{_ENTRY} FROM search_key k {_TERM.format('k.term_id')} "
        f"WHERE k.kind = ? AND k.key = ? AND {_LIVING} ORDER BY k.term_id LIMIT {_ENOUGH}"
    )
    return [Entry(*row) for row in reader.execute(statement, (kind, key))]


def with_keys(reader: Reading, kind: str, keys: Sequence[str]) -> list[Entry]:
    """Terms with one of these search keys, at most 500 of them."""
    statement = (
        f"{_ENTRY} FROM search_key k {_TERM.format('k.term_id')} "
        f"WHERE k.kind = ? AND k.key IN ({','.join('?' * len(keys))}) AND {_LIVING} "
        f"ORDER BY k.term_id LIMIT {_ENOUGH}"
    )
    return [Entry(*row) for row in reader.execute(statement, (kind, *keys))]


def with_prefix(reader: Reading, kind: str, prefix: str) -> list[tuple[str, Entry]]:
    """Search keys that begin so, with their terms, shortest first."""
    scanned = (
        f"SELECT key, term_id FROM search_key WHERE kind = ? AND key >= ? AND key < ? ORDER BY key LIMIT {_SCANNED}"
    )
    statement = f"SELECT key, term_id FROM ({scanned}) scanned ORDER BY length(key), key, term_id LIMIT {_SHORTEST}"
    keys = reader.execute(statement, (kind, prefix, prefix + _LAST))
    found: list[tuple[str, Entry]] = []
    # the rows of terms lie far apart, so they are read only until enough are living
    for start in range(0, len(keys), _ENOUGH):
        page = keys[start : start + _ENOUGH]
        entries = {entry.term_id: entry for entry in with_number(reader, [term_id for _, term_id in page])}
        found += [(key, entries[term_id]) for key, term_id in page if term_id in entries]
        if len(found) >= _ENOUGH // 2:
            break
    return found


def with_words(reader: Reading, query: Query) -> list[Entry]:
    """Terms that have the words of a query, shortest key first."""
    having, parameters = reader.words.having(query)
    statement = (
        f"{_ENTRY} FROM ({having}) w {_TERM.format('(w.row_id & 4294967295)')} "
        f"WHERE {_LIVING} ORDER BY w.row_id LIMIT {_ENOUGH}"
    )
    return [Entry(*row) for row in reader.execute(statement, parameters)]


def with_number(reader: Reading, term_ids: Sequence[int]) -> list[Entry]:
    """Terms with these numbers, at most 500."""
    statement = (
        f"{_ENTRY} FROM term t JOIN concept c ON c.id = t.concept_id "
        f"WHERE t.id IN ({','.join('?' * len(term_ids))}) AND {_LIVING} ORDER BY t.id"
    )
    return [Entry(*row) for row in reader.execute(statement, term_ids)]


def rows_with(reader: Reading, word: str, lengths: range) -> list[int]:
    """Numbers of terms with this word whose key has one of these lengths."""
    having, parameters = reader.words.having([[Word(word)]])
    statement = (
        f"SELECT w.row_id & 4294967295 FROM ({having}) w WHERE w.row_id >= ? AND w.row_id < ? "
        f"ORDER BY w.row_id LIMIT {_COUNTED}"
    )
    bounds = (word_row(lengths.start, 0), word_row(lengths.stop, 0))
    return [number for (number,) in reader.execute(statement, (*parameters, *bounds))]


def known_words(reader: Reading, words: Sequence[str]) -> set[str]:
    """Those of the words (at most 500) that are in some English term."""
    rows = reader.execute(f"SELECT word FROM word WHERE word IN ({','.join('?' * len(words))})", words)
    return {word for (word,) in rows}


def words_between(reader: Reading, column: str, prefix: str, lengths: range) -> list[str]:
    """English words of these lengths that begin so in a column: `word`, or `backwards` for an ending."""
    statement = (
        f"SELECT word FROM word WHERE {column} >= ? AND {column} < ? AND length(word) BETWEEN ? AND ? "
        f"ORDER BY {column} LIMIT {_COMPARED}"
    )
    parameters = (prefix, prefix + _LAST, lengths.start, lengths.stop - 1)
    return [word for (word,) in reader.execute(statement, parameters)]


def keys_between(reader: Reading, kind: str, prefix: str, lengths: range) -> list[str]:
    """Different search keys of these lengths that begin so."""
    statement = (
        "SELECT DISTINCT key FROM search_key WHERE kind = ? AND key >= ? AND key < ? AND length(key) BETWEEN ? AND ? "
        f"ORDER BY key LIMIT {_COMPARED}"
    )
    parameters = (kind, prefix, prefix + _LAST, lengths.start, lengths.stop - 1)
    return [key for (key,) in reader.execute(statement, parameters)]
