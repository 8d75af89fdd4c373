"""Proper nouns of an English text: groups of capitals, whole, without the titles that stand before or after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from termbase.extract.casing import is_demonym
from termbase.extract.english_tables import heads, lines_of, titles
from termbase.extract.joints import next_of_name
from termbase.extract.kinds import head_of, kind_of
from termbase.extract.noun_groups import begins_nothing
from termbase.extract.span import Span
from termbase.extract.tagged import TaggedSentence
from termbase.extract.titles import is_person_shaped, split_title
from termbase.language.english import is_word
from termbase.model import ConceptType

__all__ = ["proper_nouns"]

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_LONGEST = 60
"""Tokens of a name; the titles of decisions reach forty, a page in capitals has no names at all."""
_LONGEST_LOWER = 5
"""Words in lower case up to which a head may stand from the capitals (Jinhua-Yiwu-Dongyang urban rail transit)."""

_BODIES = frozenset({ConceptType.ORGANIZATION, ConceptType.PLACE, ConceptType.COMPANY})
_PROGRAMMES = frozenset({ConceptType.STRATEGY, ConceptType.POLICY_PHRASE})
"""What a name of several words becomes with a programme word in lower case: the At Most One Visit reform."""

_PROGRAMME_NOUNS = frozenset(
    {"development", "integration", "revitalization", "modernization", "governance", "rejuvenation"}
)

Run = tuple[int, int]
"""First and last token of a name."""


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
        yield _span(sentence, (end, last), ConceptType.PERSON, "a person after a title", 0.9)


def _employer(sentence: TaggedSentence, first: int, last: int, *, named_after: bool) -> Iterator[Span]:
    """What stands before a title: a firm, when the title is followed by a person and the name does not tell."""
    for span in _name(sentence, first, last):
        firm = named_after and span.type is ConceptType.OTHER
        yield replace(span, type=ConceptType.COMPANY, reason="before the title of a person") if firm else span


def _title(sentence: TaggedSentence, first: int, last: int) -> Iterator[Span]:
    if titles()[" ".join(sentence.words[first : last + 1]).lower()]:
        yield _span(sentence, (first, last), ConceptType.TITLE, "an official title", 0.6)


def _name(sentence: TaggedSentence, first: int, last: int) -> Iterator[Span]:
    words = sentence.words[first : last + 1]
    if all(is_demonym(word) for word in words) or _is_bare_head(words):
        return
    if is_demonym(words[-1]) and _is_noun(sentence, last + 1):
        return
    extended = _with_lower_head(sentence, first, last)
    if extended is not None:
        yield extended
        return
    if words[0] in _given_names() and is_person_shaped(words) and len(words) > 1:
        yield _span(sentence, (first, last), ConceptType.PERSON, "a given name and a surname", 0.85)
        return
    if _is_person(words):
        yield _span(sentence, (first, last), ConceptType.PERSON, "a romanised Chinese name", 0.85)
        return
    kind, reason = kind_of(words)
    if sentence.heading and not reason and all(is_word(word) for word in words):
        return
    # one English word with a capital is as often emphasis as a name
    weight = 0.85 if reason else 0.45 if len(words) == 1 and is_word(words[0]) else 0.6
    yield _span(sentence, (first, last), kind, reason or "written with capitals", weight)
    if kind is ConceptType.PLACE:
        yield from _programme_of(sentence, first, last)
    yield from _inner_names(sentence, first, last)


def _is_bare_head(words: Sequence[str]) -> bool:
    """Whether the capitals are a generic word alone (the Zone, the Group, the Party)."""
    return len(words) == 1 and (words[0] in heads() or words[0].lower() in titles())


@cache
def _given_names() -> frozenset[str]:
    return frozenset(lines_of("english_given_names.txt"))


def _is_person(words: Sequence[str]) -> bool:
    from termbase.language.names import is_romanised_name

    return 2 <= len(words) <= 3 and is_person_shaped(words) and is_romanised_name(words)


def _is_noun(sentence: TaggedSentence, place: int) -> bool:
    return place < len(sentence.tags) and sentence.words[place].islower() and sentence.tags[place] in {"NN", "NNS"}


def _with_lower_head(sentence: TaggedSentence, first: int, last: int) -> Span | None:
    """The name together with its generic word in lower case: Beicang district, X-Y urban rail transit."""
    words, tags = sentence.words, sentence.tags
    if head_of(words[first : last + 1]) is not None:
        return None
    for place in range(last + 1, min(last + 1 + _LONGEST_LOWER, len(words))):
        if not words[place].islower() or tags[place] not in {"NN", "NNS", "JJ"}:
            return None
        head = head_of([words[place]])
        slogan = (
            head is not None
            and head.type in _PROGRAMMES
            and place == last + 1
            and _is_compound(words[first : last + 1])
        )
        if head is not None and (place - last <= head.reach or slogan):
            return _span(sentence, (first, place), head.type, f"a name with its generic word: {words[place]}", 0.7)
    return None


def _programme_of(sentence: TaggedSentence, first: int, last: int) -> Iterator[Span]:
    """The programme that a place closes: integrated development of the Yangtze River Delta."""
    words, tags = sentence.words, sentence.tags
    end = first - 2 if first > 1 and words[first - 1] == "the" else first - 1
    if end < 2 or words[end] != "of" or words[end - 1] not in _PROGRAMME_NOUNS:
        return
    if tags[end - 2] in {"JJ", "VBN"} and not begins_nothing(words[end - 2]):
        yield _span(
            sentence, (end - 2, last), ConceptType.STRATEGY, f"a programme for a place: {words[end - 1]}", 0.65
        )


def _is_compound(words: Sequence[str]) -> bool:
    return len(words) > 1 or "-" in words[0]


def _inner_names(sentence: TaggedSentence, first: int, last: int) -> Iterator[Span]:
    """Names that stand whole inside a longer one after `of the`: the office's superior body has a name of its own."""
    words = sentence.words
    head = head_of(words[first : last + 1])
    if head is not None and (head.type is ConceptType.DOCUMENT or " on " in sentence.slice(first, last)):
        yield from _names_in_title(sentence, first, last)
        return
    for place in range(first + 1, last):
        if words[place] not in {"of", "for"}:
            continue
        start = place + 2 if words[place + 1] == "the" else place + 1
        inner = words[start : last + 1]
        kind, reason = kind_of(inner)
        if len(inner) > 2 and reason:
            yield _span(sentence, (start, last), kind, reason, 0.6)
            if place - first > 2:
                kind, reason = kind_of(words[first:place])
                yield _span(sentence, (first, place - 1), kind, reason, 0.6)
            return


def _names_in_title(sentence: TaggedSentence, first: int, last: int) -> Iterator[Span]:
    """The institutions inside the title of a document: Opinions of the Central Committee ... and the State Council on ..."""
    marks = [first < place <= last and sentence.words[place][0].isupper() for place in range(len(sentence.words))]
    place = first + 1
    while place <= last:
        if not marks[place] or marks[place - 1]:
            place += 1
            continue
        start = end = place
        while (further := next_of_name(sentence, marks, start, end)) is not None and further <= last:
            end = further
        kind, reason = kind_of(sentence.words[start : end + 1])
        if kind in _BODIES and end > start:
            yield _span(sentence, (start, end), kind, reason, 0.75)
        place = end + 1


def _span(sentence: TaggedSentence, run: Run, kind: ConceptType, reason: str, weight: float) -> Span:
    first, last = run
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    return Span(sentence.position, start, end, sentence.text[start:end], kind, reason, weight)
