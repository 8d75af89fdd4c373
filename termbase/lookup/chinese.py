"""Finding a term by its Chinese: the same, its beginning, a part, a wrong character, a homophone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from termbase.indexing import bare, term_key, words_of
from termbase.language.keys import pinyin_key, zh_key
from termbase.language.nearness import lengths_near, nearest, similarity
from termbase.lookup.index import rows_with, with_key, with_number, with_prefix, with_words
from termbase.lookup.match import Find, find
from termbase.model import Language
from termbase.reading import Reading
from termbase.word_index import Word

__all__ = ["by_homophones", "by_similar_characters", "by_text"]

# Longer than any term: beyond it a query is looked up whole, not by its parts.
_LONGEST = 100
# The nearest of those that share the most pairs of characters; among 100,000 concepts the right one was always there.
_CANDIDATES = 100


def by_text(reader: Reading, text: str) -> Iterator[Find]:
    """Terms that are the query, begin with it or contain it, in either script.

    Every term is filed in simplified characters too, so that a simplified query finds all. Only for what may be
    traditional OpenCC is loaded.
    """
    finds = list(_by_script(reader, text))
    yield from finds
    if not finds or any(found.entry.language == Language.ZH_HANT for found in finds):
        from termbase.language.script import to_simplified

        simplified = to_simplified(text)
        if simplified != text:
            yield from _by_script(reader, simplified)


def _by_script(reader: Reading, text: str) -> Iterator[Find]:
    key = term_key(text, chinese=True)
    for entry in with_key(reader, "zh", key):
        yield find(entry, "zh", "exact")
    # characters may stand in an English term: Yiwu (义乌)
    for entry in with_key(reader, "en", term_key(text, chinese=False)):
        yield find(entry, "en", "exact")
    if len(key) > _LONGEST:
        return
    for found, entry in with_prefix(reader, "zh", key):
        yield find(entry, "zh", "prefix", len(key) / len(found))
    if words := _query_words(text):
        for entry in with_words(reader, [[word] for word in words]):
            whole, part = bare(entry.key), bare(key)
            yield find(entry, "zh", "prefix" if whole.startswith(part) else "contains", len(part) / len(whole))


def by_similar_characters(reader: Reading, text: str) -> Iterator[Find]:
    """Terms with one wrong, missing or needless character, two from eight characters on."""
    from termbase.language.script import to_simplified

    key = to_simplified(bare(zh_key(text)))
    if not 2 < len(key) <= _LONGEST:
        return
    # a pair of brackets counts in the length of a key, not here
    lengths = lengths_near(len(key), slack=2)
    shared: Counter[int] = Counter()
    for word in words_of(key, chinese=True):
        shared.update(rows_with(reader, word, lengths))
    best = sorted(shared, key=lambda number: (-shared[number], number))[:_CANDIDATES]
    for entry in with_number(reader, best):
        other = to_simplified(bare(entry.key))
        if nearest(key, [other]):
            yield find(entry, "zh", "nearly", similarity(key, other))


def by_homophones(reader: Reading, text: str) -> Iterator[Find]:
    """Terms that sound the same; the reading of the query is looked up in dictionaries, the slowest step of all."""
    from termbase.language.pinyin import pinyin

    if len(text) > _LONGEST:
        return
    for entry in with_key(reader, "pinyin", pinyin_key(pinyin(text))):
        yield find(entry, "pinyin", "nearly")


def _query_words(text: str) -> list[Word]:
    """What the word index must have of a term that contains each part of the query.

    >>> [word.text for word in _query_words("八八战略")]
    ['八八', '八战', '战略']
    >>> _query_words("浙 RCEP")
    [Word(text='浙', unfinished=True), Word(text='rcep', unfinished=False)]
    """
    words = []
    for part in text.split():
        pairs = words_of(zh_key(part), chinese=True)
        for place, word in enumerate(pairs):
            alone = len(word) == 1 and not word.isascii()
            # the last character of a run is in the pair before it
            if not alone or place == 0 or pairs[place - 1].isascii():
                words.append(Word(word, unfinished=alone))
    return words
