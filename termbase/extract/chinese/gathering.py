"""From forms to candidates: nested and crossing places settled, forms of one thing put together."""

from __future__ import annotations

import operator
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.chinese.found import Found
from termbase.extract.chinese.termhood import Termhood
from termbase.extract.components import Component, Effect, score_of
from termbase.language.keys import zh_key
from termbase.model import ConceptType, Kind

__all__ = ["Form", "gathered"]

_DIVISIONS = ("省", "市", "县", "区", "镇")
# A place that is seen again and again is no better proof than the first ten.
_MOST_COUNTED = 10
# What each further occurrence leaves of the doubt in a sure form.
_REPEATED = 0.93
_Place = tuple[int, int, int]
_Span = tuple[int, int, "Form"]


@dataclass(eq=False)
class Form:
    """A form and all that was found out about it."""

    text: str
    type: ConceptType = ConceptType.OTHER
    weight: float = 0.0
    reason: str = ""
    kind: Kind = Kind.FULL_FORM
    gloss: str = ""
    independent: bool = False
    termhood: Termhood | None = None
    """Where the weight was measured over all occurrences."""
    sights: dict[str, float] = field(default_factory=dict)
    """What finders saw of it, in words, with the weight."""
    places: set[_Place] = field(default_factory=set)
    """Sentence, start and end."""
    full_form_ends: set[tuple[int, int]] = field(default_factory=set)
    """Sentence and place at which the full form of this abbreviation ends."""

    def see(self, found: Found) -> None:
        """Take in one more sight; the weightiest gives type and reason."""
        self.sights[found.reason] = max(found.weight, self.sights.get(found.reason, 0.0))
        if found.weight > self.weight:
            self.type, self.weight, self.reason = found.type, found.weight, found.reason
        if found.kind is not Kind.FULL_FORM:
            self.kind = found.kind
        self.independent = self.independent or found.independent
        self.gloss = self.gloss or found.gloss
        if found.full_form_end >= 0:
            self.full_form_ends.add((found.sentence, found.full_form_end))
        self.stands(found.sentence, found.start, found.end)

    def stands(self, sentence: int, start: int, end: int) -> None:
        """Note a place."""
        self.places.add((sentence, start, end))


def gathered(forms: Iterable[Form], *, least_score: float) -> list[Candidate]:
    """The candidates, in no order: forms that stand alone somewhere, with their other spellings and abbreviations."""
    strong = [form for form in forms if form.weight >= least_score]
    alone = _standing_alone(strong)
    by_key: defaultdict[str, list[Form]] = defaultdict(list)
    for form in strong:
        if alone[form.text]:
            by_key[_key(form)].append(form)
    groups = _joined(by_key, alone)
    return [_candidate(group, alone) for group in groups]


def _standing_alone(forms: Sequence[Form]) -> dict[str, set[_Place]]:
    """For each form the places where it is not part of a longer one, nor crossed by a better one.

    A form that never stands alone keeps them where it is part of two different longer ones, or a name by itself.
    """
    by_sentence: defaultdict[int, list[_Span]] = defaultdict(list)
    for form in forms:
        for sentence, start, end in form.places:
            by_sentence[sentence].append((start, end, form))
    alone: dict[str, set[_Place]] = {form.text: set() for form in forms}
    inside: defaultdict[str, dict[str, _Place]] = defaultdict(dict)
    for sentence, spans in by_sentence.items():
        apart, together = _overlapping(spans)
        for start, end, form in apart:
            alone[form.text].add((sentence, start, end))
        for start, end, form, outer in _maximal(together) if together else ():
            if outer is None:
                alone[form.text].add((sentence, start, end))
            elif outer.text != form.text:
                inside[form.text][outer.text] = (sentence, start, end)
    independent = {form.text for form in forms if form.independent}
    for text, outers in inside.items():
        if not alone[text] and (len(_shortest(outers)) > 1 or text in independent):
            alone[text] = set(outers.values())
    return alone


def _overlapping(spans: list[_Span]) -> tuple[list[_Span], list[_Span]]:
    """The spans that none of the others overlaps, and the others."""
    apart: list[_Span] = []
    together: list[_Span] = []
    reached = -1
    for span in sorted(spans, key=_start):
        if span[0] >= reached:
            apart.append(span)
        else:
            if apart and apart[-1][1] > span[0]:
                together.append(apart.pop())
            together.append(span)
        reached = max(reached, span[1])
    return apart, together


