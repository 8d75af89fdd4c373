"""Where the inline codes of a segment go in its translation: none is lost, none invented."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass

from termbase.errors import FormatError
from termbase.formats.xml_text import content
from tm.formats.inline import Code, Inline, codes_of, joined, text_of
from tm.formats.xml_records import fragment

__all__ = ["Placed", "placed", "written"]

# Characters for private use stand for the codes while figures are replaced: beyond what fonts and tools use
_CODE = 0x10F800


@dataclass(frozen=True, slots=True)
class Placed:
    """A translation with the codes of the segment in it."""

    inline: Inline
    sure: bool
    """Whether the codes stand where they stand in the memory, or around the whole."""


def placed(query: Inline, source: Inline, target: Inline, adapt: Callable[[str], str] = str) -> Placed | None:
    """The target of a unit with the codes of the query and its white space at the ends; None where that is unsafe.

    Where the source of the unit has codes of the same kinds in the same order, they are carried over, provided that
    the target has each of them once. Else codes are placed only when they enclose the whole segment. `adapt` changes
    the text of the target, without its codes (which it meets as strange characters).

    >>> image = Code("alone", "x 1", '<x id="1"/>')
    >>> placed([image, " 义乌"], ["义乌"], ["Yiwu"])
    Placed(inline=(Code(kind='alone', key='x 1', xml='<x id="1"/>', type=''), ' Yiwu'), sure=True)
    >>> placed(["义", image, "乌"], ["义乌"], ["Yiwu"])
    """
    before, middle, behind = _divided(query)
    found: Inline | None
    if codes_of(query) and _shape(query) == _shape(source):
        found = _carried(query, source, _adapted(target, adapt))
        if found is not None:
            lead, trail = _margins(query)
            _, core, _ = _stripped(found)
            result = joined([lead, *core, trail])
            return Placed(_without_empty(result), _texts(query) == _texts(source)) if _is_whole(result) else None
    if codes_of(middle):
        return None
    text = adapt(text_of(target)).strip()
    result = _without_empty(joined([*before, text, *behind]))
    return Placed(result, sure=True) if _is_whole(result) else None


def written(inline: Inline) -> str:
    """The XML of a text with codes; a carriage return is written so that no parser makes a line feed of it.

    >>> written(["R&D", Code("alone", "x 1", '<x id="1"/>')])
    'R&amp;D<x id="1"/>'
    """
    return "".join(content(piece) if isinstance(piece, str) else piece.xml for piece in inline)


def _shape(inline: Inline) -> list[tuple[str, int]]:
    """Kinds of the codes in order, and which belong together."""
    codes = codes_of(inline)
    names = [(code.key, code.kind == "alone") for code in codes]
    return [(code.kind, names.index(name)) for code, name in zip(codes, names, strict=True)]


def _carried(query: Inline, source: Inline, target: Inline) -> Inline | None:
    """The target with each code of the source replaced by that of the query; None where they do not match."""
    waiting: defaultdict[tuple[str, str], deque[Code]] = defaultdict(deque)
    for ours, theirs in zip(codes_of(query), codes_of(source), strict=True):
        waiting[theirs.kind, theirs.key].append(ours)
    carried: list[str | Code] = []
    for piece in target:
        if isinstance(piece, str):
            carried.append(piece)
            continue
        same = waiting[piece.kind, piece.key]
        if not same:
            return None
        carried.append(same.popleft())
    return None if any(waiting.values()) else carried


def _adapted(target: Inline, adapt: Callable[[str], str]) -> Inline:
    """The target with its text changed: for that time a character stands for each code."""
    codes = codes_of(target)
    if not codes or any(ord(sign) >= _CODE for sign in text_of(target)):
        return target if codes else [adapt(text_of(target))]
    places = iter(range(_CODE, _CODE + len(codes)))
    text = adapt("".join(piece if isinstance(piece, str) else chr(next(places)) for piece in target))
    pieces = re.split(f"([{chr(_CODE)}-{chr(_CODE + len(codes) - 1)}])", text)
    return [codes[ord(piece) - _CODE] if len(piece) == 1 and ord(piece) >= _CODE else piece for piece in pieces]


def _divided(inline: Inline) -> tuple[Inline, Inline, Inline]:
    """What stands before the first sign of the text, the text, and what stands behind its last sign."""
    signs = [place for place, piece in enumerate(inline) if isinstance(piece, str) and piece.strip()]
    if not signs:
        return inline, (), ()
    first, last = signs[0], signs[-1]
    lead, middle, trail = _stripped(inline[first : last + 1])
    return (*inline[:first], lead), middle, (trail, *inline[last + 1 :])


def _stripped(inline: Inline) -> tuple[str, Inline, str]:
    """White space at the beginning, the rest, white space at the end."""
    pieces = list(inline)
    lead = trail = ""
    if pieces and isinstance(pieces[0], str):
        first = pieces[0]
        pieces[0] = first.lstrip()
        lead = first[: len(first) - len(first.lstrip())]
    if pieces and isinstance(pieces[-1], str):
        last = pieces[-1]
        pieces[-1] = last.rstrip()
        trail = last[len(last.rstrip()) :]
    return lead, pieces, trail


def _margins(inline: Inline) -> tuple[str, str]:
    lead, _, trail = _stripped(inline)
    return lead, trail


def _texts(inline: Inline) -> list[str]:
    """The texts between the codes."""
    return "".join(piece if isinstance(piece, str) else "\0" for piece in inline).strip().split("\0")


def _without_empty(inline: Inline) -> Inline:
    return tuple(piece for piece in inline if piece != "")


def _is_whole(inline: Inline) -> bool:
    """Whether elements that are opened are closed again, in order."""
    codes = codes_of(inline)
    if not codes:
        return True
    try:
        fragment("".join(code.xml for code in codes))
    except FormatError:
        return False
    return True
