"""The terms of a translation memory: found in its Chinese, rendered by its English, in three passes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.contexts import MOST_CONTEXTS
from termbase.extract.corpus.articles import LEAST_SCORE, candidate_of
from termbase.extract.corpus.candidates import CorpusCandidate, chinese_corpus_candidates
from termbase.extract.corpus.workers import Workers
from termbase.extract.known_places import KnownPlaces
from termbase.extract.pairs.pairing import LEAST_SECOND, LEAST_UNFOUND, trust
from termbase.extract.pairs.rendering_counts import rendering_counts
from termbase.extract.proposals import Proposer, with_new_forms
from termbase.extract.renderings import Renderer, Rendering
from termbase.extract.renderings.sample import Sample, sampled
from termbase.language.script import to_simplified
from termbase.language.sentences import Sentence
from termbase.model import Concept, Context, Language
from termbase.recognise import Recogniser

__all__ = ["MEMORY", "MemoryRendering", "MemoryTerm", "MemoryTerms", "Units"]

MEMORY = "memory"
"""The name of the document in contexts."""

Units = Callable[[], Iterable[tuple[str, str]]]
"""Gives the units of a memory (Chinese, English), anew at each call."""

_BATCH = 500
"""Units that count as one document of a corpus: about as long as a report."""


@dataclass(frozen=True, slots=True)
class MemoryRendering:
    """An English form of a term of a memory."""

    en: str
    score: float
    """How sure it is that it renders the term where it seems surest, from 0 to 1."""
    trust: float
    """The same, less where neither dictionary nor sound find one form in the other."""
    units: int
    """Units that have both."""
    settled: bool
    """Whether it is sure enough to be proposed."""


@dataclass(frozen=True, slots=True)
class MemoryTerm:
    """A term of a memory with its renderings, best first."""

    candidate: Candidate
    frequency: int
    """Units that have it."""
    renderings: tuple[MemoryRendering, ...]
    contexts: tuple[Context, ...]


@dataclass(frozen=True, slots=True)
class MemoryTerms:
    """Finds what a memory has of terms that the termbase lacks; with `known`, notes where those stand that it has."""

    recogniser: Recogniser
    renderer: Renderer
    proposer: Proposer
    name: str = MEMORY
    known: KnownPlaces | None = None
    processes: int = 1
    """In how many the Chinese is counted."""

    def concepts(self, units: Units, *, most: int = 5_000, least: int = 2) -> list[Concept]:
        """At most so many proposals, best first: terms that occur often enough and have a sure rendering."""
        concepts = (self._concept(term) for term in self.terms(units, most=most, least=least))
        return sorted((one for one in concepts if one is not None), key=lambda one: (-one.score, -one.frequency))

    def terms(self, units: Units, *, most: int = 5_000, least: int = 2) -> Iterator[MemoryTerm]:
        """The terms that stand in at least so many units, with all that was found of them."""
        with Workers(self.processes) as workers:
            candidates = chinese_corpus_candidates(self._batches(units()), workers=workers, most=most)
        terms = {one.text: candidate_of(one) for one in candidates if one.frequency >= least and self._is_new(one)}
        sample = sampled(terms, ((to_simplified(zh), en) for zh, en in units() if zh and en))
        rendered = self.renderer.of_sample(sample)
        counts = rendering_counts({text: [one.en for one in several] for text, several in rendered.items()}, units())
        for text, several in rendered.items():
            if sample.frequency[text] >= least:
                yield self._term(terms[text], several, counts, sample)

    def _is_new(self, candidate: CorpusCandidate) -> bool:
        return candidate.score >= LEAST_SCORE and not self.recogniser.knows(candidate.text, chinese=True)

    def _batches(self, units: Iterable[tuple[str, str]]) -> Iterator[list[Sentence]]:
        """The Chinese sides, some at a time, each lot as a document of the corpus."""
        numbered = enumerate((zh, en) for zh, en in units if zh and en)
        while lot := list(islice(numbered, _BATCH)):
            if self.known is not None:
                for number, (zh, en) in lot:
                    self.known.see(self.name, [Sentence(zh, number, number)], Language.ZH_HANS, translation=en)
            yield [Sentence(to_simplified(zh), place, place) for place, (_, (zh, _)) in enumerate(lot)]

    def _term(
        self, zh: Candidate, renderings: Iterable[Rendering], counts: Counter[tuple[str, str]], sample: Sample
    ) -> MemoryTerm:
        found = []
        for number, one in enumerate(renderings):
            trusted = trust(self.renderer, zh.text, one, found=False)
            settled = trusted >= (LEAST_SECOND if number else LEAST_UNFOUND)
            found.append(MemoryRendering(one.en, one.score, trusted, counts[zh.text, one.en], settled))
        contexts = tuple(self._contexts(zh.text, sample))
        return MemoryTerm(zh, sample.frequency[zh.text], tuple(found), contexts)

    def _concept(self, term: MemoryTerm) -> Concept | None:
        """The concept of one term, or None where its first rendering is not sure."""
        sure = [one for one in term.renderings if one.settled]
        if not sure or sure[0] is not term.renderings[0]:
            return None
        first, *others = (_candidate(term, one) for one in sure)
        concept = self.proposer.of(term.candidate, first, pair_reason=first.reason)
        terms = [self.proposer.variant(other, Language.EN, concept, other.reason) for other in others]
        return replace(with_new_forms(concept, terms), contexts=term.contexts, frequency=term.frequency)

    def _contexts(self, term: str, sample: Sample) -> Iterator[Context]:
        for number, start in sample.places[term][:MOST_CONTEXTS]:
            zh, en = sample.pairs[number]
            place = sample.numbers[number], start, start + len(term)
            yield Context(self.name, zh, Language.ZH_HANS, *place, translation=en)


def _candidate(term: MemoryTerm, rendering: MemoryRendering) -> Candidate:
    zh = term.candidate
    reason = f"in {rendering.units} of {term.frequency} units of the memory ({rendering.score:.0%} sure)"
    return Candidate(rendering.en, zh.type, (Occurrence(0, 0, 0),), zh.score, reason)
