"""Names that belong together across a mark: a school and its university, a name and its short form in brackets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from termbase.extract.english.abbreviations import initials_match
from termbase.extract.english.extended_names import WITH_GENERIC
from termbase.extract.english.span import Span
from termbase.extract.english.tables import word_set
from termbase.extract.english.tagged import TaggedSentence
from termbase.extract.english.titles import title_at
from termbase.model import ConceptType

__all__ = ["neighbouring_names"]

_WHOLES = word_set("bodies with parts")
_PARTS = word_set("parts of bodies")
_HAVING_BODIES = frozenset({ConceptType.PLACE, ConceptType.ORGANIZATION})
_AND_TITLE = re.compile(r" and (?P<title>[a-z -]{4,40}) of (?:the )?")
_WEIGHT = 0.75


def neighbouring_names(spans: Iterable[Span], sentences: Sequence[TaggedSentence]) -> Iterator[Span]:
    """The spans, short forms in brackets with their full form; after a part and its whole the two as one name.

    `sentences` are the sentences of the document, each at its position.
    """
    texts = {sentence.position: sentence.text for sentence in sentences}
    by_sentence: defaultdict[int, list[Span]] = defaultdict(list)
    for span in spans:
        by_sentence[span.sentence].append(span)
    for position, group in by_sentence.items():
        ordered = sorted(group, key=lambda span: (span.start, span.end))
        names = [span for span in ordered if span.name]
        pairs = {id(short): full for full, short in pairwise(names) if _is_short(full, short, texts[position])}
        for span in ordered:
            full = pairs.get(id(span))
            yield span if full is None or span.full else replace(span, full=full.text)
        for part, whole in pairwise(names):
            if _is_part(part, whole, texts[position]):
                yield _joined(part, whole, texts[position])
            elif _is_shared(part, whole, texts[position]):
                yield replace(_joined(part, whole, texts[position]), text=f"{part.text} of the {whole.text}")


def _is_short(full: Span, short: Span, text: str) -> bool:
    """Whether a name in brackets is made of the words of the name before it: Linhai Free Trade Zone (Linhai FTZ)."""
    between, after = text[full.end : short.start], text[short.end : short.end + 1]
    if between.strip(' ”"’') not in {"(", "（", "(the", "(“", '("'} or after not in set(')）”"'):
        return False
    return full.text != short.text and _shortens(short.text.split(), full.text.replace(",", "").split())


def _shortens(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether every word of the one is a word of the other, or the initials of several, in the same order.

    >>> _shortens("Linhai FTZ".split(), "Linhai Pilot Free Trade Zone".split())
    True
    >>> _shortens("Linhai FTZ".split(), "Yiwu Free Trade Zone".split())
    False
    """
    place = 0
    shared = False
    for word in short:
        if word in full[place:]:
            place = full.index(word, place) + 1
            shared = True
            continue
        letters = len(word)
        starts = range(place, len(full) - letters + 1)
        start = next((i for i in starts if word.isupper() and initials_match(full[i : i + letters], word)), None)
        if start is None:
            return False
        place = start + letters
    return shared


def _is_part(part: Span, whole: Span, text: str) -> bool:
    """Whether two names are a part and its whole: School of Law, Zhejiang University; X section of the Y Zone."""
    if text[part.end : whole.start] in {" of ", " of the "} and part.reason.startswith(WITH_GENERIC):
        # the Hangzhou section of the Zhejiang Pilot Free Trade Zone
        return part.type is ConceptType.PLACE and whole.type in _HAVING_BODIES and len(whole.text.split()) > 2
    bodies = part.type is whole.type is ConceptType.ORGANIZATION
    if not bodies or text[part.end : whole.start] not in {", ", ", the "}:
        return False
    first, last = part.text.split(), whole.text.split()
    return not _PARTS.isdisjoint((first[0], _head(first))) and not _WHOLES.isdisjoint(last)


def _is_shared(part: Span, whole: Span, text: str) -> bool:
    """Whether a body and somebody's title have one place behind: the Working Committee and director of the Zone."""
    match = _AND_TITLE.fullmatch(text[part.end : whole.start])
    if match is None or part.type is not ConceptType.ORGANIZATION or whole.type not in _HAVING_BODIES:
        return False
    title = match["title"].split()
    return " of " not in part.text and len(whole.text.split()) > 2 and title_at(title, 0) == len(title)


def _head(words: Sequence[str]) -> str:
    """The head of a name: its last word, or the one before `of`.

    >>> _head("Department of Commerce".split()), _head("Economics School".split())
    ('Department', 'School')
    """
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1]


def _joined(part: Span, whole: Span, text: str) -> Span:
    reason = f"a part of {whole.text}"
    return replace(part, end=whole.end, text=text[part.start : whole.end], reason=reason, weight=_WEIGHT, full="")
