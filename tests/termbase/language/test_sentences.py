"""Where sentences end in both languages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentencex import segment  # noqa: TID251 - the contract with the library is tested here

from termbase.language.documents import Document
from termbase.language.sentences import Sentence, split_document, split_paragraph
from termbase.model import Language
from tests.cases import parametrized

_PARAGRAPHS = st.text(
    st.one_of(
        st.sampled_from("。！？…；“”‘’『』（）()《》.!?\"' \n\t\u3000，、：:-0aAbBéI义说答𠮷他的"),
        st.characters(),
    ),
    max_size=80,
)


@parametrized("sentences_zh")
def test_a_chinese_paragraph_is_split_where_its_sentences_end(case: dict[str, str]) -> None:
    assert split_paragraph(case["text"], chinese=True) == case["sentences"].split("‖")


@parametrized("sentences_en")
def test_an_english_paragraph_is_split_where_its_sentences_end(case: dict[str, str]) -> None:
    assert split_paragraph(case["text"], chinese=False) == case["sentences"].split("‖")


def test_a_semicolon_ends_a_chinese_sentence_on_demand() -> None:
    assert split_paragraph("一是改革；二是开放。", chinese=True, semicolons=True) == ["一是改革；", "二是开放。"]


@pytest.mark.parametrize("chinese", [True, False])
def test_nothing_has_no_sentences(chinese: bool) -> None:
    assert split_paragraph("", chinese=chinese) == split_paragraph(" \n\u3000", chinese=chinese) == []


@given(_PARAGRAPHS, st.booleans(), st.booleans())
def test_the_sentences_joined_are_the_paragraph(text: str, chinese: bool, semicolons: bool) -> None:
    pieces = split_paragraph(text, chinese=chinese, semicolons=semicolons)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(piece and piece == piece.strip() for piece in pieces)


@given(_PARAGRAPHS)
def test_the_library_gives_back_every_character(text: str) -> None:
    text = "".join(ch for ch in text if not "\ud800" <= ch <= "\udfff" and ch != "\n")
    assert "".join(segment("en", text)) == text


@pytest.mark.parametrize(
    ("sentence", "chinese"),
    [
        ("他说：“改革是红利。”经济增长（很好）了3.5%。", True),
        ("The economy grew by 3.5 percent. ", False),
        ("去年增长。", False),
    ],
)
def test_a_very_long_paragraph_takes_time_in_proportion(sentence: str, chinese: bool) -> None:
    count = 100_000 // len(sentence)
    begin = time.perf_counter()
    pieces = split_paragraph(sentence * count, chinese=chinese)
    assert len(pieces) == count * max(1, sentence.count("。"))
    assert time.perf_counter() - begin < 2


def test_sentences_are_numbered_through_the_document_and_headings_stand_alone() -> None:
    paragraphs = ("义乌开放", "去年增长。今年很好。", "Trade grew. It fell.")
    assert split_document(Document("a.txt", Language.ZH_HANS, paragraphs, "")) == [
        Sentence("义乌开放", 0, 0),
        Sentence("去年增长。", 1, 1),
        Sentence("今年很好。", 2, 1),
        Sentence("Trade grew.", 3, 2),
        Sentence("It fell.", 4, 2),
    ]
