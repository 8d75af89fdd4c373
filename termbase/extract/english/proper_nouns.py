"""Proper nouns of an English text: groups of capitals, whole, without the titles that stand before or after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from termbase.extract.english.casing import is_demonym
from termbase.extract.english.extended_names import party_organ, programme_of, with_lower_head
from termbase.extract.english.joints import next_of_name
from termbase.extract.english.kinds import is_known_place, kind_of
from termbase.extract.english.nested_names import nested_names
from termbase.extract.english.span import Span, span_of
from termbase.extract.english.tables import heads, lines_of, titles, word_set
from termbase.extract.english.tagged import TaggedSentence
from termbase.extract.english.titles import is_person_shaped, split_title
from termbase.language.english_classes import is_word
from termbase.model import ConceptType

__all__ = ["proper_nouns"]

_NO_TERMS = word_set("abbreviations that are no terms")
_MONEY = word_set("currencies")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_LONGEST = 60
"""Tokens of a name; the titles of decisions reach forty, a page in capitals has no names at all."""


def proper_nouns(sentence: TaggedSentence, marks: Sequence[bool]) -> Iterator[Span]:
    """The proper nouns of one sentence, in the order of the text; names inside names follow the name they are in.

    `marks` tells for each token whether it may be part of a name.
    """
    place = 0
    while place < len(marks):
        if not marks[place]:
            place += 1
            continue
        first = last = place
        while last - first < _LONGEST and (further := next_of_name(sentence, marks, first, last)) is not None:
            last = further
        if first and _ORDINAL.match(sentence.words[first - 1]) and is_word(sentence.words[first]):
            first -= 1
        yield from _names_of(sentence, first, last)
        place = last + 1


def _names_of(sentence: TaggedSentence, first: int, last: int) -> Iterator[Span]:
    """A group of capitals as names: titles split off, a head in lower case added, names inside names after it."""
    words = sentence.words[first : last + 1]
    split = split_title(words)
    if split is None:
        yield from _name(sentence, first, last)
        return
    start, end = first + split[0], first + split[1]
    if start > first:
        yield from _employer(sentence, first, start - 1, named_after=end <= last)
    yield from _title(sentence, start, end - 1)
    if end <= last:
        yield span_of(sentence, (end, last), ConceptType.PERSON, "a person after a title", 0.9)


def _employer(sentence: TaggedSentence, first: int, last: int, *, named_after: bool) -> Iterator[Span]:
    """What stands before a title: a firm, when the title is followed by a person and the name does not tell."""
    for span in _name(sentence, first, last):
        firm = named_after and span.type is ConceptType.OTHER
        yield replace(span, type=ConceptType.COMPANY, reason="before the title of a person") if firm else span


def _title(sentence: TaggedSentence, first: int, last: int) -> Iterator[Span]:
    weight = titles().get(" ".join(sentence.words[first : last + 1]).lower(), 0.0)
    if weight:
        yield span_of(sentence, (first, last), ConceptType.TITLE, "an official title", weight)


def _name(sentence: TaggedSentence, first: int, last: int) -> Iterator[Span]:
    words = sentence.words[first : last + 1]
    organ = party_organ(sentence, first) if words == ["Party"] else None
    if organ is not None:
        yield organ
        return
    if _is_no_name(sentence, first, last):
        return
    extended = with_lower_head(sentence, first, last)
    if extended is not None:
        yield extended
        return
    person = _person_reason(words)
    if person:
        yield span_of(sentence, (first, last), ConceptType.PERSON, person, 0.85)
        return
    kind, reason = kind_of(words)
    # one English word with a capital is as often emphasis as a name
    weight = 0.85 if reason else 0.45 if len(words) == 1 and is_word(words[0]) else 0.6
    yield span_of(sentence, (first, last), kind, reason or "written with capitals", weight)
    if kind is ConceptType.PLACE:
        yield from programme_of(sentence, first, last)
    yield from nested_names(sentence, first, last)


def _is_no_name(sentence: TaggedSentence, first: int, last: int) -> bool:
    """Whether capitals are no name by themselves: Chinese, Central Asian countries, the Zone, words of a heading."""
    words = sentence.words[first : last + 1]
    if all(is_demonym(word) for word in words) or (is_demonym(words[-1]) and _is_noun(sentence, last + 1)):
        return True
    if last + 1 < len(sentence.words) and sentence.words[last + 1].lower() in _MONEY and is_known_place(words):
        return True
    if len(words) == 1 and (words[0] in heads() or words[0].lower() in titles() or words[0] in _NO_TERMS):
        return True
    return sentence.heading and not kind_of(words)[1] and all(is_word(word) for word in words)


def _is_noun(sentence: TaggedSentence, place: int) -> bool:
    return place < len(sentence.tags) and sentence.words[place].islower() and sentence.tags[place] in {"NN", "NNS"}


def _person_reason(words: Sequence[str]) -> str:
    """Why a group of capitals is a person by itself; empty when nothing says so."""
    from termbase.language.names import is_romanised_name

    if not 2 <= len(words) <= 4 or not is_person_shaped(words):
        return ""
    if words[0] in _given_names():
        return "a given name and a surname"
    return "a romanised Chinese name" if is_romanised_name(words) else ""


@cache
def _given_names() -> frozenset[str]:
    return frozenset(lines_of("given_names.txt"))
