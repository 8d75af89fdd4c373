"""The terms of a translation memory: found in its Chinese, rendered by its English, in two passes of bounded size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.chinese.candidates import chinese_candidates
from termbase.extract.contexts import MOST_CONTEXTS
from termbase.extract.pairs.pairing import LEAST_SECOND, LEAST_UNFOUND, trust
from termbase.extract.proposals import Proposer, with_new_forms
from termbase.extract.renderings import Renderer, Rendering
from termbase.extract.renderings.sample import Sample, sampled
from termbase.language.script import to_simplified
from termbase.language.sentences import Sentence
from termbase.model import Concept, Context, Language
from termbase.recognise import Recogniser

__all__ = ["MEMORY", "MemoryTerms", "Units"]

MEMORY = "memory"
"""The name of the document in contexts."""

Units = Callable[[], Iterable[tuple[str, str]]]
"""Gives the units of a memory (Chinese, English), anew at each call."""

_BATCH = 2_000
"""Units in which candidates are looked for together: enough to count in, few enough to hold."""
_MOST_COUNTED = 200_000
"""Forms counted at a time; beyond that those met once are forgotten."""


@dataclass(slots=True)
class _Counted:
    candidate: Candidate
    """Without its places."""
    frequency: int


@dataclass(frozen=True, slots=True)
class MemoryTerms:
    """Finds what a memory has of terms that the termbase lacks."""

    recogniser: Recogniser
    renderer: Renderer
    proposer: Proposer

    def concepts(self, units: Units, *, most: int = 5_000, least_frequency: int = 2) -> list[Concept]:
        """At most so many proposals, best first: terms that occur often enough and have a sure rendering."""
        counted = self._counted(units())
        kept = [one for one in counted.values() if one.frequency >= least_frequency]
        kept.sort(key=lambda one: (-one.candidate.score, -one.frequency, one.candidate.text))
        terms = {one.candidate.text: one for one in kept[:most]}
        sample = sampled(terms, ((to_simplified(zh), en) for zh, en in units() if zh and en))
        rendered = self.renderer.of_sample(sample)
        concepts = (self._concept(terms[text], several, sample) for text, several in rendered.items())
        return sorted((one for one in concepts if one is not None), key=lambda one: (-one.score, -one.frequency))

    def _counted(self, units: Iterable[tuple[str, str]]) -> dict[str, _Counted]:
        """The Chinese candidates that the termbase does not know, with how often they occur."""
        counted: dict[str, _Counted] = {}
        for batch in _batches(to_simplified(zh) for zh, en in units if zh and en):
            for candidate in chinese_candidates(batch):
                if self.recogniser.knows(candidate.text, chinese=True):
                    continue
                earlier = counted.get(candidate.text)
                frequency = len(candidate.occurrences) + (earlier.frequency if earlier else 0)
                if earlier is None or candidate.score > earlier.candidate.score:
                    earlier = _Counted(replace(candidate, occurrences=()), frequency)
                earlier.frequency = frequency
                counted[candidate.text] = earlier
            if len(counted) > _MOST_COUNTED:
                counted = {text: one for text, one in counted.items() if one.frequency > 1}
        return counted

    def _concept(self, counted: _Counted, renderings: list[Rendering], sample: Sample) -> Concept | None:
        """The concept of one term, or None where no rendering is sure."""
        zh = counted.candidate
        sure = [
            one
            for number, one in enumerate(renderings)
            if trust(self.renderer, zh.text, one, found=False) >= (LEAST_SECOND if number else LEAST_UNFOUND)
        ]
        if not sure or sure[0] is not renderings[0]:
            return None
        first, *others = (_candidate(zh, one) for one in sure)
        concept = self.proposer.of(zh, first, pair_reason=first.reason)
        terms = [self.proposer.variant(other, Language.EN, concept, other.reason) for other in others]
        contexts = tuple(_contexts(zh.text, sample))
        return replace(with_new_forms(concept, terms), contexts=contexts, frequency=sample.frequency[zh.text])


def _batches(texts: Iterable[str]) -> Iterator[list[Sentence]]:
    texts = iter(texts)
    while batch := list(islice(texts, _BATCH)):
        yield [Sentence(text, number, number) for number, text in enumerate(batch)]


def _candidate(zh: Candidate, rendering: Rendering) -> Candidate:
    reason = f"stands for it in units of the memory ({rendering.score:.0%})"
    return Candidate(rendering.en, zh.type, (Occurrence(0, 0, 0),), zh.score, reason)


def _contexts(term: str, sample: Sample) -> Iterator[Context]:
    for number, start in sample.places[term][:MOST_CONTEXTS]:
        zh, en = sample.pairs[number]
        yield Context(
            document=MEMORY,
            sentence=zh,
            language=Language.ZH_HANS,
            position=number,
            start=start,
            end=start + len(term),
            translation=en,
        )
