"""A long pair of segments as pairs of sentences, or of a few sentences, that fit one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import inf, log

__all__ = ["divided"]

_ZH_SENTENCE = re.compile(r"[^。！？；]*[。！？；]+[”’」』）]*|[^。！？；]+$")
_EN_BREAK = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(]?[A-Z0-9])|(?<=;)\s+")
_ALIKE = re.compile(r"[A-Za-z]{2,}|\d+(?:[.,]\d+)*")
_SHORTEST = 40
"""Characters of Chinese below which there is nothing to gain."""
_MOST_UNLIKE = 0.7
"""How far (as a logarithm) the ratio of lengths of two parts may be from that of the whole. With .5, .002 fewer
renderings of the fitting years are right, with 1 .001 fewer; without any division .02 fewer, in twice the time."""
_MOST_SENTENCES = 60
"""Sentences on a side beyond which the pair stays as it is: a bound on the cost, not met in the reports."""
_ALIKE_WEIGHT, _JOINED = 0.3, 0.3
"""What a figure or Latin word on both sides is worth, and what a further sentence in a part costs, in the logarithm
of lengths. From .1 to .6 the share of right renderings is the same within .001."""
_SIZES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
"""Sentences that a part may have on both sides."""

_Border = tuple[int, int]
"""So many sentences of both sides stand before it."""


def divided(zh: str, en: str) -> Iterator[tuple[str, str]]:
    """The pair in pairs of sentences, or as it is where none fit.

    >>> zh = "宁波舟山港去年完成货物吞吐量十三亿吨，居世界第一。今年前四个月，港口开通了六条新的航线。"
    >>> en = "Ningbo Zhoushan Port handled 1.3 billion tons last year. It opened six sea routes this year."
    >>> [pair[1] for pair in divided(zh, en)]
    ['Ningbo Zhoushan Port handled 1.3 billion tons last year.', 'It opened six sea routes this year.']
    >>> list(divided("好。对。", "Good. Right."))
    [('好。对。', 'Good. Right.')]
    """
    left, right = ([zh], [en]) if len(zh) < _SHORTEST else (_ZH_SENTENCE.findall(zh), _EN_BREAK.split(en))
    borders = _borders(left, right) if 1 < min(len(left), len(right)) <= _MOST_SENTENCES else []
    if not borders:
        yield zh, en
        return
    start = (0, 0)
    for end in borders:
        yield "".join(left[start[0] : end[0]]), " ".join(right[start[1] : end[1]])
        start = end


def _borders(left: Sequence[str], right: Sequence[str]) -> list[_Border]:
    """Where the parts end in the best division, or nothing where no division fits."""
    ratio = sum(map(len, right)) / max(1, sum(map(len, left)))
    marks = [[frozenset(_ALIKE.findall(text)) for text in side] for side in (left, right)]
    costs: dict[_Border, float] = {(0, 0): 0.0}
    before: dict[_Border, _Border] = {}
    for end in ((zh, en) for zh in range(1, len(left) + 1) for en in range(1, len(right) + 1)):
        for size in _SIZES:
            start = end[0] - size[0], end[1] - size[1]
            if start not in costs:
                continue
            zh, en = slice(start[0], end[0]), slice(start[1], end[1])
            unlike = abs(log(sum(map(len, right[en])) / ratio / sum(map(len, left[zh])))) if all(right[en]) else inf
            if unlike < _MOST_UNLIKE:
                alike = frozenset().union(*marks[0][zh]) & frozenset().union(*marks[1][en])
                cost = costs[start] + unlike + _JOINED * (sum(size) - 2) - _ALIKE_WEIGHT * len(alike)
                if cost < costs.get(end, inf):
                    costs[end], before[end] = cost, start
    return _path(before, (len(left), len(right)))


def _path(before: dict[_Border, _Border], end: _Border) -> list[_Border]:
    """The borders that lead to the last one, or nothing where none do."""
    borders = []
    while end in before:
        borders.append(end)
        end = before[end]
    return borders[::-1]
