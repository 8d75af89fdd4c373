"""Which candidates the termbase knows already, and where its terms stand in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from termbase.extract.candidate import Candidate, Occurrence
from termbase.language.sentences import Sentence
from termbase.recognise import Mention, Recogniser

__all__ = ["Sighting", "Sightings", "unknown_candidates"]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A term of the termbase at one place of a text."""

    concept_id: int
    form: str
    """The term as the termbase writes it."""
    place: Occurrence


class Sightings:
    """All places of one text at which terms of the termbase stand."""

    def __init__(self, sentences: Sequence[Sentence], recogniser: Recogniser, *, chinese: bool) -> None:
        self.chinese = chinese
        self.recogniser = recogniser
        self._spans: dict[int, list[Mention]] = {}
        self.by_concept: dict[int, list[Sighting]] = defaultdict(list)
        for sentence in sentences:
            mentions = recogniser.find(sentence.text, chinese=chinese)
            self._spans[sentence.position] = mentions
            for mention in mentions:
                place = Occurrence(sentence.position, mention.start, mention.end)
                self.by_concept[mention.concept_id].append(Sighting(mention.concept_id, mention.term.text, place))

    def covers(self, occurrence: Occurrence) -> bool:
        """Whether a known term fills the place, or cuts across its border."""
        for mention in self._spans.get(occurrence.sentence, ()):
            contains = occurrence.start <= mention.start and mention.end <= occurrence.end
            longer = occurrence.end - occurrence.start > mention.end - mention.start
            overlaps = mention.start < occurrence.end and occurrence.start < mention.end
            if overlaps and not (contains and longer):
                return True
        return False

    def concepts_of(self, candidate: Candidate) -> tuple[int, ...]:
        """The concepts that know the candidate by its form or by one of its variants."""
        found: dict[int, None] = {}
        for text in (candidate.text, *candidate.variants):
            found.update(dict.fromkeys(self.recogniser.knows(text, chinese=self.chinese)))
        return tuple(found)


def unknown_candidates(
    candidates: Iterable[Candidate], sightings: Sightings
) -> tuple[list[Candidate], dict[int, list[Candidate]]]:
    """The candidates that are new, and those that are a new form of a known concept.

    A candidate that only ever stands inside a known term, or across its border, is no candidate.
    """
    new: list[Candidate] = []
    forms: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        known = sightings.concepts_of(candidate)
        if known:
            if not sightings.recogniser.knows(candidate.text, chinese=sightings.chinese):
                forms[known[0]].append(candidate)
            continue
        free = tuple(place for place in candidate.occurrences if not sightings.covers(place))
        if free:
            new.append(replace(candidate, occurrences=free))
    return new, forms
