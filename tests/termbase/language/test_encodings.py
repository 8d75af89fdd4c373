"""From bytes to text, or to a refusal a user can act on."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import InputError
from termbase.language.encodings import decode

# Zhejiang builds a new height of opening up; the Yiwu market's trade grew.
CHINESE = "浙江加快打造高水平对外开放新高地，义乌国际商贸城去年进出口增长13.1%。\n“八八战略”实施以来，"
# The integrated development of the delta; "we shall go on opening up", he said.
TRADITIONAL = "長江三角洲一體化發展，去年進出口增長。「我們將繼續開放」，他說。"
ENGLISH = "Xinhua’s report on Zhejiang’s “market” – trade rose £5 million.\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"],
)
@pytest.mark.parametrize("text", [CHINESE, "Yiwu (义乌) grew.", "Yiwu"])
def test_a_text_is_read_in_any_usual_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["cp950", "big5hkscs", "gb18030", "utf-16-be"])
def test_a_traditional_text_is_read(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding), "a.txt") == TRADITIONAL


def test_chinese_in_utf16_without_mark_and_ascii_is_known_by_its_punctuation() -> None:
    text = "浙江，义乌。"
    assert decode(text.encode("utf-16-le"), "a.txt") == text


def test_windows_english_keeps_its_quotation_marks() -> None:
    assert decode((ENGLISH * 3).encode("cp1252"), "a.txt") == ENGLISH * 3


def test_the_first_strange_byte_may_stand_late() -> None:
    text = "a" * 70_000 + "\n" + ENGLISH
    assert decode(text.encode("cp1252"), "a.txt") == text


def test_english_with_a_few_chinese_characters_in_gb18030_is_not_taken_for_windows() -> None:
    text = "Yiwu (义乌) grew a lot in the last years, said the official. " * 5
    assert decode(text.encode("gb18030"), "a.txt") == text


def test_accented_english_is_not_taken_for_chinese() -> None:
    text = "Zürich, Café Müller, naïve façade"
    assert decode(text.encode("cp1252"), "a.txt") == text


def test_windows_text_with_accented_pairs_that_are_no_gb18030_stays() -> None:
    text = "une chose créée, agréée, créé, idé"
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "not a text file"),
        (bytes(range(1, 9)) * 20, "not a text file"),
        (random.Random(1).randbytes(3000), "not a text file"),
        (random.Random(1).randbytes(3000).replace(b"\0", b"a"), "not a text file"),
        ("日本経済は成長している。東京の株式市場。".encode("cp932"), "seems to be in CP932, which is not read"),
        ("한국 경제가 성장하고 있다.".encode("cp949"), "seems to be in CP949, which is not read"),
        (b"\xff\xfea", "begins like UTF-16-LE, but byte 3 breaks its rules"),
        (b"\xef\xbb\xbfYiwu\xff", "begins like UTF-8, but byte 8 breaks its rules"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")
    assert message in str(caught.value)
    assert "save it as UTF-8" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_damaged_utf8_file_is_not_guessed_at_but_its_line_named() -> None:
    data = CHINESE.encode() * 9 + b"\xff" + CHINESE.encode() * 9
    with pytest.raises(InputError, match=r"^a\.txt:10: this line is not UTF-8, though the rest is; mend the line$"):
        decode(data, "a.txt")


def test_a_stray_null_does_not_make_a_text_binary() -> None:
    assert decode(b"Trade grew\0 by 5 percent.", "a.txt") == "Trade grew\0 by 5 percent."


def test_no_bytes_are_no_text() -> None:
    assert decode(b"", "a.txt") == ""


@given(st.text(st.characters(exclude_categories=["C"]), max_size=60))
def test_utf8_is_read_back_exactly(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(data, "a.txt"), str)
    except InputError as error:
        assert error.remedy
