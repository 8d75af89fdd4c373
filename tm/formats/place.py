"""A place in an XML file where a segment stands, as the segment."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from tm.formats.inline import Inline, codes_of, text_of
from tm.model import Segment

__all__ = ["Place", "segment_of"]


class Place(Protocol):
    """What the readers of TMX and of XLIFF know of a segment."""

    @property
    def id(self) -> str:
        """What the file calls it."""

    @property
    def source_language(self) -> str:
        """The tag as the file has it."""

    @property
    def target_language(self) -> str:
        """The tag as the file has it."""

    @property
    def source(self) -> Inline:
        """Text and codes."""

    @property
    def target(self) -> Inline:
        """Text and codes; nothing where it is not translated."""

    @property
    def note(self) -> str:
        """What the file tells the translator."""

    @property
    def state(self) -> str:
        """How far the translation is, as the file says it."""

    @property
    def line(self) -> int:
        """Where it begins, from 1."""


def segment_of(place: Place, path: Path, number: int) -> Segment:
    """The segment at a place, with its number in the file, from 1."""
    return Segment(
        text_of(place.source),
        text_of(place.target),
        path.as_posix(),
        number,
        place.id,
        place.source_language,
        place.target_language,
        tuple(code.xml for code in codes_of(place.source)),
        tuple(code.xml for code in codes_of(place.target)),
        place.note,
        place.state,
        place.line,
    )
