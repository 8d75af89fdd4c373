"""The form in the other language, by evidence only."""

from __future__ import annotations

from termbase.extract.candidate import Candidate
from termbase.extract.forms import chinese_form, english_form
from termbase.model import ConceptType, Origin
from tests.cases import parametrized
from tests.termbase.extract.dictionary import WordList

WORDS = WordList(
    ("集装箱", "container"), ("椒江", "Jiaojiang"), ("杭州市", "Hangzhou"), ("港", "harbor"), ("张华", "Zhang Hua")
)


def candidate(text: str, type_: ConceptType = ConceptType.OTHER, gloss: str = "") -> Candidate:
    return Candidate(text, type_, (), 0.5, "a test", gloss=gloss)


def test_a_gloss_in_brackets_is_the_best_evidence_and_comes_in_simplified_characters() -> None:
    form = chinese_form(candidate("Yixin'ou", gloss="義新歐"), WORDS)
    assert form is not None
    assert (form.text, form.origin) == ("义新欧", Origin.GLOSS)


def test_a_word_that_the_dictionary_gives_both_ways_is_taken() -> None:
    form = chinese_form(candidate("Container"), WORDS)
    assert form is not None
    assert (form.text, form.origin) == ("集装箱", Origin.LEXICON)


def test_a_word_the_dictionary_does_not_know_stays_open() -> None:
    assert chinese_form(candidate("teapot economy"), WORDS) is None


def test_the_characters_of_a_person_or_a_company_are_never_taken_from_a_dictionary() -> None:
    assert chinese_form(candidate("Zhang Hua", ConceptType.PERSON), WORDS) is None
    assert chinese_form(candidate("Container", ConceptType.COMPANY), WORDS) is None
    assert english_form(candidate("张华", ConceptType.PERSON), WORDS) is None


def test_a_bare_abbreviation_is_not_looked_up_because_it_means_something_else_in_every_field() -> None:
    words = WordList(("资产担保证券", "ABS"))
    assert chinese_form(candidate("ABS", ConceptType.ABBREVIATION), words) is None
    assert chinese_form(candidate("ABS", ConceptType.ABBREVIATION, gloss="美国船级社"), words) is not None


def test_a_glossed_person_is_not_open() -> None:
    form = chinese_form(candidate("Zhang Hua", ConceptType.PERSON, gloss="张桦"), WORDS)
    assert form is not None
    assert form.text == "张桦"


def test_a_place_is_composed_of_a_known_name_and_its_generic() -> None:
    form = chinese_form(candidate("Jiaojiang District", ConceptType.PLACE), WORDS)
    assert form is not None
    assert (form.text, form.origin) == ("椒江区", Origin.COMPOSED)
    assert "Jiaojiang is 椒江" in form.reason


def test_a_name_that_two_places_share_stays_open() -> None:
    words = WordList(
        ("台州", "Taizhou"), ("泰州", "Taizhou"), ("杭", "Hangzhou"), ("义乌", "Yiwu"), ("义乌市", "Yiwu")
    )
    assert chinese_form(candidate("Taizhou", ConceptType.PLACE), words) is None
    assert chinese_form(candidate("Taizhou City", ConceptType.PLACE), words) is None
    assert chinese_form(candidate("Hangzhou", ConceptType.PLACE), words) is None
    only = chinese_form(candidate("Yiwu", ConceptType.PLACE), words)
    assert only is not None
    assert only.text == "义乌"


def test_a_generic_the_name_has_already_is_replaced_not_doubled() -> None:
    form = chinese_form(candidate("Hangzhou Port", ConceptType.PLACE), WORDS)
    assert form is not None
    assert form.text == "杭州港"


def test_a_place_with_an_unknown_name_or_generic_stays_open() -> None:
    assert chinese_form(candidate("Nowhere District", ConceptType.PLACE), WORDS) is None
    assert chinese_form(candidate("Jiaojiang Delta", ConceptType.PLACE), WORDS) is None
    assert chinese_form(candidate("Jiaojiang District", ConceptType.OTHER), WORDS) is None


def test_english_comes_from_a_gloss_then_from_the_dictionary() -> None:
    glossed = english_form(candidate("区域全面经济伙伴关系协定", gloss="RCEP"), WORDS)
    known = english_form(candidate("集装箱"), WORDS)
    assert glossed is not None
    assert known is not None
    assert (glossed.text, glossed.origin, known.text, known.origin) == (
        "RCEP",
        Origin.GLOSS,
        "container",
        Origin.LEXICON,
    )
    assert english_form(candidate("八八战略"), WORDS) is None


PLACES = WordList(
    ("浙江", "Zhejiang"), ("浙江省", "Zhejiang"), ("衢州", "Quzhou"), ("衢州市", "Quzhou"), ("宁波", "Ningbo"),
    ("舟山", "Zhoushan"), ("桐乡", "Tongxiang"), ("义乌", "Yiwu"), ("椒江", "Jiaojiang"), ("椒江", "Jiaojiang district"),
    ("黄河", "Yellow River"), ("中国人民银行", "People's Bank of China"), ("台州", "Taizhou"), ("泰州", "Taizhou"),
    ("中国", "China"), ("中华", "China"), ("格鲁吉亚", "Georgia"), ("佐治亚州", "Georgia"), ("云贵川", "Yunnan"),
    ("云南", "Yunnan"), ("义乌市", "Yiwu"), ("伊吾", "Yiwu"), ("伊吾县", "Yiwu"),
)  # fmt: skip


@parametrized("composed_forms")
def test_chinese_is_composed_of_known_parts_and_patterns_or_stays_open(case: dict[str, str]) -> None:
    form = chinese_form(candidate(case["english"], ConceptType(case["type"])), PLACES)
    assert (form.text if form else "") == case["chinese"]
    assert form is None or form.reason


def test_a_variant_that_tells_the_kind_of_place_settles_which_one_is_meant() -> None:
    yiwu = Candidate("Yiwu", ConceptType.PLACE, (), 0.5, "a test", variants=("Yiwu city",))
    form = chinese_form(yiwu, PLACES)
    assert form is not None
    assert form.text == "义乌"
    assert chinese_form(Candidate("Yiwu", ConceptType.PLACE, (), 0.5, "a test", variants=("Yiwus",)), PLACES) is None
