"""From places to candidates: what is one thing is gathered under one form, typed and scored."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.components import Component, Effect, score_of
from termbase.extract.english.span import Span
from termbase.extract.english.surroundings import types_by_context
from termbase.extract.english.tagged import TaggedSentence
from termbase.extract.english.variants import Form, same_things
from termbase.language.english_classes import is_word
from termbase.language.keys import english_key
from termbase.model import ConceptType, Kind

__all__ = ["Gathering"]

_VAGUE = frozenset({ConceptType.OTHER, ConceptType.ABBREVIATION})
_ONLY_ONE = frozenset({ConceptType.PLACE, ConceptType.PERSON})
"""Types of names that have no plural of their own."""
_REPEATED = 0.9
"""What every further occurrence leaves of the doubt in a candidate: ten make two thirds of it go."""

Key = tuple[str, bool]
"""The folded form, and whether it is written as a name: the Port Group is not a port group."""


class Gathering:
    """The spans of one document, gathered by what they are."""

    def __init__(self, spans: Iterable[Span], sentences: Iterable[TaggedSentence]) -> None:
        self._groups: dict[Key, list[Span]] = defaultdict(list)
        for span in spans:
            key = english_key(span.text)
            if key:
                self._groups[key, span.name].append(span)
        everywhere = [span for group in self._groups.values() for span in group]
        told = types_by_context(everywhere, {sentence.position: sentence for sentence in sentences})
        self._types = {key: _type(group, told.get(key[0])) for key, group in self._groups.items()}
        self._leads: dict[Key, tuple[Key, str]] = {}
        """For a form that is a variant: the form it belongs to, and why."""
        for short, full, reason in (*self._abbreviations(), *self._same_things()):
            if short not in self._leads and self._root(full) != short:
                self._leads[short] = full, reason

    def candidates(self, chinese: dict[str, str]) -> list[Candidate]:
        """One candidate for each thing; `chinese` has the Chinese glosses by the key of the English form."""
        members: defaultdict[Key, list[Key]] = defaultdict(list)
        for key in self._groups:
            members[self._root(key)].append(key)
        return [self._candidate(root, keys, chinese) for root, keys in members.items()]

    def _abbreviations(self) -> Iterator[tuple[Key, Key, str]]:
        for key, group in self._groups.items():
            for text in {span.full: None for span in group if span.full}:
                for full in ((english_key(text), True), (english_key(text), False)):
                    if full in self._groups and full != key:
                        yield key, full, f"abbreviation of {text}"

    def _same_things(self) -> Iterator[tuple[Key, Key, str]]:
        forms = [Form(tuple(key.split()), self._types[key, name], name) for key, name in self._groups]
        for pair in same_things(forms):
            short, full = (" ".join(pair.short.words), pair.short.name), (" ".join(pair.full.words), pair.full.name)
            yield short, full, f"another form of {self._groups[full][0].text}"

    def _root(self, key: Key) -> Key:
        while key in self._leads:
            key = self._leads[key][0]
        return key

    def _candidate(self, root: Key, keys: Sequence[Key], chinese: dict[str, str]) -> Candidate:
        own = self._groups[root]
        spans = sorted(
            (span for key in keys for span in self._groups[key]), key=lambda span: (span.sentence, span.start)
        )
        places = dict.fromkeys(Occurrence(span.sentence, span.start, span.end) for span in spans)
        forms = Counter(span.text for span in spans)
        text = _shown(own)
        kinds = [self._types[key] for key in (root, *keys)]
        components = _components(spans, len(places))
        why = [f"{self._groups[key][0].text}: {self._leads[key][1]}" for key in keys if key != root]
        return Candidate(
            text=text,
            type=next((kind for kind in kinds if kind not in _VAGUE), kinds[0]),
            occurrences=tuple(places),
            score=round(score_of(components), 4),
            reason="; ".join((max(own, key=lambda span: span.weight).reason, *why)),
            kind=Kind.ACRONYM if self._types[root] is ConceptType.ABBREVIATION else Kind.FULL_FORM,
            variants=tuple(form for form, _ in forms.most_common() if not self._is_same(form, text, own[0], root)),
            gloss=next((chinese[key] for key, _ in (root, *keys) if key in chinese), ""),
            components=components,
        )

    def _is_same(self, form: str, text: str, own: Span, root: Key) -> bool:
        """Whether a form is no other spelling: the text, a noun with the capitals of a heading, three Zhejiangs."""
        if form == text or (not own.name and form.lower() == text.lower()):
            return True
        return form == f"{text}s" and self._types[root] in _ONLY_ONE


def _components(spans: Sequence[Span], places: int) -> tuple[Component, ...]:
    """What the score is made of: the parts of the surest place, and how often the thing is met."""
    best = max(spans, key=lambda span: span.weight)
    own = best.measured or (Component(best.reason, 1, best.weight),)
    return (*own, Component("further places", places - 1, _REPEATED, Effect.REPETITION)) if places > 1 else own


def _type(group: Iterable[Span], told: ConceptType | None) -> ConceptType:
    """The type that most places have; where the words do not tell, what the words around told."""
    votes = Counter(span.type for span in group if span.type is not ConceptType.OTHER)
    first = votes.most_common(1)[0][0] if votes else ConceptType.OTHER
    if first is ConceptType.ABBREVIATION:
        return told if told is ConceptType.COMPANY else first
    return told or first if first is ConceptType.OTHER else first


def _shown(own: Sequence[Span]) -> str:
    """The form to propose: the most frequent one; a common noun in lower case, though it begin its only sentence."""
    forms = Counter(span.text for span in own)
    text = forms.most_common(1)[0][0]
    if own[0].name:
        return text
    lower = Counter({form: count for form, count in forms.items() if not any(map(str.isupper, form))})
    if lower:
        return lower.most_common(1)[0][0]
    return re.sub(r"[^\W\d_][\w'’-]*", _in_lower_case, text)


def _in_lower_case(match: re.Match[str]) -> str:
    """A word without the capital that a heading or a sentence gave it; RMB, Chinese, the R of R&D keep theirs."""
    word = match[0]
    letter = len(word) == 1 and word != "A"
    return word if word[1:2].isupper() or letter or not is_word(word) else word[0].lower() + word[1:]
