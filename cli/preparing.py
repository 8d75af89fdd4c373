"""`zhterm lookup --in FILE`: what is known of the terms of a text, and what is not, before one translates it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

from cli.amounts import number_of
from cli.contract import print_json
from cli.extraction import Extraction
from cli.files import require_new, write_whole
from cli.terminal import bold, field, note, plain, wrapped, write
from termbase.errors import InputError
from termbase.extract.preparation import Order, Preparation, prepare
from termbase.language.keys import english_key, zh_key
from termbase.model import Concept, Status, Term
from termbase.place import Place
from termbase.reading import Reader, open_reader
from tm.report.preparation_facts import Entry, entries
from tm.source_texts import source_texts

__all__ = ["prepare_file"]

_SEGMENTS = 5
"""Segments named on a terminal; the other forms have all."""


def prepare_file(file: Path, database: Place, *, by: str, output: Path | None, force: bool, as_json: bool) -> None:
    """Read one file and show, print or write its sheet; exit code 1 where it has no term at all."""
    suffix = _require_output(output, force=force)
    if by not in tuple(Order):
        raise InputError(f"--by {by!r} is not one of: {', '.join(Order)}")
    with open_reader(database) as reader:
        segments = source_texts(file)
        extractor = Extraction(None, reader).extractor
        rejected = _rejected(reader)
        sheet = prepare(
            file.as_posix(), segments, extractor, order=Order(by), is_rejected=lambda one: _is_among(one, rejected)
        )
    if as_json:
        for line in _json(sheet):
            print_json(line)
    elif output is None:
        for line_ in _lines(sheet):
            write(line_)
    if output is not None:
        write_whole(output, _written(sheet, suffix), force=force)
    where = "" if output is None else f"{output}: "
    note(
        f"{where}{number_of(len(sheet.segments), 'segment')}, {number_of(len(sheet.known), 'known term')}, "
        f"{number_of(len(sheet.unknown), 'candidate')} that the termbase does not know"
    )
    if not sheet.known and not sheet.unknown:
        raise typer.Exit(1)


def _require_output(output: Path | None, *, force: bool) -> str:
    if output is None:
        return ""
    suffix = output.suffix.lower()
    if suffix not in (".xlsx", ".html", ".htm"):
        raise InputError("a sheet is written as .xlsx or .html", path=output, remedy="or use --json")
    require_new(output, force=force)
    return suffix


def _written(sheet: Preparation, suffix: str) -> Iterable[str | bytes]:
    if suffix == ".xlsx":
        from tm.report.preparation_sheet import preparation_sheet

        return [preparation_sheet(sheet)]
    from tm.report.preparation_page import preparation_page

    return preparation_page(sheet)


def _rejected(reader: Reader) -> set[str]:
    return {_key(term) for _, term in reader.terms(status=Status.REJECTED)}


def _is_among(concept: Concept, rejected: set[str]) -> bool:
    return _key(concept.terms[0]) in rejected


def _key(term: Term) -> str:
    return zh_key(term.text) if term.language.is_chinese else english_key(term.text)


def _lines(sheet: Preparation) -> Iterator[str]:
    """The sheet at the width of the terminal; renderings are wrapped, never cut."""
    if sheet.known:
        yield bold(f"known: {len(sheet.known)}")
    other = "en" if sheet.language.is_chinese else "zh"
    for entry in entries(sheet, sheet.known):
        yield from _head(entry, entry.pinyin if sheet.language.is_chinese else "", _where(entry))
        yield from _renderings(entry, other)
    if sheet.known and sheet.unknown:
        yield ""
    if sheet.unknown:
        yield bold(f"looks like a term and is not known: {len(sheet.unknown)}")
    for entry in entries(sheet, sheet.unknown):
        concept = entry.sighted.concept
        pinyin = entry.pinyin if sheet.language.is_chinese else ""
        yield from _head(entry, pinyin, f"{_where(entry)}, {concept.type}, {concept.score:.2f}")
        if entry.preferred is not None:
            yield from field(f"{other} perhaps", f"{entry.preferred.text}  ({entry.evidence})")


def _head(entry: Entry, pinyin: str, facts: str) -> Iterator[str]:
    """What stands in the text, how it is read, and where."""
    form = plain(entry.form)
    first, *others = wrapped("  ".join(filter(None, (form, pinyin, f"[{facts}]"))))
    yield bold(form) + first.removeprefix(form) if first.startswith(form) else first
    yield from others


def _renderings(entry: Entry, label: str) -> Iterator[str]:
    if entry.preferred is None:
        yield from field(label, "– open: no form with evidence yet")
    else:
        remarks = [] if entry.preferred.language.is_chinese is False else [entry.preferred.pinyin]
        remarks += ["proposed"] if entry.preferred.status is Status.PROPOSED else []
        told = f"  ({'; '.join(filter(None, remarks))})" if any(remarks) else ""
        yield from field(label, entry.preferred.text + told)
    for usage, terms in (("also", entry.also), ("old", entry.outdated), ("never", entry.never)):
        if terms:
            yield from field(f"{label} {usage}", "; ".join(term.text for term in terms))


def _where(entry: Entry) -> str:
    segments = entry.sighted.segments
    shown = ", ".join(map(str, segments[:_SEGMENTS])) + (" …" if len(segments) > _SEGMENTS else "")
    return f"{len(entry.sighted.places)} ×, at {shown}"


def _json(sheet: Preparation) -> Iterator[dict[str, object]]:
    for kind, sighted in (("known", sheet.known), ("unknown", sheet.unknown)):
        for entry in entries(sheet, sighted):
            concept = entry.sighted.concept
            zh, en = concept.preferred(chinese=True), concept.preferred(chinese=False)
            yield {
                "kind": kind,
                "id": concept.id,
                "zh": zh.text if zh else None,
                "pinyin": zh.pinyin if zh else None,
                "en": en.text if en else None,
                "also": [term.text for term in entry.also],
                "superseded": [term.text for term in entry.outdated],
                "forbidden": [term.text for term in entry.never],
                "type": concept.type,
                "status": concept.status,
                "written": list(entry.sighted.written),
                "frequency": len(entry.sighted.places),
                "segments": list(entry.sighted.segments),
                "sentence": entry.sentence,
                "score": concept.score if kind == "unknown" else None,
                "evidence": entry.evidence or None,
            }
