"""The best way through two texts, by dynamic programming in a corridor around what both share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf, log
from operator import add, sub

from tm.align.corridor import Corridor, corridor, size_of
from tm.align.evidence import Rows, Traces

__all__ = ["LONGEST", "Step", "best_path"]

# How often links of so many Chinese and so many English sentences occur. Round figures, the same for both sides, and
# not those of one corpus: translators split about as many sentences as they join, and leave very few out.
_SHAPES = {
    (1, 1): log(0.85),
    (1, 2): log(0.06),
    (2, 1): log(0.06),
    (2, 2): log(0.01),
    (1, 3): log(0.01),
    (3, 1): log(0.01),
    (1, 4): log(0.003),
    (4, 1): log(0.003),
    # What is left out is often a passage: together its sentences cost less than each alone.
    (1, 0): log(0.002),
    (0, 1): log(0.002),
    (2, 0): log(0.0002),
    (0, 2): log(0.0002),
    (3, 0): log(0.0001),
    (0, 3): log(0.0001),
    (4, 0): log(0.00005),
    (0, 4): log(0.00005),
}
_LEFT_OUT = [(shape, prior) for shape, prior in _SHAPES.items() if not shape[0]]
LONGEST = 4
"""Sentences on one side of a link, at most."""

# Variance of the English length per expected character, in characters: 4 to 11 do alike (strict F1 ± .002).
_VARIANCE = 7.0
# How much wider the corridor is made, at most: unrelated texts have no way inside any, and need no better one.
_WIDTHS = (1, 3, 9)
_HALF = 0.5
# … nor is it made so wide that a long text takes longer than a minute for 10,000 sentences.
_LEAST_CELLS, _CELLS = 300_000, 60


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the best way."""

    zh: range
    en: range
    weight: float
    """What speaks for the link, in nats, without the frequency of its shape; 0 when one side is empty."""


