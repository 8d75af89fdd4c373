"""English candidates: names whole and typed, slogans, terms of the field, one candidate for one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.extract.english.candidates import english_candidates
from termbase.language.keys import english_key
from termbase.language.sentences import Sentence
from termbase.model import ConceptType, Kind
from tests.cases import parametrized
from tests.termbase.extract.english.article import candidates_of, sentences_of


@parametrized("english_names")
def test_a_name_is_whole_and_has_its_type(case: dict[str, str]) -> None:
    found = candidates_of(case["sentence"])
    assert case["name"] in found
    assert found[case["name"]].type.value == case["type"]


@parametrized("english_no_names")
def test_a_capital_alone_makes_no_name(case: dict[str, str]) -> None:
    assert case["form"] not in candidates_of(case["sentence"])


@parametrized("english_slogans")
def test_a_slogan_in_quotation_marks_is_found(case: dict[str, str]) -> None:
    assert case["slogan"] in candidates_of(case["sentence"])


@parametrized("english_speech")
def test_quoted_speech_is_no_slogan(case: dict[str, str]) -> None:
    assert case["quotation"] not in candidates_of(case["sentence"])


@parametrized("english_terms")
def test_a_term_of_the_field_is_found(case: dict[str, str]) -> None:
    found = {english_key(text): candidate for text, candidate in candidates_of(case["sentence"]).items()}
    assert found[english_key(case["term"])].type.value == case["type"]


@parametrized("english_no_terms")
def test_a_collocation_is_no_term(case: dict[str, str]) -> None:
    assert case["phrase"] not in candidates_of(case["sentence"])


@parametrized("english_variants")
def test_the_forms_of_one_thing_are_gathered(case: dict[str, str]) -> None:
    found = candidates_of(case["article"])
    assert case["text"] in found
    assert set(found[case["text"]].variants) == set(case["variants"].split("|"))


@parametrized("english_apart")
def test_different_things_stay_apart(case: dict[str, str]) -> None:
    found = candidates_of(case["article"])
    one = next(candidate for text, candidate in found.items() if text.endswith(case["one"]))
    other = next(candidate for text, candidate in found.items() if text.endswith(case["other"]))
    assert one is not other
    assert case["other"] not in one.variants


@parametrized("english_glosses")
def test_chinese_in_brackets_is_the_gloss(case: dict[str, str]) -> None:
    assert candidates_of(case["sentence"])[case["text"]].gloss == case["gloss"]


def test_a_variant_tells_its_reason() -> None:
    found = candidates_of("We met Maple Stone Co., Ltd. there.", "The price at Maple Stone rose.")
    assert "Maple Stone: another form of Maple Stone Co., Ltd." in found["Maple Stone Co., Ltd."].reason


def test_an_abbreviation_without_a_full_form_is_an_acronym() -> None:
    assert candidates_of("It moved 3 million TEU last year.")["TEU"].kind is Kind.ACRONYM


def test_a_word_that_is_a_name_elsewhere_is_one_at_the_start_of_a_sentence() -> None:
    found = candidates_of("The plans of Giant are bold. Giant grew. The sales of Giant rose.")
    assert len(found["Giant"].occurrences) == 3


def test_a_name_in_a_heading_is_known_from_the_text() -> None:
    found = candidates_of(
        "Jinhua Shows the Three Rivers Tea Hall", "We saw the Three Rivers Tea Hall in the evening."
    )
    assert "Jinhua" in found
    assert [place.sentence for place in found["Three Rivers Tea Hall"].occurrences] == [0, 1]


def test_the_members_of_a_list_have_one_type() -> None:
    found = candidates_of("They sell to customers such as Varnholt, Brixo, and Quandt.")
    assert [found[name].type for name in ("Varnholt", "Brixo", "Quandt")] == [ConceptType.COMPANY] * 3


def test_a_repeated_term_is_surer() -> None:
    once = candidates_of("The port has a container terminal.")["container terminal"]
    often = candidates_of("The container terminal is here.", "That container terminal is there.")[
        "container terminal"
    ]
    assert often.score > once.score


def test_a_term_that_only_stands_inside_a_longer_one_is_not_proposed_apart() -> None:
    assert "industry chain" not in candidates_of("They built the tea industry chain here.")


def test_an_article_without_terms_gives_none() -> None:
    assert english_candidates([]) == []
    assert candidates_of("He was there and so was she.") == {}


def test_a_very_long_line_takes_time_in_proportion() -> None:
    line = 'The "Port Group of X and Y Co., Ltd. (' * 3000
    assert english_candidates([Sentence(line, 0, 0)])


_PIECES = st.sampled_from(
    [
        "The",
        "Jinhua",
        "port",
        "of",
        "and",
        '"go',
        'global"',
        "(CRE)",
        "义新欧",
        "（义新欧）",
        "Co.,",
        "Ltd.",
        "General",
        "Secretary",
        "Xi",
        "No.",
        "1",
        "'s",
        "’",
        "“",
        "”",
        "‘",
        ",",
        ".",
        "-",
        "—",
        "trade",
        "e-commerce",
        "opening",
        "up",
        "in",
        "goods",
        "18th",
        "National",
        "Congress",
        "on",
        "for",
        "small-",
        "per",
        "capita",
        "world's",
        "《",
        "》",
    ]
)


@given(st.lists(st.lists(_PIECES, min_size=1, max_size=14), min_size=1, max_size=4))
def test_every_occurrence_is_a_form_of_its_candidate(texts: list[list[str]]) -> None:
    sentences = [Sentence(" ".join(words), number, number) for number, words in enumerate(texts)]
    for candidate in english_candidates(sentences):
        keys = {english_key(form) for form in (candidate.text, *candidate.variants)}
        assert 0 <= candidate.score <= 1
        assert candidate.reason
        for place in candidate.occurrences:
            assert english_key(sentences[place.sentence].text[place.start : place.end]) in keys


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert english_candidates([Sentence(text, 0, 0)]) == english_candidates([Sentence(text, 0, 0)])


def test_the_best_come_first() -> None:
    scores = [
        found.score for found in english_candidates(sentences_of("Jinhua trade grew.", "The port of Jinhua grew."))
    ]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    "text", ["Co., Ltd. “ Co.,", "The Ltd. Co., Ltd. “Co., of", "Group Group Co.", "Inc. (Inc.) Inc."]
)
def test_a_text_of_nothing_but_legal_forms_breaks_nothing(text: str) -> None:
    assert all(found.text for found in candidates_of(text).values())


@pytest.mark.parametrize(
    ("sentence", "slogan"),
    [
        (
            "It aims to clean rivers, plant forests, close old quarries and save energy.",
            "clean rivers, plant forests, close old quarries and save energy",
        ),
        ("It aims to clean rivers, plant forests and save energy.", ""),
        ("It led to old houses, green fields, clean rivers and tall trees.", ""),
        ("He went to see Ding, said hello, asked a question and left again.", ""),
    ],
)
def test_a_series_of_four_acts_is_a_slogan(sentence: str, slogan: str) -> None:
    listed = [text for text, one in candidates_of(sentence).items() if "counted list" in one.reason]
    assert listed == ([slogan] if slogan else [])


def test_the_letters_of_an_abbreviation_keep_their_capitals_inside_a_term() -> None:
    assert "product R&D center" in candidates_of("Its product R&D center grew. The product R&D center is new.")


def test_a_place_has_no_plural_among_its_forms() -> None:
    [place] = [
        one for one in candidates_of("Zhejiang grew. There are three Zhejiangs.").values() if one.type == "place"
    ]
    assert "Zhejiangs" not in place.variants
