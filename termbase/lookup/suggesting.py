"""Terms that begin as somebody has begun to type: by their text, their pinyin or its initials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termbase.indexing import term_key
from termbase.language.keys import pinyin_key
from termbase.language.script import has_han
from termbase.lookup.index import with_prefix
from termbase.lookup.match import Field, Find, find
from termbase.reading import Reading

__all__ = ["Suggestion", "suggestions"]

# Of what is longer nobody types the beginning to have the rest
_LONGEST = 100
# One letter begins too many readings to say anything
_SHORTEST_PINYIN = 2

_OTHER = (
    "SELECT o.text FROM term o WHERE o.concept_id = t.concept_id AND o.status <> 'rejected' "
    "AND (o.language = 'en') <> (t.language = 'en') AND o.usage IN ('preferred', 'admitted') "
    # preferred comes before admitted
    "ORDER BY o.usage DESC, o.position LIMIT 1"
)


class Suggestion(NamedTuple):
    """A term that what was typed may become."""

    text: str
    pinyin: str
    other: str
    """The term to prefer in the other language; empty where there is none."""
    field: Field
    """What begins as it was typed: the text (`zh`, `en`), the pinyin, or its initials."""
    key: str
    """The search key that begins so; of pinyin and initials plain letters."""


def suggestions(reader: Reading, text: str, *, limit: int = 20) -> list[Suggestion]:
    """Terms that begin so, best first, each once; none for an empty text. Nothing is loaded or corrected for it."""
    typed = " ".join(text.split())
    if not 0 < len(typed) <= _LONGEST or limit < 1:
        return []
    best: dict[int, tuple[Find, str]] = {}
    for found, key in _finds(reader, typed):
        known = best.get(found.entry.term_id)
        if known is None or found.rank < known[0].rank:
            best[found.entry.term_id] = found, key
    ranked = sorted(best.values(), key=lambda one: (one[0].rank, one[0].entry.term_id))[:limit]
    texts = _texts(reader, [found.entry.term_id for found, _ in ranked])
    return [Suggestion(*texts[found.entry.term_id], found.match.field, key) for found, key in ranked]


def _finds(reader: Reading, typed: str) -> Iterator[tuple[Find, str]]:
    for field, prefix in _prefixes(typed):
        for key, entry in with_prefix(reader, field, prefix):
            yield find(entry, field, "exact" if key == prefix else "prefix", len(prefix) / len(key)), key


def _prefixes(typed: str) -> Iterator[tuple[Field, str]]:
    """Under which kinds of keys a text may begin, and how its key would.

    >>> list(_prefixes("“八八")), list(_prefixes("Belt and")), list(_prefixes("B"))
    ([('zh', '八八')], [('zh', 'beltand'), ('en', 'belt and'), ('pinyin', 'beltand')], [('zh', 'b'), ('en', 'b')])
    """
    yield "zh", term_key(typed, chinese=True)
    if has_han(typed):
        return
    yield "en", term_key(typed, chinese=False)
    letters = pinyin_key(typed)
    if len(letters) >= _SHORTEST_PINYIN:
        yield "pinyin", letters
        if typed.isascii() and typed.isalpha():
            yield "initials", letters


def _texts(reader: Reading, term_ids: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """Text, pinyin and counterpart of the terms with these numbers."""
    places = ",".join("?" * len(term_ids))
    statement = f"SELECT t.id, t.text, t.pinyin, coalesce(({_OTHER}), '') FROM term t WHERE t.id IN ({places})"
    return {row[0]: (row[1], row[2], row[3]) for row in reader.execute(statement, term_ids)}
