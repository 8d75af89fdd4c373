"""Which rendering of a term comes first, after all its places and those of the other terms have been seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import exp, log
from typing import NamedTuple

from termbase.extract.renderings.corpus import Corpus
from termbase.extract.renderings.rivals import Rivals
from termbase.extract.renderings.sample import Sample
from termbase.extract.renderings.spelling import shown_spelling
from termbase.extract.renderings.tally import Form, Tally
from termbase.extract.renderings.term_facts import TermFacts
from termbase.extract.renderings.weights import FORM

__all__ = ["Ranking", "Rendering"]

_LEAST_PLACE = 0.3
"""A form less likely at a place is no rendering there."""


class Rendering(NamedTuple):
    """An English form of a Chinese term."""

    en: str
    score: float
    """How sure it is, from 0 to 1, that it renders the term where it seems surest. On the reports of 2021 and 2023,
    of first renderings with .9 and more 85 % were right, of .7 to .9 65 %, of .5 to .7 55 %."""
    places: int
    """Places where the form stands for the term; at most as many as were looked at."""


class Ranking:
    """Orders the forms of the terms of one corpus."""

    def __init__(self, corpus: Corpus, sample: Sample, tallies: Mapping[str, Tally]) -> None:
        self._corpus = corpus
        self._sample = sample
        self._places = {term: tally.places for term, tally in tallies.items()}
        self._forms = {term: tally.forms() for term, tally in tallies.items()}
        self._full = frozenset(key for keys in corpus.short_forms.values() for key in keys)
        self._rivals = Rivals(
            (form.key, sum(form.chances) / self._places[term], term)
            for term, forms in self._forms.items()
            for form in forms
        )

    def renderings(self, facts: TermFacts) -> list[Rendering]:
        """The renderings of one term, the best first; what only adds to the first or is a part of it is left out."""
        forms, places = self._forms[facts.text], self._places[facts.text]
        chances = [sum(form.chances) / places for form in forms]
        ranked = _chances(list(self._weighed(facts, forms, chances))) if places > 1 else chances
        order = sorted(range(len(forms)), key=lambda number: (-ranked[number], forms[number].key))
        found: list[Rendering] = []
        first = ""
        for number in order:
            form = forms[number]
            stands = sum(chance >= _LEAST_PLACE for chance in form.chances)
            if found and (not stands or f" {form.key} " in first or first in f" {form.key} "):
                continue
            score = max(ranked[number], max(form.chances) if places > 1 else 0.0)
            found.append(Rendering(self._spelling(facts.text, form), round(score, 3), max(1, stands)))
            first = first or f" {form.key} "
        return found

    def _spelling(self, term: str, form: Form) -> str:
        standing = self._sample.standing[term]
        numbers = sorted(self._corpus.forms.of(form.key) & standing) if len(standing) > 1 else ()
        return shown_spelling(form.key, form.surfaces, (self._corpus.english[number] for number in numbers))

    def _weighed(self, facts: TermFacts, forms: Sequence[Form], chances: Sequence[float]) -> Iterator[float]:
        """What speaks for each form (nats)."""
        keys = [f" {form.key} " for form in forms]
        for form, key, chance in zip(forms, keys, chances, strict=True):
            longer = max(
                (other for text, other in zip(keys, chances, strict=True) if key in text != key), default=0.0
            )
            rivals = self._rivals.of(form.key, facts.text)
            yield (
                FORM["average"] * log(chance + 1e-3)
                + FORM["best"] * max(form.chances)
                + FORM["longer"] * longer
                + FORM["one word"] * (" " not in form.key)
                + FORM["together"] * self._together(facts.text, form.key)
                + FORM["claimed by another"] * rivals.other
                + FORM["claimed by a longer one"] * rivals.longer
                + FORM["claimed by a shorter one"] * rivals.shorter
                + self._by_words(facts, form.key)
                + self._by_short_form(facts, form.key, forms)
            )

    def _together(self, term: str, key: str) -> float:
        """How far form and term keep to the same pairs (Dice's coefficient)."""
        standing, places = self._sample.standing[term], self._corpus.forms.of(key)
        return 2 * len(standing & places) / (len(standing) + len(places))

    def _by_words(self, facts: TermFacts, key: str) -> float:
        """How well the words of both find one another: the worst of the term's, the mean of the form's."""
        rows = [self._corpus.links.of(word) for word in facts.words]
        words = key.split()
        content = [word for word in words if word in self._corpus.links.counts]
        worst = min((min(1.0, max(row.get(word, 0.0) for word in words)) for row in rows), default=0.0)
        met = [min(1.0, max((row.get(word, 0.0) for row in rows), default=0.0)) for word in content]
        return FORM["worst word"] * worst + FORM["mean word"] * (sum(met) / len(met) if met else 0.0)

    def _by_short_form(self, facts: TermFacts, key: str, forms: Sequence[Form]) -> float:
        full = self._corpus.short_forms.get(key, set())
        introduced = not facts.has_latin and any(form.key in full for form in forms)
        return FORM["introduced short form"] * introduced + FORM["full form"] * (key in self._full)


def _chances(scores: Sequence[float]) -> list[float]:
    most = max(scores, default=0.0)
    weights = [exp(score - most) for score in scores]
    whole = sum(weights)
    return [weight / whole for weight in weights]
