import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.language.lexicon import default_lexicon
from termbase.language.names import is_romanised_name, split_chinese_name
from termbase.language.persons import person_pinyin
from termbase.language.surnames import common_syllables, reading_of_surname, surnames, table_rows
from tests.cases import parametrized

# people in the news, one of each common surname
COMMON = ["王毅", "李强", "张又侠", "刘国中", "陈吉宁", "杨洁篪", "黄坤明", "赵乐际", "吴政隆", "周强"]


@parametrized("names")
def test_a_name_in_pinyin_is_told_from_a_place_and_a_title(case):
    assert is_romanised_name(case["words"].split()) is (case["is_name"] == "yes")


@parametrized("surnames")
def test_a_chinese_name_is_split_behind_its_surname(case):
    expected = (case["surname"], case["given"]) if case["surname"] else None
    assert split_chinese_name(case["name"]) == expected


@pytest.mark.parametrize("name", COMMON)
def test_the_pinyin_of_a_name_is_a_name_in_pinyin(name):
    assert is_romanised_name(person_pinyin(name).split())


@given(st.text(max_size=8))
def test_the_parts_of_a_name_give_it_back(name):
    parts = split_chinese_name(name)
    assert parts is None or "".join(parts) == name


@given(st.lists(st.text(max_size=8), max_size=4))
def test_no_words_are_refused(words):
    assert is_romanised_name(words) in {True, False}


def test_a_hundred_surnames_are_common():
    assert list(surnames())[:3] == ["王", "李", "张"]
    assert {"wang", "li", "zhang"} <= common_syllables() and "ling" not in common_syllables()
    assert reading_of_surname("浙") == ""


def test_every_place_that_looks_like_a_name_is_one_the_dictionary_has():
    lexicon = default_lexicon()
    rows = table_rows("place_collisions.tsv")
    assert {level for _, level in rows} == {"prefecture", "county"}
    unknown = [spelling for spelling, _ in rows if not lexicon.chinese_of(spelling.capitalize())]
    # the dictionary writes some with an apostrophe or as umlaut, which the spelling without tones has lost
    assert len(unknown) < 0.1 * len(rows), unknown
