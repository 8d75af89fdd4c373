"""What is handed over: which entries and forms, and in which formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from termbase.formats import FORMATS, Format, choose
from termbase.model import Concept, Status
from tm.formats import BITEXTS

__all__ = ["chosen", "format_for", "ways_of"]


def chosen(concepts: Iterable[Concept], *, proposed: bool) -> Iterator[Concept]:
    """The entries to hand over, without rejected forms; proposed entries and forms only when asked for.

    A form that a later run proposed for an approved entry is not approved by that.
    """
    wanted = {Status.APPROVED, Status.PROPOSED} if proposed else {Status.APPROVED}
    for concept in concepts:
        terms = tuple(term for term in concept.terms if term.status in wanted)
        if concept.status in wanted and terms:
            yield replace(concept, terms=terms)


def format_for(file: Path, name: str | None) -> Format[Any]:
    """The format in which entries are written: a glossary, or a memory of units; a table is a glossary.

    Raises InputError for a format that is unknown or only read.
    """
    memories = {key: one for key, one in BITEXTS.items() if one.write is not None}
    every: dict[str, Format[Any]] = {**memories, **FORMATS}
    return choose(every, file, name, "write")


def ways_of(format_: Format[Any]) -> list[str]:
    """Which commands know the format.

    >>> ways_of(FORMATS["omegat"]), ways_of(BITEXTS["po"])
    (['import', 'export'], ['extract', 'tm import'])
    >>> ways_of(BITEXTS["tmx"]), ways_of(BITEXTS["tsv"])
    (['extract', 'tm import', 'export', 'tm export'], ['extract', 'tm import', 'tm export'])
    """
    if BITEXTS.get(format_.name) is not format_:
        return [way for way, there in (("import", format_.read), ("export", format_.write)) if there]
    read = ["extract", "tm import"] if format_.read else []
    glossary = format_.name in FORMATS
    return read + [way for way in ("export", "tm export") if format_.write and not (glossary and way == "export")]
