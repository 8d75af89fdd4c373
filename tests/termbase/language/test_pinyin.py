import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.language.keys import pinyin_key
from termbase.language.numeral_words import numeral_spelling
from termbase.language.pinyin import person_pinyin, pinyin, split_syllables
from termbase.language.place_names import place_name, short_name
from termbase.language.readings import reading, reading_alone
from termbase.language.special_words import special_spelling
from termbase.language.spelling import joined
from termbase.language.surnames import table_rows
from termbase.language.syllables import is_syllable
from termbase.model import ConceptType
from tests.cases import parametrized, read_cases

chinese = st.text(
    alphabet="一不长行都重乐单曾浙江省市县义乌宁波数字经济发展的和之第三四五率化区港“”《》（）、aB1 ", max_size=12
)
types = st.sampled_from([None, *ConceptType])


@parametrized("spelling")
def test_a_term_is_spelled_as_the_standard_has_it(case):
    kind = ConceptType(case["type"]) if case["type"] else None
    assert pinyin(case["term"], kind) == case["pinyin"]


@parametrized("places")
def test_a_place_is_read_as_its_people_read_it(case):
    assert pinyin(case["name"], ConceptType.PLACE) == case["pinyin"]


@parametrized("surnames")
def test_a_person_is_spelled_surname_first(case):
    assert person_pinyin(case["name"]) == case["pinyin"]
    assert pinyin(case["name"], ConceptType.PERSON) == case["pinyin"]


@given(chinese, types)
@settings(max_examples=200, deadline=None)
def test_no_text_is_refused_and_no_chinese_character_or_quotation_mark_stays(text, kind):
    spelled = pinyin(text, kind)
    assert not any("\u4e00" <= ch <= "\u9fff" or ch in "“”《》" for ch in spelled)
    assert "  " not in spelled
    assert spelled == spelled.strip()


@pytest.mark.parametrize("text", ["", "WTO", "“”", "2023"])
def test_a_text_without_chinese_stays_as_it_is(text):
    assert pinyin(text) == text.strip("“”")


def test_characters_that_no_source_knows_stay():
    assert "\U00031234" in pinyin("浙\U00031234江")


@pytest.mark.parametrize("table", ["spellings.tsv", "places.tsv"])
def test_every_row_of_a_table_has_one_legal_syllable_for_each_character(table):
    rows = table_rows(table)
    assert len({name for name, _ in rows}) == len(rows)
    for name, spelled in rows:
        syllables = split_syllables(spelled)
        assert len(syllables) == len(name), name
        assert all(is_syllable(syllable) for syllable in syllables), name


def test_every_surname_has_a_reading_of_legal_syllables():
    rows = table_rows("surnames.tsv")
    assert len({name for name, _ in rows}) == len(rows) >= 550
    for name, readings in rows:
        for spelled in readings.split(","):
            assert len(split_syllables(spelled)) == len(name), name
            assert spelled[0].isupper(), name


def test_a_known_term_takes_no_time_when_asked_again():
    terms = [case["term"] for case in read_cases("spelling")]
    for term in terms:
        pinyin(term)
    begin = time.perf_counter()
    for term in terms:
        pinyin(term)
    assert (time.perf_counter() - begin) / len(terms) < 0.0002


def test_an_unknown_compound_is_read_by_the_words_in_it():
    assert reading("银行重组率") == ("yín", "háng", "chóng", "zǔ", "lǜ")
    assert reading_alone("长", last=False) == "cháng"


def test_a_word_with_two_readings_has_the_one_both_sources_know():
    assert reading("朝阳") in {("zhāo", "yáng"), ("cháo", "yáng")}
    assert special_spelling("朝阳产业") == "zhāoyáng chǎnyè"


def test_sandhi_of_one_and_not_is_never_written():
    for word in ("一个", "一定", "不是", "不断", "一律", "统一", "不一样"):
        assert not {"yí", "yì", "bú"} & set(reading(word)), word


def test_numbers_follow_the_standard():
    assert numeral_spelling("三百") == "sānbǎi"
    assert joined(["dì", "ān"]) == "dì'ān"


def test_a_place_no_source_knows_is_read_by_its_characters():
    assert place_name("凼鱼村") == ("Dàngyúcūn",)
    assert short_name("鱼") == ""


def test_the_key_of_a_spelling_is_what_one_types():
    assert pinyin_key(pinyin("八八战略")) == "babazhanlve"
