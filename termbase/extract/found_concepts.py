"""What was found in texts as concepts: known ones with new forms and contexts, the others as proposals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from termbase.extract.candidate import Candidate
from termbase.extract.contexts import Translations, contexts_of
from termbase.extract.form import Dictionary, Form
from termbase.extract.forms import chinese_form, english_forms
from termbase.extract.pairs.aligned_form import confirmed
from termbase.extract.pairs.pairing import Pairing
from termbase.extract.proposals import Proposer, with_new_forms
from termbase.extract.text import Text
from termbase.model import Concept, Context, Language, Status

__all__ = ["FoundConcepts", "NewForm", "known_first"]

NewForm = tuple[Candidate, Language, str]
"""A form of a known concept that the termbase lacks, its language, and the reason."""


@dataclass(frozen=True, slots=True)
class FoundConcepts:
    """Makes concepts; `concept_of` gives a known one by its id."""

    concept_of: Callable[[int], Concept]
    proposer: Proposer
    dictionary: Dictionary

    def known(
        self,
        texts: Sequence[Text],
        translations: Mapping[str, Translations],
        new_forms: Mapping[int, Sequence[NewForm]],
    ) -> list[Concept]:
        """Known concepts in any of the texts, the most frequent first; contexts come from the first that has one."""
        ids = dict.fromkeys(id_ for text in texts for id_ in (*text.sightings.by_concept, *text.forms))
        found = []
        for id_ in ids:
            concept = self.concept_of(id_)
            if concept.status is Status.REJECTED:
                continue
            terms = [
                self.proposer.variant(form, text.language, concept, "")
                for text in texts
                for form in text.forms.get(id_, ())
            ]
            terms += [
                self.proposer.variant(form, language, concept, why) for form, language, why in new_forms.get(id_, ())
            ]
            contexts, frequency = _first_contexts(id_, texts, translations)
            found.append(replace(with_new_forms(concept, terms), contexts=contexts, frequency=frequency))
        return sorted(found, key=lambda concept: -concept.frequency)

    def paired(self, pairings: Sequence[Pairing], en: Text, translations: Translations) -> Concept:
        """One Chinese candidate with its renderings, the best first."""
        best = pairings[0]
        concept = self.proposer.of(best.zh, best.en, pair_reason=best.reason)
        others = [self.proposer.variant(one.en, Language.EN, concept, one.reason) for one in pairings[1:]]
        places = [place for pairing in pairings for place in pairing.en.occurrences]
        frequency = max(len(places), len(best.zh.occurrences))
        contexts = contexts_of(places, en.sentences, en.name, en.language, translations)
        return replace(with_new_forms(concept, others), contexts=contexts, frequency=frequency)

    def proposals(self, text: Text, candidates: Iterable[Candidate], translations: Translations) -> Iterator[Concept]:
        """The candidates of one side alone, with a form in the other language where there is evidence."""
        for candidate in candidates:
            form = self._other_form(candidate, translations, chinese=text.language.is_chinese)
            sides = (candidate, None) if text.language.is_chinese else (None, candidate)
            concept = self.proposer.of(*sides, other_form=form)
            contexts = contexts_of(candidate.occurrences, text.sentences, text.name, text.language, translations)
            yield replace(concept, contexts=contexts, frequency=len(candidate.occurrences))

    def _other_form(self, candidate: Candidate, translations: Translations, *, chinese: bool) -> Form | None:
        if chinese:
            return confirmed(english_forms(candidate, self.dictionary), candidate, translations, chinese=False)
        form = chinese_form(candidate, self.dictionary)
        return confirmed([form], candidate, translations, chinese=True) if form is not None else None


def known_first(concepts: Iterable[Concept]) -> list[Concept]:
    """Known concepts as they are, then proposals, best first."""
    return sorted(concepts, key=lambda concept: (concept.id is None, -concept.score if concept.id is None else 0.0))


def _first_contexts(
    id_: int, texts: Sequence[Text], translations: Mapping[str, Translations]
) -> tuple[tuple[Context, ...], int]:
    for text in texts:
        places = text.places_of(id_)
        if places:
            aligned = translations.get(text.name, {})
            return contexts_of(places, text.sentences, text.name, text.language, aligned), len(places)
    return (), 0
