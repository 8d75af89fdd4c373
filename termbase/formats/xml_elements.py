"""The elements of one kind in an XML file, one after the other, in memory that does not grow with the file.

Names count without the prefix of their namespace. No DTD is fetched, and a file that declares entities is refused.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from termbase.errors import FormatError, unreadable
from termbase.formats.xml_bytes import utf8_chunks
from termbase.formats.xml_errors import broken_xml, refuse_entities

__all__ = ["Element", "elements", "fragment"]

# The deepest glossary nests eight elements; a file that nests thousands is made to exhaust a program.
_DEEPEST = 200


@dataclass(slots=True)
class Element:
    """An element with all that is in it."""

    name: str
    """Without prefix."""
    attributes: Mapping[str, str]
    """By their names as written: `type`, `xml:lang`."""
    line: int
    """On which it begins, from 1."""
    children: list[Element | str] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Element]:
        """The children with one of the names; all elements without a name."""
        return (child for child in self.children if isinstance(child, Element) and (child.name in names or not names))

    def first(self, *names: str) -> Element | None:
        """The first such child."""
        return next(self.all(*names), None)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


def elements(path: Path, names: Collection[str], roots: Collection[str], kind: str) -> Iterator[Element]:
    """The elements with these names in a file whose root has one of the other names; `kind` names it in messages.

    A broken file gives FormatError, with the line, when reading comes to that line. Raises InputError for a file that
    cannot be read.
    """
    builder = _Builder(path, names, roots, kind)
    try:
        with path.open("rb") as file:
            for chunk in utf8_chunks(file, path):
                builder.feed(chunk)
                while builder.done:
                    yield builder.done.popleft()
    except OSError as error:
        raise unreadable(error, path) from error


def fragment(xml: str, path: Path) -> Element:
    """The one element that a text of XML consists of; raises FormatError for other texts.

    >>> fragment("<t>义<b>乌</b></t>", Path("terms.ttb")).text
    '义乌'
    """
    builder = _Builder(path, (), (), "XML")
    builder.feed(xml.encode("utf-8", "replace"))
    builder.feed(b"")
    return builder.done.popleft()


class _Builder:
    """Collects elements from the events of the parser; without names the root itself."""

    def __init__(self, path: Path, names: Collection[str], roots: Collection[str], kind: str) -> None:
        self.path, self.names, self.roots, self.kind = path, names, roots, kind
        self.done: deque[Element] = deque()
        self._open: list[Element] = []
        self._depth = 0
        self._parser = expat.ParserCreate("UTF-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        # Keeps expat from an error for an entity that an external DTD, which is not fetched, may declare.
        self._parser.DefaultHandler = self._other
        self._parser.EntityDeclHandler = refuse_entities(path, lambda: self._parser.CurrentLineNumber)

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes; none at the end of the file."""
        try:
            self._parser.Parse(chunk, not chunk)
        except expat.ExpatError as error:
            raise broken_xml(error, self.path) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        line = self._parser.CurrentLineNumber
        if not self._depth and self.roots and name not in self.roots:
            raise FormatError(
                f"the file is no {self.kind}: its root is {name}", path=self.path, line=line, remedy="choose a format"
            )
        self._depth += 1
        if self._depth > _DEEPEST:
            raise FormatError("the elements are nested too deeply", path=self.path, line=line, remedy="mend it there")
        if self._open or name in self.names or not self.names:
            element = Element(name, attributes, line)
            if self._open:
                self._open[-1].children.append(element)
            self._open.append(element)

    def _end(self, _: str) -> None:
        self._depth -= 1
        if self._open:
            element = self._open.pop()
            if not self._open:
                self.done.append(element)

    def _text(self, data: str) -> None:
        if self._open:
            self._open[-1].children.append(data)

    def _other(self, data: str) -> None:
        """Comments and declarations pass by; an entity that was not expanded is kept as it is written."""
        if data.startswith("&"):
            self._text(data)
