"""Scores are what their components make, and the explanation shows them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termbase.extract.chinese.candidates import chinese_candidates
from termbase.extract.components import Component, Effect, score_of
from termbase.extract.english.candidates import english_candidates
from termbase.extract.explanation import explanations
from termbase.language.sentences import Sentence
from tests.termbase.extract.english.article import sentences_of

ARTICLE = (
    "Jack Holdings Group, or Jack, praised the “Three Bridges” spirit and cross-border e-commerce.",
    "Cross-border e-commerce grew. Ruan Fude, deputy director of the Maple Institute, trades with foreign firms.",
)
_NUMBERS = st.floats(-1e6, 1e6)
_COMPONENTS = st.builds(Component, st.just("measured"), st.integers(0, 9), st.floats(0, 1), st.sampled_from(Effect))


@given(st.lists(_COMPONENTS))
def test_a_score_lies_between_0_and_1(components: list[Component]) -> None:
    assert 0 <= score_of(components) <= 1


@given(st.lists(st.builds(Component, st.just("measured"), _NUMBERS, _NUMBERS, st.just(Effect.LOG_ODDS))))
def test_any_log_odds_make_a_score(components: list[Component]) -> None:
    assert 0 <= score_of(components) <= 1


def test_a_summand_lifts_and_lowers_what_the_evidence_gives() -> None:
    evidence = Component("in quotation marks", 1, 0.5)
    assert score_of([evidence, Component("heading", 1, 0.25, Effect.SUMMAND)]) == 0.75
    assert score_of([evidence, Component("adjective", 1, -0.75, Effect.SUMMAND)]) == 0


def test_the_score_of_every_english_candidate_is_that_of_its_components() -> None:
    candidates = english_candidates(sentences_of(*ARTICLE), least=0.0)
    assert candidates
    assert all(abs(candidate.score - score_of(candidate.components)) < 1e-3 for candidate in candidates)


def test_a_variant_and_another_spelling_find_the_candidate() -> None:
    candidates = english_candidates(sentences_of(*ARTICLE))
    assert [found.candidate.text for found in explanations("jack", candidates)] == ["Jack Holdings Group"]
    assert [found.candidate.text for found in explanations("Cross border E-commerce", candidates)] == [
        "cross-border e-commerce"
    ]
    assert explanations("“", candidates) == []


def test_a_chinese_candidate_shows_its_reason_and_its_score() -> None:
    candidates = chinese_candidates([Sentence("湖州发扬“三桥精神”，推进“三桥精神”。", 0, 0)])
    [found] = explanations("三桥精神", candidates)
    assert found.components[0].name.startswith(found.candidate.reason[:8])
    assert list(found.lines())[-1].endswith(f"{found.candidate.score:.3f}")


def test_the_explanation_sums_the_log_odds_before_the_repetition() -> None:
    [found] = explanations("cross-border e-commerce", english_candidates(sentences_of(*ARTICLE)))
    labels = [line.split()[0] for line in found.lines()]
    assert labels[-3:] == ["termhood", "repetition", "score"]
    assert set(labels[:-3]) == {"log-odds"}
