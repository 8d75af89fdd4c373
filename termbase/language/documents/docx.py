"""DOCX files, read from their XML.

Own reading and not a library's: python-docx drops tracked insertions; docx2python 3.7 keeps moved text in both
places, reads text boxes twice, writes list bullets and footnote marks into the text, and stops at a link without a
target.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from termbase.errors import InputError
from termbase.language.archives import refuse_bombs
from termbase.language.documents.lines import clean, tidied

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read", "table_rows"]

# With all its pictures
_LARGEST = 2_000_000_000
# The main part of a book of 1,000 pages has 30 MB; that of a bomb has thousands.
_LARGEST_PART = 100_000_000

# What is not, or no longer, in the text: deleted and moved-away runs, the second copy of a text box for old programs,
# the reading above a character.
_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "rt"})
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(data: bytes, path: Path) -> tuple[list[str], str]:
    """The paragraphs of a DOCX file: body, tables cell by cell, text boxes; no headers, footers, notes, contents."""
    with _body(data, path) as part:
        return tidied(line for text in _paragraphs(part) for line in clean(text).split("\n")), ""


def table_rows(data: bytes, path: Path) -> Iterator[tuple[str, ...]]:
    """The rows of all tables, the text of each cell with its paragraphs on lines; of nested tables the outer one.

    Raises InputError for a file that is no DOCX.
    """
    from lxml.etree import iterparse

    with _body(data, path) as part:
        for _, row in iterparse(part, tag="{*}tr", resolve_entities=False, no_network=True):
            if not any(_name(ancestor) in _LEFT_OUT | {"tr"} for ancestor in row.iterancestors()):
                yield tuple(_cell(cell) for cell in row.iterchildren("{*}tc"))
                _forget(row)


def _cell(cell: _Element) -> str:
    paragraphs = (paragraph for paragraph in cell.iter("{*}p") if not _is_left_out(paragraph))
    return "\n".join(filter(None, (clean("".join(_text(paragraph))).strip() for paragraph in paragraphs)))


@contextmanager
def _body(data: bytes, path: Path) -> Iterator[IO[bytes]]:
    """The part with the text; what goes wrong while it is read becomes an error with advice."""
    from lxml.etree import XMLSyntaxError

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            refuse_bombs(archive, path, largest=_LARGEST)
            with archive.open(_main_part(archive, path)) as part:
                yield part
    except (
        zipfile.BadZipFile,
        zlib.error,
        XMLSyntaxError,
        KeyError,
        EOFError,
        ValueError,  # zipfile, for a directory that points before the file
        NotImplementedError,
        RuntimeError,
    ) as error:
        what = "not a DOCX file, or a damaged one"
        raise InputError(what, path=path, remedy="open it in a word processor and save it again") from error


def _main_part(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """The part with the body, as the package names it; refused when it would fill the memory."""
    from lxml.etree import XMLParser, fromstring

    relations = _of_bearable_size(archive.getinfo("_rels/.rels"), path)
    root = fromstring(archive.read(relations), XMLParser(resolve_entities=False, no_network=True))
    for relation in root.iterfind("{*}Relationship"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return _of_bearable_size(archive.getinfo(relation.get("Target", "").lstrip("/")), path)
    raise KeyError("officeDocument")


def _of_bearable_size(part: zipfile.ZipInfo, path: Path) -> zipfile.ZipInfo:
    """The part itself; zipfile never unpacks more of it than the size stated here."""
    if part.file_size > _LARGEST_PART:
        what = f"unpacks to more than {_LARGEST_PART // 1_000_000} MB"
        raise InputError(what, path=path, remedy="split it, or check where it came from")
    return part


def _paragraphs(part: IO[bytes]) -> Iterator[str]:
    """The text of each paragraph; one whose end was deleted goes on in the next."""
    from lxml.etree import iterparse

    unfinished = ""
    for _, paragraph in iterparse(part, tag="{*}p", resolve_entities=False, no_network=True):
        if _is_left_out(paragraph):
            continue
        unfinished += "".join(_text(paragraph))
        if paragraph.find("{*}pPr/{*}rPr/{*}del") is None:
            yield unfinished
            unfinished = ""
        _forget(paragraph)
    yield unfinished


def _forget(element: _Element) -> None:
    """Free what has been read: the element's content, and all that stands before it, which was read earlier."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _text(element: _Element) -> Iterator[str]:
    """The visible text in an element; the paragraphs of a text box inside it are paragraphs of their own."""
    for child in element.iterchildren("{*}*"):
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name not in _LEFT_OUT and name != "p" and not _is_hidden(child):
            yield from _text(child)


def _is_left_out(paragraph: _Element) -> bool:
    """Whether a paragraph stands in something left out, or is a line of the table of contents."""
    style = paragraph.find("{*}pPr/{*}pStyle")
    if style is not None and any(value.upper().startswith("TOC") for value in style.attrib.values()):
        return True
    return any(_name(ancestor) in _LEFT_OUT for ancestor in paragraph.iterancestors())


def _is_hidden(run: _Element) -> bool:
    hidden = run.find("{*}rPr/{*}vanish")
    return hidden is not None and not {"0", "false", "off"} & set(hidden.attrib.values())


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]
