"""What the words around a name say it is: a person speaks, a company sells, a place is where something is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from termbase.extract.span import Span
from termbase.extract.tagged import TaggedSentence
from termbase.extract.titles import title_at, title_before
from termbase.language.keys import english_key
from termbase.model import ConceptType

__all__ = ["types_by_context"]

_VAGUE = frozenset({ConceptType.OTHER, ConceptType.ABBREVIATION})
_SHARED = frozenset({ConceptType.PERSON, ConceptType.PLACE, ConceptType.COMPANY})
"""Types that the members of a list have in common."""
_WINDOW = 60
"""Characters before and after a name that are looked at: about ten words."""
_SPEAKS = (
    "said|says|told|added|recalled|noted|explained|stated|wrote|believes|believed|admitted|introduced|pointed out|"
    "argued|stressed|emphasized|remarked|joked|revealed|smiled|thinks|hopes|remembers"
)
_TRADES = (
    "acquired|acquires|produces|produced|sells|sold|manufactures|exports|exported|listed|reported|obtained|launched|"
    "invested|unveiled|shipped"
)
_OWNED_BY_FIRM = (
    "products?|sales|shares?|customers?|business|brand|chairman|president|ceo|factory|plant|booth|annual|headquarters|"
    "workshop|founder|employees|revenue|strategic investment|investment|subsidiary|profits?|cathode|vice"
)
_FIRM = "company|manufacturer|firm|enterprise|maker|retailer|startup|brand|subsidiary|carmaker|supplier|producer"
_CUES: tuple[tuple[ConceptType, bool, re.Pattern[str], int], ...] = (
    # type, whether the cue stands before the name, what it is, how many votes it has
    (ConceptType.PERSON, False, re.compile(rf"\s(?:{_SPEAKS})\b"), 2),
    (ConceptType.PERSON, False, re.compile(r", (?:now |who |aged )?\d\d,|,? who\b"), 2),
    (ConceptType.PERSON, True, re.compile(rf"\b(?:{_SPEAKS}|photographed by|edited by|translated by)\s$"), 2),
    (ConceptType.PERSON, True, re.compile(r"(?:year-old|\(By|reporter|editors?:)\s$"), 2),
    (ConceptType.COMPANY, False, re.compile(rf"['’]s? (?:{_OWNED_BY_FIRM})\b", re.IGNORECASE), 2),
    (ConceptType.COMPANY, False, re.compile(rf",? (?:a|an|the) [a-z -]{{0,40}}\b(?:{_FIRM})\b"), 2),
    (ConceptType.COMPANY, False, re.compile(rf"\s(?:{_TRADES})\b"), 1),
    (ConceptType.COMPANY, True, re.compile(rf"\b(?:{_FIRM})s?,? [\"“'‘]?$"), 2),
    (ConceptType.COMPANY, True, re.compile(r"\b(?:acquir(?:e|ed|ing)|customers such as|subsidiary of|engineer of)\s[\"“]?$"), 2),
    (ConceptType.COMPANY, True, re.compile(r"\b(?:president|chairman|chairwoman|ceo|founder|manager) (?:of|at)\s$", re.IGNORECASE), 3),
    (ConceptType.PLACE, True, re.compile(r"\b(?:in|near|across|throughout|outside|around|city of|town of)\s(?:the )?$"), 1),
    (ConceptType.PLACE, True, re.compile(r"\b(?:from|arrive in|live in|side of|waters of|south of|north of|east of|west of)\s$"), 1),
    (ConceptType.PLACE, False, re.compile(r"['’]s [A-Z]\w+ (?:District|County|City|Town|Village)\b|-based\b"), 2),
    (ConceptType.PUBLICATION, True, re.compile(r"\b(?:newspaper|magazine|journal|book|published in)\s[\"“]?$"), 2),
)  # fmt: skip


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
    for kind, stands_before, cue, weight in _CUES:
        if kind is ConceptType.PERSON and " " not in span.text:
            # a firm speaks too; a surname alone is known by the full name
            continue
        if cue.search(before) if stands_before else cue.match(after):
            found[kind] += weight
    found[ConceptType.PERSON] += _title_votes(before, after) if _may_be_person(span.text) else 0
    if not _may_be_person(span.text):
        del found[ConceptType.PERSON]
    return +found


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
    for left, right in zip(ordered, ordered[1:], strict=False):
        between = text[left.end : right.start].strip("\"“”'‘’ ")
        if between not in {",", "and", ", and", "or", "&"}:
            continue
        for one, other in ((left, right), (right, left)):
            told = votes[english_key(other.text)].most_common(1) if other.type in _VAGUE else [(other.type, 1)]
            if one.type in _VAGUE and told and told[0][0] in _SHARED:
                yield english_key(one.text), told[0][0]
