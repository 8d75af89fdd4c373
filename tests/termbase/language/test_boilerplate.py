"""What is text, and what only stands around it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.language.boilerplate import without_boilerplate
from termbase.language.boilerplate_patterns import LINES, TAILS, Pattern

_kinds = pytest.mark.parametrize("kind", [*LINES, *TAILS], ids=lambda kind: kind.name)


@pytest.mark.parametrize("kind", LINES, ids=lambda kind: kind.name)
def test_a_line_of_boilerplate_is_removed(kind: Pattern) -> None:
    assert kind.regex.fullmatch(kind.removes)
    assert without_boilerplate(["义乌", kind.removes, "Yiwu"]) == ["义乌", "Yiwu"]


@pytest.mark.parametrize("kind", TAILS, ids=lambda kind: kind.name)
def test_a_credit_is_cut_off_and_the_sentence_kept(kind: Pattern) -> None:
    credit = kind.regex.search(kind.removes)
    assert credit
    assert without_boilerplate([kind.removes]) == [kind.removes[: credit.start()]]


@_kinds
def test_a_text_with_the_same_words_is_kept(kind: Pattern) -> None:
    assert without_boilerplate([kind.keeps]) == [kind.keeps]


@pytest.mark.parametrize(
    "line",
    [
        "2025-07-21",
        "People's Daily Online) 10:17, March 5, 2024",
        "2024年5月16日 08:30　来源：样例日报",
        "发布时间： 2022-06-28 来源： 市商务局 浏览次数： 123",
        "上一页 1 2 3 ... 下一页",
        "第 3 页 共 12 页",
        "Page 3 of 12",
        "- 7 -",
        "责任编辑：张三",
        "[责任编辑: 张三]",
        "（新华社记者 张三 李四）",
        "（张三 摄）",
        "图片来源：新华社",
        "Photo by Li Wei",
        "(Xinhua/Fang Yihe)",
        "Views: 1,234",
        "阅读量 1.2万",
        "版权所有 © 义乌市人民政府 浙ICP备05000000号",
        "All rights reserved by Sample Daily",
        "未经授权许可，不得转载",
        "Back to top",
        "Share this article on WeChat",
        "---",
    ],
)
def test_usual_lines_around_a_text_are_removed(line: str) -> None:
    assert without_boilerplate([line]) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The new market (photographed by Ye Qing)", "The new market"),
        ("Busy (photographed b", "Busy"),
        ("It grew. (By A B, translated by C D) (Web editor: E F)", "It grew."),
        ("船队在码头装货。（新华社记者 张三 摄）", "船队在码头装货。"),
        ("船队在码头装货。新华社发（张三 摄）", "船队在码头装货。"),
        ("会议在义乌召开。（完）", "会议在义乌召开。"),
        ("会议在义乌召开。（来源：样例日报）", "会议在义乌召开。"),
        ("A terminal in Zhejiang Province. [Photo/Xinhua]", "A terminal in Zhejiang Province."),
    ],
)
def test_usual_credits_at_the_end_are_cut_off(text: str, kept: str) -> None:
    assert without_boilerplate([text]) == [kept]


@pytest.mark.parametrize(
    "text",
    [
        "The editor of the paper said exports grew.",
        "浏览次数超过100万次的视频有三条。",
        "编辑部设在义乌。",
        "未经许可，任何人不得将标志用于商业目的。",
        "Yiwu opens its port on June 13, 2023",
        "2022年6月28日义乌国际商贸城开业",
        "Yixinou (义新欧)",
        "The Jinyi Area (Zhejiang)",
        "第一，加强领导",
        "12个国家",
        "3.5 percent",
        "大中小企业融通发展",
        "首页改版后访问量大增。",
        "中国（浙江）自由贸易试验区（片区）",
        "Share of private firms",
        "More people come",
        "x" * 5000,
    ],
)
def test_text_is_kept_as_it_is(text: str) -> None:
    assert without_boilerplate([text]) == [text]


_MIXED = st.lists(
    st.sampled_from(
        [
            "来源：",
            "编辑：",
            "Source: ",
            "share ",
            "打印",
            "浏览次数",
            "上一页",
            "1 ",
            "photo by ",
            "(",
            "（",
            ")",
            "大",
            "张",
            ">",
            " ",
            "2022-06-28 ",
            "摄",
            "Xinhua",
            "/",
            "|",
            "义乌",
            "By Li ",
        ]
    ),
    max_size=60,
).map("".join)


@given(_MIXED)
def test_any_mixture_is_judged_at_once(text: str) -> None:
    begin = time.perf_counter()
    kept = without_boilerplate([text])
    assert time.perf_counter() - begin < 0.5
    assert all(text.strip().startswith(paragraph) for paragraph in kept)


@given(st.lists(st.text(max_size=30), max_size=5))
def test_what_was_cleaned_is_clean(paragraphs: list[str]) -> None:
    once = without_boilerplate(paragraphs)
    assert without_boilerplate(once) == once