_start = operator.itemgetter(0)


def _shortest(forms: Iterable[str]) -> list[str]:
    """The forms that have none of the others inside."""
    shortest: list[str] = []
    for form in sorted(forms, key=len):
        if not any(inner in form for inner in shortest):
            shortest.append(form)
    return shortest


def _maximal(spans: list[_Span]) -> Iterator[tuple[int, int, Form, Form | None]]:
    """Each span with the longer or better one that takes its place, if any."""
    taken_starts: list[int] = []
    taken: list[_Span] = []
    weaker = _crossed(spans)
    for start, end, form in sorted(
        spans, key=lambda span: (span in weaker, span[0] - span[1], -span[2].weight, span[0])
    ):
        place = bisect_right(taken_starts, start)
        around = taken[max(place - 1, 0) : place + 1]
        outer = next((other for begin, stop, other in around if begin < end and start < stop), None)
        if outer is None:
            taken_starts.insert(place, start)
            taken.insert(place, (start, end, form))
        yield start, end, form, outer


def _crossed(spans: list[_Span]) -> set[_Span]:
    """The spans that cross the border of a better one; those of a length and weight alike yield to the first."""
    ordered = sorted(spans, key=lambda span: span[:2])
    weaker: set[_Span] = set()
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other[0] >= one[1]:
                break
            if one[0] < other[0] and one[1] < other[1]:
                weaker.add(other if one[2].weight >= other[2].weight else one)
    return weaker


def _key(form: Form) -> str:
    return zh_key(form.text)


def _joined(by_key: Mapping[str, list[Form]], alone: Mapping[str, set[_Place]]) -> list[list[Form]]:
    """Groups of forms of one thing, the leading form first."""
    groups = {key: sorted(forms, key=lambda form: -len(alone[form.text])) for key, forms in by_key.items()}
    ends: dict[tuple[int, int], str] = {}
    for key, forms in groups.items():
        for form in forms:
            for sentence, _, end in sorted(alone[form.text]):
                ends[sentence, end] = key
    for key in list(groups):
        lead = _lead(key, groups, ends)
        if lead is not None and lead != key and lead in groups:
            groups[lead] += groups.pop(key)
    return list(groups.values())


def _lead(key: str, groups: Mapping[str, list[Form]], ends: Mapping[tuple[int, int], str]) -> str | None:
    """The key of the form that leads: the full form of an abbreviation, a place without its level (安吉, 安吉县)."""
    first = groups[key][0]
    for form in groups[key]:
        for sentence, end in form.full_form_ends:
            for mark in (0, 1):
                lead = ends.get((sentence, end - mark))
                if lead is not None:
                    return lead
    if first.type is ConceptType.PLACE and key.endswith(_DIVISIONS) and len(key) > 2:
        return key[:-1] if key[:-1] in groups and groups[key[:-1]][0].type is ConceptType.PLACE else None
    return None


def _candidate(group: list[Form], alone: Mapping[str, set[_Place]]) -> Candidate:
    first = group[0]
    best = max(group, key=lambda form: form.weight)
    typed = max(group, key=lambda form: (form.type is not ConceptType.ABBREVIATION, form.weight))
    places = sorted({place for form in group for place in alone[form.text]})
    variants = sorted(group[1:], key=lambda form: -len(alone[form.text]))
    components = _components(best, len(places))
    return Candidate(
        first.text,
        typed.type,
        tuple(Occurrence(*place) for place in places),
        round(score_of(components), 3),
        best.reason if best.termhood is None else best.termhood.reason,
        kind=first.kind,
        variants=tuple(dict.fromkeys(form.text for form in variants if form.text != first.text)),
        gloss=next((form.gloss for form in group if form.gloss), ""),
        components=components,
    )


def _components(form: Form, places: int) -> tuple[Component, ...]:
    """What the score is made of: measured over all places, or the sights with what repetition adds."""
    if form.termhood is not None:
        return form.termhood.components
    sights = form.sights or {form.reason: form.weight}
    parts = [Component(reason, 1, weight) for reason, weight in sorted(sights.items(), key=lambda row: -row[1])]
    if places > 1:
        parts.append(Component("further places", min(places - 1, _MOST_COUNTED), _REPEATED, Effect.REPETITION))
    return tuple(parts)
