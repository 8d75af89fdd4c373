"""Inline codes as TMX writes them, from the codes of another format and back."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from tm.formats.inline import Code, Inline, joined
from tm.formats.xml_records import Element, Record, fragment

__all__ = ["inline_of", "inline_of_markup", "markup_of"]

_KINDS = {"bpt": "open", "ept": "close"}


def inline_of_markup(markup: str) -> Inline:
    """The text and the codes of a segment as the XML inside TMX `seg`.

    >>> first, text, last = inline_of_markup("<bpt i='1'/>义乌<ept i='1'/>")
    >>> first.kind, text, last.xml
    ('open', '义乌', "<ept i='1'/>")
    """
    record = fragment(markup)
    return inline_of(record.element, record)


def inline_of(segment: Element, record: Record) -> Inline:
    """The text and the codes of a `seg`; what `hi` encloses is text, with a code before and behind it."""
    return joined(_pieces(segment, record))


def _pieces(element: Element, record: Record) -> Iterator[str | Code]:
    for number, child in enumerate(element.children):
        if isinstance(child, str):
            yield child
        elif child.name == "hi" and not child.closed:
            pair = f"hi {child.start} {number}"
            yield Code("open", pair, record.raw(child.start, child.inner), child.attributes.get("type", ""))
            yield from _pieces(child, record)
            yield Code("close", pair, record.raw(child.outer, child.end))
        else:
            kind = _KINDS.get(child.name, "alone")
            pair = "" if kind == "alone" else child.attributes.get("i", "")
            yield Code(kind, pair, record.raw(child.start, child.end), child.attributes.get("type", ""))


def markup_of(inline: Inline) -> str:
    """A segment with codes as the XML inside TMX `seg`: `bpt` and `ept` with a common number, `ph` else.

    The code is kept as its native text, so that nothing of it is lost. An end without its beginning, or the other way
    round, becomes `it`.

    >>> markup_of([Code("open", "g 1", "<g>", "bold"), "义乌", Code("close", "g 1", "</g>")])
    '<bpt i="1" x="1" type="bold">&lt;g&gt;</bpt>义乌<ept i="1">&lt;/g&gt;</ept>'
    """
    numbers = _numbers(inline)
    written = []
    for place, piece in enumerate(inline):
        if isinstance(piece, str):
            written.append(_escaped(piece))
            continue
        number, other = numbers[place]
        kind = f" type={quoteattr(piece.type)}" if piece.type else ""
        if piece.kind == "alone":
            name, given = "ph", f' x="{number}"{kind}'
        elif not other:
            name, given = "it", f' pos="{"begin" if piece.kind == "open" else "end"}" x="{number}"{kind}'
        elif piece.kind == "open":
            name, given = "bpt", f' i="{number}" x="{number}"{kind}'
        else:
            name, given = "ept", f' i="{number}"'
        written.append(f"<{name}{given}>{_escaped(piece.xml)}</{name}>")
    return "".join(written)


def _numbers(inline: Inline) -> dict[int, tuple[int, bool]]:
    """For the place of each code its number, the same for both of a pair, and whether it has the other one."""
    numbers: dict[int, tuple[int, bool]] = {}
    waiting: dict[str, int] = {}
    count = 0
    for place, piece in enumerate(inline):
        if isinstance(piece, str):
            continue
        if piece.kind == "close" and piece.pair in waiting:
            beginning = waiting.pop(piece.pair)
            numbers[place] = numbers[beginning] = (numbers[beginning][0], True)
            continue
        count += 1
        numbers[place] = (count, False)
        if piece.kind == "open":
            waiting[piece.pair] = place
    return numbers


def _escaped(text: str) -> str:
    return escape(text, {"\r": "&#13;"})
