"""Under which keys and words a term is found: computed once, when the term is stored.

A look-up then needs neither pypinyin nor a dictionary: it compares keys.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from termbase.language.keys import english_key, initials_key, pinyin_key, southern_key, zh_key
from termbase.model import Term

__all__ = ["bare", "index_words", "search_keys", "term_key", "text_keys", "vocabulary", "word_row", "words_of"]

_RUNS = re.compile(r"[a-z0-9]+|[^a-z0-9]+")
_LONGEST = 0xFFFF
# One error in three letters or fewer leaves too little to know the word by
_SHORTEST_WORD = 4


def term_key(text: str, *, chinese: bool) -> str:
    """What two spellings of one term share; never empty, so that a term of signs alone is found too.

    >>> term_key("“八八战略”", chinese=True), term_key("The Free-Trade Zones", chinese=False)
    ('八八战略', 'free trade zone')
    >>> term_key("——", chinese=True)
    '——'
    """
    key = zh_key(text) if chinese else english_key(text)
    return key or " ".join(unicodedata.normalize("NFKC", text).split()) or text


def text_keys(text: str, *, chinese: bool) -> list[str]:
    """The keys under which a term may be filed that someone wrote like this: in its own script, and simplified.

    >>> text_keys("一帶一路", chinese=True), text_keys("Belt and Road", chinese=False)
    (['一帶一路', '一带一路'], ['belt and road'])
    """
    key = term_key(text, chinese=chinese)
    return list(dict.fromkeys((key, _simplified(key)))) if chinese else [key]


def search_keys(term: Term, key: str) -> Iterator[tuple[str, str]]:
    """The (kind, key) pairs that lead to a term whose key is `key`.

    The kinds: `zh` (as written, and simplified where that differs), `en`, `pinyin`, `initials`, `southern` (zh/z,
    n/ng and n/l merged) and `backwards` (the southern key from its end, for endings and errors in the first half).

    >>> from termbase.model import Language
    >>> dict(search_keys(Term(Language.EN, "Four-Thousand Spirit"), "four thousand spirit"))
    {'en': 'four thousand spirit'}
    """
    if not term.language.is_chinese:
        yield "en", key
        return
    yield "zh", key
    if (simplified := _simplified(key)) != key:
        yield "zh", simplified
    spelling = pinyin_key(term.pinyin)
    if spelling:
        southern = southern_key(spelling)
        yield "pinyin", spelling
        yield "southern", southern
        yield "backwards", southern[::-1]
        yield "initials", _initials(term.pinyin)


def bare(key: str) -> str:
    """A Chinese key without signs: brackets and points are written or left out.

    >>> bare("中国(浙江)自由贸易试验区")
    '中国浙江自由贸易试验区'
    """
    return key if key.isalnum() else "".join(filter(str.isalnum, key))


def words_of(key: str, *, chinese: bool) -> list[str]:
    """The words of a key for the word index: pairs of characters and the last one for Chinese, words for English.

    With the last character alone, every character begins a word: one character is found as a prefix, where an index
    of triples (FTS5 `trigram`) finds no Chinese word of one or two characters. Signs in a Chinese key do not count.

    >>> words_of("八八战略", chinese=True), words_of("rcep协定", chinese=True)
    (['八八', '八战', '战略', '略'], ['rcep', '协定', '定'])
    >>> words_of("free trade zone", chinese=False)
    ['free', 'trade', 'zone']
    """
    if not chinese:
        return key.split()
    runs = _RUNS.findall(bare(key))
    return [word for run in runs for word in ([run] if run.isascii() else _pairs(run))]


def index_words(key: str, *, chinese: bool) -> list[str]:
    """The words under which a key is filed: those of a traditional form in simplified characters too."""
    words = words_of(key, chinese=chinese)
    if chinese:
        simplified = _simplified(key)
        if simplified != key:
            words += words_of(simplified, chinese=True)
    return words


def vocabulary(words: Iterable[str]) -> list[str]:
    """The words that a typing error may be corrected to: English ones of four letters and more.

    >>> vocabulary(["the", "double", "战略", "5g"])
    ['double']
    """
    return [word for word in words if len(word) >= _SHORTEST_WORD and word.isascii()]


def word_row(length: int, term_id: int) -> int:
    """The row number in the word index of a term whose key has so many characters.

    Rows are in the order of length, so that a search that stops early has found the shortest, which are the nearest.

    >>> word_row(1, 9) < word_row(2, 7) < word_row(2, 8)
    True
    """
    return min(length, _LONGEST) << 32 | term_id


def _pairs(run: str) -> list[str]:
    return [run[start : start + 2] for start in range(len(run))]


# A term's simplified key is wanted for its keys and for its words
@lru_cache(1)
def _simplified(key: str) -> str:
    from termbase.language.script import to_simplified

    return to_simplified(key)


def _initials(pinyin: str) -> str:
    return "".join(map(_initials_of_word, pinyin.split()))


# A termbase has the same words again and again; this many words take about 4 MB
@lru_cache(20_000)
def _initials_of_word(word: str) -> str:
    from termbase.language.spelling import split_syllables

    return initials_key(split_syllables(word))
