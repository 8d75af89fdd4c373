"""Bilingual tables in DOCX files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from termbase.errors import InputError
from tests.termbase.language.documents.samples import docx, paragraph, run
from tm.formats.docx_table import segments

ROWS = [("港口增长了。", "The port grew."), ("它于2022年开港。", "")]


def table(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def written(folder: Path, body: str) -> Path:
    path = folder / "review.docx"
    path.write_bytes(docx(body))
    return path


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        [("中文", "English"), *ROWS],
        [("ID", "Status", "Source segment", "Target segment"), *[("1", "Draft", *row) for row in ROWS]],
        [("1", *ROWS[0], "a comment by the client"), ("2", *ROWS[1], "")],
        [("Chapter One",), *ROWS],
    ],
)
def test_the_pair_of_columns_is_found_by_what_is_in_it(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    found = segments(written(tmp_path, paragraph(run("Please review.")) + table(rows)))
    assert [(one.source, one.target, one.number) for one in found] == [(*ROWS[0], 1), (*ROWS[1], 2)]
    assert {(one.source_language, one.target_language) for one in found} == {("zh", "en")}


def test_english_first_is_english_to_chinese(tmp_path: Path) -> None:
    (found,) = segments(written(tmp_path, table([("The port grew.", "港口增长了。")])))
    assert (found.source_language, found.target_language) == ("en", "zh")


@pytest.mark.parametrize("rows", [[("a", "b")], [("港口", "八八战略")], [("", "")], [("港口",), ("", "The port")]])
def test_a_table_without_both_languages_is_no_bilingual_one(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    assert segments(written(tmp_path, table(rows))) == []


def test_a_document_without_tables_has_no_segments(tmp_path: Path) -> None:
    assert segments(written(tmp_path, paragraph(run("港口 port")))) == []


def test_paragraphs_of_a_cell_are_lines_and_deleted_text_is_gone(tmp_path: Path) -> None:
    deleted = '<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    cells = (
        f"<w:tc>{paragraph(run('港口'), deleted)}{paragraph(run('机场'))}</w:tc><w:tc>{paragraph(run('port'))}</w:tc>"
    )
    (found,) = segments(written(tmp_path, f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert (found.source, found.target) == ("港口\n机场", "port")


def test_what_is_no_docx_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "review.docx"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(InputError, match="not a DOCX file"):
        segments(path)
    with pytest.raises(InputError, match="no such file|is a folder"):
        segments(tmp_path / "none.docx")
