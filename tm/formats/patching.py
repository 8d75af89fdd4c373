"""A file copied byte for byte but for some places."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import AnyStr
from xml.sax.saxutils import escape

from termbase.formats.xml_bytes import encoding_of, utf8_chunks

__all__ = ["Patch", "opened", "patched", "spliced", "with_attributes"]


_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]+)\s*=\s*(?:"[^"]*"|'[^']*')""")


@dataclass(frozen=True, slots=True)
class Patch:
    """What comes in the place of a part of a file; in between where start and end are the same."""

    start: int
    """Offset in the file: in bytes of an XML file as UTF-8, in characters of any other."""
    end: int
    text: str


def patched(path: Path, patches: Iterable[Patch]) -> Iterator[bytes]:
    """The bytes of an XML file with the patches, which come in the order of their places, in its own encoding.

    What the encoding cannot hold is written as a character reference. Memory does not grow with the file, unless the
    patches do.
    """
    with path.open("rb") as file:
        encoding = encoding_of(file.read(1 << 10), path)
        file.seek(0)
        pieces = spliced(utf8_chunks(file, path, exact=True), patches, lambda text: text.encode("utf-8"))
        yield from pieces if encoding == "utf-8" else _encoded(pieces, encoding)


def spliced(chunks: Iterable[AnyStr], patches: Iterable[Patch], encode: Callable[[str], AnyStr]) -> Iterator[AnyStr]:
    """What the chunks are together, with the patches, which come in the order of their places.

    >>> "".join(spliced(["义乌", "市场"], [Patch(1, 3, "A"), Patch(4, 4, "B")], str))
    '义A场B'
    """
    waiting = iter(patches)
    patch = next(waiting, None)
    offset = 0
    for chunk in chunks:
        start, place = offset, offset
        offset += len(chunk)
        while patch is not None and patch.start < offset:
            if patch.start >= place:
                yield chunk[place - start : patch.start - start]
                yield encode(patch.text)
            place = max(place, min(patch.end, offset))
            if patch.end > offset:  # the rest of what it replaces is in the next chunk
                break
            patch = next(waiting, None)
        yield chunk[place - start :]
    while patch is not None:  # behind the last byte
        yield encode(patch.text)
        patch = next(waiting, None)


def with_attributes(tag: str, values: dict[str, str]) -> str:
    """A start tag with these attributes set, in their places where they are there already, else at the end.

    >>> with_attributes("<target state='new'/>", {"state": "translated", "state-qualifier": "exact-match"})
    '<target state="translated" state-qualifier="exact-match"/>'
    """
    for name, value in values.items():
        attribute = f'{name}="{_quoted(value)}"'
        present = next((found for found in _ATTRIBUTE.finditer(tag) if found[1] == name), None)
        if present:
            tag = f"{tag[: present.start()]}{attribute}{tag[present.end() :]}"
        else:
            end = re.search(r"\s*/?>\Z", tag)
            assert end, "a tag ends like this"
            tag = f"{tag[: end.start()]} {attribute}{tag[end.start() :]}"
    return tag


def opened(tag: str) -> tuple[str, str]:
    """The name in a tag, and the tag as one that an end tag follows.

    >>> opened("<xlf:target id='1' />")
    ('xlf:target', "<xlf:target id='1'>")
    """
    name = re.match(r"<([^\s/>]+)", tag)
    assert name, "a tag begins like this"
    return name[1], f"{tag[:-2].rstrip()}>" if tag.endswith("/>") else tag


def _quoted(value: str) -> str:
    return escape(value, {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


def _encoded(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    encoder = codecs.getincrementalencoder(encoding)("xmlcharrefreplace")
    for piece in pieces:
        yield encoder.encode(decoder.decode(piece))
    yield encoder.encode(decoder.decode(b"", final=True), final=True)
