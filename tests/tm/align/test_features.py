"""Features that a sentence shares with its translation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.cases import parametrized
from tm.align.features import english_features, kept, language_free_features, rendering_features


@parametrized("figures")
def test_figures_are_compared_by_value(case: dict[str, str]) -> None:
    found = {feature for feature in language_free_features(case["text"]) if feature[0] == "#"}
    assert found == set(case["figures"].split())


def test_marks_of_both_scripts_are_one() -> None:
    assert language_free_features("？！：；“…") == language_free_features('?!:;"…') == {"?", "!", ":", ";", '"', "…"}


def test_names_are_compared_without_case_and_with_either_apostrophe() -> None:
    assert language_free_features("Yixin’ou") == language_free_features("YIXIN'OU") == {"@yixin'ou"}


def test_a_single_letter_is_no_name() -> None:
    assert language_free_features("A股") == set()


def test_a_hyphenated_word_is_found_by_its_parts() -> None:
    assert {"=freig", "=train"} <= english_features("freight-train")


def test_words_of_grammar_say_nothing() -> None:
    assert rendering_features(["to be", "the", "sb's"]) == set()


@given(st.text())
def test_every_feature_has_a_chance_of_being_kept(text: str) -> None:
    assert all(0 < kept(feature) < 1 for feature in english_features(text))
