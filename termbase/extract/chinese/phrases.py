"""Noun phrases of a Chinese sentence by words: what may be a term, before frequency and rarity have their say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termbase.extract.chinese.found import Found
from termbase.extract.chinese.tables import Strength, headings, word_list
from termbase.extract.chinese.words import Role, Word, WordedSentence
from termbase.language.words import part_of_speech
from termbase.model import ConceptType

__all__ = ["begins_phrase", "noun_phrases", "statistical_words"]

# Longer phrases of news are clauses (chosen on news: of phrases of seven words none was a term).
MOST_WORDS = 6
MOST_CHARACTERS = 14
# Verbal nouns that at the beginning govern what follows: 发展海洋经济, 采集水质.
_GOVERNING = frozenset(
    ["发展", "发运", "采集", "处理", "培育", "优化", "整合", "开展", "设立", "建立", "转变", "使用", "利用"]
)


def noun_phrases(sentence: WordedSentence, closed: Sequence[tuple[int, int]]) -> Iterator[tuple[Sequence[Word], str]]:
    """Phrases of words that may begin, fill and end a term: their words, and the phrase that fills their stretch.

    What the cutter makes of two characters after a number (10余/起) is no word. `closed` are spans that no phrase
    crosses or enters: people, titles, firms.

    >>> from termbase.extract.chinese.words import worded
    >>> from termbase.language.sentences import Sentence
    >>> sentence = worded(Sentence("加快发展跨境电子商务，完成集装箱吞吐量", 0, 0))
    >>> list(dict.fromkeys(longest for _, longest in noun_phrases(sentence, [])))
    ['跨境电子商务', '集装箱吞吐量']
    """
    for stretch in _stretches(sentence.words, closed):
        first, last = _trimmed(stretch)
        longest = sentence.text[stretch[first].start : stretch[last].end] if first <= last else ""
        for start in range(first, last + 1):
            if not begins_phrase(stretch[start]):
                continue
            for end in range(start, min(start + MOST_WORDS, last + 1)):
                if not stretch[end].role & Role.END or stretch[end].end - stretch[start].start > MOST_CHARACTERS:
                    continue
                if stretch[end].end - stretch[start].start > 1:
                    yield stretch[start : end + 1], longest


def _stretches(words: Sequence[Word], closed: Sequence[tuple[int, int]]) -> Iterator[list[Word]]:
    """The longest runs of words that may stand in a term, outside the closed spans."""
    shut = sorted(closed)
    stretch: list[Word] = []
    before = ""
    for word in words:
        slip = word.role & Role.NEW and len(word.text) == 2 and before[-1:].isnumeric()
        before = word.text
        while shut and shut[0][1] <= word.start:
            shut.pop(0)
        inside = bool(shut) and shut[0][0] < word.end
        if inside or slip or not word.role & Role.ANY or word.text in word_list("stops"):
            if stretch:
                yield stretch
            stretch = []
        else:
            stretch.append(word)
    if stretch:
        yield stretch


def _trimmed(stretch: Sequence[Word]) -> tuple[int, int]:
    """The first word that may begin a term and the last that may end one.

    A place before other words belongs to the phrase only where a heading binds it: 长三角一体化发展.
    """
    first = next((number for number, word in enumerate(stretch) if begins_phrase(word)), len(stretch))
    while first + 1 < len(stretch) and _governs_place(stretch[first], stretch[first + 1]):
        first += 1
    last = next((number for number in range(len(stretch) - 1, -1, -1) if stretch[number].role & Role.END), -1)
    if last > first and stretch[first].role & Role.PLACE and not _binds_place(stretch[first : last + 1]):
        first = next(
            number for number in range(first + 1, last + 1) if begins_phrase(stretch[number]) or number == last
        )
    return first, last


def _governs_place(word: Word, following: Word) -> bool:
    """服务|长三角一体化发展."""
    return bool(following.role & Role.PLACE) and part_of_speech(word.text).startswith("v")


def begins_phrase(word: Word) -> bool:
    """Whether a term may begin with a word: by its role, and if it does not govern what follows."""
    return bool(word.role & Role.BEGIN) and word.text not in _GOVERNING


def _binds_place(words: Sequence[Word]) -> bool:
    text = "".join(word.text for word in words)
    return any(
        heading is not None and heading.strength is Strength.NAME
        for heading in (headings().get(text[start:]) for start in range(1, len(text) - 1))
    )


def statistical_words(sentence: WordedSentence) -> Iterator[Found]:
    """Terms that stand among figures: 同比增长8.1%, 0.3个百分点."""
    for word in sentence.words:
        if word.text in word_list("statistics"):
            yield Found(
                word.text, sentence.position, word.start, word.end, ConceptType.ECONOMIC_CONCEPT, 0.6,
                "a term of statistics",
            )  # fmt: skip
