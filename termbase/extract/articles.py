"""One article, or a pair of articles, to concepts: known ones with new contexts, new ones as proposals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from termbase.extract.candidate import Candidate
from termbase.extract.form import Dictionary
from termbase.extract.found_concepts import FoundConcepts, NewForm, known_first
from termbase.extract.known import Sightings, unknown_candidates
from termbase.extract.known_places import KnownPlaces
from termbase.extract.pairs.beads import Bead, JoinedBeads
from termbase.extract.pairs.memory_terms import MEMORY, MemoryTerms, Units
from termbase.extract.pairs.pairing import Pairing, pair_candidates
from termbase.extract.pairs.sounding import pair_by_sound
from termbase.extract.pairs.unrendered import unrendered
from termbase.extract.proposals import Proposer
from termbase.extract.renderings import Renderer
from termbase.extract.text import Text, sentences_of, translations_of
from termbase.language.documents import Document
from termbase.language.sentences import Sentence
from termbase.model import Concept, ConceptType, Language
from termbase.recognise import Recogniser

__all__ = ["Extractor", "Text"]


class Extractor:
    """Reads articles against a termbase. It proposes and never decides.

    `concept_of` gives a known concept by its id.
    """

    def __init__(
        self,
        recogniser: Recogniser,
        concept_of: Callable[[int], Concept],
        dictionary: Dictionary,
        pinyin: Callable[[str, ConceptType | None], str],
        cut: Callable[[str], list[str]],
    ) -> None:
        self.recogniser = recogniser
        self.concept_of = concept_of
        self._pinyin = pinyin
        self._concepts = FoundConcepts(concept_of, Proposer(pinyin), dictionary)
        self.renderer = Renderer(dictionary.english_of, pinyin, cut)

    def read(self, document: Document) -> Text:
        """A document in sentences, with what the termbase knows in them and the candidates it does not know."""
        return self.read_sentences(document.name, document.language, sentences_of(document))

    def read_sentences(self, name: str, language: Language, sentences: list[Sentence]) -> Text:
        """The same for a text that is in sentences already; their positions count from 0."""
        chinese = language.is_chinese
        sightings = Sightings(sentences, self.recogniser, chinese=chinese)
        new, forms = unknown_candidates(_candidates(sentences, chinese=chinese), sightings)
        return Text(name, language, sentences, sightings, new, forms)

    def article(self, text: Text) -> list[Concept]:
        """Known concepts that occur (with id, new contexts, and forms not met before), then proposals, best first."""
        return known_first([*self._concepts.known([text], {}, {}), *self._concepts.proposals(text, text.new, {})])

    def pair(self, zh: Text, en: Text, beads: Sequence[Bead]) -> list[Concept]:
        """The same for two texts that translate one another, sentence by sentence as the beads say."""
        translations = translations_of(zh, en, beads)
        open_zh, open_en = unrendered(zh, en, beads)
        joined = JoinedBeads(zh.sentences, en.sentences, beads)
        pairings = pair_candidates([*zh.new, *open_zh], [*en.new, *open_en], joined, self.renderer)
        paired = {side for pairing in pairings for side in (pairing.zh, pairing.en)}
        nameless = [one for one in en.new if one.type is ConceptType.PERSON and one not in paired]
        pairings += (by_sound := pair_by_sound(nameless, beads, zh.sentences, self._pinyin))
        paired.update(pairing.en for pairing in by_sound)
        new_forms, fresh = _sorted_out(pairings, open_zh, open_en)
        found = self._concepts.known([en, zh], translations, new_forms)
        found += [self._concepts.paired(several, en, translations[en.name]) for several in fresh]
        for text in (zh, en):
            left = [candidate for candidate in text.new if candidate not in paired]
            found += self._concepts.proposals(text, left, translations[text.name])
        return known_first(found)

    def known_places(self) -> KnownPlaces:
        """What counts the concepts of the termbase over many texts."""
        return KnownPlaces(self.recogniser, self.concept_of)

    def memory(self, units: Units, name: str = MEMORY, *, least: int = 2, processes: int = 1) -> list[Concept]:
        """The concepts of a translation memory: known ones with new contexts, then proposals, best first.

        `units` gives the units (Chinese, English) anew at each of three calls; `name` is the document of contexts.
        What stands in fewer units than `least` is not proposed.
        """
        known = self.known_places()
        terms = replace(self.memory_terms(), name=name, known=known, processes=processes)
        proposed = terms.concepts(units, least=least)
        return [*known.concepts(), *proposed]

    def memory_terms(self) -> MemoryTerms:
        """What finds the terms of a memory."""
        return MemoryTerms(self.recogniser, self.renderer, self._concepts.proposer)


def _sorted_out(
    pairings: Sequence[Pairing], open_zh: dict[Candidate, int], open_en: dict[Candidate, int]
) -> tuple[dict[int, list[NewForm]], list[list[Pairing]]]:
    """New forms of known concepts by id, and the other pairings by their Chinese."""
    new_forms: dict[int, list[NewForm]] = {}
    fresh: dict[Candidate, list[Pairing]] = {}
    for pairing in pairings:
        if pairing.zh in open_zh:
            if pairing.en not in open_en:
                new_forms.setdefault(open_zh[pairing.zh], []).append((pairing.en, Language.EN, pairing.reason))
        elif pairing.en in open_en:
            new_forms.setdefault(open_en[pairing.en], []).append((pairing.zh, Language.ZH_HANS, pairing.reason))
        else:
            fresh.setdefault(pairing.zh, []).append(pairing)
    return new_forms, list(fresh.values())


def _candidates(sentences: list[Sentence], *, chinese: bool) -> list[Candidate]:
    """The candidates of a language; the rules and tables of the other one are not loaded for it."""
    if chinese:
        from termbase.extract.chinese.candidates import chinese_candidates

        return chinese_candidates(sentences)
    from termbase.extract.english.candidates import english_candidates

    return english_candidates(sentences)
