"""Web pages: the article, its heading, its date, its encoding."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase.errors import InputError
from termbase.language.documents.html import read

# Invented news, long enough to be recognised as an article.
PARAGRAPHS = [
    f"浙江加快打造高水平对外开放新高地，义乌第{number}市场去年进出口增长很快，来自各地的客商纷纷前来洽谈合作，市场里每天人来人往。"
    for number in "一二三四五六"
]


def _page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>t</title>{head}</head><body>{body}</body></html>".encode()


def _read(data: bytes) -> tuple[list[str], str]:
    return read(data, Path("a.html"))


def test_the_article_is_read_without_what_stands_around_it() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    page = _page(
        '<div class="nav"><a href="/">首页</a> <a href="/n">新闻</a></div>'
        f'<div class="article"><h1>义乌开放</h1>{body}</div>'
        '<div class="footer"><a href="/about">关于我们</a> 版权所有</div><script>var a = 1;</script>'
    )
    assert _read(page) == (["义乌开放", *PARAGRAPHS], "")


def test_a_heading_already_in_the_article_is_not_repeated() -> None:
    body = "".join(f"<p>{text}</p>" for text in (PARAGRAPHS[0], *PARAGRAPHS))
    paragraphs, _ = _read(_page(f"<h1>{PARAGRAPHS[0]}</h1>{body}"))
    assert paragraphs.count(PARAGRAPHS[0]) <= 2


def test_of_a_short_page_all_text_is_read_block_by_block() -> None:
    body = (
        "<h1>义乌</h1><p>高水平\n  对外开放 <b>很</b>好。<br>Trade\ngrew.</p><table><tr><td>a</td><td>b</td></tr></table>"
        "<ul><li>one</li><li>two</li></ul><style>p {}</style><!-- no --><p></p>"
    )
    assert _read(_page(body))[0] == ["义乌", "高水平对外开放 很好。", "Trade grew.", "a", "b", "one", "two"]


def test_a_page_without_body_is_read_too() -> None:
    assert _read("义乌<p>金华".encode())[0] == ["义乌", "金华"]


@pytest.mark.parametrize(
    "meta",
    [
        '<meta name="PubDate" content="2022-06-28 10:00">',
        '<meta property="article:published_time" content="2022-06-28T10:00:00+08:00">',
        '<meta itemprop="datePublished" content="2022年6月28日">',
        (
            '<meta name="keywords" content="2020-01-01"><meta name="PubDate" content="soon">'
            '<meta name="DC.Date" content="2022/6/28">'
        ),
    ],
)
def test_the_date_is_read_from_the_metadata(meta: str) -> None:
    assert _read(_page("<p>义乌</p>", meta)) == (["义乌"], "2022-06-28")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gb18030"), ("GBK", "gb18030"), ("big5", "big5hkscs"), ("gb2312", "utf-8"), ("x-none", "gb18030")],
)
def test_the_encoding_is_the_one_the_page_names_unless_it_is_wrong(declared: str, encoding: str) -> None:
    text = "義烏國際商貿城，長江三角洲一體化發展。"
    page = _page(f"<p>{text}</p>", f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">')
    assert _read(page.decode().encode(encoding))[0] == [text]


def test_latin_pages_keep_their_quotation_marks() -> None:
    page = _page("<p>Zhejiang’s market</p>", '<meta charset="iso-8859-1">').decode().encode("cp1252")
    assert _read(page)[0] == ["Zhejiang’s market"]


def test_a_page_that_names_xml_and_its_encoding_is_read() -> None:
    assert _read(b'<?xml version="1.0" encoding="utf-8"?>' + _page("<p>义乌</p>"))[0] == ["义乌"]


def test_a_binary_with_a_charset_in_it_is_refused() -> None:
    with pytest.raises(InputError):
        _read(b"\0\xff\xfe\1charset=gbk" * 40)


def test_a_page_nested_without_end_breaks_nothing() -> None:
    assert isinstance(_read(_page("<div>" * 3000 + "义乌"))[0], list)
