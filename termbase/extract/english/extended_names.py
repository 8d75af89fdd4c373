"""Names that go on in lower case: Beicang district, the At Most One Visit reform, integrated development of X."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.extract.english.kinds import head_of
from termbase.extract.english.noun_groups import begins_nothing
from termbase.extract.english.span import Span, span_of
from termbase.extract.english.tables import Head, word_set
from termbase.extract.english.tagged import TaggedSentence
from termbase.model import ConceptType

__all__ = ["WITH_GENERIC", "party_organ", "programme_of", "with_lower_head"]

WITH_GENERIC = "a name with its generic word"
"""How the reason of a name begins whose generic word is in lower case."""

_FURTHEST = 5
"""Words in lower case up to which a head may stand from the capitals (Jinhua-Yiwu-Dongyang urban rail transit)."""
_PARTY_ORGANS = frozenset(
    {"branch", "committee", "cell", "group", "school", "organization", "organisation", "congress"}
)
_LEVELS = frozenset(
    {"village", "town", "township", "county", "city", "district", "municipal", "provincial", "community"}
)
_PROGRAMMES = frozenset({ConceptType.STRATEGY, ConceptType.POLICY_PHRASE})
_PROGRAMME_NOUNS = word_set("programmes for places")


def with_lower_head(sentence: TaggedSentence, first: int, last: int) -> Span | None:
    """The name from token `first` to `last` with its generic word in lower case; None when none follows."""
    words, tags = sentence.words, sentence.tags
    if head_of(words[first : last + 1]) is not None:
        return None
    compound = last > first or "-" in words[first]
    for place in range(last + 1, min(last + 1 + _FURTHEST, len(words))):
        if not words[place].islower() or tags[place] not in {"NN", "NNS", "JJ"}:
            return None
        head = head_of([words[place]])
        if head is not None and _reaches(head, place - last, compound=compound):
            reason = f"{WITH_GENERIC}: {words[place]}"
            return span_of(sentence, (first, place), head.type, reason, 0.7)
    return None


def _reaches(head: Head, distance: int, *, compound: bool) -> bool:
    """Whether a generic word so many words after the capitals belongs to the name.

    A programme word belongs to a name of several words only: the At Most One Visit reform, but Zhejiang reforms.
    """
    return distance <= head.reach or (compound and distance == 1 and head.type in _PROGRAMMES)


def party_organ(sentence: TaggedSentence, place: int) -> Span | None:
    """An organ of the Party with the level whose it is (village's Party branch, county Party committee), or None.

    `place` is the token `Party`.
    """
    words = sentence.words
    if place + 1 >= len(words) or words[place + 1] not in _PARTY_ORGANS:
        return None
    first = place - 1 if place and words[place - 1] in {"'s", "’s"} else place
    if first and words[first - 1].islower() and words[first - 1] in _LEVELS:
        return span_of(sentence, (first - 1, place + 1), ConceptType.ORGANIZATION, "an organ of the Party", 0.65)
    return span_of(sentence, (place, place + 1), ConceptType.ORGANIZATION, "an organ of the Party", 0.55)


def programme_of(sentence: TaggedSentence, first: int, last: int) -> Iterator[Span]:
    """The programme that a place closes: integrated development of the Yangtze River Delta."""
    words, tags = sentence.words, sentence.tags
    end = first - 2 if first > 1 and words[first - 1] == "the" else first - 1
    if end < 2 or words[end] != "of" or words[end - 1] not in _PROGRAMME_NOUNS:
        return
    if tags[end - 2] in {"JJ", "VBN"} and not begins_nothing(words[end - 2]):
        reason = f"a programme for a place: {words[end - 1]}"
        yield span_of(sentence, (end - 2, last), ConceptType.STRATEGY, reason, 0.65)
