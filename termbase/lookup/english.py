"""Finding a term by its English: the same, its beginning, its words in any order, misspelt words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from termbase.indexing import term_key, vocabulary
from termbase.language.keys import english_words
from termbase.language.nearness import halves, lengths_near, nearest, similarity
from termbase.lookup.index import (
    known_words,
    rows_with,
    with_key,
    with_number,
    with_prefix,
    with_words,
    words_between,
)
from termbase.lookup.match import Field, Find, find
from termbase.model import Language
from termbase.reading import Reading
from termbase.word_index import Word

__all__ = ["by_corrected_words", "by_most_words", "by_words"]

# Longer than any term: beyond it a query is looked up whole, not by its parts.
_LONGEST = 300
# Words of a query that are looked at: more than a term has.
_MOST_WORDS = 24
# They say little about a term, and people leave them out.
_FUNCTION_WORDS = frozenset({"the", "a", "an", "of", "and", "for", "in", "to"})
# Terms compared in full, and the least similarity: one word of four may be another, or be missing.
_CANDIDATES = 100
_SIMILAR = 0.75


def by_words(reader: Reading, text: str) -> Iterator[Find]:
    """Terms that are the query, begin with it, or have its words in any order, the last word perhaps unfinished."""
    key = term_key(text, chinese=False)
    for entry in with_key(reader, "en", key):
        yield find(entry, "en", "exact")
    # a Chinese term in Latin letters (RCEP)
    for entry in with_key(reader, "zh", term_key(text, chinese=True)):
        yield find(entry, "zh", "exact")
    if len(key) > _LONGEST:
        return
    for found, entry in with_prefix(reader, "en", key):
        yield find(entry, "en", "prefix", len(key) / len(found))
    if words := _words(text):
        wanted = [*([Word(word)] for word in words[:-1]), [Word(words[-1], unfinished=True)]]
        for entry in with_words(reader, wanted):
            field: Field = "en" if entry.language == Language.EN else "zh"
            yield find(entry, field, "prefix" if entry.key.startswith(key) else "contains", len(key) / len(entry.key))


def by_corrected_words(reader: Reading, text: str) -> Iterator[Find]:
    """Terms that have all words of the query once those that no term has are corrected."""
    choices = _choices(reader, text)
    if not choices or not all(choices.values()):
        return
    corrected = [similarity(word, options[0]) for word, options in choices.items()]
    # a word rightly guessed is worth half of what a whole term rightly guessed is
    least = sum(corrected) / len(corrected) / 2
    key = term_key(text, chinese=False)
    for entry in with_words(reader, [[Word(option) for option in options] for options in choices.values()]):
        yield find(entry, "en", "nearly", max(least, _similarity(key, entry.key)))


def by_most_words(reader: Reading, text: str) -> Iterator[Find]:
    """Terms that have most words of the query, corrected, and few others."""
    key = term_key(text, chinese=False)
    lengths = range(int(len(key) * _SIMILAR), int(len(key) / _SIMILAR) + 1)
    shared: Counter[int] = Counter()
    for options in _choices(reader, text).values():
        shared.update({number for option in options for number in rows_with(reader, option, lengths)})
    best = sorted(shared, key=lambda number: (-shared[number], number))[:_CANDIDATES]
    for entry in with_number(reader, best):
        share = _similarity(key, entry.key)
        if share >= _SIMILAR:
            yield find(entry, "en", "nearly", share)


def _words(text: str) -> list[str]:
    """The words of a query that say something, or all of them.

    >>> _words("the Port of Ningbo"), _words("The")
    (['port', 'ningbo'], ['the'])
    """
    if len(text) > _LONGEST:
        return []
    words = english_words(text)[:_MOST_WORDS]
    return [word for word in words if word not in _FUNCTION_WORDS] or words


def _choices(reader: Reading, text: str) -> dict[str, list[str]]:
    """What each word of the query may stand for: itself, or the nearest words that some term has."""
    words = _words(text)
    known = known_words(reader, words)
    wrong = set(vocabulary(words)) - known
    return {word: _corrections(reader, word) if word in wrong else [word] for word in words}


def _corrections(reader: Reading, word: str) -> list[str]:
    beginning, ending = halves(word)
    lengths = lengths_near(len(word))
    candidates = words_between(reader, "word", beginning, lengths)
    candidates += words_between(reader, "backwards", ending, lengths)
    return nearest(word, candidates)


def _similarity(key: str, other: str) -> float:
    """The greater of the similarities as written and with the words in alphabetical order."""
    return max(similarity(key, other), similarity(" ".join(sorted(key.split())), " ".join(sorted(other.split()))))
