"""Slogans in running English without quotation marks: counted lists, numbered things, epithets, named principles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termbase.extract.english_tables import lines_of, word_set
from termbase.extract.noun_groups import folded
from termbase.extract.span import Span
from termbase.extract.tagged import TaggedSentence
from termbase.model import ConceptType

__all__ = ["IN_RUNNING_TEXT", "KNOWN", "paraphrased_slogans"]

_WEIGHT = 0.55
"""Above the limit and no more: the pattern is a slogan's, but no mark of the writer says so."""
_KNOWN_WEIGHT = 0.8
_LISTED, _NUMBERED_THING, _NAMED = "a counted list", "a numbered slogan", "named as a principle"
KNOWN = "a known slogan"
IN_RUNNING_TEXT = frozenset({_LISTED, _NUMBERED_THING, _NAMED, KNOWN})
"""Reasons that count only outside quotation marks, where the mark says more."""
_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|hundreds of|thousand|thousands of|ten thousand"
_ITEM = rf"(?:{_NUMBER}) (?:[a-z][a-z-]+ ){{0,2}}[a-z][a-z-]+"
_LIST = re.compile(rf"(?<![\w-])({_ITEM})((?:, (?!and ){_ITEM})+(?:,? and {_ITEM})?)(?![\w-])", re.IGNORECASE)
"""seven mountains, one river, and two parts farmland; one body, two wings"""
_NUMBERED = re.compile(
    rf"(?<![\w-])(?P<act>[a-z-]+) of the (?P<what>(?:{_NUMBER}) (?:[a-z-]+ )?[a-z-]+s)(?![\w-])", re.IGNORECASE
)
"""coordination of the four ports"""
_ANNOUNCED = re.compile(
    rf"(?<![\w-])(?:its|the|these|their) (?P<what>(?:{_NUMBER}) (?:[a-z-]+ )?[a-z-]+s)(?= ?[(（:：—]| of [“\"])",
    re.IGNORECASE,
)
"""its five functions (…), the three major initiatives of “…”"""
_OWNED = re.compile(
    r"(?<![\w-])(?P<what>(?:world|nation|country|province|[A-Z]\w+)['’]s (?P<head>[a-z]+) (?:of|for) (?:[a-z-]+ ){0,2}[a-z-]+)"
)
"""world's capital of small commodities"""
_CALLED = re.compile(
    r"(?:known|dubbed|hailed|nicknamed|renowned|reputed|crowned|billed|called)(?: as)? (?:an?|the) "
    r"(?P<what>(?P<head>[a-z]+) of (?:[a-z-]+ ){0,4}[a-z-]+)"
)
"""dubbed the land of fish and rice"""
_PRINCIPLE = re.compile(
    r"(?<![\w-])(?:concept|principle|philosophy|idea|vision|slogan|motto|notion|spirit)s?"
    r" (?:of|that|:) ?(?P<what>(?!the |an? |its? |this )[a-z][a-z-]*(?:,? [a-z][a-z-]*){1,11})(?=[.,;:!?)]|$)"
)
"""the principles of consultation, joint construction, and shared benefits"""


def paraphrased_slogans(sentence: TaggedSentence) -> Iterator[Span]:
    """The slogans of one sentence that no quotation marks show.

    >>> from termbase.extract.tagged import tagged_sentences
    >>> from termbase.language.sentences import Sentence
    >>> text = "It has seven mountains, one river, and two parts farmland and is dubbed the land of fish and rice."
    >>> [span.text for span in paraphrased_slogans(tagged_sentences([Sentence(text, 0, 0)])[0])]
    ['seven mountains, one river, and two parts farmland', 'land of fish and rice']
    """
    text = sentence.text
    for match in _known().finditer(text):
        yield _span(sentence, *match.span(), KNOWN, _KNOWN_WEIGHT)
    for match in _LIST.finditer(text):
        if _is_parallel(match[0]):
            yield _span(sentence, *match.span(), _LISTED)
    for match in _NUMBERED.finditer(text):
        if match["act"].lower() in _ACTS and not _counts_anything(match["what"]):
            yield _span(sentence, match.start(), match.end(), _NUMBERED_THING)
    for match in _ANNOUNCED.finditer(text):
        if not _counts_anything(match["what"]):
            yield _span(sentence, *match.span("what"), "a numbered slogan, told in what follows")
    for pattern in (_OWNED, _CALLED):
        for match in pattern.finditer(text):
            if match["head"] in _EPITHETS:
                yield _span(sentence, *_without_tail(match), f"an epithet: {match['head']}")
    for match in _PRINCIPLE.finditer(text):
        if _is_principle(sentence, *match.span("what")):
            yield _span(sentence, *match.span("what"), _NAMED)


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
    numbers = sum(word in _NUMBERS for word in words)
    return numbers > 1 and not any(folded(word) in _COUNTED for word in words)


_NUMBERS = frozenset(_NUMBER.replace("|", " ").split()) - {"of"}


def _without_tail(match: re.Match[str]) -> tuple[int, int]:
    """The epithet up to its last noun, without what the sentence goes on with (… in, … and has)."""
    words = match["what"].split(" ")
    while len(words) > 3 and words[-1] in _NO_TAIL:
        words.pop()
    for place in range(3, len(words)):
        if words[place] in _NO_TAIL and words[place] != "and":
            words = words[:place]
            break
    return match.start("what"), match.start("what") + len(" ".join(words))


_NO_TAIL = word_set("words after an epithet")


def _is_principle(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether the words after `principle of` are a phrase and no clause about something else."""
    tags = [tag for token, tag in zip(sentence.tokens, sentence.tags, strict=True) if start <= token.start < end]
    text = sentence.text[start:end]
    return len(text.split()) > 2 and (" and " in text or "-" in text) and _FINITE.isdisjoint(tags)


@cache
def _known() -> re.Pattern[str]:
    slogans = sorted(lines_of("english_slogans.txt"), key=len, reverse=True)
    joined = "|".join(re.escape(slogan).replace(r"\-", "[ -]").replace("'", "['’]") for slogan in slogans)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)
