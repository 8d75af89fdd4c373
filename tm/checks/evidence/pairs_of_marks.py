"""Which quotation marks and brackets of a text have no partner."""

from __future__ import annotations

import re

__all__ = ["unpaired"]

_PARTNERS = {
    "(": ")",
    "（": "）",
    "[": "]",
    "［": "］",
    "【": "】",
    "“": "”",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
}
_WIDE = {"（": "(", "）": ")", "［": "[", "］": "]"}
_STRAIGHT = re.compile(r'(?<!\d)"')
_MARK = re.compile(r"[()（）\[\]［］【】“”「」『』《》〈〉]")
# A number or letter of a list, a face: a), 1), (1, :)
_LIST_MARK = re.compile(
    r"(?:^|[\s(（,;，；、。：:])(?:\d{1,2}|[A-Za-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})$|[:;8][-']?$"
)


def unpaired(text: str) -> list[tuple[int, str]]:
    """The places of quotation marks and brackets without a partner, and the marks; `1)` and `a)` number a list.

    Straight quotation marks look alike on both sides and are only counted, those after a digit left out (feet and
    inches).

    >>> unpaired("The “port (of Ningbo” grew"), unpaired("1) the port, b) the “zone”"), unpaired('the "port')
    ([(10, '(')], [], [(4, '"')])
    """
    lonely: list[tuple[int, str]] = []
    opened: list[tuple[int, str]] = []
    for match in _MARK.finditer(text):
        mark = _WIDE.get(match[0], match[0])
        if mark in _PARTNERS:
            opened.append((match.start(), mark))
        elif any(_PARTNERS[other] == mark for _, other in opened):
            while _PARTNERS[opened[-1][1]] != mark:
                lonely.append(opened.pop())
            opened.pop()
        elif mark != ")" or not _LIST_MARK.search(text, 0, match.start()):
            lonely.append((match.start(), mark))
    if text.count('"') % 2:
        straight = [match.start() for match in _STRAIGHT.finditer(text)]
        if len(straight) % 2:
            lonely.append((straight[-1], '"'))
    return sorted([*lonely, *opened])