def best_path(
    zh_lengths: Sequence[float],
    en_lengths: Sequence[float],
    chinese: Traces,
    english: Traces,
    earlier: Sequence[Step] = (),
) -> list[Step]:
    """The links with the highest sum of weights; each sentence is in exactly one, in order.

    `zh_lengths` are the lengths of the Chinese sentences in expected English characters, `en_lengths` those of the
    English ones. The corridor is made wider while the best way touches its edge; around the way of an `earlier` pass
    it begins at half its width.
    """
    texts = _Texts(zh_lengths, en_lengths, chinese, english)
    points = [(step.zh.start, step.en.start, 1.0) for step in earlier] or chinese.points()
    steps: list[Step] = []
    for width in (_HALF, *_WIDTHS) if earlier else _WIDTHS:
        cells = corridor(points, texts.zh_ends, texts.en_ends, width)
        if steps and size_of(cells) > _LEAST_CELLS + _CELLS * (texts.zh_size + texts.en_size):
            break
        band = _Band(texts, cells)
        steps = band.steps()
        if not any(band.is_edge(step.zh.stop, step.en.stop) for step in steps):
            break
    return steps


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the English sentences from `start` on say of the stretches that begin in one row."""

    start: int
    rows: Rows


class _Texts:
    """What is known of the two texts."""

    def __init__(
        self, zh_lengths: Sequence[float], en_lengths: Sequence[float], chinese: Traces, english: Traces
    ) -> None:
        self.chinese, self.english = chinese, english
        self.zh_ends = [0.0, *accumulate(zh_lengths)]
        self.en_ends = [0.0, *accumulate(en_lengths)]
        self.zh_size, self.en_size = len(zh_lengths), len(en_lengths)


class _Band:
    """The cells (places between sentences) of a corridor, and the best way to each."""

    def __init__(self, texts: _Texts, cells: Corridor) -> None:
        self.texts = texts
        self.lows, self.highs = cells
        self.totals = [[-inf] * (high - low + 1) for low, high in zip(self.lows, self.highs, strict=True)]
        self.shapes: list[list[tuple[int, int] | None]] = [[None] * len(row) for row in self.totals]
        self.totals[0][0] = 0.0
        self.chinese: dict[int, tuple[int, Rows]] = {}

    def steps(self) -> list[Step]:
        """The best way from the first to the last cell."""
        for zh in range(self.texts.zh_size + 1):
            self._extend(zh)
        zh, en = self.texts.zh_size, self.texts.en_size
        steps: list[Step] = []
        while zh or en:
            shape = self.shapes[zh][en - self.lows[zh]]
            assert shape is not None, "leaving sentences out leads to every cell of a corridor"
            total = self.totals[zh][en - self.lows[zh]]
            start_zh, start_en = zh - shape[0], en - shape[1]
            weight = total - self.totals[start_zh][start_en - self.lows[start_zh]] - _SHAPES[shape]
            steps.append(Step(range(start_zh, zh), range(start_en, en), weight if all(shape) else 0.0))
            zh, en = start_zh, start_en
        return steps[::-1]

    def is_edge(self, zh: int, en: int) -> bool:
        """Whether a better way may lead past a cell outside the corridor."""
        return (en == self.lows[zh] and en > 0) or (en == self.highs[zh] and en < self.texts.en_size)

    def _extend(self, zh: int) -> None:
        """Carry the best ways to the cells of one row further, by one link of each shape."""
        self._leave_out_english(zh)
        low, totals = self.lows[zh], self.totals[zh]
        rows = self._rows(zh)
        for shape, prior in _SHAPES.items():
            next_zh = zh + shape[0]
            if not shape[0] or next_zh > self.texts.zh_size:
                continue
            # The English places from which a link of this shape leads to a cell of the band
            start = max(low, self.lows[next_zh] - shape[1])
            stop = min(self.highs[zh], self.highs[next_zh] - shape[1]) + 1
            if start >= stop:
                continue
            weights = self._weights(zh, shape, start, stop, rows) if shape[1] else [0.0] * (stop - start)
            next_totals, next_shapes = self.totals[next_zh], self.shapes[next_zh]
            place = start + shape[1] - self.lows[next_zh]
            for total, weight in zip(totals[start - low : stop - low], weights, strict=True):
                if total + weight + prior > next_totals[place]:
                    next_totals[place], next_shapes[place] = total + weight + prior, shape
                place += 1

    def _leave_out_english(self, zh: int) -> None:
        """Steps along one row: English sentences without a counterpart."""
        totals, shapes = self.totals[zh], self.shapes[zh]
        for place in range(1, len(totals)):
            for shape, prior in _LEFT_OUT:
                if shape[1] <= place and totals[place - shape[1]] + prior > totals[place]:
                    totals[place], shapes[place] = totals[place - shape[1]] + prior, shape

    def _rows(self, zh: int) -> _Rows:
        """The evidence for links that begin in one row: `chinese[k]` of its k-th next sentence, `english` of all."""
        start, stop = self.lows[zh], min(self.highs[zh] + LONGEST, self.texts.en_size)
        for number in range(zh, min(zh + LONGEST, self.texts.zh_size)):
            if number not in self.chinese:
                # a Chinese sentence is in links that begin up to so many rows above it
                first, last = self.lows[max(0, number - LONGEST + 1)], self.highs[number] + 1
                self.chinese[number] = (first, self.texts.chinese.from_sentence(number, first, last))
        self.chinese.pop(zh - 1, None)
        return _Rows(start, self.texts.english.to_stretch(zh, start, stop))

    def _weights(self, zh: int, shape: tuple[int, int], start: int, stop: int, english: _Rows) -> list[float]:
        """What speaks for links of a shape that begin in one row, at each English place from start to stop."""
        zh_count, en_count = shape
        ends, expected = self.texts.en_ends, self.texts.zh_ends[zh + zh_count] - self.texts.zh_ends[zh]
        found = map(sub, ends[start + en_count : stop + en_count], ends[start:stop])
        weights = [(one - expected) * (expected - one) / (_VARIANCE * (one + expected) + 2) for one in found]
        for number in range(zh, zh + zh_count):
            first, rows = self.chinese[number]
            said = rows[en_count - 1][start - first : stop - first]
            weights = list(map(add, weights, said))
        for number in range(en_count):
            said = english.rows[zh_count - 1][start + number - english.start : stop + number - english.start]
            weights = list(map(add, weights, said))
        return weights
