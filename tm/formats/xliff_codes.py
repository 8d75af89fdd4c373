"""The inline codes of a memory as XLIFF writes them.

What a code encloses in TMX, its native text, is what it encloses in XLIFF 1.2 and what it refers to in 2.1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from termbase.formats.xml_text import content
from tm.formats.inline import Code, Inline
from tm.formats.tmx_codes import inline_of_markup
from tm.formats.xml_records import fragment

__all__ = ["Rendered", "rendered_1", "rendered_2"]

_Key = tuple[str, bool, int]
"""Key of a code, whether it stands alone, and how many of these came before in the segment."""


class Rendered(NamedTuple):
    """A source and a target as XML."""

    source: str
    target: str
    data: tuple[str, ...] = ()
    """Native texts, which in version 2 stand apart: that of `d1` first."""


class _Placed(NamedTuple):
    code: Code
    number: int
    whole: bool
    """Whether it has its counterpart in the segment, the opening code first."""

    @property
    def native(self) -> str:
        """What the code stands for; an element that encloses text of the segment stands for its tag."""
        written = self.code.xml
        return written if written.startswith(("<hi", "</")) else fragment(written).element.text


def rendered_1(source: str, target: str) -> Rendered:
    """Two segments, as the XML inside TMX `seg`, as the XML inside `source` and `target` of XLIFF 1.2.

    >>> rendered_1('<bpt i="1">&lt;b&gt;</bpt>义乌<ept i="1">&lt;/b&gt;</ept>', '<ph x="2">{}</ph>').target
    '<ph id="2">{}</ph>'
    """
    numbers: dict[_Key, int] = {}
    first, second = ("".join(map(_version_1, _placed(side, numbers))) for side in (source, target))
    return Rendered(first, second)


def rendered_2(source: str, target: str) -> Rendered:
    """The same for XLIFF 2.

    >>> rendered_2('<ph x="1">{}</ph>义乌', 'Yiwu<ph x="1">{}</ph>')[1:]
    ('Yiwu<ph id="1" dataRef="d1"/>', ('{}',))
    """
    numbers: dict[_Key, int] = {}
    data: dict[str, int] = {}
    first, second = (
        "".join(_version_2(piece, data) for piece in _placed(side, numbers)) for side in (source, target)
    )
    return Rendered(first, second, tuple(data))


def _placed(markup: str, numbers: dict[_Key, int]) -> Iterator[str | _Placed]:
    """Texts and numbered codes; what is called the same in both segments has the same number."""
    inline = inline_of_markup(markup)
    whole = _pairs(inline)
    before: Counter[tuple[str, str]] = Counter()
    for piece in inline:
        if isinstance(piece, str):
            yield piece
            continue
        nth = before[piece.kind, piece.key]
        before[piece.kind, piece.key] += 1
        number = numbers.setdefault((piece.key, piece.kind == "alone", nth), len(numbers) + 1)
        yield _Placed(piece, number, (piece.key, nth) in whole)


def _pairs(inline: Inline) -> set[tuple[str, int]]:
    """Key and number of the opening codes that are closed behind them."""
    opened: Counter[str] = Counter()
    closed: Counter[str] = Counter()
    found = set()
    for piece in inline:
        if isinstance(piece, str):
            continue
        if piece.kind == "open":
            opened[piece.key] += 1
        elif piece.kind == "close":
            if closed[piece.key] < opened[piece.key]:
                found.add((piece.key, closed[piece.key]))
            closed[piece.key] += 1
    return found


def _version_1(piece: str | _Placed) -> str:
    if isinstance(piece, str):
        return content(piece)
    kind, number = piece.code.kind, piece.number
    if kind == "alone":
        name, given = "ph", f'id="{number}"'
    elif piece.whole:
        name, given = ("bpt" if kind == "open" else "ept"), f'id="{number}" rid="{number}"'
    else:
        name, given = "it", f'id="{number}" pos="{kind}"'
    return f"<{name} {given}>{content(piece.native)}</{name}>"


def _version_2(piece: str | _Placed, data: dict[str, int]) -> str:
    if isinstance(piece, str):
        return content(piece)
    kind, number = piece.code.kind, piece.number
    native = content(piece.native)
    reference = f' dataRef="d{data.setdefault(native, len(data) + 1)}"' if native else ""
    if kind == "alone":
        return f'<ph id="{number}"{reference}/>'
    if kind == "close" and piece.whole:
        return f'<ec startRef="{number}"{reference}/>'
    alone = "" if piece.whole else ' isolated="yes"'
    return f'<{"sc" if kind == "open" else "ec"} id="{number}"{alone}{reference}/>'
