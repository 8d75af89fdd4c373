"""XLIFF and TMX files fixed: inside the text of their targets, with entities, comments and codes left as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from termbase.formats.xml_text import content
from tm.fixing.edits import Edit, patches_of
from tm.fixing.fixable import Target
from tm.formats import tmx_segments, xliff_units
from tm.formats.laid import Writing
from tm.formats.patching import Patch, patched
from tm.formats.tmx_codes import encloses_text as encloses_text_in_tmx
from tm.formats.xliff_content import encloses_text as encloses_text_in_xliff
from tm.formats.xml_records import Element, Record
from tm.formats.xml_text import laid_text

__all__ = ["Tmx", "Xliff"]


class _Xml:
    """What files of both kinds have in common."""

    in_bytes: ClassVar[bool] = True

    def __init__(self, path: Path) -> None:
        """Take a file; nothing is read yet."""
        self._path = path

    def copied(self, patches: Iterable[Patch]) -> Iterator[bytes]:
        """The file with the changes, in its own encoding."""
        return patched(self._path, patches)


class Xliff(_Xml):
    """XLIFF of any version; a locked segment is left as it is."""

    def targets(self) -> Iterator[Target]:
        """The segments that have a target; raises FormatError for a broken file."""
        for number, place in enumerate(xliff_units.places(self._path, exact=True), start=1):
            if place.target_element is not None and not place.is_locked:
                make = partial(_patches, place.target_element, place.record, encloses_text_in_xliff)
                yield Target(number, place.record.base, make)


class Tmx(_Xml):
    """TMX of any version; of several segments in a language the one that is checked."""

    def targets(self) -> Iterator[Target]:
        """The units that have a target; raises FormatError for a broken file."""
        for number, place in enumerate(tmx_segments.places(self._path, exact=True), start=1):
            segment = place.target_variant.first("seg") if place.target_variant else None
            if segment is not None:
                make = partial(_patches, segment, place.record, encloses_text_in_tmx)
                yield Target(number, place.record.base, make)


def _patches(
    element: Element, record: Record, encloses: Callable[[Element], bool], edits: Sequence[Edit]
) -> tuple[list[Patch], int]:
    return patches_of(edits, laid_text(element, record, encloses), _written)


def _written(text: str, writing: Writing) -> str | None:
    """The text with escapes; a section has none, so that only what needs none can come into it."""
    if not all(map(content, text)):
        return None
    if writing is Writing.LITERAL:
        return text if text.isascii() and not set(text) & set("]>\r") else None
    return content(text)
