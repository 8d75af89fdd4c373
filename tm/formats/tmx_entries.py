"""What stands in a TMX file, entry by entry, in whatever languages and version it is written.

The file is read as a stream with expat, in memory that does not grow with its size. No DTD is fetched and no entity
but the five of XML and character references is expanded: a file that declares entities is refused, and a reference
to one that a DTD elsewhere may declare stays in the text as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from termbase.errors import FormatError
from termbase.formats.xml_errors import broken_xml, refuse_entities
from tm.formats.tmx_builder import Builder, Entry, Variant
from tm.formats.tmx_chunks import chunks

__all__ = ["Entry", "Reading", "Variant", "entries"]

# Characters of one text that expat gathers before it hands them over
_BUFFER = 1 << 18


def entries(path: Path) -> Iterator[Entry]:
    """The entries of a TMX file, one by one.

    A broken file gives FormatError, with the line, when reading comes to that line: store the entries in one
    transaction. Raises InputError for a file that cannot be read.
    """
    reading = Reading(path)
    for text in chunks(path):
        yield from reading.entries(text)
    reading.end()


class Reading:
    """A parser that is given a TMX file piece by piece; every piece raises FormatError where it is broken."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.buffer_size = _BUFFER
        self._parser.EntityDeclHandler = refuse_entities(path, lambda: self._parser.CurrentLineNumber)
        self._builder = Builder(self._parser)

    @property
    def between_units(self) -> bool:
        """Whether no unit is open."""
        return self._builder.idle

    def entries(self, text: str) -> Iterator[Entry]:
        """The entries that end in this piece."""
        self._builder.watch()
        self._parse(text)
        return self._builder.finished()

    def check(self, text: str) -> None:
        """Take a piece whose units are known already: only that it is well-formed is seen to."""
        self._builder.look_away()
        self._parse(text)

    def end(self) -> None:
        """Tell that nothing comes any more."""
        self._parse("", final=True)
        if self._builder.root != "tmx":
            raise FormatError(
                f"the file is no TMX: its root is {self._builder.root}",
                path=self._path,
                line=1,
                remedy="choose a format",
            )

    def _parse(self, text: str, *, final: bool = False) -> None:
        try:
            self._parser.Parse(text, final)
        except expat.ExpatError as error:
            raise broken_xml(error, self._path) from error
        except UnicodeError as error:
            raise FormatError(
                "a character that is none (half of a surrogate pair)",
                path=self._path,
                line=self._parser.CurrentLineNumber,
                remedy="save it as UTF-8",
            ) from error
