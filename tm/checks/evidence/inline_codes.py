"""Inline codes of a segment: which open and close one another, and what stands in the text like a code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["misplaced", "placeholders"]

_CODE = re.compile(r"<(/?)\s*([A-Za-z_][\w.:-]*)([^<>]*?)(/?)>")
_ATTRIBUTE = re.compile(r"\b(i|rid|id|startRef|dataRefStart)\s*=\s*[\"']([^\"']*)[\"']")
# What stands in the text as such: markup, {0}, {name}, ${name}, %s, %1$s, %(name)s
_PLACEHOLDER = re.compile(
    r"</?[A-Za-z][A-Za-z0-9]*(?:\s+[\w:-]+=(?:\"[^\"]*\"|'[^']*'))*\s*/?>|\$?\{\{?\w*\}?\}|%(?:\d+\$)?[sdif](?![A-Za-z])|%\(\w+\)[sd]"
)
_OPENS, _CLOSES = {"bpt": "i", "sc": "id"}, {"ept": "i", "ec": "startRef"}
"""Elements of TMX, XLIFF 1.2 and 2 that open or close a pair, and the attribute that says which."""
_ALONE = frozenset({"ph", "x", "it", "hi", "ut", "bx", "ex", "cp"})


class _Code(NamedTuple):
    opens: bool
    closes: bool
    partner: str


def misplaced(codes: Iterable[str]) -> list[str]:
    """The codes that open or close a pair whose other half is missing or stands on the wrong side.

    >>> misplaced(['<g id="1">', "</g>", '<x id="2"/>']), misplaced(["</b>", "<b>"])
    ([], ['</b>', '<b>'])
    >>> misplaced(['<bpt i="1">&lt;b&gt;</bpt>', '<bpt i="2">&lt;i&gt;</bpt>', '<ept i="1">&lt;/b&gt;</ept>'])
    ['<bpt i="2">&lt;i&gt;</bpt>']
    """
    opened: list[tuple[str, str]] = []
    lonely: list[str] = []
    for text in codes:
        code = _read(text)
        if code.opens:
            opened.append((code.partner, text))
        elif code.closes:
            place = next((n for n in reversed(range(len(opened))) if opened[n][0] == code.partner), None)
            if place is None:
                lonely.append(text)
            else:
                del opened[place]
    return [*lonely, *(text for _, text in opened)]


def placeholders(text: str) -> list[tuple[str, int]]:
    """What looks like a code in plain text, with its offset.

    >>> placeholders("{count} ports in <b>%s</b>, up 5% since"), placeholders("3 < 5, 10%")
    ([('{count}', 0), ('<b>', 17), ('%s', 20), ('</b>', 22)], [])
    """
    if not ("<" in text or "{" in text or "%" in text):
        return []
    return [(match[0], match.start()) for match in _PLACEHOLDER.finditer(text)]


def _read(text: str) -> _Code:
    """Whether a code opens or closes a pair, and what its partner is known by."""
    match = _CODE.match(text)
    if match is None:
        return _Code(opens=False, closes=False, partner="")
    slash, name, inside, empty = match.groups()
    attributes = dict(_ATTRIBUTE.findall(inside))
    if name in _OPENS or name in _CLOSES:
        number = attributes.get("rid") or attributes.get(_OPENS.get(name) or _CLOSES[name], "")
        return _Code(name in _OPENS, name in _CLOSES, f"numbered {number}")
    single = bool(empty) or name in _ALONE
    return _Code(not slash and not single, bool(slash), name)
