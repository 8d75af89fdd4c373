"""Entries of a TMX file, put together from the events of a parser."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

__all__ = ["Builder", "Entry", "Variant", "escaped"]

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


@dataclass(slots=True)
class Builder:
    """Collects entries from the events of its parser."""

    parser: expat.XMLParserType
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

    @property
    def idle(self) -> bool:
        """Whether no unit is open."""
        return not (self.in_unit or self.in_variant or self.pieces is not None)

    def watch(self) -> None:
        """Take the events of the parser from here on."""
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.StartDoctypeDeclHandler = self.keep_entities

    def look_away(self) -> None:
        """Leave the parser to itself, between two units."""
        self.parser.StartElementHandler = self.parser.EndElementHandler = None

    def keep_entities(self, *_doctype: object) -> None:
        """The presence of this handler keeps expat from expanding the entities that a document declares."""
        self.parser.DefaultHandler = self.other

    def finished(self) -> Iterator[Entry]:
        """The entries that are complete, each once."""
        while self.done:
            yield self.done.popleft()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if ":" in name:
            name = _local(name)
        if not self.root:
            self.root = name
        if name in _TEXTS:
            self.pieces, self.markup, self.type = [], None, attributes.get("type", "")
            # only here: between elements there is a line end after each, and a call costs more than reading it
            self.parser.CharacterDataHandler = self.text
        elif self.pieces is not None:
            self._open_code(name, attributes)
        elif name == "tuv":
            self.in_variant, self.variant = True, attributes
        elif name == "tu":
            self.in_unit, self.attributes = True, attributes
            self.line = self.parser.CurrentLineNumber
            self.variants, self.properties, self.notes = [], [], []

    def text(self, data: str) -> None:
        """Text in a segment, property or note."""
        if self.pieces is not None:
            if self.markup is not None:
                self.markup.append(escaped(data))
            if not self.depth:
                self.pieces.append(data)

    def _open_code(self, name: str, attributes: dict[str, str]) -> None:
        if self.markup is None:
            self.markup = [escaped("".join(self.pieces or ()))]
        self.depth += name in _CODES
        written = "".join(f' {key}="{escaped(value, quotes=True)}"' for key, value in attributes.items())
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
        """An element ends."""
        if ":" in name:
            name = _local(name)
        if name in _TEXTS:
            self._end_text(name, "".join(self.pieces or ()))
            self.pieces = self.parser.CharacterDataHandler = None
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


def escaped(text: str, *, quotes: bool = False) -> str:
    """A text as it is kept in the XML of a segment, or in an attribute there."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return text.replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;") if quotes else text


def _local(name: str) -> str:
    """The name of an element without the prefix of its namespace."""
    return name.rpartition(":")[2]
