"""A word or phrase in use: where it stands in the memory, and what seems to stand for it on the other side."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, repeat
from operator import contains

from termbase.errors import InputError
from termbase.language.patterns import Pattern
from termbase.language.script import has_han
from tm.memory.places import in_both_scripts, units_with
from tm.memory.reading import MemoryReader
from tm.model import Unit

__all__ = ["Background", "Line", "background_of", "concordance", "counterparts", "pattern_of"]

# Units whose other side is compared with the lines, to know which words stand everywhere
_BACKGROUND = 2_000
# A counterpart stands beside a third of the lines at least, and beside so many; less is chance
_SHARE, _FEWEST = 0.34, 3
_CHARACTER, _WORD = re.compile(r"[^\W\d_]"), re.compile(r"[^\W\d_]+")
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
    >>> bool(pattern_of("an").search("Xi'an")), bool(pattern_of("port").search("the port's quays"))
    (False, True)
    >>> bool(pattern_of("发展").search("經濟發展"))
    True
    """
    if has_han(query):
        return re.compile("|".join(map(re.escape, sorted(in_both_scripts(query)))))
    words = r"\W+".join(map(re.escape, query.split()))
    return re.compile(rf"(?<!\w)(?<!\w['’ʼ＇]){words}(?!\w)", re.IGNORECASE)


def concordance(
    memory: MemoryReader,
    pattern: str | Pattern,
    *,
    chinese: bool,
    limit: int = 50,
    seconds: float = 10.0,
    background: Background | None = None,
) -> list[Line]:
    """The first places of a word, a phrase or an expression on one side, with their counterparts; a unit comes once.

    Of a word or phrase only the units are read that may have it. `background` is kept by who asks again and again.
    Raises InputError when an expression of the user's own takes longer than `seconds` (of the processor).
    """
    if isinstance(pattern, str):
        lines = list(_of_words(memory, pattern, chinese=chinese, limit=limit))
    else:
        lines = list(islice(_of_expression(memory, pattern, chinese=chinese, seconds=seconds), limit))
    if len(lines) < _FEWEST:
        return lines
    background = background or background_of(memory, chinese=not chinese)
    known = _counterparts([line.other for line in lines], background)
    return [_marked(line, known) for line in lines]


def _of_words(memory: MemoryReader, text: str, *, chinese: bool, limit: int) -> Iterator[Line]:
    pattern = pattern_of(text)

    found = units_with(memory, text, lambda side: pattern.search(side) is not None, chinese=chinese, most=limit)
    for number, unit in found:
        if match := pattern.search(unit.zh if chinese else unit.en):
            yield Line(number, unit, chinese, *match.span())


def _of_expression(memory: MemoryReader, pattern: Pattern, *, chinese: bool, seconds: float) -> Iterator[Line]:
    started = time.process_time()
    for number, unit in memory.units():
        if place := next(pattern.find(unit.zh if chinese else unit.en), None):
            yield Line(number, unit, chinese, *place)
        if time.process_time() - started > seconds:
            raise InputError(
                f"the pattern {pattern.text!r} takes over {seconds:g} s", remedy="ask with a simpler expression"
            )


@dataclass(frozen=True, slots=True)
class Background:
    """One side of some units, to know which words stand everywhere."""

    texts: tuple[str, ...]
    """As `_joined` writes them."""
    chinese: bool


def background_of(memory: MemoryReader, *, chinese: bool, most: int = _BACKGROUND) -> Background:
    """Texts of that side from all over the memory."""
    rows = memory.rows(f"SELECT {'zh' if chinese else 'en'} FROM unit ORDER BY digest LIMIT ?", (most,))
    return Background(tuple({_joined(text, chinese=chinese): None for (text,) in rows}), chinese)


def counterparts(texts: Sequence[str], background: Sequence[str], *, chinese: bool) -> list[str]:
    """The runs of words that stand in many of the texts and in few others, the likeliest first.

    >>> texts = ["开放港口", "港口很大", "大的港口"]
    >>> counterparts(texts, ["市场开放", "大的城市", "小的城市"], chinese=True)[0]
    '港口'
    """
    joined = tuple(_joined(text, chinese=chinese) for text in background)
    return _counterparts(texts, Background(joined, chinese))


def _counterparts(texts: Sequence[str], background: Background) -> list[str]:
    chinese = background.chinese
    here = Counter(run for text in texts for run in _runs(text, chinese=chinese))
    least = max(_FEWEST, _SHARE * len(texts))
    own = {_joined(text, chinese=chinese) for text in texts}
    others = [text for text in background.texts if text not in own]
    border = "" if chinese else " "
    shares = {}
    for run in _longest({run: count for run, count in here.items() if count >= least}, chinese=chinese):
        wanted = f"{border}{run}{border}"
        # in half the time that a loop takes
        there = sum(map(contains, others, repeat(wanted)))
        shares[run] = here[run] / len(texts) - there / max(len(others), 1)
    ranked = sorted(shares, key=lambda run: (-round(shares[run], 2), -len(run), run))
    return [run for run in ranked if shares[run] >= _SHARE][:5]


def _longest(counts: dict[str, int], *, chinese: bool) -> list[str]:
    """The runs that are in no longer one with the same count: what is in it stands in the same texts.

    >>> _longest({"港口": 3, "港": 3, "口": 4}, chinese=True)
    ['港口', '口']
    """
    border = "" if chinese else " "
    inner = set()
    for run, count in counts.items():
        pieces = list(run) if chinese else run.split(" ")
        for part in (border.join(pieces[1:]), border.join(pieces[:-1])):
            if counts.get(part) == count:
                inner.add(part)
    return [run for run in counts if run not in inner]


def _runs(text: str, *, chinese: bool) -> set[str]:
    pieces = _pieces(text, chinese=chinese)
    border = "" if chinese else " "
    return {
        border.join(pieces[start : start + size])
        for size in range(2 if chinese else 1, _LONGEST[chinese] + 1)
        for start in range(len(pieces) - size + 1)
    }


def _joined(text: str, *, chinese: bool) -> str:
    """The words or characters of a text that runs are made of, with a space around each English one.

    >>> _joined("The Port, opened in 2024.", chinese=False)
    ' the port opened in '
    """
    pieces = _pieces(text, chinese=chinese)
    return "".join(pieces) if chinese else f" {' '.join(pieces)} "


def _pieces(text: str, *, chinese: bool) -> list[str]:
    return (_CHARACTER if chinese else _WORD).findall(text.lower())


def _marked(line: Line, known: Iterable[str]) -> Line:
    for run in known:
        border = "" if not line.chinese else r"(?!\w)"
        match = re.search(r"\W+".join(map(re.escape, run.split())) + border, line.other, re.IGNORECASE)
        if match:
            return replace(line, counterpart=match.span())
    return line
