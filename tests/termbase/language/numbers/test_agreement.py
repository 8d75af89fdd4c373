"""A value of a translation says what the source says, or how it differs is said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termbase.language.numbers import values
from termbase.language.numbers.agreement import Verdict, agreement
from termbase.language.numbers.matching import match
from termbase.language.numbers.units import UNITS
from tests.cases import parametrized, read_cases


@parametrized("numbers_agreement")
def test_a_value_and_its_translation_compare_as_the_case_says(case: dict[str, str]) -> None:
    source, target = values(case["zh"], chinese=True), values(case["en"], chinese=False)
    found = agreement(source[0], target[0])
    assert (found.verdict.name.lower(), found.difference) == (case["verdict"], case["difference"])
    assert found.fits == (case["verdict"] in {"same", "rounded", "ambiguous"})


def test_what_is_no_date_says_none_of_its_parts() -> None:
    (month,), (share,) = values("五月", chinese=True), values("5 percent", chinese=False)
    (half,), (doubled,) = values("2.5", chinese=False), values("doubled", chinese=False)
    assert {agreement(month, other).verdict for other in (share, half, doubled)} == {Verdict.KIND}
    assert agreement(share, month).verdict is Verdict.KIND


@parametrized("numbers_matching")
def test_values_find_their_counterparts(case: dict[str, str]) -> None:
    found = match(values(case["zh"], chinese=True), values(case["en"], chinese=False))
    assert "; ".join(f"{pair.source.text} > {pair.target.text}" for pair in found.wrong) == case["wrong"]
    assert "; ".join(value.text for value in found.source_left if value.plain) == case["missing"]
    assert "; ".join(value.text for value in found.target_left if value.plain) == case["added"]


def test_a_table_in_one_segment_is_matched_by_equal_values() -> None:
    numbers = [str(number) for number in range(3000, 3400)]
    source, target = values("、".join(numbers), chinese=True), values("; ".join(reversed(numbers)), chinese=False)
    found = match(source, target)
    assert len(found.pairs) > 300
    assert not found.wrong


def test_every_unit_is_written_in_one_language_at_least_and_can_be_compared_with_itself() -> None:
    for case in read_cases("numbers_zh"):
        for value in values(case["text"], chinese=True):
            assert agreement(value, value).verdict is Verdict.SAME
    assert all(unit.factor > 0 for unit in UNITS.values())


_TEXT = st.lists(
    st.sampled_from(
        [
            "3亿元",
            "20%",
            "2018年",
            "一半",
            "三成",
            "2倍",
            "5公里",
            "6月28日",
            "数十",
            "近300",
            "30至40",
            "$5",
            "G20",
            "第3",
        ]
    ),
    max_size=6,
).map("，".join)


@given(_TEXT, _TEXT)
def test_each_value_is_in_one_pair_at_most_and_a_text_matches_itself(source: str, target: str) -> None:
    one, other = values(source, chinese=True), values(target, chinese=True)
    found = match(one, other)
    assert len(found.pairs) <= min(len(one), len(other))
    assert len({id(pair.target) for pair in found.pairs}) == len(found.pairs)
    alone = match(one, one)
    assert not alone.source_left
    assert not alone.wrong
