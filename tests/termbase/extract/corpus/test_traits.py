from __future__ import annotations

from importlib.resources import files

import pytest

from termbase.extract.corpus.tally import Tally
from termbase.extract.corpus.traits import GROUPS, traits_of, weighed
from termbase.extract.corpus.words import Part, part_of
from termbase.language.words import frequency
from tests.cases import parametrized

LEAST_FREQUENCY = 50


def rows() -> list[tuple[str, str, float]]:
    text = files("termbase.extract.corpus").joinpath("data", "traits.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]
    return [(group, trait, float(weight)) for group, trait, weight in lines[1:]]


def tally(words: str, left: str = "的", right: str = "。") -> Tally:
    pattern = "".join(map(part_of, words.split(" ")))
    return Tally(words.replace(" ", ""), words, pattern, 1, 1, 1, set(left), set(right))


@parametrized("corpus_traits")
def test_the_table_knows_what_terms_are_made_of(case: dict[str, str]) -> None:
    more, less = (traits_of(tally(case[side]))[case["group"]] for side in ("more", "less"))
    assert more > less


def test_neighbours_weigh_by_their_share() -> None:
    one, other, both = (traits_of(tally("比率", left))["before it"] for left in ("的", "融", "的融"))
    assert one > 0 > other
    assert both == pytest.approx((one + other) / 2)


def test_digits_and_latin_letters_are_each_one_character() -> None:
    assert list(weighed(tally("比率", "3"))) == list(weighed(tally("比率", "8")))
    assert traits_of(Tally("iBond", "iBond", "N", 1)) == traits_of(Tally("kBond", "kBond", "N", 1))


def test_a_form_that_is_no_run_of_words_has_characters_and_build_alone() -> None:
    groups = {group for group, _, _ in weighed(Tally("《清湖计划》", count=1))}
    assert groups == {"first character", "last character", "characters", "build"}


def test_the_table_holds_general_words_and_single_characters_only() -> None:
    letters = {value for name, value in vars(Part).items() if isinstance(value, str) and name.isupper()}
    table = rows()
    assert len(table) > 1_000
    assert len({(group, trait) for group, trait, _ in table}) == len(table)
    for group, trait, weight in table:
        assert group in GROUPS
        assert weight
        if "word" in group:
            assert frequency(trait) >= LEAST_FREQUENCY
        elif group == "build":
            assert letters.issuperset(trait.rstrip(" 01234").replace("…", "").replace("-", ""))
        elif group == "characters":
            assert 0 < int(trait) < 15
        else:
            assert len(trait) == 1
