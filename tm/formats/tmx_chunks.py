"""The text of a TMX file in chunks, whatever encoding it has or claims to have."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from termbase.errors import FormatError, InputError

__all__ = ["chunks"]

_CHUNK = 1 << 18
"""Bytes read at a time: large enough that the reading costs nothing beside the parsing."""

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.\-]*)["']""")


def chunks(path: Path) -> Iterator[str]:
    """The text of the file, in memory that does not grow with its size.

    Raises InputError for a file that cannot be read, and FormatError, with the line, for one in another encoding.
    """
    lines = 1
    try:
        with path.open("rb") as file:
            encoding = _encoding(file.read(_CHUNK), path)
            file.seek(0)
            decoder = codecs.getincrementaldecoder(encoding)()
            while data := file.read(_CHUNK):
                text = decoder.decode(data)
                yield text
                lines += text.count("\n")
            yield decoder.decode(b"", final=True)
    except OSError as error:
        raise InputError(f"the file cannot be read ({error.strerror})", path=path) from error
    except UnicodeError as error:
        raise FormatError(
            f"the file is not in {encoding}",
            path=path,
            line=lines,
            remedy="save it as UTF-8, or correct the encoding in its first line",
        ) from error


def _encoding(start: bytes, path: Path) -> str:
    """The encoding by BOM, by the zeros that UTF-16 puts beside ASCII, by declaration; UTF-8 else."""
    for bom, name in _BOMS:
        if start.startswith(bom):
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
