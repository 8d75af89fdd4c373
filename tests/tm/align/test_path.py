"""The best way through the band is the best way of all: compared with trying every way."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.align import path as path_module
from tm.align.evidence import Traces, traces
from tm.align.path import LONGEST, Step, best_path

lengths = st.lists(st.integers(0, 60).map(float), max_size=6)


def evidence(zh: int, en: int, data: list[frozenset[str]]) -> tuple[Traces, Traces]:
    found = [*data, *[frozenset[str]()] * (zh + en)]
    return traces(found[:zh], found[zh : zh + en], {}, LONGEST)


def total(steps: list[Step]) -> float:
    return sum(step.weight + path_module._SHAPES[len(step.zh), len(step.en)] for step in steps)


def best_of_all(zh_lengths: list[float], en_lengths: list[float], chinese: Traces, english: Traces) -> float:
    """The slow and obvious way: every link from every place."""

    @cache
    def best(zh: int, en: int) -> float:
        if (zh, en) == (len(zh_lengths), len(en_lengths)):
            return 0.0
        ways = []
        for (zh_count, en_count), prior in path_module._SHAPES.items():
            if zh + zh_count > len(zh_lengths) or en + en_count > len(en_lengths):
                continue
            weight = weigh(zh, zh_count, en, en_count) if zh_count and en_count else 0.0
            ways.append(prior + weight + best(zh + zh_count, en + en_count))
        return max(ways)

    def weigh(zh: int, zh_count: int, en: int, en_count: int) -> float:
        expected, found = sum(zh_lengths[zh : zh + zh_count]), sum(en_lengths[en : en + en_count])
        weight = -((found - expected) ** 2) / (path_module._VARIANCE * (found + expected) + 2)
        for number in range(zh, zh + zh_count):
            weight += chinese.from_sentence(number, en, en + 1)[en_count - 1][0]
        for number in range(en, en + en_count):
            weight += english.to_stretch(zh, number, number + 1)[zh_count - 1][0]
        return weight

    return best(0, 0)


@given(lengths, lengths, st.lists(st.frozensets(st.sampled_from(["#1", "#2", "@a", "?"]), max_size=2), max_size=12))
def test_no_way_is_better(zh: list[float], en: list[float], data: list[frozenset[str]]) -> None:
    found = evidence(len(zh), len(en), data)
    assert total(best_path(zh, en, *found)) == pytest.approx(best_of_all(zh, en, *found))


@given(lengths, lengths)
def test_no_way_through_a_narrow_corridor_is_better_than_the_best_of_all(zh: list[float], en: list[float]) -> None:
    found = evidence(len(zh), len(en), [])
    texts = path_module._Texts(zh, en, *found)
    lows = [min(len(en), number) for number in range(len(zh) + 1)]
    steps = path_module._Band(texts, ([0, *lows[1:]], [len(en)] * (len(zh) + 1))).steps()
    assert total(steps) <= best_of_all(zh, en, *found) + 1e-9


def test_texts_that_share_nothing_are_not_looked_at_in_full() -> None:
    size = 3_000
    found = evidence(size, size, [frozenset({f"#{number}"}) for number in [*range(size), *reversed(range(size))]])
    steps = best_path([50.0] * size, [50.0] * size, *found)
    assert sum(len(step.zh) for step in steps) == sum(len(step.en) for step in steps) == size
