"""Links between words, and how much of two forms they cover."""

from __future__ import annotations

import pytest

from termbase.extract.renderings.coverage import coverage
from termbase.extract.renderings.links import WordLinks
from tests.termbase.extract.renderings.corpus import MEANINGS, cut


def links(zh: list[list[str]], en: list[list[str]]) -> WordLinks:
    return WordLinks(zh, en, MEANINGS)


def test_a_figure_is_linked_to_figures_that_begin_with_it_and_a_latin_word_to_itself() -> None:
    found = links([["10", "rcep"]], [["10th", "rcep", "2010"]])
    assert found.of("10").keys() >= {"10th"}
    assert found.of("10")["10th"] > found.of("10").get("2010", 0)
    assert found.of("rcep")["rcep"] >= 1


def test_a_word_with_the_root_of_a_meaning_and_a_word_spelt_by_sound_are_linked() -> None:
    found = links([["经济"], ["义乌"]], [["economic"], ["yiwu"]])
    assert found.of("经济")["economic"] > 0.5
    assert found.of("义乌")["yiwu"] > 0.5


def test_words_that_meet_often_are_linked_in_a_large_corpus() -> None:
    found = links([["甲"], ["乙"]] * 200, [["alpha"], ["beta"]] * 200)
    assert found.of("甲")["alpha"] > 0.9
    assert "beta" not in found.of("甲")


def test_what_stands_where_a_term_does_is_shown_by_it() -> None:
    shown = links([["甲"]] * 4, [["alpha", "beta"], ["alpha"], ["beta"], ["gamma"]]).shown_by([0, 1], 1.0)
    assert shown == {"alpha": pytest.approx(0.6)}


@pytest.mark.parametrize(
    ("zh", "en", "low", "high"),
    [
        ("数字贸易", "digital trade", 1.0, 1.0),
        ("数字贸易", "trade", 0.6, 0.7),
        ("义乌港口", "Yiwu port", 1.0, 1.0),
        ("数字贸易", "sweet potatoes", 0.0, 0.0),
        ("的", "of the", 0.0, 0.0),
    ],
)
def test_coverage_counts_what_both_forms_share(zh: str, en: str, low: float, high: float) -> None:
    assert low <= coverage(zh, en, cut, MEANINGS) <= high
