"""Known concepts that one side of aligned sentences has and the other seems to lack: it has a form not known yet."""

from __future__ import annotations

from collections.abc import Iterable

from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.pairs.beads import Bead
from termbase.extract.text import Text
from termbase.model import ConceptType

__all__ = ["unrendered"]


def unrendered(zh: Text, en: Text, beads: Iterable[Bead]) -> tuple[dict[Candidate, int], dict[Candidate, int]]:
    """For each side candidates and their concepts' ids, at the places where the other side lacks a known form."""
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
