"""Numbers and dates are read by value."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.language.numbers import dates, quantities, values
from tests.cases import parametrized
from tests.termbase.language.numbers import described


@parametrized("numbers_zh")
def test_a_chinese_number_has_its_value_and_unit(case: dict[str, str]) -> None:
    assert described(values(case["text"], chinese=True)) == case["values"]


@parametrized("numbers_en")
def test_an_english_number_has_its_value_and_unit(case: dict[str, str]) -> None:
    assert described(values(case["text"], chinese=False)) == case["values"]


@parametrized("dates_zh")
def test_a_chinese_date_has_its_parts(case: dict[str, str]) -> None:
    assert described(values(case["text"], chinese=True)) == case["values"]


@parametrized("dates_en")
def test_an_english_date_has_its_parts(case: dict[str, str]) -> None:
    assert described(values(case["text"], chinese=False)) == case["values"]


def test_quantities_and_dates_are_the_two_halves_of_the_values() -> None:
    text = "2022年6月，二十多家企业投资3.5万亿元"
    both = [*dates(text, chinese=True), *quantities(text, chinese=True)]
    assert sorted(both, key=lambda value: value.start) == values(text, chinese=True)


_PIECES = st.sampled_from(
    [
        "一",
        "二",
        "三",
        "十",
        "百",
        "千",
        "万",
        "亿",
        "两",
        "半",
        "几",
        "多",
        "余",
        "点",
        "零",
        "第",
        "年",
        "月",
        "日",
        "号",
        "至",
        "到",
        "-",
        "–",
        "%",
        "5",
        "12",
        "2018",
        "3.5",
        ",",
        "，",
        "。",
        "分",
        "之",
        "倍",
        "成",
        "折",
        "翻",
        "番",
        "上",
        "下",
        "季",
        "度",
        "世纪",
        "元",
        "个",
        "percent",
        "half",
        "two",
        "hundred",
        "million",
        "-",
        "and",
        "a",
        "of",
        "the",
        "third",
        "May",
        "June",
        "1990s",
        "$",
        "¥",
        "to",
        "'",
        "½",
        "5G",
        "零下",
        "负",
        "十四五",
        "二十大",
        "周三",
        "去年",
        "first",
        "quarter",
        "one",
        "in",
        "five",
        "times",
        "fold",
        "doubled",
        "p.m.",
        ":",
        "/",
        "２",
        "萬",
        "Ⅲ",
        "http://a",
    ]
)
_TEXTS = st.one_of(
    st.text(max_size=60), st.lists(_PIECES, max_size=14).map("".join), st.lists(_PIECES, max_size=14).map(" ".join)
)


@given(_TEXTS, st.booleans())
def test_any_text_is_read_and_places_never_overlap(text: str, chinese: bool) -> None:
    end = 0
    for value in values(text, chinese=chinese):
        assert end <= value.start < value.end <= len(text)
        assert value.text == text[value.start : value.end]
        end = value.end


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "一",
        "十",
        "万",
        "一十",
        "2018年",
        "1-",
        "a",
        "A1",
        "one ",
        "hundred ",
        "1,000",
        "5 %",
        "half ",
        "百分之",
        "第",
        "几",
        " ",
        "- ",
        "May ",
        "三点",
        "半",
    ],
)
@pytest.mark.parametrize("chinese", [True, False])
def test_a_hostile_text_takes_time_in_proportion_to_its_length(piece: str, chinese: bool) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        started = time.process_time()
        values(text, chinese=chinese)
        return time.process_time() - started

    short, long = seconds(10_000), seconds(40_000)
    assert long < max(12 * short, 0.5)  # four times as long; quadratic would be sixteen
