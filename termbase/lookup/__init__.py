"""Finding a concept by Chinese, English, pinyin, initials, or nearly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from termbase.errors import InputError
from termbase.language.script import has_han
from termbase.lookup import chinese, english, pinyin
from termbase.lookup.match import Find, Hit, LookupMatch
from termbase.reading import Reading

__all__ = ["Hit", "LookupMatch", "best_hits", "find"]

Way = Callable[[Reading, str], Iterator[Find]]

# From cheap to dear; a step is taken only when those before it found nothing.
_CHINESE: tuple[tuple[Way, ...], ...] = (
    (chinese.by_text,),
    (chinese.by_similar_characters,),
    (chinese.by_homophones,),
)
_LATIN: tuple[tuple[Way, ...], ...] = (
    (english.by_words, pinyin.by_letters),
    (pinyin.by_southern_letters,),
    (english.by_corrected_words, pinyin.by_misspelt_letters),
    (english.by_most_words,),
)
# Concepts are read a page at a time
_MOST = 500


def find(reader: Reading, query: str, *, limit: int = 10) -> list[Hit]:
    """The concepts a person may mean, best first, each once and at most `limit` (or some hundreds); none rejected.

    The query may be Chinese (in either script, with or without quotation marks), English (words in any order, the
    last perhaps unfinished), pinyin (with tones, tone digits or none) or its initials; what is found nowhere is
    looked up with a few errors forgiven. Signs with a meaning in SQL or in a search expression have none here. Raises
    InputError for an empty query.
    """
    text = " ".join(query.split())
    if not text:
        raise InputError("nothing to look up", remedy="give Chinese, English or pinyin")
    return best_hits(reader, _first_finds(reader, text), limit)


def best_hits(reader: Reading, finds: Iterable[Find], limit: int) -> list[Hit]:
    """The concepts of these finds, best first, each once and by the best of its finds."""
    best: dict[int, Find] = {}
    for found in finds:
        known = best.get(found.entry.concept_id)
        if known is None or found.rank < known.rank:
            best[found.entry.concept_id] = found
    ranked = sorted(best.values(), key=lambda found: found.rank)[: max(0, min(limit, _MOST))]
    concepts = {concept.id: concept for concept in reader.concepts_of([found.entry.concept_id for found in ranked])}
    return [Hit(concepts[found.entry.concept_id], found.match) for found in ranked]


def _first_finds(reader: Reading, text: str) -> list[Find]:
    for step in _CHINESE if has_han(text) else _LATIN:
        if finds := [found for way in step for found in way(reader, text)]:
            return finds
    return []
