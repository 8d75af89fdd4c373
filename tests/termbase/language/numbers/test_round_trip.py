"""What is written in one language or the other is read back with the same value."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from termbase.language.numbers import dates, quantities
from termbase.language.numbers.agreement import Verdict, agreement
from tests.termbase.language.numbers.writing import in_chinese, in_english

_WHOLE = st.one_of(
    st.integers(11, 10**12 - 1), st.integers(11, 99_999), st.sampled_from([10**power for power in range(2, 12)])
)
_MAGNITUDES = st.sampled_from(
    [("万", 10**4), ("亿", 10**8), ("万亿", 10**12), ("", 1), ("千万", 10**7), ("百亿", 10**10)]
)


@given(_WHOLE)
def test_a_whole_number_in_characters_is_read_back(value: int) -> None:
    (found,) = quantities(f"共有{in_chinese(value)}家企业", chinese=True)
    assert (found.value, found.measure) == (value, "家")


@given(_WHOLE)
def test_a_whole_number_in_words_is_read_back(value: int) -> None:
    (found,) = quantities(f"There are {in_english(value)} firms.", chinese=False)
    assert found.value == value


@given(st.decimals(min_value="0.01", max_value=9999, places=2), _MAGNITUDES)
def test_a_decimal_with_a_magnitude_agrees_with_the_plain_number(number: Decimal, magnitude: tuple[str, int]) -> None:
    word, size = magnitude
    (zh,) = quantities(f"投资{number}{word}元", chinese=True)
    (en,) = quantities(f"invested {Decimal(number * size):,f} yuan", chinese=False)
    assert zh.value == Fraction(number) * size == en.value
    assert agreement(zh, en).verdict is Verdict.SAME


@given(st.dates())
def test_a_date_agrees_with_its_translation_and_no_other_day(date) -> None:  # type: ignore[no-untyped-def]
    (zh,) = dates(f"于{date.year:04}年{date.month}月{date.day}日", chinese=True)
    name = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ][date.month - 1]
    if date.year < 1000:
        return
    (en,) = dates(f"on {name} {date.day}, {date.year}", chinese=False)
    (other,) = dates(f"on {date.day % 28 + 1} {name} {date.year}", chinese=False)
    assert agreement(zh, en).verdict is Verdict.SAME
    assert (agreement(zh, other).verdict is Verdict.VALUE) == (date.day != date.day % 28 + 1)
