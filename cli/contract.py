"""The JSON that programs read: names and keys are a contract and stay."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termbase.lookup import Hit
    from termbase.model import Concept, Context, Source, Term
    from tm.align.alignment import Alignment

__all__ = ["entry_head", "entry_json", "found_json", "hit_json", "links_json", "print_json", "source_text"]


def print_json(value: object) -> None:
    """One JSON object on one line of standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def hit_json(hit: Hit) -> dict[str, object]:
    """A result of a look-up, or (without `match`) an entry."""
    return {
        **entry_json(hit.concept),
        "match": {"field": hit.match.field, "kind": hit.match.kind, "score": hit.match.score},
    }


def entry_head(concept: Concept) -> dict[str, object]:
    """The number of an entry and its preferred forms; null where there is none."""
    zh, en = concept.preferred(chinese=True), concept.preferred(chinese=False)
    return {
        "id": concept.id,
        "zh": zh.text if zh else None,
        "pinyin": zh.pinyin if zh else None,
        "en": en.text if en else None,
    }


def entry_json(concept: Concept) -> dict[str, object]:
    """An entry with all its terms."""
    return {
        **entry_head(concept),
        "terms": [
            {
                "lang": term.language,
                "text": term.text,
                "usage": term.usage,
                "status": term.status,
                "source": source_text(term.source),
            }
            for term in concept.terms
        ],
        "type": concept.type,
        "status": concept.status,
        "definition": concept.definition_en or concept.definition_zh or None,
        "contexts": [_context_json(context) for context in concept.contexts],
    }


def found_json(concept: Concept) -> dict[str, object]:
    """A concept found in articles."""
    zh, en = concept.preferred(chinese=True), concept.preferred(chinese=False)
    return {
        "id": concept.id,
        "type": concept.type,
        "status": concept.status,
        "zh": zh.text if zh else None,
        "pinyin": zh.pinyin if zh else None,
        "en": en.text if en else None,
        "variants": {"zh": _others(concept, zh, chinese=True), "en": _others(concept, en, chinese=False)},
        "frequency": concept.frequency,
        "score": concept.score,
        "zh_origin": _origin(zh),
        "en_origin": _origin(en),
        "contexts": [_context_json(context) for context in concept.contexts],
    }


def links_json(alignment: Alignment) -> Iterator[dict[str, object]]:
    """The links of two texts; sentences are numbered from 0, with `--lines` as the lines of the file."""
    for link in alignment.links:
        yield {
            "zh_index": link.zh_index,
            "en_index": link.en_index,
            "zh": alignment.zh_of(link),
            "en": alignment.en_of(link),
            "score": link.score,
        }


def source_text(source: Source | None) -> str | None:
    """A source in one line: issuer, title, date, address."""
    if source is None:
        return None
    return ", ".join(filter(None, (source.issuer, source.title, source.date, source.url)))


def _origin(term: Term | None) -> str | None:
    """Where a form comes from: the termbase once it is approved, else the evidence of the proposal."""
    from termbase.model import Status

    if term is None:
        return None
    return "termbase" if term.status is Status.APPROVED else str(term.origin)


def _others(concept: Concept, first: Term | None, *, chinese: bool) -> list[str]:
    from termbase.model import Status

    return [
        term.text
        for term in concept.terms
        if term is not first and term.language.is_chinese is chinese and term.status is not Status.REJECTED
    ]


def _context_json(context: Context) -> dict[str, str]:
    value = {"document": context.document, "sentence": context.sentence}
    if context.translation:
        value["en" if context.language.is_chinese else "zh"] = context.translation
    return value
