"""Where each character of a text stands in XML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tm.formats.laid import Laid, Spot, Writing
from tm.formats.xml_records import Element, Record

__all__ = ["laid_text"]

# What stands between two tags: sections, comments, instructions, references, line ends, characters.
_PIECE = re.compile(
    r"<!\[CDATA\[(?P<section>.*?)\]\]>|<!--.*?-->|<\?.*?\?>|"
    r"&(?:#x(?P<hex>[0-9a-fA-F]+)|#(?P<decimal>[0-9]+)|(?P<name>[^;\s]+));|\r\n|.",
    re.DOTALL,
)
_LINE_END_OR_CHARACTER = re.compile(r"\r\n|.", re.DOTALL)
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}

Written = tuple[str, Spot]


def laid_text(element: Element, record: Record, encloses: Callable[[Element], bool]) -> Laid:
    """The text of an element with its places; `encloses` tells which elements in it enclose text of the segment.

    >>> from tm.formats.xml_records import fragment
    >>> whole = fragment("R&amp;D<ph/>义")
    >>> laid = laid_text(whole.element, whole, lambda element: False)
    >>> laid.text, [(spot.start - whole.element.inner, spot.end - whole.element.inner) for spot in laid.spots]
    ('R&D义', [(0, 1), (1, 6), (6, 7), (12, 15)])
    """
    written = list(_of_element(element, record, encloses))
    return Laid("".join(sign for sign, _ in written), [spot for _, spot in written])


def _of_element(element: Element, record: Record, encloses: Callable[[Element], bool]) -> Iterator[Written]:
    done = element.inner
    for child in element.children:
        if isinstance(child, Element):
            yield from _between(record.raw(done, child.start), done)
            if encloses(child):
                yield from _of_element(child, record, encloses)
            done = child.end
    yield from _between(record.raw(done, element.outer), done)


def _between(raw: str, start: int) -> Iterator[Written]:
    """What is written between two tags; `start` is its offset in bytes."""
    for piece in _PIECE.finditer(raw):
        end = start + len(piece[0].encode("utf-8"))
        if piece["section"] is not None:
            yield from _literal(piece["section"], start + len("<![CDATA["))
        elif piece["hex"] or piece["decimal"]:
            yield chr(int(piece["hex"], 16) if piece["hex"] else int(piece["decimal"])), Spot(start, end)
        elif piece["name"] and piece["name"] not in _NAMED:
            yield from ((sign, Spot(start, end, Writing.FIXED)) for sign in piece[0])
        elif not piece[0].startswith(("<!", "<?")):
            sign = _NAMED.get(piece["name"] or "", piece[0])
            yield "\n" if sign in ("\r", "\r\n") else sign, Spot(start, end)
        start = end


def _literal(section: str, start: int) -> Iterator[Written]:
    for piece in _LINE_END_OR_CHARACTER.findall(section):
        end = start + len(piece.encode("utf-8"))
        yield "\n" if piece in ("\r", "\r\n") else piece, Spot(start, end, Writing.LITERAL)
        start = end
