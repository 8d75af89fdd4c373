"""What is handed over: which entries and forms, and in which format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from termbase.formats import FORMATS, Format, choose
from termbase.model import Concept, Status
from tm.formats import BITEXTS
from tm.units import units_of

__all__ = ["chosen", "serialised", "ways_of"]


def chosen(concepts: Iterable[Concept], *, proposed: bool) -> Iterator[Concept]:
    """The entries to hand over, without rejected forms; proposed entries and forms only when asked for.

    A form that a later run proposed for an approved entry is not approved by that.
    """
    wanted = {Status.APPROVED, Status.PROPOSED} if proposed else {Status.APPROVED}
    for concept in concepts:
        terms = tuple(term for term in concept.terms if term.status in wanted)
        if concept.status in wanted and terms:
            yield replace(concept, terms=terms)


def serialised(file: Path, name: str | None, concepts: list[Concept]) -> tuple[Format[Any], Iterator[str | bytes]]:
    """The format, and its text or bytes in pieces: units where it is a memory, else a glossary.

    Raises InputError for a format that is unknown or only read.
    """
    memories = {key: one for key, one in BITEXTS.items() if one.write is not None}
    every: dict[str, Format[Any]] = {**memories, **FORMATS}
    format_ = choose(every, file, name, "write")
    assert format_.write is not None, "choose gives a format that can be written"
    values = units_of(concepts, status=None) if format_.name in memories else concepts
    return format_, format_.write(values)


def ways_of(format_: Format[Any]) -> list[str]:
    """Which commands know the format.

    >>> ways_of(FORMATS["omegat"]), ways_of(BITEXTS["xliff"])
    (['import', 'export'], ['extract'])
    """
    read = "extract" if format_.name in BITEXTS and FORMATS.get(format_.name) is not format_ else "import"
    return [way for way, there in ((read, format_.read), ("export", format_.write)) if there]
