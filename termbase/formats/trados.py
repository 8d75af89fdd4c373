"""Termbases of Trados (.ttb), read: SQLite files whose table mtConcepts holds each entry as XML.

Known of that format is only that (tables mtTerms, mtConcepts, mtIndexes) and that the column `text` has the XML that
MultiTerm keeps, under short names; a file in which anything of it is missing is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from termbase.errors import FormatError
from termbase.formats.multiterm_entries import concept_of
from termbase.formats.sqlite_rows import sqlite_rows
from termbase.formats.xml_elements import fragment
from termbase.model import Concept

__all__ = ["read"]


def read(path: Path) -> Iterator[Concept]:
    """The concepts that have a Chinese or English term, by number; the file is not changed.

    Raises FormatError for a file that is no such termbase, or at an entry whose XML is broken, and InputError for one
    that cannot be read.
    """
    for number, text in sqlite_rows(path, "SELECT conceptid, text FROM mtConcepts ORDER BY conceptid", "termbase"):
        concept = _concept(number, text, path)
        if concept is not None:
            yield concept


def _concept(number: object, text: object, path: Path) -> Concept | None:
    try:
        if not isinstance(text, str):
            raise FormatError("it is no text", path=path)
        return concept_of(fragment(text, path))
    except FormatError as error:
        raise FormatError(
            f"entry {number}: {error.what}", path=path, remedy="export it from Trados as TBX or MultiTerm XML"
        ) from error
