"""Names across a mark, clipped names, phrases of a table: what is one and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.extract.english.clipped_names import is_clipped_of
from termbase.extract.english.phrase_list import PhraseList
from termbase.extract.english.tagged import tagged_sentences
from termbase.language.sentences import Sentence
from tests.termbase.extract.english.article import candidates_of


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("yixing", "yiwu xinjiang"),
        ("jinyi", "jinhua yiwu dongyang"),
        ("jinyi", "jinhua port"),
        ("jin", "jinhua yiwu"),
        ("jinyi area", "jinhua yiwu new district"),
        ("yi", "yiwu"),
    ],
)
def test_what_is_not_made_of_the_first_syllables_is_not_clipped(short: str, full: str) -> None:
    assert not is_clipped_of(short.split(), full.split())


def test_two_institutions_with_a_comma_between_stay_two() -> None:
    found = candidates_of("The Bank of Huzhou, Qinghai University and the Maple Institute met.")
    assert not any("," in text for text in found)


def test_a_name_in_brackets_that_shortens_nothing_is_no_variant() -> None:
    found = candidates_of("The Linhai Pilot Free Trade Zone (Maple FTZ) opened.")
    assert found["Linhai Pilot Free Trade Zone"].variants == ()


def test_a_phrase_is_no_part_of_a_word() -> None:
    [read] = tagged_sentences([Sentence("a rule of lawyers, the rule of law_x, the rule of laws", 0, 0)])
    assert [read.text[slice(*place)] for place in PhraseList(["rule of law"]).find(read)] == ["rule of laws"]


def test_a_letter_that_is_two_in_lower_case_shifts_nothing() -> None:
    [read] = tagged_sentences([Sentence("İ İ the rule of law", 0, 0)])
    assert [read.text[slice(*place)] for place in PhraseList(["rule of law"]).find(read)] == ["rule of law"]


@given(st.text(max_size=60))
def test_a_phrase_is_found_where_it_stands(text: str) -> None:
    [read] = tagged_sentences([Sentence(f"{text} rule of law", 0, 0)])
    for start, end in PhraseList(["rule of law"]).find(read):
        assert read.text[start:end].lower().startswith("rule")
