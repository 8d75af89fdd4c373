"""The text of a TMX file in chunks, whatever encoding it has or claims to have."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from termbase.errors import unreadable
from termbase.formats.xml_bytes import encoding_of, not_encoded

__all__ = ["chunks"]

_CHUNK = 1 << 18
"""Bytes read at a time: large enough that the reading costs nothing beside the parsing."""


def chunks(path: Path) -> Iterator[str]:
    """The text of the file, in memory that does not grow with its size.

    Raises InputError for a file that cannot be read, and FormatError, with the line, for one in another encoding.
    """
    lines = 1
    try:
        with path.open("rb") as file:
            encoding = encoding_of(file.read(_CHUNK), path)
            file.seek(0)
            decoder = codecs.getincrementaldecoder(encoding)()
            while data := file.read(_CHUNK):
                text = decoder.decode(data)
                yield text.removeprefix("\ufeff") if lines == 1 else text
                lines += text.count("\n")
            yield decoder.decode(b"", final=True)
    except OSError as error:
        raise unreadable(error, path) from error
    except UnicodeError as error:
        raise not_encoded(encoding, path, lines) from error
