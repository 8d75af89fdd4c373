"""Lines into paragraphs."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.language.documents.lines import clean, joined, paragraphs_of, tidied

# Two paragraphs of invented news in each language.
ENGLISH = [
    (
        "The market of Yiwu opened a new hall for digital trade on Monday, and more than two thousand merchants from over"
        " forty countries came to see what the builders had made of the old sheds along the river."
    ),
    (
        "Officials of the province said that exports had grown by 13.1 percent in the first half of the year, which they put"
        " down to the new train line, to quicker customs work and to the low price of small goods."
    ),
]
CHINESE = [
    (
        "义乌数字贸易新馆周一开馆，来自四十多个国家和地区的两千多名客商前来参观，了解沿江老厂房改造后的新面貌。当地企业表示，"
        "新馆将帮助他们把小商品卖到更多的地方去，也让海外的买家更快地找到合适的货源。"
    ),
    (
        "据省商务厅介绍，今年上半年全省出口同比增长百分之十三点一，这得益于新开通的班列、更快的通关速度以及小商品的价格优势。"
        "下一步，全省将继续推进高水平对外开放，为企业走出去提供更好的服务和支持。"
    ),
]


def _wrapped(paragraph: str, width: int) -> list[str]:
    """A paragraph in lines of a width in characters, none beginning with a closing mark."""
    lines = []
    while paragraph:
        end = width
        while end < len(paragraph) and paragraph[end] in "，。、；：”":
            end -= 1
        lines.append(paragraph[:end])
        paragraph = paragraph[end:]
    return lines


@pytest.mark.parametrize("width", [50, 60, 72, 80])
@pytest.mark.parametrize("between", [[""], []])
def test_hard_wrapped_english_is_joined(width: int, between: list[str]) -> None:
    lines = [line for text in ENGLISH for line in [*textwrap.wrap(text, width, break_on_hyphens=False), *between]]
    assert paragraphs_of(lines) == ENGLISH


@pytest.mark.parametrize("width", [20, 30, 38])
def test_hard_wrapped_chinese_is_joined_without_spaces(width: int) -> None:
    lines = [line for text in CHINESE for line in [*_wrapped(text, width), ""]]
    assert paragraphs_of(lines) == CHINESE


@pytest.mark.parametrize("indent", ["    ", "\u3000\u3000", "\t"])
def test_an_indent_begins_a_paragraph(indent: str) -> None:
    lines = [line for text in ENGLISH for line in textwrap.wrap(text, 60, initial_indent=indent)]
    assert paragraphs_of(lines) == ENGLISH


def test_an_item_of_a_list_begins_a_paragraph() -> None:
    first, second = (textwrap.wrap(text, 60) for text in ENGLISH)
    full = [*first[:-1], first[-1] + " " + "x" * (58 - len(first[-1])) + "."]
    assert len(paragraphs_of([*full, *second])) == 1
    assert len(paragraphs_of([*full, "1. " + second[0], *second[1:]])) == 2


def test_a_line_for_each_paragraph_stays_so() -> None:
    lines = [*ENGLISH, "Yiwu", "Trade grew.", "A heading of the usual length", *CHINESE, "义乌"]
    assert paragraphs_of(lines) == lines


def test_a_list_of_short_terms_stays_a_list() -> None:
    terms = ["一带一路", "长三角", "双循环", "数字经济", "地瓜经济", "义新欧", "浙商", "飞地"]
    assert paragraphs_of(terms) == terms


def test_one_long_address_does_not_hide_the_width() -> None:
    lines = [*textwrap.wrap(" ".join(ENGLISH), 60), "", "https://example.org/" + "a" * 90, ""]
    assert paragraphs_of(lines)[0] == " ".join(ENGLISH)


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("义乌", "国际", "义乌国际"),
        ("义乌", "Yiwu", "义乌Yiwu"),
        ("opening", "up", "opening up"),
        ("high-", "standard", "high-standard"),
        ("trade -", "and more", "trade - and more"),
        ("（义新欧", "）", "（义新欧）"),
    ],
)
def test_lines_are_joined_as_their_script_asks(left: str, right: str, whole: str) -> None:
    assert joined(left, right) == whole


def test_every_kind_of_line_break_is_one_and_control_characters_go() -> None:
    assert (
        clean("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h\ti\x00\x07\ufeff\u200bj\u00adk")
        == "a\nb\nc\nd\ne\nf\ng\nh\tijk"
    )


@given(st.lists(st.text(st.sampled_from("ab1 .。义乌，\t\u3000-"), max_size=90), max_size=12))
def test_no_character_is_lost_and_no_paragraph_empty(lines: list[str]) -> None:
    paragraphs = paragraphs_of(lines)
    assert "".join("".join(paragraphs).split()) == "".join("".join(lines).split())
    assert all(paragraph == paragraph.strip() != "" for paragraph in paragraphs)


@given(st.lists(st.text()))
def test_tidied_lines_are_tidy(lines: list[str]) -> None:
    once = tidied(lines)
    assert tidied(once) == once
