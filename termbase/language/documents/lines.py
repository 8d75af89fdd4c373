"""Which lines make one paragraph: undoing hard line breaks in either language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from termbase.language.script import HAN

__all__ = ["clean", "columns", "joined", "paragraphs_of", "tidied"]

_BREAK = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
# Control characters, zero-width marks, byte order marks and soft hyphens are no part of a text.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
_SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f]+")

_CLOSED = re.compile(r"[.!?:;。！？：；…][”\"’'」』)）\]]*$")
_WIDE = re.compile(f"[{HAN}\u3001-\u303f\uff00-\uff60—…]")
_ITEM = re.compile(
    r"(?:[-–•·●■◆*]\s|[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]\s*(?!\d)|第[一二三四五六七八九十]+[，、]|——)"
)
_INDENT = re.compile(r"(?:\u3000\u3000|\t| {2,})")

# A hard-wrapped text has lines of 30 (a narrow column) to 120 columns; many stop in mid-sentence, and these are as
# full as the next word allows. Chosen on 1,002 runs of news in both languages, once wrapped (999 are recognised) and
# once with a line for each paragraph (none is taken for wrapped).
_NARROWEST, _WIDEST = 30, 120
_FULL_SHARE = 0.7
_UNFINISHED_SHARE = 0.2
_LONG_SHARE = 0.05


def clean(text: str) -> str:
    r"""A text with \n for every line break, and without control and zero-width characters.

    >>> clean("义乌\x00\r\n\ufeffYiwu")
    '义乌\nYiwu'
    """
    return _INVISIBLE.sub("", _BREAK.sub("\n", text))


def tidied(lines: Iterable[str]) -> list[str]:
    r"""Lines without white space around them and with single spaces in them; empty ones are left out.

    >>> tidied(["\u3000\u3000义乌 ", "", "Yiwu\u00a0 city"])
    ['义乌', 'Yiwu city']
    """
    single = (_SPACES.sub(" ", line).strip() for line in lines)
    return [line for line in single if line]


def columns(line: str) -> int:
    """How wide a line is on a fixed grid, where a Chinese character takes two columns.

    >>> columns("义乌 2022")
    9
    """
    if line.isascii():
        return len(line)
    return sum(2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in line)


def joined(left: str, right: str) -> str:
    """Two lines of one paragraph as one: Chinese without a space, English with one, a compound at its hyphen.

    >>> joined("浙江加快打造高水平", "对外开放新高地"), joined("opening", "up"), joined("high-", "standard")
    ('浙江加快打造高水平对外开放新高地', 'opening up', 'high-standard')
    """
    if _WIDE.match(left[-1:]) or _WIDE.match(right[:1]):
        return left + right
    if len(left) > 1 and left[-1] == "-" and left[-2].isalpha():
        return left + right
    return f"{left} {right}"


def paragraphs_of(
    lines: Sequence[str],
    *,
    slack: float = 0.0,
    wrapped: bool | None = None,
    join: Callable[[str, str], str] = joined,
) -> list[str]:
    """The paragraphs of a text given by lines: empty lines part them, and so does each line end unless it is a wrap.

    `slack` is the share of the width by which a full line may fall short (print has proportional letters); `wrapped`
    tells whether the lines are hard-wrapped, and is found out by their widths when it is None.

    >>> paragraphs_of(["Yiwu", "Trade grew by 5 percent.", "", "义乌"])
    ['Yiwu', 'Trade grew by 5 percent.', '义乌']
    """
    grid = max((_Grid(lines, measure) for measure in (columns, len)), key=lambda grid: grid.full_share)
    if wrapped is None:
        wrapped = _is_wrapped(lines, grid)
    wrapped = wrapped and grid.is_wide_enough
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        text = line.strip()
        if text and wrapped and before and _goes_on(before, line) and grid.is_full(before, line, slack):
            paragraphs[-1] = join(paragraphs[-1], text)
        elif text:
            paragraphs.append(text)
        before = line.rstrip()
    return tidied(paragraphs)


class _Grid:
    """How wide the lines of a text are, in columns or in characters (Chinese is wrapped by either)."""

    def __init__(self, lines: Sequence[str], measure: Callable[[str], int]) -> None:
        self.measure = measure
        pairs = _neighbours(lines)
        widths = sorted(measure(left) for left, _ in pairs if len(left) <= _WIDEST)
        # four of five lines that another follows are no wider; the rest may be addresses and the like
        self.width = widths[len(widths) * 4 // 5] if widths else 0
        unfinished = [(left, right) for left, right in pairs if not _CLOSED.search(left)]
        self.unfinished_share = len(unfinished) / max(1, len(pairs))
        self.full_share = sum(self.is_full(left, right) for left, right in unfinished) / max(1, len(unfinished))

    @property
    def is_wide_enough(self) -> bool:
        """Whether running text can be set so; slides and lists are narrower."""
        return self.width * 2 >= _NARROWEST * self.measure("中")

    def is_full(self, left: str, right: str, slack: float = 0.0) -> bool:
        """Whether the first word of the right line would not have fitted on the left one.

        Between Chinese characters a line may be two characters short, for no line begins with a closing mark.
        """
        right = right.lstrip()
        if _WIDE.match(right) or _WIDE.match(left[-1:]):
            needed = 3 * self.measure("中")
        else:
            needed = 1 + self.measure(right.split(maxsplit=1)[0])
        return self.measure(left) + needed > self.width * (1 - slack)


def _neighbours(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Lines with the next, where neither is empty."""
    return [(left.rstrip(), right) for left, right in pairwise(lines) if left.strip() and right.strip()]


def _is_wrapped(lines: Sequence[str], grid: _Grid) -> bool:
    """Whether lines end where the width ends, and not where a paragraph does."""
    long = sum(columns(line) > _WIDEST for line in lines if len(line) * 2 > _WIDEST)
    return (
        long <= _LONG_SHARE * len(lines)
        and grid.unfinished_share >= _UNFINISHED_SHARE
        and grid.full_share >= _FULL_SHARE
    )


def _goes_on(left: str, right: str) -> bool:
    """Whether nothing in the right line shows a new beginning: neither an indent nor an item of a list."""
    if _INDENT.match(right) and not _INDENT.match(left):
        return False
    return not (_ITEM.match(right.lstrip()) and _CLOSED.search(left))
