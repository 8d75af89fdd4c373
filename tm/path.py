"""The best way through two texts, by dynamic programming in a band around the diagonal."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from math import inf, log

from tm.evidence import Rows, Traces

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
    (1, 0): log(0.002),
    (0, 1): log(0.002),
}
LONGEST = 4
"""Sentences on one side of a link, at most."""

# Variance of the English length per expected character, in characters: 4 to 11 give the same links (strict F1 ± .002).
_VARIANCE = 7.0
# Half the width of the first band, in sentences; the square root of the length of the text is added to it.
_HALF = 12


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the best way."""

    zh: range
    en: range
    weight: float
    """What speaks for the link, in nats, without the frequency of its shape; 0 when one side is empty."""


def best_path(
    zh_lengths: Sequence[float], en_lengths: Sequence[float], chinese: Traces, english: Traces
) -> list[Step]:
    """The links with the highest sum of weights; each sentence is in exactly one, in order.

    `zh_lengths` are the lengths of the Chinese sentences in expected English characters, `en_lengths` those of the
    English ones. The band starts narrow and is doubled while the best way touches its edge, so that time and memory grow
    little faster than the texts.
    """
    texts = _Texts(zh_lengths, en_lengths, chinese, english)
    half = _HALF + int(max(len(zh_lengths), len(en_lengths)) ** 0.5)
    while (steps := _Band(texts, half).steps()) is None:
        half *= 2
    return steps


class _Texts:
    """What is known of the two texts."""

    def __init__(
        self, zh_lengths: Sequence[float], en_lengths: Sequence[float], chinese: Traces, english: Traces
    ) -> None:
        self.chinese, self.english = chinese, english
        self.zh_ends = [0.0, *accumulate(zh_lengths)]
        self.en_ends = [0.0, *accumulate(en_lengths)]
        self.zh_size, self.en_size = len(zh_lengths), len(en_lengths)

    def diagonal(self) -> list[int]:
        """For each place between Chinese sentences the English place that as much text lies before."""
        # One is added for each sentence, so that empty ones are no obstacle.
        whole = (self.zh_ends[-1] + self.zh_size) or 1.0
        share = (self.en_ends[-1] + self.en_size) / whole
        ends = [end + number for number, end in enumerate(self.en_ends)]
        places = [bisect_left(ends, (end + number) * share) for number, end in enumerate(self.zh_ends)]
        return [min(place, self.en_size) for place in places]


class _Band:
    """The cells (places between sentences) near the diagonal, and the best way to each."""

    def __init__(self, texts: _Texts, half: int) -> None:
        self.texts = texts
        diagonal = texts.diagonal()
        self.lows = [max(0, place - half) for place in diagonal]
        self.highs = [min(texts.en_size, place + half) for place in diagonal]
        self.lows[0], self.highs[-1] = 0, texts.en_size
        self.totals = [[-inf] * (high - low + 1) for low, high in zip(self.lows, self.highs, strict=True)]
        self.shapes: list[list[tuple[int, int] | None]] = [[None] * len(row) for row in self.totals]
        self.totals[0][0] = 0.0

    def steps(self) -> list[Step] | None:
        """The best way from the first to the last cell; None when it touches the edge of the band."""
        for zh in range(self.texts.zh_size + 1):
            self._extend(zh)
        zh, en = self.texts.zh_size, self.texts.en_size
        steps: list[Step] = []
        while zh or en:
            shape = self.shapes[zh][en - self.lows[zh]]
            if shape is None or self._is_edge(zh, en):
                return None
            total = self.totals[zh][en - self.lows[zh]]
            start_zh, start_en = zh - shape[0], en - shape[1]
            weight = total - self.totals[start_zh][start_en - self.lows[start_zh]] - _SHAPES[shape]
            steps.append(Step(range(start_zh, zh), range(start_en, en), weight if all(shape) else 0.0))
            zh, en = start_zh, start_en
        return steps[::-1]

    def _is_edge(self, zh: int, en: int) -> bool:
        return (en == self.lows[zh] and en > 0) or (en == self.highs[zh] and en < self.texts.en_size)
