"""What the page of a corpus shows, as programs read it."""

from __future__ import annotations

from collections.abc import Iterator

from cli.contract import entry_head
from termbase.model import Concept
from tm.report.corpus_page import Corpus

__all__ = ["corpus_json"]


def corpus_json(corpus: Corpus) -> Iterator[dict[str, object]]:
    """One object for each term, for each unsettled one, and for each concept whose renderings compete."""
    chronicle = corpus.chronicle
    for number, concept in sorted(
        chronicle.concepts.items(), key=lambda one: -sum(chronicle.counts[one[0]].values())
    ):
        counts = chronicle.counts[number]
        yield {
            "kind": "term",
            **_head(concept),
            "frequency": sum(counts.values()),
            "documents": chronicle.texts[number],
            "first_seen": min(counts),
            "last_seen": max(counts),
            "days": dict(sorted(counts.items())),
        }
    for one in corpus.unsettled:
        yield {
            "kind": "unsettled",
            **_head(one.concept),
            "first_seen": one.first_seen,
            "last_seen": one.last_seen,
            "recent": one.recent,
            "earlier": one.earlier,
            "documents": one.documents,
            "burst": one.burst,
        }
    for contest in corpus.contests:
        renderings = [
            {
                "text": one.text or None,
                "usage": one.usage or None,
                "sentences": one.total,
                "undated": one.undated,
                "periods": {
                    period: value for period, value in zip(corpus.periods, one.by_period, strict=True) if value
                },
            }
            for one in contest.renderings
        ]
        yield {"kind": "renderings", **_head(contest.concept), "renderings": renderings}


def _head(concept: Concept) -> dict[str, object]:
    return {**entry_head(concept), "type": concept.type, "status": concept.status}
