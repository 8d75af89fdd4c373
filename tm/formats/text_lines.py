"""The lines of a text file, as a stream wherever its encoding can be told without reading all of it."""

from __future__ import annotations

import io
from codecs import getincrementaldecoder
from collections.abc import Iterator
from pathlib import Path

from termbase.errors import unreadable
from termbase.language.encodings import decode

__all__ = ["lines"]

_CHUNK = 1 << 20
"""Bytes looked at together."""


def lines(path: Path, *, end: str = "\n") -> Iterator[str]:
    """The lines with their ends, in memory that does not grow with a file in UTF-8; an empty `end` is any line end.

    Raises InputError for a file that cannot be read and for what is no text.
    """
    try:
        if not _is_utf8(path):
            yield from io.StringIO(decode(path.read_bytes(), path), newline=end)
            return
        with path.open("rb") as file:
            # valid bytes may still be no text
            decode(file.read(_CHUNK).rpartition(b"\n")[0], path)
        with path.open(encoding="utf-8-sig", newline=end) as text:
            yield from text
    except OSError as error:
        raise unreadable(error, path) from error


def _is_utf8(path: Path) -> bool:
    decoder = getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while data := file.read(_CHUNK):
                if b"\0" in data:
                    return False
                decoder.decode(data)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
