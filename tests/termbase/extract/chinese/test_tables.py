from __future__ import annotations

from importlib.resources import files

import pytest

from termbase.extract.chinese.tables import Strength, headings, name_endings, type_by_ending, word_list
from termbase.model import ConceptType

LISTS = [
    "attributes", "common_verbs", "measures", "nominal_verbs", "nouns", "places", "policy_phrases", "prefixes", "reporting", "slogan_heads",
    "states", "statistics", "stops", "term_ends", "titles", "transliteration",
]  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_each_list_has_a_source_and_words(name: str) -> None:
    text = files("termbase.extract.chinese").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    assert "Source:" in text
    assert all(word and not word.startswith("#") for word in word_list(name))


def test_no_list_is_without_a_test() -> None:
    tables = files("termbase.extract.chinese").joinpath("data").iterdir()
    found = {table.name for table in tables if table.name.endswith(".txt")}
    assert found == {f"{name}.txt" for name in LISTS}


def test_endings_of_names_and_of_phrases_differ_in_strength() -> None:
    assert {ending.strength for ending in name_endings().values()} == {Strength.STRONG, Strength.WEAK, Strength.KEPT}
    assert {ending.strength for ending in headings().values()} == {Strength.NAME, Strength.POLICY, Strength.PHRASE}


def test_stops_are_no_terms_by_another_list() -> None:
    assert not word_list("stops") & (word_list("nouns") | word_list("statistics"))


def test_the_longest_ending_gives_the_type() -> None:
    assert type_by_ending("浙江省行动计划", ConceptType.OTHER) is ConceptType.STRATEGY
    assert type_by_ending("之江", ConceptType.OTHER) is ConceptType.OTHER
    assert type_by_ending("改革", ConceptType.OTHER) is ConceptType.OTHER
