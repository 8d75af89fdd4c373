"""The elements of an XML file one after the other, with names of its own namespace bare; nothing is kept.

No DTD is fetched and no entity expanded. What breaks the XML ends the reading with a remark for every reader.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol
from xml.parsers import expat

from termbase.errors import FormatError, unreadable
from termbase.formats.xml_bytes import utf8_chunks
from termbase.formats.xml_errors import broken_xml
from tm.lint.remarks import Remarks
from tm.lint.rules.xml import BROKEN, ENTITY, FALSE_ENCODING

__all__ = ["Inspector", "inspect"]

_XML = "http://www.w3.org/XML/1998/namespace"
# Between the namespace and the name; it stands in no namespace, since XML cannot hold it.
_SEPARATOR = "\x1f"
_MANY = 10_000
"""Different names that are remembered; formats have some dozens."""


class Inspector(Protocol):
    """What takes the events of a file."""

    namespace: str
    """The namespace whose names come bare; set at the root."""
    title: str
    """What the file is, in words; known at its end."""

    roots: frozenset[str]
    """The names that the root may have, in whatever namespace."""

    def root(self, namespace: str, line: int) -> None:
        """The namespace of the root, before anything else: the inspector says which one is its own."""

    def declared(self, prefix: str, line: int) -> None:
        """A namespace is declared."""

    def start(self, name: str, attributes: dict[str, str], line: int) -> None:
        """An element begins; foreign names are {namespace}name."""

    def text(self, data: str, line: int) -> None:
        """Text in the innermost element."""

    def end(self, name: str, line: int) -> None:
        """An element ends."""

    def finish(self) -> None:
        """The file was read to its end."""


class _EntityFoundError(Exception):
    """A file declares an entity."""


class _OtherFormatError(Exception):
    """The root is of another format."""


def inspect(path: Path, inspector: Inspector, remarks: Remarks) -> None:
    """Read a file for an inspector. Raises InputError for a file that cannot be opened or is of another format."""
    reading = _Reading(inspector, remarks)
    try:
        with path.open("rb") as file:
            if _is_false(file.read(200)):
                remarks.add(FALSE_ENCODING, 1)
            file.seek(0)
            for chunk in utf8_chunks(file, path):
                reading.parser.Parse(chunk, not chunk)
    except OSError as error:
        raise unreadable(error, path) from error
    except _OtherFormatError as error:
        wanted = " or ".join(sorted(inspector.roots))
        raise FormatError(
            f"the root of the file is <{error}>, not <{wanted}>", path=path, remedy="name its format: --format"
        ) from error
    except _EntityFoundError:
        remarks.is_stopped = True
    except expat.ExpatError as error:
        _stop(remarks, broken_xml(error, path))
    except FormatError as error:
        _stop(remarks, error)
    else:
        inspector.finish()


def _stop(remarks: Remarks, error: FormatError) -> None:
    remarks.is_stopped = True
    remarks.add(BROKEN, error.line or 1, what=error.what, remedy=error.remedy)


def _is_false(start: bytes) -> bool:
    """Whether the file says UTF-16 in bytes that are not: a reader that believes it finds no XML."""
    declaration = start.removeprefix(b"\xef\xbb\xbf").partition(b"?>")[0].lower()
    return declaration.startswith(b"<?xml") and (b"utf-16" in declaration or b"ucs-2" in declaration)


class _Reading:
    """Turns the events of the parser into those of an inspector."""

    def __init__(self, inspector: Inspector, remarks: Remarks) -> None:
        self._inspector, self._remarks = inspector, remarks
        self._names: dict[str, str] = {}
        self._plain: set[str] = set()
        """Names of attributes without namespace, as most are."""
        self._is_open = False
        self.parser = expat.ParserCreate("UTF-8", _SEPARATOR)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartNamespaceDeclHandler = self._declared
        # keeps expat from expanding entities, and from an error for one that an external DTD may declare
        self.parser.DefaultHandler = lambda data: None
        self.parser.EntityDeclHandler = self._entity

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._is_open:
            self._is_open = True
            namespace, _, local = name.rpartition(_SEPARATOR)
            if local not in self._inspector.roots:
                raise _OtherFormatError(local)
            self._inspector.root(namespace, self.parser.CurrentLineNumber)
        if not self._plain.issuperset(attributes):
            attributes = {self._attribute(key): value for key, value in attributes.items()}
        self._inspector.start(self._name(name), attributes, self.parser.CurrentLineNumber)

    def _end(self, name: str) -> None:
        self._inspector.end(self._name(name), self.parser.CurrentLineNumber)

    def _text(self, data: str) -> None:
        # spaces between elements matter to nobody, and there are as many as elements
        if not data.isspace():
            # the parser stands behind the text, which begins as many lines before as it has line ends
            self._inspector.text(data, self.parser.CurrentLineNumber - data.lstrip().count("\n"))

    def _declared(self, prefix: str | None, _: str | None) -> None:
        self._inspector.declared(prefix or "", self.parser.CurrentLineNumber)

    def _entity(self, name: str, is_parameter: int, *_: object) -> None:
        self._remarks.add(ENTITY, self.parser.CurrentLineNumber, name=name[:40])
        raise _EntityFoundError

    def _name(self, name: str) -> str:
        found = self._names.get(name)
        if found is None:
            namespace, _, local = name.rpartition(_SEPARATOR)
            found = local if namespace == self._inspector.namespace else f"{{{namespace}}}{local}"
            if len(self._names) < _MANY:
                self._names[name] = found
        return found

    def _attribute(self, name: str) -> str:
        if _SEPARATOR not in name:
            if len(self._plain) < _MANY:
                self._plain.add(name)
            return name
        namespace, _, local = name.rpartition(_SEPARATOR)
        return f"xml:{local}" if namespace == _XML else f"{{{namespace}}}{local}"
