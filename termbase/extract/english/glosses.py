"""Chinese in brackets beside English: the term it glosses, and the Chinese."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from termbase.extract.english.span import Span
from termbase.extract.english.tagged import TaggedSentence
from termbase.language.keys import english_key
from termbase.model import ConceptType

__all__ = ["Gloss", "glossed", "glosses"]

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


def glossed(spans: Iterable[Span], sentences: Iterable[TaggedSentence]) -> tuple[list[Span], dict[str, str]]:
    """The spans that Chinese in brackets shows to be terms, and the Chinese by the key of the English.

    Of the spans that end at the bracket the longest is what is glossed; where there is none, the noun phrase is.
    """
    by_end: defaultdict[tuple[int, int], list[Span]] = defaultdict(list)
    for span in spans:
        by_end[span.sentence, span.end].append(span)
    shown: list[Span] = []
    chinese: dict[str, str] = {}
    for sentence in sentences:
        for gloss in glosses(sentence):
            ending = [span for end in (gloss.end, gloss.end - 1) for span in by_end[sentence.position, end]]
            ending = [span for span in ending if gloss.start <= span.start or span.name]
            found = max(ending, key=lambda span: span.end - span.start, default=None) or _phrase(sentence, gloss)
            if found.text:
                shown.append(replace(found, reason="with its Chinese form in brackets", weight=0.95))
                chinese.setdefault(english_key(found.text), gloss.chinese)
    return shown, chinese


def _phrase(sentence: TaggedSentence, gloss: Gloss) -> Span:
    text = sentence.text[gloss.start : gloss.end].strip("“”\"‘’' ")
    start = sentence.text.index(text, gloss.start)
    name = text[:1].isupper()
    kind = ConceptType.OTHER if name else ConceptType.POLICY_PHRASE
    return Span(sentence.position, start, start + len(text), text, kind, "", 0.9, name)


def glosses(sentence: TaggedSentence) -> Iterator[Gloss]:
    """The glosses of one sentence.

    >>> from termbase.extract.english.tagged import tagged_sentences
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
