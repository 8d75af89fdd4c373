"""Finding a term by its pinyin: with or without tones, by its initials, as southern speakers write it, misspelt."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from termbase.language.keys import pinyin_key, southern_key
from termbase.language.nearness import halves, lengths_near, nearest, similarity
from termbase.lookup.index import keys_between, with_key, with_prefix
from termbase.lookup.match import Find, find
from termbase.reading import Reading

__all__ = ["by_letters", "by_misspelt_letters", "by_southern_letters"]

# Longer than the pinyin of any term
_LONGEST = 200
# Fewer letters than these begin, or end, or nearly are, too many terms to say anything.
_SHORTEST_BEGINNING = 2
_SHORTEST_ENDING = 4
_SHORTEST_MISSPELT = 5


_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}


def by_letters(reader: Reading, text: str) -> Iterator[Find]:
    """Terms whose pinyin is the query, begins or ends with it, or whose initials it gives; tones only choose."""
    key = _key(text)
    for entry in with_key(reader, "pinyin", key) if key else ():
        yield find(entry, "pinyin", "exact", 1 if _tones_agree(text, entry.pinyin) else 0)
    if len(key) >= _SHORTEST_BEGINNING:
        for found, entry in with_prefix(reader, "pinyin", key):
            yield find(entry, "pinyin", "prefix", len(key) / len(found))
        if text.isascii() and text.isalpha():
            yield from _by_initials(reader, key)
    if len(key) >= _SHORTEST_ENDING:
        for _, entry in with_prefix(reader, "backwards", southern_key(key)[::-1]):
            if (found := pinyin_key(entry.pinyin)).endswith(key):
                yield find(entry, "pinyin", "contains", len(key) / len(found))


def by_southern_letters(reader: Reading, text: str) -> Iterator[Find]:
    """Terms whose pinyin is or begins with the query once zh/z, n/ng, l/n and the like are one."""
    key = southern_key(_key(text))
    if len(key) >= _SHORTEST_BEGINNING:
        for entry in with_key(reader, "southern", key):
            yield find(entry, "pinyin", "southern")
    if len(key) >= _SHORTEST_ENDING:
        for found, entry in with_prefix(reader, "southern", key):
            yield find(entry, "pinyin", "southern", len(key) / len(found))


def by_misspelt_letters(reader: Reading, text: str) -> Iterator[Find]:
    """Terms whose pinyin is the query but for a typing error, from eight letters on two."""
    key = southern_key(_key(text))
    if len(key) < _SHORTEST_MISSPELT:
        return
    beginning, ending = halves(key)
    lengths = lengths_near(len(key))
    keys = keys_between(reader, "southern", beginning, lengths)
    keys += [found[::-1] for found in keys_between(reader, "backwards", ending, lengths)]
    for found in nearest(key, keys):
        for entry in with_key(reader, "southern", found):
            yield find(entry, "pinyin", "nearly", similarity(key, found))


def _by_initials(reader: Reading, key: str) -> Iterator[Find]:
    for entry in with_key(reader, "initials", key):
        yield find(entry, "initials", "exact")
    for found, entry in with_prefix(reader, "initials", key):
        yield find(entry, "initials", "prefix", len(key) / len(found))


def _key(text: str) -> str:
    key = pinyin_key(text)
    return key if len(key) <= _LONGEST else ""


def _tones_agree(text: str, pinyin: str) -> bool:
    """Whether the tones typed, by marks or digits, are those of the term; none typed agree with any.

    >>> _tones_agree("ba1ba1 zhan4lue4", "Bābā Zhànlüè"), _tones_agree("yiwu", "Yìwū"), _tones_agree("shì", "shí")
    (True, True, False)
    """
    typed = _tones(text)
    return not typed or typed == _tones(pinyin)


def _tones(spelling: str) -> str:
    signs = unicodedata.normalize("NFD", spelling)
    return "".join(_TONES.get(sign, sign if sign in "1234" else "") for sign in signs)
