"""What stands in a source or target of an XLIFF file: text, inline codes, and segments inside of it."""

from __future__ import annotations

from collections.abc import Iterator

from tm.formats.inline import Code, Inline, joined
from tm.formats.xml_records import Element, Record

__all__ = ["encloses_text", "inline_of", "marked_segments"]

# How each element of versions 1 and 2 stands in the text. What `ph` and the like enclose is native code.
_KINDS = {
    "x": "alone",
    "ph": "alone",
    "cp": "alone",
    "bx": "open",
    "bpt": "open",
    "sc": "open",
    "ex": "close",
    "ept": "close",
    "ec": "close",
}
# What a closing code has in common with the opening one
_FAMILIES = {"ex": "bx", "ept": "bpt", "ec": "sc"}
_PAIRED = frozenset({"g", "pc"})
# Marks say something about the text (a term, a comment) and need not be in the translation.
_MARKS = frozenset({"mrk", "sm", "em"})
_DELETED = "x-sdl-deleted"


def inline_of(element: Element, record: Record) -> Inline:
    """The text and the inline codes of a source, a target or a marked segment.

    What a mark encloses is text, unless it is text that Trados tracks as deleted. Elements of other namespaces are
    codes.
    """
    return joined(_pieces(element, record))


def marked_segments(element: Element) -> Iterator[Element]:
    """The segments (`mrk mtype="seg"`) inside a `seg-source` or a target, however deep."""
    for child in element.children:
        if isinstance(child, Element):
            if child.name == "mrk" and child.attributes.get("mtype") == "seg":
                yield child
            else:
                yield from marked_segments(child)


def encloses_text(element: Element) -> bool:
    """Whether what an element in a segment encloses is text of the segment, and no code or deleted text."""
    if element.name in _MARKS:
        return element.attributes.get("mtype") != _DELETED
    return element.name in _PAIRED and not element.closed


def _pieces(element: Element, record: Record) -> Iterator[str | Code]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.name in _MARKS:
            if encloses_text(child):
                yield from _pieces(child, record)
        elif encloses_text(child):
            name = f"{child.name} {child.attributes.get('id', '')}"
            kind = _type(child)
            yield Code("open", name, record.raw(child.start, child.inner), kind)
            yield from _pieces(child, record)
            yield Code("close", name, record.raw(child.outer, child.end), kind)
        else:
            kind = _KINDS.get(child.name, "alone")
            yield Code(kind, _key(child), record.raw(child.start, child.end), _type(child))


def _key(element: Element) -> str:
    given = element.attributes
    # version 2 points from the end to the start, version 1 from both to a common number
    named = given.get("startRef") or given.get("rid") or given.get("id", "")
    return f"{_FAMILIES.get(element.name, element.name)} {named}"


def _type(element: Element) -> str:
    given = element.attributes
    return given.get("ctype") or given.get("type") or element.text
