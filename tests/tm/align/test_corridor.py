"""The corridor: points that go forward in both texts lead it, and single false ones do not."""

from __future__ import annotations

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from tm.align.corridor import chain, corridor, size_of

points = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 14), st.sampled_from([0.25, 0.5, 1.0])), max_size=14)


def ends(size: int) -> list[float]:
    return [float(number) for number in range(size + 1)]


def heaviest(points: dict[tuple[int, int], float], zh: int = -1, en: int = -1) -> float:
    """The slow and obvious way: every series."""
    later = [(point, weight) for point, weight in points.items() if point[0] > zh and point[1] > en]
    return max((weight + heaviest(points, *point) for point, weight in later), default=0.0)


@given(points)
def test_no_series_of_points_is_heavier(points: list[tuple[int, int, float]]) -> None:
    weights: dict[tuple[int, int], float] = {}
    for zh, en, weight in points:
        weights[zh, en] = weights.get((zh, en), 0.0) + weight
    found = chain(points)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(found))
    assert sum(weights[point] for point in found) == heaviest(weights)


@given(points, st.lists(st.sampled_from([0.0, 1.0, 900.0]), min_size=12, max_size=12), st.sampled_from([0.5, 1, 9]))
def test_a_corridor_leads_from_the_beginning_to_the_end_and_never_back(
    points: list[tuple[int, int, float]], lengths: list[float], width: float
) -> None:
    lows, highs = corridor(points, [0.0, *accumulate(lengths)], ends(15), width)
    assert (lows[0], highs[-1]) == (0, 15)
    assert lows == sorted(lows)
    assert highs == sorted(highs)
    assert all(0 <= low <= high <= 15 for low, high in zip(lows, highs, strict=True))
    assert all(low <= high for high, low in zip(highs, lows[1:], strict=False))


def test_a_sentence_as_long_as_a_chapter_leaves_no_gap() -> None:
    lows, highs = corridor([], [float(number) for number in (0, 1, 2, 9_000, *range(9_001, 9_300))], ends(600), 1)
    assert all(low <= high for high, low in zip(highs, lows[1:], strict=False))


def test_points_lead_the_corridor_past_a_chapter_that_is_left_out() -> None:
    there = [(number, number, 1.0) for number in range(100)]
    there += [(number, number - 400, 1.0) for number in range(500, 900)]
    cells = corridor(there, ends(900), ends(500), 1)
    lows, highs = cells
    assert lows[50] > 20
    assert highs[50] < 70
    assert lows[700] > 280
    assert highs[700] < 320
    assert size_of(cells) < 900 * 60


def test_a_point_that_no_other_agrees_with_leads_nowhere() -> None:
    there = [(number, number, 1.0) for number in range(40)]
    assert corridor([*there, (60, 95, 1.0)], ends(100), ends(100), 1) == corridor(there, ends(100), ends(100), 1)


def test_a_corridor_may_have_one_place_only() -> None:
    assert corridor([], [0.0], [0.0], 1) == ([0], [0])
