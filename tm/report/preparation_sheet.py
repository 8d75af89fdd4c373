"""A preparation sheet as a workbook, with the columns of a glossary: what is filled in can be imported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termbase.extract.preparation import Preparation
from termbase.formats.spreadsheet import Sheet, workbook
from termbase.model import Term
from tm.report.preparation_facts import Entry, entries

__all__ = ["preparation_sheet"]

# Longer texts fit in no cell.
_LONGEST = 32_000
_KNOWN = (
    "zh", "pinyin", "en", "also", "do not use", "outdated", "type", "status", "times", "segments", "sentence",
    "definition", "note",
)  # fmt: skip
_UNKNOWN = ("zh", "pinyin", "en", "evidence", "type", "status", "score", "why", "times", "segments", "sentence")


def preparation_sheet(preparation: Preparation) -> bytes:
    """The bytes of an XLSX file with a sheet of what is known and one of what is not."""
    chinese = preparation.language.is_chinese
    known = entries(preparation, preparation.known)
    unknown = entries(preparation, preparation.unknown)
    return workbook(
        [
            Sheet("Known", _KNOWN, (_known(entry, chinese=chinese) for entry in known)),
            Sheet("Unknown", _UNKNOWN, (_unknown(entry, chinese=chinese) for entry in unknown)),
        ],
        guard=True,
    )


def _known(entry: Entry, *, chinese: bool) -> tuple[str | int, ...]:
    concept = entry.sighted.concept
    return (
        *_sides(entry, chinese=chinese),
        *(_joined(terms) for terms in (entry.also, entry.never, entry.outdated)),
        concept.type,
        concept.status,
        *_places(entry),
        (concept.definition_en or concept.definition_zh)[:_LONGEST],
        concept.note[:_LONGEST],
    )


def _unknown(entry: Entry, *, chinese: bool) -> tuple[str | int | float, ...]:
    concept = entry.sighted.concept
    sides = _sides(entry, chinese=chinese)
    return (*sides, entry.evidence, concept.type, concept.status, concept.score, concept.reason, *_places(entry))


def _sides(entry: Entry, *, chinese: bool) -> tuple[str, str, str]:
    """The Chinese, its pinyin and the English."""
    written = entry.term.text if entry.term else entry.form
    rendering = entry.preferred.text if entry.preferred else ""
    zh, en = (written, rendering) if chinese else (rendering, written)
    return zh, entry.pinyin, en


def _places(entry: Entry) -> Iterator[str | int]:
    yield len(entry.sighted.places)
    yield ", ".join(map(str, entry.sighted.segments))[:_LONGEST]
    yield entry.sentence[:_LONGEST]


def _joined(terms: Iterable[Term]) -> str:
    return "; ".join(term.text for term in terms)[:_LONGEST]
