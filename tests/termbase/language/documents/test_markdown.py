"""Markdown without its marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.language.documents.markdown import plain, read


def _read(text: str) -> tuple[list[str], str]:
    return read(text.encode(), Path("a.md"))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("# 义乌 #\n\n## Trade\nIt grew\nfast.", ["义乌", "Trade", "It grew fast."]),
        (
            "标题\n===\n正文第一行，\n第二行。\n\n小标题\n---\n正文",
            ["标题", "正文第一行，第二行。", "小标题", "正文"],
        ),
        ("- one\n  more\n- two\n\n1. 三\n2) 四\n* [x] done", ["one more", "two", "三", "四", "done"]),
        ("> quote\n> goes on\n\n> > deeper", ["quote goes on", "deeper"]),
        (
            "| 中文 | English |\n|:---|---:|\n| 双循环 | dual \\| circulation |",
            ["中文", "English", "双循环", "dual | circulation"],
        ),
        ("before\n```python\ncode()\n# no heading\n```\nafter\n~~~\n```\n~~~", ["before after"]),
        ("```\nnever closed", []),
        ("a\n\n***\n\n- - -\n\nb", ["a", "b"]),
        ("hard  \nbreak\\\nhere", ["hard", "break", "here"]),
        ("see [^1] and <https://a.cn/b>.\n\n[^1]: a note\n[ref]: https://a.cn", ["see and .", "a note"]),
        ("<!-- hidden\n\nstill -->shown <b>bold</b><br/>", ["shown bold"]),
        ("#hashtag\n\n2022年 \\# 1", ["#hashtag", "2022年 # 1"]),
        ("5 > 3 is true", ["5 > 3 is true"]),
    ],
)
def test_blocks_become_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert _read(text) == (paragraphs, "")


def test_front_matter_gives_title_and_date_only() -> None:
    text = "---\ntitle: '义乌开放'\ndate: 2023-06-13T08:00\ntags: [a, b]\n---\n正文"
    assert _read(text) == (["义乌开放", "正文"], "2023-06-13")


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("**“八八战略”**和*“四千”精神*", "“八八战略”和“四千”精神"),
        ("***all*** __of__ _it_ ~~gone~~", "all of it gone"),
        ('[一带一路](https://a.cn/b_(c) "t") [ref][1] ![map](m.png)', "一带一路 ref "),
        ("`code` and ``a ` b``", "code and a ` b"),
        ("\\*kept\\* \\[too\\]", "*kept* [too]"),
        # What only looks like a mark.
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("growth of 5%, <3 years, [sic]", "growth of 5%, <3 years, [sic]"),
        ("a lone * and ** and _", "a lone * and ** and _"),
    ],
)
def test_inline_marks_leave_their_words(marked: str, text: str) -> None:
    assert plain(marked) == text


@given(st.text(st.sampled_from("ab 义\n#*_`[]()<>|-=~!\\1."), max_size=120))
def test_any_text_gives_tidy_paragraphs(text: str) -> None:
    paragraphs, _ = _read(text)
    assert all(paragraph == paragraph.strip() != "" and "\n" not in paragraph for paragraph in paragraphs)
