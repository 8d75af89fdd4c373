"""Translation memories of Trados (.sdltm), read: SQLite files with a segment and its translation as XML in each row.

Known of that format is the table `translation_units` with `source_segment` and `target_segment`, and in these `Text`
with `Value`, `Tag`, and `CultureName`; inline codes are left out. A file in which the table is missing is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from termbase.errors import FormatError
from termbase.formats.sqlite_rows import sqlite_rows
from termbase.formats.xml_elements import Element, fragment
from tm.formats.languages import pair_of
from tm.model import Segment, Unit

__all__ = ["read", "segments"]

_QUERY = "SELECT rowid, source_segment, target_segment FROM translation_units ORDER BY rowid"


def read(path: Path) -> Iterator[Unit]:
    """The pairs of Chinese and English, one by one; raises as `segments` does."""
    for segment in segments(path):
        tags = (segment.source_language, segment.target_language)
        pair = pair_of(segment.source, segment.target, tags)
        if not pair or not segment.source.strip() or not segment.target.strip():
            continue
        if pair[0].lower().startswith("en"):
            yield Unit(segment.target, segment.source, path.name, zh_language=pair[1], en_language=pair[0])
        else:
            yield Unit(segment.source, segment.target, path.name, zh_language=pair[0], en_language=pair[1])


def segments(path: Path) -> Iterator[Segment]:
    """The segments of a memory with their translations, in any languages.

    Raises FormatError for a file that is no such memory, or at a row whose XML is broken, and InputError for one that
    cannot be read.
    """
    for number, (row, *sides) in enumerate(sqlite_rows(path, _QUERY, "memory of Trados"), start=1):
        (source, source_tag), (target, target_tag) = (_side(text, row, path) for text in sides)
        yield Segment(source, target, path.as_posix(), number, str(row), source_tag, target_tag)


def _side(text: object, row: object, path: Path) -> tuple[str, str]:
    """Text and language of a segment."""
    try:
        if not isinstance(text, str):
            raise FormatError("the segment is no text", path=path)
        root = fragment(text, path)
    except FormatError as error:
        raise FormatError(
            f"row {row}: {error.what}", path=path, remedy="export the memory from Trados as TMX"
        ) from error
    culture = root.first("CultureName")
    return "".join(_texts(root)), culture.text.strip() if culture else ""


def _texts(own: Element) -> Iterator[str]:
    """The values of the text elements; what a tag holds is native code."""
    for child in own.all():
        if child.name == "Text":
            yield from (value.text for value in child.all("Value"))
        elif child.name == "Elements":
            yield from _texts(child)
