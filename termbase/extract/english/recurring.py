"""Terms in lower case: groups of nouns and adjectives, counted whole and inside longer ones (C-value)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from termbase.extract.english.kinds import kind_of_group
from termbase.extract.english.noun_groups import NounGroups, begins_nothing, folded
from termbase.extract.english.span import Span, span_of
from termbase.extract.english.tables import lines_of, word_set
from termbase.extract.english.tagged import TaggedSentence
from termbase.extract.english.termhood import termhood

__all__ = ["Phrase", "c_values", "noun_phrases", "parts", "recurring_terms"]

_LEAST_TERMHOOD = 0.3
"""Below, a group of words is not even looked at again; further occurrences cannot lift it over the limit."""


_PAIR = 3
"""Words of a pair with its `and`."""
_PAIRS = frozenset(lines_of("pairs.txt"))
_MEASURES = word_set("measures")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One place of a group of words that has the shape of a term; the tuples have one element for each token."""

    sentence: int
    """Index into the tagged sentences of the document."""
    first: int
    """Number of the first token."""
    words: tuple[str, ...]
    """The words folded: case, plural and possessive put aside."""
    ends: tuple[bool, ...]
    """Whether a term may end with the word."""


def recurring_terms(sentences: Sequence[TaggedSentence], marks: Sequence[Sequence[bool]]) -> Iterator[Span]:
    """The terms in lower case of one document: every place of each group of words that counts as a term."""
    phrases = list(noun_phrases(sentences, marks))
    values = c_values(phrases)
    whole = {phrase.words for phrase in phrases}
    known = {
        words: (hood, sure)
        for words, value in values.items()
        if (value > 0 or words in whole)
        and _holds(words, value)
        and (sure := (hood := termhood(words, value)).sure) >= _LEAST_TERMHOOD
    }
    for phrase in phrases:
        for part, offset in parts(phrase):
            if part in known:
                first = phrase.first + offset
                run = (first, first + len(part) - 1)
                reason = "a group of words of the field" if len(part) > 1 else "a word of the field"
                hood, sure = known[part]
                yield span_of(
                    sentences[phrase.sentence], run, kind_of_group(part[-1]), reason, sure, name=False, measured=hood
                )


def _holds(words: tuple[str, ...], value: float) -> bool:
    """Whether a group with `of` or `and` is one term and no chance neighbours.

    With `of` it measures something (rate of exchange), a pair of nouns is established (supply and demand), or the
    group is met again; in `economic and social development` the two share what follows.
    """
    again = value > math.log2(len(words) + 1)
    if "of" in words:
        return words[words.index("of") - 1] in _MEASURES or again
    if "and" in words and (len(words) == _PAIR or words[1] != "and"):
        return again or " ".join(words) in _PAIRS
    return True


def noun_phrases(sentences: Sequence[TaggedSentence], marks: Sequence[Sequence[bool]]) -> Iterator[Phrase]:
    """The longest groups of words that may be a term, one Phrase for each place.

    `marks` tells for each token of each sentence whether it belongs to a name; names are none of the business here.
    """
    for index, (sentence, named) in enumerate(zip(sentences, marks, strict=True)):
        group = NounGroups(sentence, named)
        for first, last in group.terms():
            words = tuple(map(folded, sentence.words[first : last + 1]))
            yield Phrase(index, first, words, tuple(group.ends_term(place) for place in range(first, last + 1)))


def c_values(phrases: Iterable[Phrase]) -> dict[tuple[str, ...], float]:
    """The C-value of each group of words and of the shorter ones inside it.

    Frantzi, Ananiadou, Mima (2000), Automatic recognition of multi-word terms: logarithm of the length (here one is
    added, so that a word alone has a value too) times the frequency, less the mean frequency of what it is part of;
    a group that never stands outside one longer group has none.

    >>> phrases = [Phrase(0, 0, ("foreign", "trade"), (False, True))]
    >>> phrases.append(Phrase(1, 0, ("foreign", "trade", "company"), (False, True, True)))
    >>> values = c_values(phrases)
    >>> round(values["foreign", "trade"], 2), round(values["foreign", "trade", "company"], 2)
    (1.58, 2.0)
    """
    frequency: Counter[tuple[str, ...]] = Counter()
    inside: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for phrase in phrases:
        found = [part for part, _ in parts(phrase)]
        frequency.update(found)
        inside.setdefault(phrase.words, set()).update(found)
    hosts: dict[tuple[str, ...], list[int]] = {}
    for words, contained in inside.items():
        for part in contained:
            if part != words:
                hosts.setdefault(part, []).append(frequency[words])
    return {
        words: math.log2(len(words) + 1) * (count - _hosted(count, hosts.get(words)))
        for words, count in frequency.items()
    }


def _hosted(count: int, hosts: Sequence[int] | None) -> float:
    """What the places inside longer groups take from the count: all of it when one group is always around.

    >>> _hosted(4, [4, 1, 1]), _hosted(4, [2, 1]), _hosted(4, None)
    (4, 1.5, 0.0)
    """
    if not hosts:
        return 0.0
    return count if max(hosts) >= count else sum(hosts) / len(hosts)


def parts(phrase: Phrase) -> Iterator[tuple[tuple[str, ...], int]]:
    """The group itself and every shorter one inside it that could be a term by itself, and where it begins in it."""
    words = phrase.words
    for first, word in enumerate(words):
        if begins_nothing(word) or word in {"of", "and", "in", "up", "out"}:
            continue
        for end in range(first + 1, len(words) + 1):
            if phrase.ends[end - 1]:
                yield words[first:end], first
