"""What is new and unsettled in dated articles: first seen, last seen, and how suddenly it came up."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from termbase.model import Concept
from termbase.reading import Reading

__all__ = ["Appearance", "Window", "appearance", "burst", "radar"]

# Proposed concepts, and approved ones with a form that nobody decided on yet.
_UNSETTLED = """
SELECT o.concept_id, d.date, o.frequency FROM occurrence o
JOIN document d ON d.name = o.document JOIN concept c ON c.id = o.concept_id
WHERE c.status = 'proposed' OR (c.status = 'approved' AND EXISTS (
    SELECT 1 FROM term t WHERE t.concept_id = c.id AND t.status = 'proposed'))
"""
_ALL = "SELECT d.date, sum(o.frequency) FROM occurrence o JOIN document d ON d.name = o.document GROUP BY d.date"
_PAGE = 500


@dataclass(frozen=True, slots=True)
class Appearance:
    """When an unsettled concept was seen."""

    concept: Concept
    first_seen: str
    """ISO 8601 date of the first article."""
    last_seen: str
    recent: int
    """Occurrences in the window that ends with the newest article."""
    earlier: int
    documents: int
    burst: float
    """See `burst`."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days that count as recent, and what was seen of all concepts in them and before."""

    since: str
    """The day before the first of them."""
    recent: int
    earlier: int

    @classmethod
    def of(cls, totals: Mapping[str, int], days: int) -> Window:
        """The window of so many days that ends with the newest of these.

        >>> Window.of({"2024-05-16": 3, "2023-01-31": 9}, 30)
        Window(since='2024-04-16', recent=3, earlier=9)
        """
        since = (date.fromisoformat(max(totals)) - timedelta(days=days)).isoformat()
        return cls(since, *_parted(totals, since))


def radar(reading: Reading, *, days: int = 30) -> list[Appearance]:
    """The unsettled concepts seen in the last `days` before the newest dated article; those that came up most first.

    Articles without a date do not count. Empty where there is no dated article.
    """
    totals = dict(map(tuple, reading.execute(_ALL, ())))
    if not totals:
        return []
    window = Window.of(totals, days)
    seen: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for concept_id, day, frequency in reading.execute(_UNSETTLED, ()):
        seen[concept_id].append((day, frequency))
    found = []
    for concept in _concepts(reading, [id_ for id_, days_ in seen.items() if max(days_)[0] > window.since]):
        counts: Counter[str] = Counter()
        for day, frequency in seen[concept.id or 0]:
            counts[day] += frequency
        found.append(appearance(concept, counts, window, len(seen[concept.id or 0])))
    return sorted(found, key=lambda one: (one.first_seen <= window.since, -one.burst, -one.recent, one.concept.id))


def appearance(concept: Concept, counts: Mapping[str, int], window: Window, documents: int) -> Appearance:
    """What the counts of a concept by day tell of it."""
    recent, earlier = _parted(counts, window.since)
    score = burst(recent, window.recent, earlier, window.earlier)
    return Appearance(concept, min(counts), max(counts), recent, earlier, documents, round(score, 2))


def _parted(counts: Mapping[str, int], since: str) -> tuple[int, int]:
    recent = sum(count for day, count in counts.items() if day > since)
    return recent, sum(counts.values()) - recent


def burst(recent: int, recent_total: int, earlier: int, earlier_total: int) -> float:
    """Dunning's log-likelihood ratio of two rates; negative where the recent rate is the lower one.

    Source: T. Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, Computational Linguistics 19
    (1993). Above 3.84 the rates differ with a certainty of 95 per cent.

    >>> round(burst(10, 100, 10, 1000), 1), burst(0, 100, 5, 100) < 0, burst(1, 10, 10, 100)
    (22.1, True, 0.0)
    """
    total = recent_total + earlier_total
    expected = (recent + earlier) * recent_total / total, (recent + earlier) * earlier_total / total
    parts = zip((recent, earlier), expected, strict=True)
    ratio = 2 * sum(count * math.log(count / chance) for count, chance in parts if count)
    return math.copysign(max(ratio, 0.0), recent - expected[0]) if ratio > 1e-9 else 0.0


def _concepts(reading: Reading, ids: list[int]) -> Iterator[Concept]:
    for start in range(0, len(ids), _PAGE):
        yield from reading.concepts_of(sorted(ids)[start : start + _PAGE], with_contexts=False)
