"""A word or phrase in use: where it stands in the memory, and what seems to stand for it on the other side."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from termbase.errors import InputError
from termbase.language.patterns import Pattern
from termbase.language.script import has_han, to_simplified, to_traditional
from tm.memory.reading import MemoryReader
from tm.memory.rows import COLUMNS, unit_of
from tm.model import Unit

__all__ = ["Line", "concordance", "counterparts", "pattern_of"]

# Units whose other side is compared with the lines, to know which words stand everywhere
_BACKGROUND = 2_000
# A counterpart stands beside a third of the lines at least, and beside so many; less is chance
_SHARE, _FEWEST = 0.34, 3
_LONGEST = {True: 8, False: 4}
"""Characters in Chinese, words in English, of a counterpart."""


@dataclass(frozen=True, slots=True)
class Line:
    """One place."""

    unit_id: int
    unit: Unit
    chinese: bool
    """Whether the place is on the Chinese side."""
    start: int
    end: int
    counterpart: tuple[int, int] | None = None
    """Offsets on the other side of what probably stands for it."""

    @property
    def text(self) -> str:
        """The side in which it was found."""
        return self.unit.zh if self.chinese else self.unit.en

    @property
    def other(self) -> str:
        """The other side."""
        return self.unit.en if self.chinese else self.unit.zh


def pattern_of(query: str) -> re.Pattern[str]:
    """What is looked for: whole words in English in any case, characters in either script in Chinese.

    >>> bool(pattern_of("port").search("The Port of Ningbo")), bool(pattern_of("port").search("imports"))
    (True, False)
    >>> bool(pattern_of("发展").search("經濟發展"))
    True
    """
    if has_han(query):
        return re.compile("|".join(map(re.escape, sorted({query, to_simplified(query), to_traditional(query)}))))
    words = r"\W+".join(map(re.escape, query.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def concordance(
    memory: MemoryReader,
    pattern: re.Pattern[str] | Pattern,
    *,
    chinese: bool,
    limit: int = 50,
    seconds: float = 10.0,
) -> list[Line]:
    """The first places of the pattern on one side, with their counterparts; a unit comes once.

    Raises InputError when an expression of the user's own takes longer than `seconds` (of the processor).
    """
    lines: list[Line] = []
    started = time.process_time()
    for number, unit in memory.units():
        place = _first(pattern, unit.zh if chinese else unit.en)
        if place:
            lines.append(Line(number, unit, chinese, *place))
            if len(lines) == limit:
                break
        if isinstance(pattern, Pattern) and time.process_time() - started > seconds:
            raise InputError(
                f"the pattern {pattern.text!r} takes over {seconds:g} s", remedy="ask with a simpler expression"
            )
    return _with_counterparts(memory, lines)


def _first(pattern: re.Pattern[str] | Pattern, text: str) -> tuple[int, int] | None:
    if isinstance(pattern, Pattern):
        return next(pattern.find(text), None)
    match = pattern.search(text)
    return match.span() if match else None


def _with_counterparts(memory: MemoryReader, lines: list[Line]) -> list[Line]:
    if len(lines) < _FEWEST:
        return lines
    rows = memory.rows(f"SELECT {COLUMNS} FROM unit ORDER BY digest LIMIT {_BACKGROUND}")
    chinese = lines[0].chinese
    texts = {line.other for line in lines}
    background = {unit.en if chinese else unit.zh for unit in map(unit_of, rows)} - texts
    known = counterparts([line.other for line in lines], sorted(background), chinese=not chinese)
    return [_marked(line, known) for line in lines]


def counterparts(texts: Sequence[str], background: Sequence[str], *, chinese: bool) -> list[str]:
    """The runs of words that stand in many of the texts and in few others, the likeliest first.

    >>> texts = ["开放港口", "港口很大", "大的港口"]
    >>> counterparts(texts, ["市场开放", "大的城市", "小的城市"], chinese=True)[0]
    '港口'
    """
    here = Counter(run for text in texts for run in _runs(text, chinese=chinese))
    there = Counter(run for text in background for run in _runs(text, chinese=chinese) if run in here)
    shares = {
        run: count / len(texts) - there[run] / max(len(background), 1)
        for run, count in here.items()
        if count >= max(_FEWEST, _SHARE * len(texts))
    }
    ranked = sorted(shares, key=lambda run: (-round(shares[run], 2), -len(run), run))
    return [run for run in ranked if shares[run] >= _SHARE][:5]


def _runs(text: str, *, chinese: bool) -> set[str]:
    pieces = re.findall(r"[^\W\d_]" if chinese else r"[^\W\d_]+", text.lower())
    border = "" if chinese else " "
    return {
        border.join(pieces[start : start + size])
        for size in range(2 if chinese else 1, _LONGEST[chinese] + 1)
        for start in range(len(pieces) - size + 1)
    }


def _marked(line: Line, known: Iterable[str]) -> Line:
    for run in known:
        border = "" if not line.chinese else r"(?!\w)"
        match = re.search(r"\W+".join(map(re.escape, run.split())) + border, line.other, re.IGNORECASE)
        if match:
            return replace(line, counterpart=match.span())
    return line
