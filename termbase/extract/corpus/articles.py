"""From the candidates of a Chinese corpus to proposals, each with a few contexts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.contexts import MOST_CONTEXTS, contexts_of
from termbase.extract.corpus.candidates import CorpusCandidate
from termbase.extract.form import Dictionary
from termbase.extract.forms import english_form
from termbase.extract.proposals import Proposer
from termbase.language.sentences import Sentence
from termbase.model import Concept, Context, Language
from termbase.recognise import Recogniser

__all__ = ["LEAST_SCORE", "candidate_of", "corpus_concepts"]

LEAST_SCORE = 0.25
"""On three HKMA years that no weight was fitted on, .44, .39 and .49 of the candidates from here on were terms."""

Read = Callable[[int], tuple[str, Sequence[Sentence]]]
"""The name and the sentences of a document by its number in the corpus."""


def corpus_concepts(
    candidates: Iterable[CorpusCandidate],
    read: Read,
    recogniser: Recogniser,
    dictionary: Dictionary,
    proposer: Proposer,
) -> list[Concept]:
    """A proposal for each candidate that the termbase does not know, best first.

    Each document that gives a context is read once more; documents are never held together.
    """
    new = [
        candidate
        for candidate in candidates
        if not any(recogniser.knows(form, chinese=True) for form in (candidate.text, *candidate.variants))
    ]
    contexts = _contexts(new, read)
    return [replace(_concept(one, dictionary, proposer), contexts=tuple(contexts[one.text])) for one in new]


def candidate_of(one: CorpusCandidate) -> Candidate:
    """A candidate of a corpus without its places: as a sentence of one document knows it."""
    return Candidate(one.text, one.type, (), one.score, one.reason, one.kind, one.variants, components=one.components)


def _concept(one: CorpusCandidate, dictionary: Dictionary, proposer: Proposer) -> Concept:
    candidate = candidate_of(one)
    concept = proposer.of(candidate, None, other_form=english_form(candidate, dictionary))
    return replace(concept, frequency=one.frequency)


def _contexts(candidates: Iterable[CorpusCandidate], read: Read) -> dict[str, list[Context]]:
    wanted: defaultdict[int, list[tuple[str, Occurrence]]] = defaultdict(list)
    for candidate in candidates:
        for number, place in _spread(candidate.places):
            wanted[number].append((candidate.text, place))
    contexts: defaultdict[str, list[Context]] = defaultdict(list)
    for number in sorted(wanted):
        name, sentences = read(number)
        for text, place in wanted[number]:
            contexts[text] += contexts_of([place], sentences, name, Language.ZH_HANS, {})
    return contexts


def _spread(places: Sequence[tuple[int, Occurrence]]) -> Iterator[tuple[int, Occurrence]]:
    """At most so many places, one a sentence."""
    seen: set[tuple[int, int]] = set()
    for number, place in places[:MOST_CONTEXTS]:
        if (number, place.sentence) not in seen:
            seen.add((number, place.sentence))
            yield number, place
