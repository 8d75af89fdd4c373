"""Where two texts run side by side: the rare features that both have, and the cells worth looking at around them.

A long text is only aligned fast when few cells are looked at, and a band around the straight diagonal misses the way
once a chapter is left out. Words, figures and names that are rare in both texts tell where the way goes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

__all__ = ["Corridor", "Point", "chain", "corridor", "size_of"]

Point = tuple[int, int, float]
"""A Chinese and an English sentence that share something rare, and how much that weighs."""
Corridor = tuple[list[int], list[int]]
"""For each place between Chinese sentences the lowest and the highest English place; neither ever falls."""

# Sentences to look at on both sides of the way that the points show: from 4 to 12 the links are the same on
# novels and a magazine; the way is looked for again with more where it touches the edge.
_MARGIN = 6
# A point counts when enough of the nearest points of the chain are near it and about as far from it in both texts.
_NEIGHBOURS, _NEAR, _APART, _AGREEING = 3, 12, 5, 2
# A stretch between two points is looked at in full up to so many cells a sentence, else only near its diagonal.
_FULL = 40


def corridor(points: Iterable[Point], zh_ends: Sequence[float], en_ends: Sequence[float], width: float) -> Corridor:
    """The cells worth looking at; `width` is how many times as many as usual.

    The ends are the running lengths of both texts, from 0, in the same measure: between two points the way is near
    where as much text lies behind on both sides.

    >>> ends = [float(number) for number in range(101)]
    >>> lows, highs = corridor([(number, number + 10, 1.0) for number in range(80)], ends, ends, 1)
    >>> lows[40], highs[40]
    (43, 57)
    """
    zh_size, en_size = len(zh_ends) - 1, len(en_ends) - 1
    margin = int(_MARGIN * width)
    lows, highs = [en_size] * (zh_size + 1), [0] * (zh_size + 1)
    for (zh, en), (next_zh, next_en) in pairwise([(0, 0), *_confirmed(chain(points)), (zh_size, en_size)]):
        across, down = next_en - en, next_zh - zh
        reach = across if across * down <= _FULL * (across + down) else margin + int(max(across, down) ** 0.5 * width)
        centres = _between(zh_ends[zh : next_zh + 1], en_ends[en : next_en + 1])
        for number, centre in enumerate(centres, zh):
            lows[number] = min(lows[number], max(en, en + centre - reach) - margin)
            highs[number] = max(highs[number], min(next_en, en + centre + reach) + margin)
    lows = [max(0, low) for low in accumulate(reversed(lows), min)][::-1]
    lows[0], highs[-1] = 0, en_size
    # each row reaches to where the next one begins, also beside a sentence as long as a chapter
    highs = [min(en_size, max(pair)) for pair in zip(accumulate(highs, max), [*lows[1:], 0], strict=True)]
    return lows, highs


def size_of(cells: Corridor) -> int:
    """How many cells a corridor has."""
    return sum(high - low + 1 for low, high in zip(*cells, strict=True))


def chain(points: Iterable[Point]) -> list[tuple[int, int]]:
    """The heaviest series of points that goes forward in both texts.

    >>> chain([(0, 0, 1.0), (1, 5, 1.0), (2, 1, 0.7), (3, 2, 0.7), (4, 6, 1.0)])
    [(0, 0), (2, 1), (3, 2), (4, 6)]
    """
    weights: dict[tuple[int, int], float] = {}
    for zh, en, weight in points:
        weights[zh, en] = weights.get((zh, en), 0.0) + weight
    # English places of the best series so far, and (total, point, rest of the series): both always rise
    places: list[int] = []
    best: list[tuple[float, tuple[int, int], object]] = []
    for zh, en in sorted(weights, key=lambda point: (point[0], -point[1])):
        before = bisect_left(places, en) - 1
        total = weights[zh, en] + (best[before][0] if before >= 0 else 0.0)
        entry = (total, (zh, en), best[before] if before >= 0 else None)
        after = bisect_left(places, en)
        stop = after
        while stop < len(places) and best[stop][0] <= total:
            stop += 1
        if stop > after or after == len(places) or places[after] != en:
            places[after:stop] = [en]
            best[after:stop] = [entry]
    return _unrolled(best[-1]) if best else []


def _confirmed(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The points that others near them agree with; what two far sentences share by chance stands alone."""
    found = []
    for number, (zh, en) in enumerate(points):
        others = points[max(0, number - _NEIGHBOURS) : number] + points[number + 1 : number + 1 + _NEIGHBOURS]
        agreeing = sum(
            abs(zh - other_zh) <= _NEAR and abs((zh - other_zh) - (en - other_en)) <= _APART
            for other_zh, other_en in others
        )
        if agreeing >= _AGREEING:
            found.append((zh, en))
    return found


def _unrolled(entry: object) -> list[tuple[int, int]]:
    points = []
    while isinstance(entry, tuple):
        _, point, entry = entry
        points.append(point)
    return points[::-1]


def _between(zh_ends: Sequence[float], en_ends: Sequence[float]) -> list[int]:
    """For each Chinese place of a stretch the English one before which the same share of the text lies."""
    # One is added for each sentence, so that empty ones are no obstacle.
    zh = [end - zh_ends[0] + number for number, end in enumerate(zh_ends)]
    en = [end - en_ends[0] + number for number, end in enumerate(en_ends)]
    share = en[-1] / (zh[-1] or 1.0)
    return [min(bisect_left(en, end * share), len(en) - 1) for end in zh]
