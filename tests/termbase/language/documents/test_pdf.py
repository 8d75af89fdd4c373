"""PDF: paragraphs out of the lines of pages."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter  # noqa: TID251 - to make the samples

from termbase.errors import InputError
from termbase.language.documents.pdf import read
from tests.termbase.language.documents.samples import pdf


def _read(*pages: list[str]) -> list[str]:
    paragraphs, date = read(pdf(pages), Path("a.pdf"))
    assert date == ""
    return paragraphs


def test_chinese_lines_are_joined_without_space_over_the_page_break() -> None:
    pages = (
        [
            "义乌开放",
            "浙江加快打造高水平对外开放新高地，义乌国际商贸",
            "城去年进出口增长很快。",
            "来自四十多个国家和地区的客商纷纷前来洽谈合作，",
            "1",
        ],
        ["2", "市场里每天人来人往。"],
    )
    assert _read(*pages) == [
        "义乌开放",
        "浙江加快打造高水平对外开放新高地，义乌国际商贸城去年进出口增长很快。",
        "来自四十多个国家和地区的客商纷纷前来洽谈合作，市场里每天人来人往。",
    ]


def test_english_lines_are_joined_and_divided_words_made_whole() -> None:
    lines = [
        "The province has kept up high-standard develop-",
        "ment of its ports, and the level of high-",
        "standard opening grew. The Yangtze River-",
        "Delta cities, long-term partners, made a long-",
        "term plan.",
    ]
    assert _read(lines) == [
        (
            "The province has kept up high-standard development of its ports, and the level of high-standard opening grew."
            " The Yangtze River-Delta cities, long-term partners, made a long-term plan."
        )
    ]


def test_a_compound_of_two_words_of_the_text_keeps_its_hyphen() -> None:
    lines = ["The cross trains met the border trains at the cross-", "border station near the old line."]
    assert _read(lines) == ["The cross trains met the border trains at the cross-border station near the old line."]


@pytest.mark.parametrize("number", ["12", "- 12 -", "第12页", "第 12 页 共 30 页", "Page 12 of 30", "12/30", "xii"])
def test_page_numbers_are_left_out(number: str) -> None:
    assert _read(["Trade grew.", number], ["It fell."]) == ["Trade grew.", "It fell."]


def test_a_line_that_pages_share_is_no_text() -> None:
    pages = [[f"浙江统计公报 第{n}期", f"这是第{text}段。", str(n)] for n, text in enumerate("甲乙丙丁", 1)]
    assert _read(*pages) == ["这是第甲段。", "这是第乙段。", "这是第丙段。", "这是第丁段。"]


def test_a_line_on_two_pages_may_be_text() -> None:
    assert _read(["义乌。", "去年。"], ["义乌。", "今年。"]) == ["义乌。", "去年。", "义乌。", "今年。"]


def test_radicals_ligatures_and_spaced_characters_are_repaired() -> None:
    assert _read(["⼀带⼀路"], ["The oﬃce"], ["浙 江 省 义 乌"], ["李强 总理"]) == [
        "一带一路",
        "The office",
        "浙江省义乌",
        "李强 总理",
    ]


def test_a_pdf_of_pictures_only_says_so() -> None:
    with pytest.raises(InputError, match=r"a\.pdf: has no text, only pictures of it; run text recognition \(OCR\)"):
        _read([], [])


def _encrypted(user_password: str) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf([["义乌"]]))))
    writer.encrypt(user_password, "owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_an_encrypted_pdf_says_so_and_one_without_a_user_password_is_read() -> None:
    with pytest.raises(InputError, match=r"needs a password; save it without one"):
        read(_encrypted("secret"), Path("a.pdf"))
    assert read(_encrypted(""), Path("a.pdf"))[0] == ["义乌"]
