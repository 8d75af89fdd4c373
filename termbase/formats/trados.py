"""Termbases of Trados (.ttb), read: SQLite files whose table mtConcepts holds each entry as XML.

Known of that format is only that (tables mtTerms, mtConcepts, mtIndexes) and that the column `text` has the XML that
MultiTerm keeps, under short names; a file in which anything of it is missing is refused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from termbase.errors import FormatError, InputError
from termbase.formats.multiterm_entries import concept_of
from termbase.formats.xml_elements import fragment
from termbase.model import Concept

__all__ = ["read"]

_MARK = b"SQLite format 3\x00"


def read(path: Path) -> Iterator[Concept]:
    """The concepts that have a Chinese or English term, by number; the file is not changed.

    Raises FormatError for a file that is no such termbase, or at an entry whose XML is broken, and InputError for one
    that cannot be read.
    """
    try:
        with path.open("rb") as file:
            mark = file.read(len(_MARK))
    except OSError as error:
        raise InputError(f"the file cannot be read ({error.strerror})", path=path) from error
    if mark != _MARK:
        raise FormatError("not an SQLite file, as Trados makes since 2026", path=path, remedy="export it as TBX")
    # `immutable` keeps SQLite from making files beside it
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            for number, text in connection.execute("SELECT conceptid, text FROM mtConcepts ORDER BY conceptid"):
                concept = _concept(number, text, path)
                if concept is not None:
                    yield concept
    except sqlite3.Error as error:
        raise FormatError(
            f"no termbase of Trados ({error})", path=path, remedy="export it from Trados as TBX or MultiTerm XML"
        ) from error


def _concept(number: object, text: object, path: Path) -> Concept | None:
    try:
        if not isinstance(text, str):
            raise FormatError("it is no text", path=path)
        return concept_of(fragment(text, path))
    except FormatError as error:
        raise FormatError(
            f"entry {number}: {error.what}", path=path, remedy="export it from Trados as TBX or MultiTerm XML"
        ) from error
