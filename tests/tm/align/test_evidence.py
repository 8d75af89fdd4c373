"""Weights of features: found speaks for, missing against, and what is everywhere says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.align.evidence import traces

features = st.lists(
    st.frozensets(st.sampled_from(["#1", "#2", "@a", "?", "=词"]), max_size=3), min_size=1, max_size=8
)


def test_a_feature_speaks_for_the_stretches_that_show_it() -> None:
    zh, en = [{"#1"}, set(), set()], [set(), {"#1"}, set(), set()]
    chinese, english = traces(zh, en, {}, 2)
    single, double = chinese.from_sentence(0, 0, 4)
    assert [weight > 0 for weight in single] == [False, True, False, False]
    assert [weight > 0 for weight in double] == [True, True, False, False]
    assert [weight > 0 for weight in english.to_stretch(0, 0, 4)[0]] == [False, True, False, False]


def test_a_shorter_stretch_that_shows_a_feature_is_better_evidence() -> None:
    chinese, _ = traces([{"#1"}], [{"#1"}, set(), set(), set()], {}, 3)
    weights = [row[0] for row in chinese.from_sentence(0, 0, 1)]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize("en", [[set(), set()], [{"#1"}, {"#1"}]], ids=["nowhere", "everywhere"])
def test_what_is_nowhere_or_everywhere_says_nothing(en: list[set[str]]) -> None:
    chinese, english = traces([{"#1"}, {"#1"}], en, {}, 1)
    assert chinese.from_sentence(0, 0, 2) == english.to_stretch(0, 0, 2) == [[0.0, 0.0]]


def test_a_word_is_shown_by_any_of_its_renderings() -> None:
    en = [{"=port"}, {"=harbo"}, set(), set(), set(), set(), set()]
    chinese, english = traces([{"=港口"}, set(), set(), set()], en, {"=港口": {"=port", "=harbo", "=haven"}}, 1)
    [row] = chinese.from_sentence(0, 0, 4)
    assert row[0] == row[1] > 0 > row[2]
    assert english.to_stretch(0, 0, 1)[0][0] > 0


@given(features, features)
def test_a_part_of_a_range_has_the_same_weights(zh: list[frozenset[str]], en: list[frozenset[str]]) -> None:
    chinese, english = traces(zh, en, {"=词": ["@a"]}, 3)
    for start in range(len(en)):
        stop = min(len(en), start + 2)
        whole = chinese.from_sentence(0, 0, len(en))
        assert chinese.from_sentence(0, start, stop) == [row[start:stop] for row in whole]
        whole = english.to_stretch(0, 0, len(en))
        assert english.to_stretch(0, start, stop) == [row[start:stop] for row in whole]
