"""English text: tokens, word classes, base forms, frequencies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.language.english import tag, tokens, zipf
from termbase.language.english_classes import is_word, word_class


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pan'an’s tea", "Pan'an ’s tea"),
        ("the workers' hall", "the workers ' hall"),
        ("US$4.68 billion, 44.7%", "US$4.68 billion , 44.7%"),
        ("the U.S. market", "the U.S. market"),
        ("James C. Wood", "James C. Wood"),
        ("Giant Co., Ltd.", "Giant Co. , Ltd."),
        ("No. 1 of 18th", "No. 1 of 18th"),
        ("cross-border R&D", "cross-border R&D"),
        ("small- and medium-sized", "small- and medium-sized"),
        ("wait...now——then", "wait ... now —— then"),
        ("a 45-year-old port", "a 45-year-old port"),
        ("义新欧 (Yixinou)", "义新欧 ( Yixinou )"),
    ],
)
def test_words_and_marks_are_cut(text: str, expected: str) -> None:
    assert " ".join(token.text for token in tokens(text)) == expected


@given(st.text(max_size=60))
def test_a_token_is_the_text_at_its_place(text: str) -> None:
    cut = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in cut)
    assert (
        "".join(token.text for token in cut) == "".join("".join(text.split()).split("\x1f")) or not text.isprintable()
    )
    assert len(tag(cut)) == len(cut)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They trade", "PRP VBP"),
        ("the trade of these zones", "DT NN IN DT NNS"),
        ("to trade", "TO VB"),
        ("upstream industries include ports", "JJ NNS VBP NNS"),
        ("Trade grew", "NN VBD"),
        ("the port's cranes", "DT NN POS NNS"),
        ("foreign-invested sub-zones", "JJ NNS"),
    ],
)
def test_word_classes_follow_the_context(text: str, expected: str) -> None:
    assert " ".join(tag(tokens(text))) == expected


def test_unknown_words_have_the_class_of_their_ending() -> None:
    assert [word_class(word) for word in ("foobarization", "foobarly", "foobaring", "foobar")] == [
        "NN",
        "RB",
        "VBG",
        "NN",
    ]


def test_a_name_is_no_word_though_it_ends_like_one() -> None:
    assert [is_word(word) for word in ("Nanjing", "Tongling", "Yangtze", "China")] == [False] * 4
    assert [is_word(word) for word in ("Digitizing", "Co-Governance", "Ports", "Embedding")] == [True] * 4


def test_frequencies() -> None:
    assert zipf("trade") > zipf("throughput") > zipf("qwxyz") == 0
    assert zipf("trade-throughput") == zipf("throughput")
