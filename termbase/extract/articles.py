"""One article, or a pair of articles, to concepts: known ones with new contexts, new ones as proposals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from termbase.extract.beads import Bead, JoinedBeads
from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.chinese import chinese_candidates
from termbase.extract.contexts import Translations, contexts_of
from termbase.extract.english import english_candidates
from termbase.extract.forms import Dictionary, chinese_form, english_form
from termbase.extract.known import Sightings, unknown_candidates
from termbase.extract.pairing import Pairing, pair_candidates
from termbase.extract.renderings import Renderer
from termbase.extract.proposals import Proposer, with_new_forms
from termbase.extract.sounding import pair_by_sound
from termbase.language.documents import Document
from termbase.language.sentences import Sentence, split_document
from termbase.model import Concept, ConceptType, Context, Language, Status
from termbase.recognise import Recogniser

__all__ = ["Extractor", "Text"]


@dataclass(frozen=True, slots=True)
class Text:
    """One document of a language, read into sentences, with what the termbase knows in it and what is new."""

    name: str
    language: Language
    sentences: list[Sentence]
    sightings: Sightings
    new: list[Candidate]
    forms: dict[int, list[Candidate]]
    """New forms of known concepts."""


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
        self._recogniser = recogniser
        self._concept_of = concept_of
        self._dictionary = dictionary
        self._pinyin = pinyin
        self._proposer = Proposer(pinyin)
        self._renderer = Renderer(dictionary.english_of, pinyin, cut)

    def read(self, document: Document) -> Text:
        """A document in sentences, with what the termbase knows in them and the candidates it does not know."""
        return self.read_sentences(document.name, document.language, split_document(document))

    def read_sentences(self, name: str, language: Language, sentences: list[Sentence]) -> Text:
        """The same for a text that is in sentences already; their positions count from 0."""
        chinese = language.is_chinese
        sightings = Sightings(sentences, self._recogniser, chinese=chinese)
        candidates = chinese_candidates(sentences) if chinese else english_candidates(sentences)
        new, forms = unknown_candidates(candidates, sightings)
        return Text(name, language, sentences, sightings, new, forms)

    def article(self, text: Text) -> list[Concept]:
        """Known concepts that occur (with id, new contexts, and forms not met before), then proposals, best first."""
        return _known_first([*self._known([text], {}, {}), *self._proposals(text, text.new, {})])

    def pair(self, zh: Text, en: Text, beads: Sequence[Bead]) -> list[Concept]:
        """The same for two texts that translate one another, sentence by sentence as the beads say."""
        translations = _translations(zh, en, beads)
        open_zh, open_en = _unrendered(zh, en, beads)
        joined = JoinedBeads(zh.sentences, en.sentences, beads)
        pairings = pair_candidates([*zh.new, *open_zh], [*en.new, *open_en], joined, self._renderer)
        variants: dict[int, list[tuple[Candidate, Language, str]]] = {}
        fresh: dict[Candidate, list[Pairing]] = {}
        for pairing in pairings:
            if pairing.zh in open_zh and pairing.en not in open_en:
                variants.setdefault(open_zh[pairing.zh], []).append((pairing.en, Language.EN, pairing.reason))
            elif pairing.en in open_en and pairing.zh not in open_zh:
                variants.setdefault(open_en[pairing.en], []).append((pairing.zh, Language.ZH_HANS, pairing.reason))
            elif pairing.zh not in open_zh:
                fresh.setdefault(pairing.zh, []).append(pairing)
        paired = {side for pairing in pairings for side in (pairing.zh, pairing.en)}
        nameless = [one for one in en.new if one.type is ConceptType.PERSON and one not in paired]
        for pairing in pair_by_sound(nameless, beads, zh.sentences, self._pinyin):
            fresh[pairing.zh] = [pairing]
            paired.add(pairing.en)
        found = self._known([en, zh], translations, variants)
        found += [self._paired(several, en, translations) for several in fresh.values()]
        for text in (zh, en):
            left = [candidate for candidate in text.new if candidate not in paired]
            found += self._proposals(text, left, translations)
        return _known_first(found)

    def _known(
        self,
        texts: Sequence[Text],
        translations: dict[str, Translations],
        variants: dict[int, list[tuple[Candidate, Language, str]]],
    ) -> list[Concept]:
        """Known concepts in any of the texts; contexts come from the first text that has one."""
        ids = dict.fromkeys(id_ for text in texts for id_ in (*text.sightings.by_concept, *text.forms))
        found = []
        for id_ in ids:
            concept = self._concept_of(id_)
            if concept.status is Status.REJECTED:
                continue
            new_terms = [
                self._proposer.variant(form, text.language, concept, "")
                for text in texts
                for form in text.forms.get(id_, ())
            ]
            new_terms += [
                self._proposer.variant(form, lang, concept, why) for form, lang, why in variants.get(id_, ())
            ]
            contexts, frequency = _first_contexts(id_, texts, translations)
            found.append(replace(with_new_forms(concept, new_terms), contexts=contexts, frequency=frequency))
        return sorted(found, key=lambda concept: -concept.frequency)

    def _paired(self, pairings: list[Pairing], en: Text, translations: dict[str, Translations]) -> Concept:
        """One Chinese candidate with its renderings, the best first."""
        best = pairings[0]
        concept = self._proposer.of(best.zh, best.en, pair_reason=best.reason)
        others = [self._proposer.variant(p.en, Language.EN, concept, p.reason) for p in pairings[1:]]
        places = [place for pairing in pairings for place in pairing.en.occurrences]
        frequency = max(len(places), len(best.zh.occurrences))
        contexts = contexts_of(places, en.sentences, en.name, en.language, translations[en.name])
        return replace(with_new_forms(concept, others), contexts=contexts, frequency=frequency)

    def _proposals(
        self, text: Text, candidates: Iterable[Candidate], translations: dict[str, Translations]
    ) -> list[Concept]:
        """The candidates of one side alone, with a form in the other language where there is evidence."""
        chinese = text.language.is_chinese
        proposals = []
        for candidate in candidates:
            if chinese:
                form = english_form(candidate, self._dictionary)
                concept = self._proposer.of(candidate, None, other_form=form)
            else:
                form = chinese_form(candidate, self._dictionary)
                concept = self._proposer.of(None, candidate, other_form=form)
            aligned = translations.get(text.name, {})
            contexts = contexts_of(candidate.occurrences, text.sentences, text.name, text.language, aligned)
            proposals.append(replace(concept, contexts=contexts, frequency=len(candidate.occurrences)))
        return proposals


def _first_contexts(
    id_: int, texts: Sequence[Text], translations: dict[str, Translations]
) -> tuple[tuple[Context, ...], int]:
    for text in texts:
        places = [sighting.place for sighting in text.sightings.by_concept.get(id_, ())]
        places += [place for form in text.forms.get(id_, ()) for place in form.occurrences]
        places = sorted(set(places), key=lambda place: (place.sentence, place.start))
        if places:
            aligned = translations.get(text.name, {})
            return contexts_of(places, text.sentences, text.name, text.language, aligned), len(places)
    return (), 0


def _translations(zh: Text, en: Text, beads: Iterable[Bead]) -> dict[str, Translations]:
    """For each document the aligned text of each of its sentences."""
    of_zh: dict[int, str] = {}
    of_en: dict[int, str] = {}
    for zh_numbers, en_numbers in beads:
        zh_side = "".join(zh.sentences[number].text for number in zh_numbers)
        en_side = " ".join(en.sentences[number].text for number in en_numbers)
        if zh_side and en_side:
            of_zh.update(dict.fromkeys(zh_numbers, en_side))
            of_en.update(dict.fromkeys(en_numbers, zh_side))
    return {zh.name: of_zh, en.name: of_en}


def _unrendered(zh: Text, en: Text, beads: Iterable[Bead]) -> tuple[dict[Candidate, int], dict[Candidate, int]]:
    """Known concepts that stand on one side of a bead and are not recognised on the other: a form not known yet."""
    zh_open: dict[int, list[Occurrence]] = {}
    en_open: dict[int, list[Occurrence]] = {}
    zh_at, en_at = _places_by_sentence(zh), _places_by_sentence(en)
    for zh_numbers, en_numbers in beads:
        if not zh_numbers or not en_numbers:
            continue
        left = [row for number in zh_numbers for row in zh_at.get(number, ())]
        right = [row for number in en_numbers for row in en_at.get(number, ())]
        for here, there, opened in ((left, right, zh_open), (right, left, en_open)):
            seen = {id_ for id_, _ in there}
            for id_, place in here:
                if id_ not in seen:
                    opened.setdefault(id_, []).append(place)
    return _as_candidates(zh, zh_open), _as_candidates(en, en_open)


def _places_by_sentence(text: Text) -> dict[int, list[tuple[int, Occurrence]]]:
    places: dict[int, list[tuple[int, Occurrence]]] = {}
    for id_, sightings in text.sightings.by_concept.items():
        for sighting in sightings:
            places.setdefault(sighting.place.sentence, []).append((id_, sighting.place))
    return places


def _as_candidates(text: Text, opened: dict[int, list[Occurrence]]) -> dict[Candidate, int]:
    return {
        Candidate(
            text.sightings.by_concept[id_][0].form, ConceptType.OTHER, tuple(places), 1.0, "known to the termbase"
        ): id_
        for id_, places in opened.items()
    }


def _known_first(concepts: Iterable[Concept]) -> list[Concept]:
    return sorted(concepts, key=lambda concept: (concept.id is None, -concept.score if concept.id is None else 0.0))
