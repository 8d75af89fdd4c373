"""What stands in a TMX file, entry by entry, in whatever languages and version it is written.

The file is read as a stream with expat, in memory that does not grow with its size. No DTD is fetched and no entity
but the five of XML and character references is expanded: a file that declares entities is refused, and a reference
to one that a DTD elsewhere may declare stays in the text as it stands.
"""

from __future__ import annotations

import codecs
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from termbase.errors import FormatError, InputError
from tm.formats.xml_records import refuse_entities

__all__ = ["Entry", "Variant", "entries"]

_CHUNK = 1 << 18
"""Bytes read at a time: large enough that the reading costs nothing beside the parsing."""

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.\-]*)["']""")
# Native codes of the original format; what `hi` and `sub` enclose is described at Variant.text.
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
_TEXTS = frozenset({"seg", "prop", "note"})


@dataclass(frozen=True, slots=True)
class Variant:
    """A segment in one language (`tuv`)."""

    language: str
    """The tag as it is written: zh-CN, ZH_cn, EN-US; empty where there is none."""
    text: str
    """Without inline codes: what stands inside bpt, ept, ph, it and ut is native code and left out, with any `sub` in
    it; what `hi` encloses is text."""
    markup: str = ""
    """The segment with its inline codes, as XML; empty where it has none."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Of the `tuv`: who made and changed it, and when."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One translation unit (`tu`)."""

    line: int
    """Number of the line on which it begins, from 1."""
    variants: tuple[Variant, ...]
    properties: tuple[tuple[str, str], ...]
    """The (type, text) of each `prop` of the unit itself."""
    notes: tuple[str, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Of the `tu`."""


def entries(path: Path) -> Iterator[Entry]:
    """The entries of a TMX file, one by one.

    A broken file gives FormatError, with the line, when reading comes to that line: store the entries in one
    transaction. Raises InputError for a file that cannot be read.
    """
    try:
        with path.open("rb") as file:
            yield from _parsed(file, path)
    except OSError as error:
        raise InputError(f"the file cannot be read ({error.strerror})", path=path) from error


def _parsed(file: BinaryIO, path: Path) -> Iterator[Entry]:
    builder = _Builder()
    parser = _parser(builder, path)
    encoding = _encoding(file.read(_CHUNK), path)
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while data := file.read(_CHUNK):
            parser.Parse(decoder.decode(data))
            yield from builder.finished()
        parser.Parse(decoder.decode(b"", final=True), True)
        yield from builder.finished()
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        raise FormatError(
            f"the XML is broken: {what}", path=path, line=error.lineno, remedy="mend it there"
        ) from error
    except UnicodeError as error:
        raise FormatError(
            f"the file is not in {encoding}",
            path=path,
            line=parser.CurrentLineNumber,
            remedy="save it as UTF-8, or correct the encoding in its first line",
        ) from error
    if builder.root != "tmx":
        raise FormatError(
            f"the file is no TMX: its root is {builder.root}", path=path, line=1, remedy="choose a format"
        )


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


def _parser(builder: _Builder, path: Path) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = _CHUNK
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    # The presence of this handler keeps expat from expanding the entities that a document declares.
    parser.DefaultHandler = builder.other
    parser.EntityDeclHandler = refuse_entities(path, lambda: parser.CurrentLineNumber)
    builder.parser = parser
    return parser


@dataclass(slots=True)
class _Builder:
    """Collects entries from the events of the parser."""

    parser: expat.XMLParserType | None = None
    root: str = ""
    done: deque[Entry] = field(default_factory=deque)
    line: int = 0
    variants: list[Variant] = field(default_factory=list)
    properties: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    in_unit: bool = False
    in_variant: bool = False
    attributes: dict[str, str] = field(default_factory=dict)
    variant: dict[str, str] = field(default_factory=dict)
    """Attributes of the open tuv."""
    type: str = ""
    pieces: list[str] | None = None
    """The text of the open seg, prop or note; None outside of them."""
    markup: list[str] | None = None
    """The open segment as XML, from its first inline code on."""
    depth: int = 0
    """How many native codes are open."""

    def finished(self) -> Iterator[Entry]:
        while self.done:
            yield self.done.popleft()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = _local(name)
        if not self.root:
            self.root = name
        if name in _TEXTS:
            self.pieces, self.markup, self.type = [], None, attributes.get("type", "")
        elif self.pieces is not None:
            self._open_code(name, attributes)
        elif name == "tuv":
            self.in_variant, self.variant = True, attributes
        elif name == "tu":
            self.in_unit, self.attributes = True, attributes
            self.line = self.parser.CurrentLineNumber if self.parser else 0
            self.variants, self.properties, self.notes = [], [], []

    def text(self, data: str) -> None:
        if self.pieces is not None:
            if self.markup is not None:
                self.markup.append(_escaped(data))
            if not self.depth:
                self.pieces.append(data)

    def _open_code(self, name: str, attributes: dict[str, str]) -> None:
        if self.markup is None:
            self.markup = [_escaped("".join(self.pieces or ()))]
        self.depth += name in _CODES
        written = "".join(f' {key}="{_escaped(value, quotes=True)}"' for key, value in attributes.items())
        self.markup.append(f"<{name}{written}>")

    def _close_code(self, name: str) -> None:
        self.depth -= name in _CODES
        assert self.markup, "a code was opened before it is closed"
        last = self.markup[-1]
        if last.startswith(f"<{name}") and not last.endswith("/>"):
            self.markup[-1] = f"{last[:-1]}/>"
        else:
            self.markup.append(f"</{name}>")

    def other(self, data: str) -> None:
        """Comments and declarations pass by; an entity that was not expanded is kept as it is written."""
        if data.startswith("&"):
            self.text(data)

    def end(self, name: str) -> None:
        name = _local(name)
        if name in _TEXTS:
            self._end_text(name, "".join(self.pieces or ()))
            self.pieces = None
        elif self.pieces is not None:
            self._close_code(name)
        elif name == "tuv":
            self.in_variant = False
        elif name == "tu":
            self.in_unit = False
            variants, properties, notes = tuple(self.variants), tuple(self.properties), tuple(self.notes)
            self.done.append(Entry(self.line, variants, properties, notes, self.attributes))

    def _end_text(self, name: str, text: str) -> None:
        if name == "seg":
            language = self.variant.get("xml:lang") or self.variant.get("lang", "")
            self.variants.append(Variant(language, text, "".join(self.markup or ()), self.variant))
        elif self.in_unit and not self.in_variant:
            if name == "prop":
                self.properties.append((self.type, text))
            else:
                self.notes.append(text)


def _escaped(text: str, *, quotes: bool = False) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return text.replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;") if quotes else text


def _local(name: str) -> str:
    """The name of an element without the prefix of its namespace."""
    return name.rpartition(":")[2] if ":" in name else name
