"""When the concepts of some texts were seen, and how often."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from termbase.model import Concept, Status
from termbase.radar import Appearance, Window, appearance
from termbase.reading import Reading

__all__ = ["Chronicle", "filed_chronicle", "unsettled"]

_SEEN = """
SELECT o.concept_id, d.date, sum(o.frequency), count(*) FROM occurrence o
JOIN document d ON d.name = o.document JOIN concept c ON c.id = o.concept_id
WHERE c.status <> 'rejected' GROUP BY o.concept_id, d.date ORDER BY o.concept_id, d.date
"""
_DOCUMENTS = "SELECT date, count(*) FROM document GROUP BY date"
_UNDATED = "SELECT count(DISTINCT document) FROM occurrence WHERE document NOT IN (SELECT name FROM document)"
_PAGE = 500


@dataclass(slots=True)
class Chronicle:
    """Counts by day, ISO 8601. Memory grows with concepts and days, not with texts."""

    documents: Counter[str] = field(default_factory=Counter)
    """How many texts are of a day."""
    undated: int = 0
    """Texts without a date: they are counted nowhere else."""
    concepts: dict[int, Concept] = field(default_factory=dict)
    """By number; what is only proposed now has a negative one."""
    counts: defaultdict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """How often each was seen."""
    texts: Counter[int] = field(default_factory=Counter)
    """In how many dated texts."""

    @property
    def totals(self) -> Counter[str]:
        """What was seen of all concepts."""
        totals: Counter[str] = Counter()
        for counts in self.counts.values():
            totals.update(counts)
        return totals


def filed_chronicle(reading: Reading) -> Chronicle:
    """What the termbase has filed of the texts that were read into it."""
    chronicle = Chronicle(Counter(dict(map(tuple, reading.execute(_DOCUMENTS, ())))))
    ((chronicle.undated,),) = reading.execute(_UNDATED, ())
    for concept_id, day, frequency, texts in reading.execute(_SEEN, ()):
        chronicle.counts[concept_id][day] += frequency
        chronicle.texts[concept_id] += texts
    for concept in _concepts(reading, sorted(chronicle.counts)):
        chronicle.concepts[concept.id or 0] = concept
    return chronicle


def unsettled(chronicle: Chronicle, *, days: int) -> list[Appearance]:
    """The concepts seen in the last `days` that nobody has decided on, as `radar` tells them: what is new first."""
    totals = chronicle.totals
    if not totals:
        return []
    window = Window.of(totals, days)
    found = [
        appearance(concept, chronicle.counts[number], window, chronicle.texts[number])
        for number, concept in chronicle.concepts.items()
        if _is_unsettled(concept) and max(chronicle.counts[number], default="") > window.since
    ]
    return sorted(found, key=lambda one: (one.first_seen <= window.since, -one.burst, -one.recent))


def _is_unsettled(concept: Concept) -> bool:
    return concept.status is Status.PROPOSED or any(term.status is Status.PROPOSED for term in concept.terms)


def _concepts(reading: Reading, numbers: list[int]) -> Iterator[Concept]:
    for start in range(0, len(numbers), _PAGE):
        yield from reading.concepts_of(numbers[start : start + _PAGE], with_contexts=False)
