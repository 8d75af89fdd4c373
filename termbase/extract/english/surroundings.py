"""What the words around a name say it is: a person speaks, a company sells, a place is where something is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from termbase.extract.english.span import Span
from termbase.extract.english.tables import lines_of
from termbase.extract.english.tagged import TaggedSentence
from termbase.extract.english.titles import title_at, title_before
from termbase.language.keys import english_key
from termbase.model import ConceptType

__all__ = ["types_by_context"]

_VAGUE = frozenset({ConceptType.OTHER, ConceptType.ABBREVIATION})
_SHARED = frozenset({ConceptType.PERSON, ConceptType.PLACE, ConceptType.COMPANY})
"""Types that the members of a list have in common."""
_NAMED_AFTER = frozenset({ConceptType.TRANSPORT, ConceptType.PRODUCT, ConceptType.FACILITY, ConceptType.EVENT})
"""Types of things that bear a name of their own before the name of their kind."""
_WINDOW = 60
"""Characters before and after a name that are looked at: about ten words."""


@dataclass(frozen=True, slots=True)
class _Cue:
    type: ConceptType
    before: bool
    votes: int
    alone: bool
    """Whether it tells a person by one name too: only a person has an age, or edits."""
    pattern: re.Pattern[str]


def types_by_context(spans: Iterable[Span], sentences: Mapping[int, TaggedSentence]) -> dict[str, ConceptType]:
    """The types of names whose own words do not tell, by the votes of all their places: key → type.

    `sentences` are the sentences of the document by their position.
    """
    votes: defaultdict[str, Counter[ConceptType]] = defaultdict(Counter)
    by_sentence: defaultdict[int, list[Span]] = defaultdict(list)
    for span in spans:
        if span.name:
            by_sentence[span.sentence].append(span)
            if span.type in _VAGUE:
                votes[english_key(span.text)].update(_votes(span, sentences[span.sentence].text))
    for position, group in by_sentence.items():
        for key, kind in _neighbours(group, sentences[position].text, votes):
            votes[key][kind] += 1
    return {key: count.most_common(1)[0][0] for key, count in votes.items() if count}


def _votes(span: Span, text: str) -> Counter[ConceptType]:
    before, after = text[max(0, span.start - _WINDOW) : span.start], text[span.end : span.end + _WINDOW]
    found: Counter[ConceptType] = Counter()
    person = _may_be_person(span.text)
    for cue in _cues():
        # a firm speaks too; a surname alone is known by the full name
        if cue.type is ConceptType.PERSON and not (person and (" " in span.text or cue.alone)):
            continue
        if cue.pattern.search(before) if cue.before else cue.pattern.match(after):
            found[cue.type] += cue.votes
    if person:
        found[ConceptType.PERSON] += _title_votes(before, after)
    return +found


@cache
def _cues() -> tuple[_Cue, ...]:
    rows = [line.split("\t") for line in lines_of("cues.tsv")[1:]]
    words = {name: pattern for name, side, _, pattern in rows if side == "words"}
    return tuple(
        _Cue(
            ConceptType(kind),
            side.startswith("before"),
            int(votes),
            side.endswith("alone"),
            re.compile(pattern.format(**words)),
        )
        for kind, side, votes, pattern in rows
        if side != "words"
    )


def _may_be_person(text: str) -> bool:
    words = text.split(" ")
    return len(words) <= 3 and not any(word.isupper() or any(mark.isdigit() for mark in word) for word in words)


def _title_votes(before: str, after: str) -> int:
    """Votes for a person by a title right before the name (manager Ruan) or after a comma (Li Jun, director of)."""
    words = before.split()
    if words and words[-1].islower() and title_before(words, len(words)):
        return 2
    if not after.startswith(", "):
        return 0
    following = [
        word
        for word in re.findall(r"[\w-]+", after[2:])
        if word not in {"a", "an", "the", "former", "then", "deputy"}
    ]
    return 3 if following and title_at(following, 0) else 0


def _neighbours(
    group: Sequence[Span], text: str, votes: Mapping[str, Counter[ConceptType]]
) -> Iterator[tuple[str, ConceptType]]:
    """A name in a list is what its neighbours in the list are: Porsche, BMW, and Airbus."""
    ordered = sorted(group, key=lambda span: span.start)
    for left, right in pairwise(ordered):
        between = text[left.end : right.start].strip("\"“”'‘’ ")
        if not between and left.type in _VAGUE and right.type in _NAMED_AFTER and left.end < right.start:
            # the “Yixinou” China-Europe Railway Express
            yield english_key(left.text), right.type
        if between not in {",", "and", ", and", "or", "&"}:
            continue
        for one, other in ((left, right), (right, left)):
            told = votes[english_key(other.text)].most_common(1) if other.type in _VAGUE else [(other.type, 1)]
            if one.type in _VAGUE and told and told[0][0] in _SHARED:
                yield english_key(one.text), told[0][0]
