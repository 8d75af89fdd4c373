"""Which characters the bytes of an XML file mean, and the bytes of characters again."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from termbase.errors import FormatError

__all__ = ["encoding_of", "not_encoded", "utf8_chunks"]

_CHUNK = 1 << 18
"""Bytes read at a time: large enough that the reading costs nothing beside the parsing."""

# The mark is kept as the first character, so that what is encoded again has it too.
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.\-]*)["']""")


def encoding_of(start: bytes, path: Path) -> str:
    """The encoding by BOM, by the zeros that UTF-16 puts beside ASCII, by declaration; UTF-8 else.

    Raises FormatError for an encoding that nobody knows.

    >>> encoding_of("<a>义</a>".encode("utf-16-be"), Path("a.xlf"))
    'utf-16-be'
    >>> encoding_of(b'<?xml version="1.0" encoding="GB18030"?>', Path("a.xlf"))
    'gb18030'
    """
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    if start[:1] == b"<" and start[1:2] == b"\0":
        return "utf-16-le"
    if start[:2] == b"\0<":
        return "utf-16-be"
    declared = _DECLARED.match(start)
    # Whoever could read the declaration as ASCII does not read UTF-16, whatever it says.
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if name.startswith(("utf-16", "ucs-2")):
        return "utf-8"
    try:
        "<".encode(name)  # which, unlike lookup, also refuses codecs that are not for text
    except (LookupError, UnicodeError) as error:
        raise FormatError(f"the encoding {name} is unknown", path=path, line=1, remedy="save it as UTF-8") from error
    return name


def not_encoded(encoding: str, path: Path, line: int) -> FormatError:
    """The error for bytes that are not in the encoding that the file names, with the last line that was read."""
    remedy = "save it as UTF-8, or correct the encoding in its first line"
    return FormatError(f"the file is not in {encoding}", path=path, line=line, remedy=remedy)


def utf8_chunks(file: BinaryIO, path: Path, *, exact: bool = False) -> Iterator[bytes]:
    """The file in UTF-8, chunk by chunk, a byte order mark included.

    With `exact` a file is refused of which the same bytes would not come out when it is encoded again.
    Raises FormatError where the bytes are not in the encoding.
    """
    start = file.read(_CHUNK)
    encoding = encoding_of(start, path)
    decoder = codecs.getincrementaldecoder(encoding)()
    encoder = codecs.getincrementalencoder(encoding)()
    lines = 1
    waiting = b""
    while True:
        try:
            text = decoder.decode(start, final=not start)
        except UnicodeError as error:
            raise not_encoded(encoding, path, lines) from error
        if exact and encoding != "utf-8":
            waiting += start
            written = encoder.encode(text)
            if not waiting.startswith(written):
                raise FormatError(
                    f"{encoding} would not come out byte for byte", path=path, line=lines, remedy="save it as UTF-8"
                )
            waiting = waiting[len(written) :]
        yield text.encode("utf-8")
        lines += text.count("\n")
        if not start:
            return
        start = file.read(_CHUNK)
