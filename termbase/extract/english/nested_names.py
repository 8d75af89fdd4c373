"""Names inside names: the superior body of an office, the institutions in the title of a document."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.extract.english.joints import next_of_name
from termbase.extract.english.kinds import head_of, kind_of
from termbase.extract.english.span import Span, span_of
from termbase.extract.english.tagged import TaggedSentence
from termbase.language.english_classes import is_word
from termbase.model import ConceptType

__all__ = ["nested_names"]

_BODIES = frozenset({ConceptType.ORGANIZATION, ConceptType.PLACE, ConceptType.COMPANY})


def nested_names(sentence: TaggedSentence, first: int, last: int) -> Iterator[Span]:
    """The names that stand whole inside the name from token `first` to `last`."""
    head = head_of(sentence.words[first : last + 1])
    titled = "on" in sentence.words[first:last]
    if titled or (head is not None and head.type is ConceptType.DOCUMENT):
        yield from _in_title(sentence, first, last)
    else:
        yield from _superior(sentence, first, last)


def _superior(sentence: TaggedSentence, first: int, last: int) -> Iterator[Span]:
    """An office and the body it belongs to, both with a name of their own: the X Division of the Y Department."""
    words = sentence.words
    place = next((place for place in range(first + 1, last) if words[place] in {"of", "for"}), None)
    if place is None:
        return
    start = place + 2 if words[place + 1] == "the" else place + 1
    if words[start].endswith("ing") and is_word(words[start]):
        # what a plan is for: Plan for Building a Strong Province
        return
    kind, reason = kind_of(words[start : last + 1])
    if last - start < 2 or not reason:
        return
    yield span_of(sentence, (start, last), kind, reason, 0.6)
    if place - first > 2:
        kind, reason = kind_of(words[first:place])
        yield span_of(sentence, (first, place - 1), kind, reason, 0.6)


def _in_title(sentence: TaggedSentence, first: int, last: int) -> Iterator[Span]:
    """The bodies named in a title: Opinions of the Central Committee of the CPC and the State Council on ..."""
    marks = [first < place <= last and word[0].isupper() for place, word in enumerate(sentence.words)]
    place = first + 1
    while place <= last:
        end = place
        if marks[place] and not marks[place - 1]:
            while (further := next_of_name(sentence, marks, place, end)) is not None and further <= last:
                end = further
            kind, reason = kind_of(sentence.words[place : end + 1])
            if kind in _BODIES and end > place:
                yield span_of(sentence, (place, end), kind, reason, 0.75)
        place = end + 1
