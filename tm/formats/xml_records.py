"""The elements of one kind in an XML file, one after the other, each with its place in the file.

The file is read as a stream with expat, in memory that does not grow with its size. Names are compared without
namespace processing, by the prefix of the root, so that a prefix that nobody declared does no harm. No DTD is
fetched; a file that declares entities is refused.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from termbase.errors import FormatError, unreadable
from termbase.formats.xml_bytes import utf8_chunks
from termbase.formats.xml_errors import broken_xml, refuse_entities

__all__ = [
    "Element",
    "Record",
    "fragment",
    "records",
]

# A start tag; > may stand in the value of an attribute.
_TAG = re.compile(rb"""<[^<>"'/]+(?:"[^"]*"|'[^']*'|[^<>"'/]|/(?!>))*(/?)>""")
# What the names of all namespaces of XLIFF have in them; a default namespace without it begins a foreign part.
_OURS = "xliff"


@dataclass(slots=True)
class Element:
    """An element with the offsets of its parts, in bytes of the file as UTF-8."""

    name: str
    """Without prefix for an element of the root's namespace; with {} before it for one of another."""
    attributes: Mapping[str, str]
    line: int
    start: int
    inner: int = 0
    """Where its content begins, behind the start tag."""
    outer: int = 0
    """Where its content ends, before the end tag; as `end` for an element without end tag."""
    end: int = 0
    closed: bool = False
    """Whether it is one tag, `<target/>`."""
    children: list[Element | str] = field(default_factory=list)

    def all(self, name: str) -> Iterator[Element]:
        """The children of that name."""
        return (child for child in self.children if isinstance(child, Element) and child.name == name)

    def first(self, name: str) -> Element | None:
        """The first child of that name."""
        return next(self.all(name), None)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


@dataclass(frozen=True, slots=True)
class Record:
    """One of the elements asked for."""

    element: Element
    around: tuple[Element, ...]
    """The elements around it, the root first; only their names, attributes and start tags are known."""
    base: int
    """Offset of the bytes in the file."""
    data: bytes

    def raw(self, start: int, end: int) -> str:
        """What is written between two offsets."""
        return self.data[start - self.base : end - self.base].decode("utf-8")

    def indent(self, element: Element) -> str:
        """The white space before the first element in this one, with the line ends of the file."""
        first = next((child for child in element.children if isinstance(child, Element)), None)
        before = self.raw(element.inner, first.start) if first else ""
        return "" if before.strip() else before


def records(path: Path, names: Collection[str], root: str, *, exact: bool = False) -> Iterator[Record]:
    """The elements with these names in an XML file whose root is named so; those inside of one belong to it.

    A broken file gives FormatError, with the line, when reading comes to that line. With `exact` a file is refused
    that cannot be encoded again byte for byte. Raises InputError for a file that cannot be read.
    """
    builder = _Builder(path, names)
    try:
        with path.open("rb") as file:
            for chunk in utf8_chunks(file, path, exact=exact):
                builder.feed(chunk)
                while builder.done:
                    yield builder.done.popleft()
    except OSError as error:
        raise unreadable(error, path) from error
    if builder.root != root:
        raise FormatError(
            f"the file is no {root.upper()}: its root is {builder.root}", path=path, line=1, remedy="choose a format"
        )


def fragment(xml: str) -> Record:
    """A piece of XML inside an element of its own; raises FormatError where it is no whole piece.

    >>> fragment("义<ph/>乌").element.text
    '义乌'
    """
    builder = _Builder(Path("segment"), ("seg",))
    builder.feed(f"<seg>{xml}</seg>".encode())
    builder.feed(b"")
    return builder.done.popleft()


class _Builder:
    """Collects records from the events of the parser."""

    def __init__(self, path: Path, names: Collection[str]) -> None:
        self.path, self.names = path, names
        self.done: deque[Record] = deque()
        self.root = ""
        self._prefix = ""
        self._around: list[Element] = []
        self._open: list[Element] = []
        self._foreign = 0
        self._data = bytearray()
        self._base = 0
        self._reached = 0
        self._parser = expat.ParserCreate("UTF-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        # Keeps expat from expanding entities and from an error for one that an external DTD may declare.
        self._parser.DefaultHandler = self._other
        self._parser.EntityDeclHandler = refuse_entities(path, lambda: self._parser.CurrentLineNumber)

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes; none at the end of the file."""
        if not self._open:
            # a tag may have begun in the bytes before
            del self._data[: self._reached - self._base]
            self._base = self._reached
        self._data += chunk
        try:
            self._parser.Parse(chunk, not chunk)
        except expat.ExpatError as error:
            raise broken_xml(error, self.path) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._reached = at = self._parser.CurrentByteIndex
        if not self.root:
            self._prefix, _, self.root = name.rpartition(":")
        name = self._name(name, attributes)
        tag = _TAG.match(self._data, at - self._base)
        assert tag, "expat found the tag"
        inner = self._base + tag.end()
        element = Element(name, attributes, self._parser.CurrentLineNumber, at, inner, closed=tag[1] == b"/")
        (self._open if self._open or name in self.names else self._around).append(element)

    def _name(self, name: str, attributes: dict[str, str]) -> str:
        """The name without prefix where it is of the root's namespace."""
        prefix, _, local = name.rpartition(":")
        if self._foreign or (self._around and not prefix and _OURS not in attributes.get("xmlns", _OURS)):
            self._foreign += 1
        return local if prefix == self._prefix and not self._foreign else f"{{}}{local}"

    def _end(self, _: str) -> None:
        self._reached = at = self._parser.CurrentByteIndex
        self._foreign -= bool(self._foreign)
        if not self._open:
            self._around.pop()
            return
        element = self._open.pop()
        element.outer = element.inner if element.closed else at
        # no end tag holds another > than its last character
        element.end = element.inner if element.closed else self._base + self._data.index(b">", at - self._base) + 1
        if self._open:
            self._open[-1].children.append(element)
        else:
            data = bytes(self._data[element.start - self._base : element.end - self._base])
            self.done.append(Record(element, tuple(self._around), element.start, data))

    def _text(self, data: str) -> None:
        self._reached = self._parser.CurrentByteIndex
        if self._open:
            self._open[-1].children.append(data)

    def _other(self, data: str) -> None:
        """Comments and declarations pass by; an entity that was not expanded is kept as it is written."""
        self._reached = self._parser.CurrentByteIndex
        if data.startswith("&") and self._open:
            self._open[-1].children.append(data)
