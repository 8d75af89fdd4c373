"""Chinese in brackets beside English: the term it glosses, and the Chinese."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from termbase.extract.tagged import TaggedSentence

__all__ = ["Gloss", "glosses"]

_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_CHINESE = rf"{_HAN}(?:[\w“”‘’\"'《》〈〉、，·—\-]*[\w”’》〉）])?"
_AFTER = re.compile(
    rf"[(（]\s*(?:(?:Chinese|in Chinese|Mandarin)[:：]?\s*)?([“‘\"《]?{_CHINESE})\s*(?:[,，;；][^)）]*)?[)）]"
)
_BEFORE = re.compile(rf"([“‘\"《]?{_CHINESE})\s*[(（]\s*([A-Z“\"‘'a-z][^()（）]*?)\s*[)）]")
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "VBN", "CD", "JJR"})


@dataclass(frozen=True, slots=True)
class Gloss:
    """A Chinese form and the English that stands beside it, as offsets into the sentence."""

    chinese: str
    start: int
    """Where the English begins at the furthest; a name or slogan that begins later is what is glossed."""
    end: int


def glosses(sentence: TaggedSentence) -> Iterator[Gloss]:
    """The glosses of one sentence.

    >>> from termbase.extract.tagged import tagged_sentences
    >>> from termbase.language.sentences import Sentence
    >>> [read] = tagged_sentences([Sentence("the sweet potato economy (地瓜经济) and 义新欧 (Yixinou) trains", 0, 0)])
    >>> [(found.chinese, read.text[found.start:found.end]) for found in glosses(read)]
    [('地瓜经济', 'sweet potato economy'), ('义新欧', 'Yixinou')]
    """
    if not re.search(_HAN, sentence.text):
        return
    for match in _AFTER.finditer(sentence.text):
        english = _english_before(sentence, match.start())
        if english is not None:
            yield Gloss(_bare(match[1]), *english)
    for match in _BEFORE.finditer(sentence.text):
        yield Gloss(_bare(match[1]), match.start(2), match.end(2))


def _english_before(sentence: TaggedSentence, place: int) -> tuple[int, int] | None:
    """Start and end of the noun phrase directly before an offset."""
    last = bisect_right(sentence.tokens, place, key=lambda token: token.end) - 1
    if last >= 0 and sentence.words[last] in {'"', "”", "’", "'"}:
        last -= 1
    if last < 0 or sentence.tags[last] not in _NOUNS | {"IN", "RP"}:
        return None
    first = last
    while first and sentence.tags[first - 1] in _NOUNS:
        first -= 1
    return sentence.tokens[first].start, sentence.tokens[last].end


def _bare(chinese: str) -> str:
    """The Chinese without quotation marks that enclose the whole of it."""
    while len(chinese) > 2 and chinese[0] + chinese[-1] in {"“”", '""', "‘’", "《》"}:
        chinese = chinese[1:-1]
    return chinese if chinese.count("“") == chinese.count("”") else chinese.strip('“”"‘’')
