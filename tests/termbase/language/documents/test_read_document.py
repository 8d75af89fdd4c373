"""A file of any kind as a document, or one line that says why not."""

from __future__ import annotations

import logging
import time
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termbase.errors import InputError
from termbase.language.documents import Document, read_document
from termbase.model import Language
from tests.termbase.language.documents.samples import docx, paragraph, pdf, run

TEXT = "义乌开放\n发布日期：2022-06-28\n\n去年增长13.1%。今年很好。\n"


def _file(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_text_file_is_a_document(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", TEXT)
    paragraphs = ("义乌开放", "发布日期：2022-06-28", "去年增长13.1%。今年很好。")
    assert read_document(path) == Document(path.as_posix(), Language.ZH_HANS, paragraphs, "2022-06-28")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.TXT", "义乌\n\n金华"),
        ("a", "义乌\n\n金华"),
        ("a.srt", "义乌\n\n金华"),
        ("a.txt", "义乌\n\n金华".encode("gb18030")),
        ("a.md", "# 义乌\n金华"),
        ("a.htm", "<h1>义乌</h1><p>金华"),
        ("a.docx", docx(paragraph(run("义乌")) + paragraph(run("金华")))),
        ("a.pdf", pdf([["义乌"], ["金华"]])),
    ],
)
def test_every_kind_of_file_is_read(tmp_path: Path, name: str, data: bytes | str) -> None:
    document = read_document(_file(tmp_path, name, data))
    assert "".join(document.paragraphs) == "义乌金华"
    assert document.language is Language.ZH_HANS
    assert document.date == ""


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "is empty; check that it is the right file"),
        ("a.txt", b" \r\n\t\xe3\x80\x80\n", "has no text in it; check"),
        ("a.txt", b"\0\1\2\3" * 50, "not a text file; save it as UTF-8 text"),
        ("a.xyz", b"\0\1\2\3" * 50, "not a text file; save it as UTF-8 text"),
        ("a.txt", b"PK\3\4" + b"\0" * 30, "a ZIP or Office file, not text; save it as .docx or .txt"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 30, "an old or encrypted Office file; save it as .docx"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 30, "an old or encrypted Office file; save it as .docx"),
        ("a.txt", b"%PDF-1.7 ...", "a PDF file; name it .pdf"),
        ("a.docx", b"junk", "not a DOCX file, or a damaged one; open it in a word processor"),
        ("a.docx", docx("<w:p>"), "not a DOCX file, or a damaged one"),
        ("a.docx", docx(paragraph(run("义乌")))[:200], "not a DOCX file, or a damaged one"),
        ("a.docx", docx(""), "has no text in it"),
        ("a.pdf", b"%PDF-1.7 junk", "not a PDF file, or a damaged one; save or print it to PDF again"),
        ("a.pdf", b"junk", "not a PDF file, or a damaged one"),
        ("a.html", b"<html></html>", "has no text in it"),
        ("a.html", b"<!-- 1 -->", "has no text in it"),
        ("a.html", b"\0\1\2\3" * 50, "not a text file; save it as UTF-8 text"),
        ("a.txt", "Yiwu\n义乌\n".encode() * 20 + b"\xff", ":41: this line is not UTF-8, though the rest is"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = _file(tmp_path, name, data)
    with pytest.raises(InputError) as caught:
        read_document(path)
    assert str(caught.value).startswith(str(path))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file; check the name"):
        read_document(tmp_path / "absent.txt")
    with pytest.raises(InputError, match="is a folder, not a file; name the files in it"):
        read_document(tmp_path)


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _file(tmp_path, "a.txt", "义乌")

    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match="may not be read; ask for permission"):
        read_document(path)


def test_a_path_no_system_allows_is_refused() -> None:
    with pytest.raises(InputError):
        read_document(Path("a\0b.txt"))


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(100_000_001)
    with pytest.raises(InputError, match="larger than 100 MB; split it"):
        read_document(path)


def test_a_line_without_end_is_refused_at_once(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", b"Yiwu\n" + b"x" * 50_000_000)
    begin = time.perf_counter()
    with pytest.raises(InputError, match=":2: not running text: a line of more than 1,000,000 characters"):
        read_document(path)
    assert time.perf_counter() - begin < 1


def test_a_line_of_a_million_characters_is_the_longest(tmp_path: Path) -> None:
    longest = "字" * 1_000_000
    assert read_document(_file(tmp_path, "a.txt", f"一\n{longest}\n二")).paragraphs == ("一", longest, "二")
    with pytest.raises(InputError, match=":2: not running text"):
        read_document(_file(tmp_path, "a.txt", f"一\n{longest}二"))


def test_libraries_leave_no_noise(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    damaged = pdf([["义乌"]]).replace(b"startxref\n", b"startxref\n9")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert read_document(_file(tmp_path, "a.pdf", damaged)).paragraphs == ("义乌",)
    assert not caught
    assert capfd.readouterr() == ("", "")
    assert logging.root.manager.disable == logging.NOTSET


_KINDS = st.sampled_from(["txt", "md", "html", "docx", "pdf"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    kind=_KINDS,
    data=st.one_of(
        st.binary(min_size=1, max_size=200),
        st.text(min_size=1, max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")),
    ),
)
def test_any_bytes_are_a_document_or_refused(tmp_path: Path, kind: str, data: bytes) -> None:
    try:
        document = read_document(_file(tmp_path, f"a.{kind}", data))
    except InputError as error:
        assert error.remedy
    else:
        assert document.paragraphs
        assert all(text and text == text.strip() and "\n" not in text for text in document.paragraphs)


_SAMPLES = {"docx": docx(paragraph(run("义乌")) * 3), "pdf": pdf([["义乌", "Yiwu"], ["金华"]])}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(
    kind=st.sampled_from(["docx", "pdf"]),
    changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=20),
    cut=st.integers(0, 400),
)
def test_a_damaged_file_is_read_or_refused(
    tmp_path: Path, kind: str, changes: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(_SAMPLES[kind])
    for place, byte in changes:
        data[place % len(data)] = byte
    try:
        assert read_document(_file(tmp_path, f"a.{kind}", bytes(data[: len(data) - cut]))).paragraphs
    except InputError as error:
        assert error.remedy
