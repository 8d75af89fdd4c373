"""Where each character of a segment's text stands in its file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

__all__ = ["Laid", "Spot", "Writing"]


class Writing(StrEnum):
    """How the characters of a text are written at a place."""

    USUAL = "usual"
    """As the format writes text, with its escapes."""
    LITERAL = "literal"
    """Without any escape, as in a CDATA section."""
    FIXED = "fixed"
    """As something that must stay as it is, such as an entity that is declared elsewhere."""


class Spot(NamedTuple):
    """What a file has for one character."""

    start: int
    """Offset in the file: in bytes of an XML file as UTF-8, in characters of any other."""
    end: int
    writing: Writing = Writing.USUAL


@dataclass(frozen=True, slots=True)
class Laid:
    """A text with the spot of each of its characters.

    Between two characters that do not touch stands what is no text: a code, a comment, the end of a quoted line.
    """

    text: str
    spots: Sequence[Spot]
    parted: bool = False
    """Whether what stands between characters only divides lines, so that a change may reach across it."""
