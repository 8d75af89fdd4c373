"""A document read against the termbase."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.contexts import Translations
from termbase.extract.known import Sightings
from termbase.extract.pairs.beads import Bead
from termbase.language.boilerplate import without_boilerplate
from termbase.language.documents import Document
from termbase.language.sentences import Sentence, split_document
from termbase.model import Language

__all__ = ["Text", "sentences_of", "translations_of"]


def sentences_of(document: Document) -> list[Sentence]:
    """The sentences of a document without counters, credits and page numbers of the web page."""
    return split_document(replace(document, paragraphs=tuple(without_boilerplate(document.paragraphs))))


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

    def places_of(self, id_: int) -> list[Occurrence]:
        """Where a known concept stands, by known forms and new ones, in order."""
        places = {sighting.place for sighting in self.sightings.by_concept.get(id_, ())}
        places.update(place for form in self.forms.get(id_, ()) for place in form.occurrences)
        return sorted(places, key=lambda place: (place.sentence, place.start))


def translations_of(zh: Text, en: Text, beads: Iterable[Bead]) -> dict[str, Translations]:
    """For each document by name the aligned text of each of its sentences."""
    of_zh: dict[int, str] = {}
    of_en: dict[int, str] = {}
    for zh_numbers, en_numbers in beads:
        zh_side = "".join(zh.sentences[number].text for number in zh_numbers)
        en_side = " ".join(en.sentences[number].text for number in en_numbers)
        if zh_side and en_side:
            of_zh.update(dict.fromkeys(zh_numbers, en_side))
            of_en.update(dict.fromkeys(en_numbers, zh_side))
    return {zh.name: of_zh, en.name: of_en}
