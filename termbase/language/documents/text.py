"""Plain text files."""

from __future__ import annotations

from pathlib import Path
from typing import AnyStr

from termbase.errors import InputError
from termbase.language.documents.lines import clean, paragraphs_of
from termbase.language.encodings import decode

__all__ = ["read", "text_of"]

# The longest paragraphs of books have some 20,000 characters; what is fifty times as long is data.
_LONGEST_LINE = 1_000_000
_BYTES_A_CHARACTER = 4


def read(data: bytes, path: Path) -> tuple[list[str], str]:
    """The paragraphs of a plain text; it names no date itself."""
    return paragraphs_of(text_of(data, path).split("\n")), ""


def text_of(data: bytes, path: Path) -> str:
    """The text of a file's bytes, cleaned; InputError when it is not running text.

    The bytes are looked at first, so that a hopeless file costs neither time nor memory.
    """
    _refuse_long_line(data, b"\n", _BYTES_A_CHARACTER, path)
    text = clean(decode(data, path))
    _refuse_long_line(text, "\n", 1, path)
    return text


def _refuse_long_line(text: AnyStr, line_break: AnyStr, units: int, path: Path) -> None:
    """Leap from the last line break within the limit to the next such; none in reach is a line too long.

    A character has at most so many `units`.
    """
    limit = _LONGEST_LINE * units
    start = 0
    while len(text) - start > limit:
        end = text.rfind(line_break, start, start + limit + 1)
        if end < 0:
            line = text.count(line_break, 0, start) + 1
            what = f"not running text: a line of more than {_LONGEST_LINE:,} characters"
            raise InputError(what, path=path, line=line, remedy="give a text with line breaks")
        start = end + 1
