"""Inline codes as TMX writes them, from the codes of another format and back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from xml.sax.saxutils import quoteattr

from termbase.formats.xml_text import content
from tm.formats.inline import Code, Inline, codes_of, joined
from tm.formats.xml_records import Element, Record, fragment

__all__ = ["encloses_text", "inline_of", "inline_of_markup", "is_standard", "markups_of"]

_KINDS = {"bpt": "open", "ept": "close"}

# By element: what it must say, and what it may say (TMX 1.4, section 3)
_ATTRIBUTES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    name: (frozenset(needed), frozenset({*needed, *others}))
    for name, needed, others in (
        ("bpt", ("i",), ("x", "type")),
        ("ept", ("i",), ()),
        ("it", ("pos",), ("x", "type")),
        ("ph", (), ("x", "assoc", "type")),
        ("hi", (), ("x", "type")),
        ("ut", (), ("x",)),
        ("sub", (), ("type", "datatype")),
    )
}
# What may stand in text, and in native code
_IN_TEXT = frozenset(_ATTRIBUTES) - {"sub"}
_IN_CODE = frozenset({"sub"})


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


def encloses_text(element: Element) -> bool:
    """Whether what an element of a segment encloses is text of the segment and no code."""
    return element.name == "hi" and not element.closed


def is_standard(markup: str) -> bool:
    """Whether a segment has no codes but those of TMX 1.4, in places and with attributes that its DTD allows.

    >>> is_standard('<ph x="1">{}</ph>义乌'), is_standard('<ph i="1"/>义乌'), is_standard("<x:tag/>义乌")
    (True, False, False)
    """
    return all(_is_standard(child, _IN_TEXT) for child in fragment(markup).element.children)


def _is_standard(piece: Element | str, allowed: frozenset[str]) -> bool:
    if isinstance(piece, str):
        return True
    if piece.name not in allowed:
        return False
    needed, known = _ATTRIBUTES[piece.name]
    if not needed <= piece.attributes.keys() <= known or piece.attributes.get("pos", "end") not in ("begin", "end"):
        return False
    inside = _IN_TEXT if piece.name in ("hi", "sub") else _IN_CODE
    return all(_is_standard(one, inside) for one in piece.children)


def _pieces(element: Element, record: Record) -> Iterator[str | Code]:
    begun: dict[str, str] = {}
    for child in element.children:
        if isinstance(child, str):
            yield child
            continue
        given = child.attributes
        kind = _KINDS.get(child.name, "alone")
        number = given.get("i", "")
        # `x` is what the languages have in common; of a pair only the beginning has it
        key = f"{child.name} {given['x']}" if "x" in given else f"{child.name} {number}" if number else ""
        if encloses_text(child):
            key = key or f"hi {given.get('type', '')}"
            yield Code("open", key, record.raw(child.start, child.inner), given.get("type", ""))
            yield from _pieces(child, record)
            yield Code("close", key, record.raw(child.outer, child.end))
            continue
        if kind == "open":
            begun[number] = key
        elif kind == "close":
            key = begun.get(number, key)
        written = record.raw(child.start, child.end)
        yield Code(kind, key or written, written, given.get("type", ""))


def markups_of(source: Inline, target: Inline) -> tuple[str, str]:
    """Source and target as the XML inside TMX `seg`, where they have codes: `bpt` and `ept`, else `ph`; else empty.

    The code is kept as its native text, so that nothing of it is lost, and has the same number `x` on both sides. An
    end without its beginning, or the other way round, becomes `it`.

    >>> markups_of([Code("open", "g 1", "<g>", "bold"), "义乌", Code("close", "g 1", "</g>")], ["Yiwu"])
    ('<bpt i="1" x="1" type="bold">&lt;g&gt;</bpt>义乌<ept i="1">&lt;/g&gt;</ept>', '')
    """
    numbers = dict(zip(dict.fromkeys(code.key for code in codes_of((*source, *target))), count(1), strict=False))
    return _markup(source, numbers), _markup(target, numbers)


def _markup(inline: Inline, numbers: dict[str, int]) -> str:
    codes = codes_of(inline)
    paired = {one.key for one in codes if one.kind == "open"} & {one.key for one in codes if one.kind == "close"}
    written = (
        content(piece) if isinstance(piece, str) else _element(piece, numbers[piece.key], whole=piece.key in paired)
        for piece in inline
    )
    return "".join(written) if codes else ""


def _element(code: Code, number: int, *, whole: bool) -> str:
    kind = f" type={quoteattr(code.type)}" if code.type else ""
    if code.kind == "alone":
        name, given = "ph", f' x="{number}"{kind}'
    elif not whole:
        name, given = "it", f' pos="{"begin" if code.kind == "open" else "end"}" x="{number}"{kind}'
    elif code.kind == "open":
        name, given = "bpt", f' i="{number}" x="{number}"{kind}'
    else:
        name, given = "ept", f' i="{number}"'
    return f"<{name}{given}>{content(code.xml)}</{name}>"
