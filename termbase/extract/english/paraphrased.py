"""Slogans in running English without quotation marks: counted lists, numbered things, epithets, named principles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from termbase.extract.english.noun_groups import folded
from termbase.extract.english.phrase_list import PhraseList
from termbase.extract.english.slogan_patterns import (
    ANNOUNCED,
    COUNTED_LIST,
    GIVEN_EPITHET,
    LIST_OF_THOUSANDS,
    NAMED_PRINCIPLE,
    NUMBERED_THING,
    NUMBERS,
    OWNED_EPITHET,
    PRINCIPLES,
    SERIES_OF_ACTS,
)
from termbase.extract.english.span import Span
from termbase.extract.english.tables import lines_of, word_set
from termbase.extract.english.tagged import TaggedSentence
from termbase.model import ConceptType

__all__ = ["IN_RUNNING_TEXT", "KNOWN", "paraphrased_slogans"]

_WEIGHT = 0.55
"""Above the limit and no more: the pattern is a slogan's, but no mark of the writer says so."""
_KNOWN_WEIGHT = 0.8
_LISTED, _NUMBERED_THING, _NAMED = "a counted list", "a numbered slogan", "named as a principle"
KNOWN = "a known slogan"
IN_RUNNING_TEXT = frozenset({_LISTED, _NUMBERED_THING, _NAMED, KNOWN})
"""Reasons that count only outside quotation marks, where the mark says more."""


def paraphrased_slogans(sentence: TaggedSentence) -> Iterator[Span]:
    """The slogans of one sentence that no quotation marks show.

    >>> from termbase.extract.english.tagged import tagged_sentences
    >>> from termbase.language.sentences import Sentence
    >>> text = "It has seven mountains, one river, and two parts farmland and is dubbed the land of fish and rice."
    >>> [span.text for span in paraphrased_slogans(tagged_sentences([Sentence(text, 0, 0)])[0])]
    ['seven mountains, one river, and two parts farmland', 'land of fish and rice']
    """
    for start, end in _known().find(sentence):
        yield _span(sentence, start, end, KNOWN, _KNOWN_WEIGHT)
    for match in SERIES_OF_ACTS.finditer(sentence.text):
        if _is_series(sentence, *match.span("what")):
            yield _span(sentence, *match.span("what"), _LISTED)
    words = {word.lower() for word in sentence.words}
    if not NUMBERS.isdisjoint(words):
        yield from _counted(sentence)
    if "of" in words:
        yield from _praised(sentence)
    if not PRINCIPLES.isdisjoint(words):
        for match in NAMED_PRINCIPLE.finditer(sentence.text):
            if _is_principle(sentence, *match.span("what")):
                yield _span(sentence, *match.span("what"), _NAMED)


def _counted(sentence: TaggedSentence) -> Iterator[Span]:
    """The slogans with spelled numbers: counted lists, numbered things."""
    text = sentence.text
    for match in COUNTED_LIST.finditer(text):
        if _is_parallel(match[0]):
            yield _span(sentence, *match.span(), _LISTED)
    for match in LIST_OF_THOUSANDS.finditer(text):
        yield _span(sentence, *match.span(), _LISTED)
    for match in NUMBERED_THING.finditer(text):
        if match["act"].lower() in _ACTS and not _counts_anything(match["what"]):
            yield _span(sentence, match.start(), match.end(), _NUMBERED_THING)
    for match in ANNOUNCED.finditer(text):
        if not _counts_anything(match["what"]):
            yield _span(sentence, *match.span("what"), "a numbered slogan, told in what follows")


def _praised(sentence: TaggedSentence) -> Iterator[Span]:
    """What a place is called: world's capital of small commodities."""
    for pattern in (OWNED_EPITHET, GIVEN_EPITHET):
        for match in pattern.finditer(sentence.text):
            if match["head"] in _EPITHETS:
                yield _span(sentence, *_without_tail(sentence, match), f"an epithet: {match['head']}")


def _span(sentence: TaggedSentence, start: int, end: int, reason: str, weight: float = _WEIGHT) -> Span:
    text = sentence.text[start:end]
    return Span(sentence.position, start, end, text, ConceptType.POLICY_PHRASE, reason, weight, name=False)


_ACTS = word_set("acts on numbered things")
_EPITHETS = word_set("epithets")
_COUNTED = word_set("counted everywhere")
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD", "PRP"})


def _counts_anything(what: str) -> bool:
    """Whether the thing counted is counted in any text (two years, three companies)."""
    return folded(what.rsplit(" ", 1)[-1]) in _COUNTED


def _is_parallel(items: str) -> bool:
    """Whether a counted list is a slogan and no account of goods and people (two buses, three cars and a boat)."""
    words = items.lower().replace(",", "").split()
    numbers = sum(word in NUMBERS for word in words)
    return numbers > 1 and not any(folded(word) in _COUNTED for word in words)


def _is_series(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether each member of a series is a verb and its object, and no clause of a sentence about somebody."""
    members: list[list[str]] = [[]]
    for place in _between(sentence, start, end):
        if sentence.words[place] not in {",", "and"}:
            members[-1].append(sentence.tags[place])
        elif members[-1]:
            members.append([])
    objects = all(tags[-1] in _NOUNS and _PARTS_OF_NAMES.issuperset(tags[1:]) for tags in members)
    acts = all(tags[0] in _MAY_ACT for tags in members) and 2 * sum(tags[0] in _ACT for tags in members)
    return objects and acts >= len(members)


def _without_tail(sentence: TaggedSentence, match: re.Match[str]) -> tuple[int, int]:
    """The epithet up to its last noun, without what the sentence goes on with (… in, … receives, … and has)."""
    start, end = match.span("what")
    head = match.end("head") + len(" of")
    last = head
    for place in _between(sentence, head, end):
        token, tag = sentence.tokens[place], sentence.tags[place]
        if tag not in _PARTS_OF_NAMES or token.text in _NO_TAIL:
            break
        if tag in _NOUNS:
            last = token.end
    return start, last


_NOUNS = frozenset({"NN", "NNS"})
_ACT = frozenset({"VB", "VBP"})
_MAY_ACT = _ACT | {"NN", "JJ"}
"""Tags of a verb in its base form; many are nouns or adjectives too, and the tagger takes some for one."""
_PARTS_OF_NAMES = frozenset({"NN", "NNS", "JJ", "VBN", "VBG", "CC"})
_NO_TAIL = word_set("words after an epithet")


def _between(sentence: TaggedSentence, start: int, end: int) -> range:
    """The numbers of the tokens that begin between two offsets."""
    return range(
        bisect_left(sentence.tokens, start, key=lambda token: token.start),
        bisect_left(sentence.tokens, end, key=lambda token: token.start),
    )


def _is_principle(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether the words after `principle of` are a phrase and no clause about something else."""
    tags = [sentence.tags[place] for place in _between(sentence, start, end)]
    text = sentence.text[start:end]
    return len(text.split()) > 2 and (" and " in text or "-" in text) and _FINITE.isdisjoint(tags)


@cache
def _known() -> PhraseList:
    return PhraseList(lines_of("slogans.txt"))
