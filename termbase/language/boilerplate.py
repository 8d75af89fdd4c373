"""What on a page is not text: counters, credits, navigation, date lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

from termbase.language.boilerplate_patterns import LINES, TAILS
from termbase.language.documents.dates import is_date_line

__all__ = ["without_boilerplate"]

# Longer than any line of navigation or credits, and short enough for patterns that go back and forth.
_LONGEST = 200

_AT_END = tuple(re.compile(rf"(?:{tail.regex.pattern})\s*$", re.IGNORECASE) for tail in TAILS)


_PIECES = re.compile(r"\u3000+|(?<=[）】])\s*|\s+(?=[（【])")


def without_boilerplate(paragraphs: Iterable[str]) -> list[str]:
    """The paragraphs that are text; a credit at the end of one is cut off.

    >>> without_boilerplate(["发布日期:2022-06-28 浏览次数:", "义乌去年增长13.1%。（记者 张三）", "12 > >>"])
    ['义乌去年增长13.1%。']
    >>> without_boilerplate(["（责任编辑：王五）浏览次数：1203　【打印本页】", "（王五）浏览器 的市场"])
    ['（王五）浏览器 的市场']
    """
    texts = (_without_tails(paragraph) for paragraph in paragraphs if not _is_boilerplate(paragraph))
    return [text for text in texts if text and not _is_boilerplate(text)]


def _is_boilerplate(paragraph: str) -> bool:
    text = paragraph.strip()
    if len(text) > _LONGEST:
        return False
    if is_date_line(text) or any(kind.regex.fullmatch(text) for kind in LINES):
        return True
    # several kinds on one line: （责任编辑：王五）浏览次数：1203　【打印本页】
    pieces = [piece for piece in _PIECES.split(text) if piece]
    return len(pieces) > 1 and all(not _without_tails(piece) or _is_boilerplate(piece) for piece in pieces)


def _without_tails(paragraph: str) -> str:
    """The paragraph without credits at its end, however many there are."""
    text = paragraph.strip()
    for _ in TAILS:
        for tail in _AT_END:
            if credit := tail.search(text, max(0, len(text) - _LONGEST)):
                text = text[: credit.start()]
    return text
