"""Noun phrases of a Chinese sentence by words: what may be a term, before frequency and rarity have their say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termbase.extract.chinese_tables import headings
from termbase.extract.chinese_words import Role, Word, WordedSentence
from termbase.extract.found import Found
from termbase.model import ConceptType

__all__ = ["noun_phrases", "phrase_type"]

# Longer phrases of news are clauses (chosen on news: of phrases of seven words none was a term).
MOST_WORDS = 6
MOST_CHARACTERS = 14


def noun_phrases(sentence: WordedSentence, closed: Sequence[tuple[int, int]]) -> Iterator[tuple[Found, bool]]:
    """Phrases of words that may begin, fill and end a term, each with whether it fills its stretch from end to end.

    `closed` are spans that no phrase crosses or enters: people, titles, firms.

    >>> from termbase.extract.chinese_words import worded
    >>> from termbase.language.sentences import Sentence
    >>> phrases = noun_phrases(worded(Sentence("加快发展跨境电子商务，完成集装箱吞吐量", 0, 0)), [])
    >>> [found.text for found, whole in phrases if whole]
    ['发展跨境电子商务', '集装箱吞吐量']
    """
    for stretch in _stretches(sentence.words, closed):
        first, last = _trimmed(stretch)
        for start in range(first, last + 1):
            if Role.BEGIN not in stretch[start].role:
                continue
            for end in range(start, min(start + MOST_WORDS, last + 1)):
                if Role.END not in stretch[end].role or stretch[end].end - stretch[start].start > MOST_CHARACTERS:
                    continue
                begin, after = stretch[start].start, stretch[end].end
                text = sentence.text[begin:after]
                if len(text) < 2:
                    continue
                found = Found(text, sentence.position, begin, after, phrase_type(text), 0.0, "")
                yield found, (start, end) == (first, last)


def _stretches(words: Sequence[Word], closed: Sequence[tuple[int, int]]) -> Iterator[list[Word]]:
    """The longest runs of words that may stand in a term, outside the closed spans."""
    shut = sorted(closed)
    stretch: list[Word] = []
    for word in words:
        while shut and shut[0][1] <= word.start:
            shut.pop(0)
        inside = bool(shut) and shut[0][0] < word.end
        if inside or not word.role & Role.ANY:
            if stretch:
                yield stretch
            stretch = []
        else:
            stretch.append(word)
    if stretch:
        yield stretch


def _trimmed(stretch: Sequence[Word]) -> tuple[int, int]:
    """The first word that may begin a term and the last that may end one."""
    first = next((number for number, word in enumerate(stretch) if Role.BEGIN in word.role), len(stretch))
    last = next((number for number in range(len(stretch) - 1, -1, -1) if Role.END in stretch[number].role), -1)
    return first, last


def phrase_type(text: str) -> ConceptType:
    """The type by the longest heading at the end; an economic concept without one.

    >>> phrase_type("数字化改革").value, phrase_type("海铁联运班列").value, phrase_type("跨境电商").value
    ('policy phrase', 'transport', 'economic concept')
    """
    for start in range(len(text) - 1):
        heading = headings().get(text[start:])
        if heading is not None and start > 0:
            return heading.type
    return ConceptType.ECONOMIC_CONCEPT
