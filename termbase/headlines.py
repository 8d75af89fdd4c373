"""What there is to review, without reading it whole: headlines, where concepts stand, some of their contexts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from termbase.model import Concept, ConceptType, Context, Status
from termbase.reading import Reading
from termbase.rows import CONTEXT, context_of

__all__ = ["Headline", "Place", "concept_without_contexts", "documents", "first_places", "headlines", "some_contexts"]

Place = tuple[str, int]
"""A document and the number of a sentence in it."""

_HEADLINE = "SELECT c.id, c.type, c.status, c.score FROM concept c WHERE "
# Proposed concepts, and approved ones with a form that nobody decided on yet
_UNSETTLED = (
    "c.status = 'proposed' OR (c.status = 'approved' AND c.id IN "
    "(SELECT t.concept_id FROM term t WHERE t.status = 'proposed'))"
)
_ALIGNED_FIRST = "ORDER BY CASE WHEN translation = '' THEN 1 ELSE 0 END, id LIMIT ?"
# The parameters of one statement, as in `reading`
_PAGE = 500


@dataclass(frozen=True, slots=True)
class Headline:
    """What a concept is sorted and chosen by."""

    id: int
    type: ConceptType
    status: Status
    score: float


def headlines(reading: Reading, status: Status | None = None) -> list[Headline]:
    """All concepts of a status; without one what is unsettled: proposals, and approved concepts with a new form."""
    if status is None:
        rows = reading.execute(f"{_HEADLINE}{_UNSETTLED} ORDER BY c.id", ())
    else:
        rows = reading.execute(f"{_HEADLINE}c.status = ? ORDER BY c.id", (str(status),))
    return [Headline(number, ConceptType(type_), Status(state), score) for number, type_, state, score in rows]


def documents(reading: Reading, part: str = "") -> list[str]:
    """The documents with contexts that have this in their name, in order; case does not count."""
    rows = reading.execute("SELECT DISTINCT document FROM context", ())
    wanted = part.casefold()
    return sorted(name for (name,) in rows if wanted in name.casefold())


def first_places(reading: Reading, among: Sequence[str] | None = None) -> dict[int, Place]:
    """Where each concept stands first, by the names of the documents; `among` some documents only."""
    statement = "SELECT concept_id, document, min(position) FROM context{} GROUP BY concept_id, document"
    if among is None:
        return _first(reading.execute(statement.format(""), ()))
    rows = []
    for start in range(0, len(among), _PAGE):
        page = among[start : start + _PAGE]
        rows += reading.execute(statement.format(f" WHERE document IN ({','.join('?' * len(page))})"), page)
    return _first(rows)


def some_contexts(reading: Reading, concept_id: int, limit: int) -> tuple[list[Context], int]:
    """The first contexts of a concept, those with a translation before the others, and how many it has."""
    rows = reading.execute(f"{CONTEXT} WHERE concept_id = ? {_ALIGNED_FIRST}", (concept_id, limit))
    ((total,),) = reading.execute("SELECT count(*) FROM context WHERE concept_id = ?", (concept_id,))
    return [context_of(row) for row in rows], total


def concept_without_contexts(reading: Reading, concept_id: int) -> Concept | None:
    """The concept without its contexts, of which a common name has thousands; None where there is none."""
    return next(iter(reading.concepts_of([concept_id], with_contexts=False)), None)


def _first(rows: Sequence[Sequence[object]]) -> dict[int, Place]:
    places: dict[int, Place] = {}
    for concept_id, document, position in rows:
        assert isinstance(concept_id, int)
        assert isinstance(position, int)
        place = (str(document), position)
        if concept_id not in places or place < places[concept_id]:
            places[concept_id] = place
    return places
