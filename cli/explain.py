"""`zhterm extract --explain TERM`: how a candidate gets its score, and a rendering its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from termbase.extract.articles import Extractor
    from termbase.extract.explanation import Explanation
    from termbase.place import Place

__all__ = ["Explainable", "explain"]


class Explainable(Protocol):
    """Articles, a corpus or a memory."""

    def explained(self, extractor: Extractor, term: str) -> Iterator[tuple[str, Explanation]]:
        """The explanations of a term, with the name of the article, corpus or memory."""
        ...


def explain(source: Explainable, term: str, database: Place, *, as_json: bool) -> int:
    """Print the explanations; the exit code, 1 when the source has no such candidate."""
    from cli.contract import print_json
    from cli.extraction import Extraction
    from cli.terminal import bold, note, plain, write

    shown = 0
    with Extraction.open(database, dry_run=True) as extraction:
        for name, explanation in source.explained(extraction.extractor, term):
            shown += 1
            if as_json:
                print_json(_row(name, explanation))
                continue
            candidate = explanation.candidate
            write(bold(plain(f"{candidate.text} · {candidate.type.value} · {name}")))
            for line in explanation.lines():
                write(plain(line))
            write(plain(f"{'reason':<11} {candidate.reason}"))
            write("")
    if not shown:
        note(f"“{term}” is no candidate: no finder takes it for a term")
    return 0 if shown else 1


def _row(name: str, explanation: Explanation) -> dict[str, object]:
    candidate = explanation.candidate
    return {
        "document": name,
        "text": candidate.text,
        "type": candidate.type.value,
        "score": candidate.score,
        "reason": candidate.reason,
        "variants": list(candidate.variants),
        "components": [
            {
                "name": part.name,
                "value": part.value,
                "constant": part.constant,
                "effect": part.effect.value,
                "amount": round(part.amount, 4),
            }
            for part in explanation.components
        ],
        "renderings": [
            {
                "zh": one.zh,
                "en": one.en,
                "taken": one.settled,
                "likely": round(one.likely, 4),
                "places": one.places,
                "shared": round(one.shared, 4),
                "trust": round(one.trust, 4),
                "words": [{"zh": zh, "en": en, "by": how} for zh, en, how in one.words],
            }
            for one in explanation.renderings
        ],
    }
