"""From places to candidates: what is one thing is gathered under one form, typed and scored."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.glosses import glosses
from termbase.extract.span import Span
from termbase.extract.surroundings import types_by_context
from termbase.extract.tagged import TaggedSentence
from termbase.extract.variants import Form, same_things
from termbase.language.keys import english_key
from termbase.model import ConceptType, Kind

__all__ = ["gathered"]

_VAGUE = frozenset({ConceptType.OTHER, ConceptType.ABBREVIATION})
_REPEATED = 0.9
"""What every further occurrence leaves of the doubt in a candidate."""

Group = dict[tuple[str, bool], list[Span]]
"""Key of the form and whether it is a name → its places."""


def gathered(spans: Sequence[Span], sentences: Sequence[TaggedSentence]) -> list[Candidate]:
    """The candidates of one document, in no order."""
    spans, chinese = _glossed(spans, sentences)
    by_position = {sentence.position: sentence for sentence in sentences}
    groups: Group = defaultdict(list)
    for span in spans:
        groups[english_key(span.text), span.name].append(span)
    groups.pop(("", True), None)
    groups.pop(("", False), None)
    told = types_by_context(spans, by_position)
    types = {key: _type(group, told.get(key[0])) for key, group in groups.items()}
    leads = _leads(groups, types)
    members: defaultdict[tuple[str, bool], list[tuple[str, bool]]] = defaultdict(list)
    for key in groups:
        members[_root(key, leads)].append(key)
    return [_candidate(root, keys, groups, types, leads, chinese) for root, keys in members.items()]


def _glossed(spans: Sequence[Span], sentences: Sequence[TaggedSentence]) -> tuple[list[Span], dict[str, str]]:
    """The spans with those that a Chinese gloss shows, and the Chinese by the key of the English."""
    by_sentence: defaultdict[int, list[Span]] = defaultdict(list)
    for span in spans:
        by_sentence[span.sentence].append(span)
    chinese: dict[str, str] = {}
    found = list(spans)
    for sentence in sentences:
        for gloss in glosses(sentence):
            ending = [span for span in by_sentence[sentence.position] if gloss.start <= span.start or span.name]
            ending = [span for span in ending if 0 <= gloss.end - span.end <= 1 and span.start < gloss.end]
            text = sentence.text[gloss.start : gloss.end].strip("“”\"‘’' ")
            shown = max(ending, key=lambda span: span.end - span.start, default=None)
            if shown is None:
                start = sentence.text.index(text, gloss.start)
                name = text[:1].isupper()
                kind = ConceptType.OTHER if name else ConceptType.POLICY_PHRASE
                shown = Span(sentence.position, start, start + len(text), text, kind, "", 0.9, name)
            found.append(replace(shown, reason="with its Chinese form in brackets", weight=0.95))
            chinese.setdefault(english_key(shown.text), gloss.chinese)
    return found, chinese


def _type(group: Iterable[Span], told: ConceptType | None) -> ConceptType:
    votes: Counter[ConceptType] = Counter()
    for span in group:
        if span.type is not ConceptType.OTHER:
            votes[span.type] += 1
    first = votes.most_common(1)[0][0] if votes else ConceptType.OTHER
    if first is ConceptType.ABBREVIATION:
        return told if told is ConceptType.COMPANY else first
    return first if first is not ConceptType.OTHER else told or first


def _leads(
    groups: Group, types: Mapping[tuple[str, bool], ConceptType]
) -> dict[tuple[str, bool], tuple[tuple[str, bool], str]]:
    """For a form that is a variant: the form it belongs to, and why."""
    leads: dict[tuple[str, bool], tuple[tuple[str, bool], str]] = {}
    for key, group in groups.items():
        for span in group:
            full = next(
                (found for name in (True, False) if (found := (english_key(span.full), name)) in groups), None
            )
            if span.full and full is not None and full != key:
                leads[key] = (full, f"abbreviation of {span.full}")
    forms = [Form(tuple(key.split()), types[key, name], name) for key, name in groups]
    for pair in same_things(forms):
        short, full = (" ".join(pair.short.words), pair.short.name), (" ".join(pair.full.words), pair.full.name)
        leads.setdefault(short, (full, f"another form of {groups[full][0].text}"))
    return leads


def _root(key: tuple[str, bool], leads: Mapping[tuple[str, bool], tuple[tuple[str, bool], str]]) -> tuple[str, bool]:
    seen = {key}
    while key in leads and leads[key][0] not in seen:
        key = leads[key][0]
        seen.add(key)
    return key


def _candidate(
    root: tuple[str, bool],
    keys: Sequence[tuple[str, bool]],
    groups: Group,
    types: Mapping[tuple[str, bool], ConceptType],
    leads: Mapping[tuple[str, bool], tuple[tuple[str, bool], str]],
    chinese: Mapping[str, str],
) -> Candidate:
    own = groups[root]
    spans = sorted((span for key in keys for span in groups[key]), key=lambda span: (span.sentence, span.start))
    forms = Counter(span.text for span in spans)
    text = _shown(own)
    best = max(own, key=lambda span: span.weight)
    weight = max(span.weight for span in spans)
    places = dict.fromkeys(Occurrence(span.sentence, span.start, span.end) for span in spans)
    kind = types[root]
    if kind in _VAGUE:
        kind = next((types[key] for key in keys if types[key] not in _VAGUE), kind)
    return Candidate(
        text=text,
        type=kind,
        occurrences=tuple(places),
        score=round(1 - (1 - weight) * _REPEATED ** (len(places) - 1), 4),
        reason="; ".join((best.reason, *_reasons(keys, root, groups, leads))),
        kind=Kind.ACRONYM if types[root] is ConceptType.ABBREVIATION else Kind.FULL_FORM,
        variants=tuple(form for form, _ in forms.most_common() if form != text),
        gloss=next((chinese[key] for key, _ in (root, *keys) if key in chinese), ""),
    )


def _shown(own: Sequence[Span]) -> str:
    """The form to propose: the most frequent one; a common noun in lower case if it stands so anywhere."""
    forms = Counter(span.text for span in own)
    if not own[0].name:
        lower = {form: count for form, count in forms.items() if form[:1].islower()}
        if lower:
            return max(lower, key=lambda form: lower[form])
        text = forms.most_common(1)[0][0]
        return text if text[:2].isupper() else text[:1].lower() + text[1:]
    return forms.most_common(1)[0][0]


def _reasons(
    keys: Sequence[tuple[str, bool]],
    root: tuple[str, bool],
    groups: Group,
    leads: Mapping[tuple[str, bool], tuple[tuple[str, bool], str]],
) -> Iterator[str]:
    for key in keys:
        if key != root:
            yield f"{groups[key][0].text}: {leads[key][1]}"
