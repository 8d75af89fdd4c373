"""Workbooks: texts stay texts, rows come back, and what would fill the memory is refused."""

from __future__ import annotations

import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook  # noqa: TID251 - written and read by another program

from termbase.errors import FormatError, InputError
from termbase.formats.spreadsheet import Sheet, hidden_sheets, read_rows, workbook


def written(tmp_path: Path, *sheets: Sheet, guard: bool = False) -> Path:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(sheets, guard=guard))
    return path


def test_what_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    path = written(tmp_path, Sheet("a", ("zh", "n"), [("=1+1", 2), ("@义乌", 0.5)]))
    cells = [(cell.value, cell.data_type) for row in load_workbook(path)["a"].iter_rows(min_row=2) for cell in row]
    assert cells == [("=1+1", "s"), (2, "n"), ("@义乌", "s"), (0.5, "n")]


def test_formulas_are_guarded_when_asked(tmp_path: Path) -> None:
    path = written(tmp_path, Sheet("a", ("=x",), [("-1",), ("1-",), (-1,)]), guard=True)
    assert [row.cells[0] for row in read_rows(path)] == ["'=x", "'-1", "1-", "-1"]


def test_characters_that_xml_cannot_hold_are_left_out_and_titles_are_made_fit(tmp_path: Path) -> None:
    path = written(tmp_path, Sheet("a/b[" + "义" * 40, ("x\x07",), []), Sheet("?", ("y",), []))
    assert [(row.sheet, row.cells) for row in read_rows(path)] == [("ab" + "义" * 29, ("x",)), ("1", ("y",))]


def test_a_text_longer_than_a_cell_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="32,768 characters fits in no cell"):
        written(tmp_path, Sheet("a", ("义" * 32_768,), []))


def test_values_of_formulas_merged_cells_and_hidden_sheets(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    page.append(["一", "二"])
    page.append([None, None])
    page.append(["=1+1", 3.0])
    page.merge_cells("A1:B1")
    book.create_sheet("hidden").append(["三"])
    book["hidden"].sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert [(row.sheet, row.number, row.cells) for row in read_rows(path)] == [
        ("Sheet", 1, ("一", "")),
        ("Sheet", 3, ("", "3")),
        ("hidden", 1, ("三",)),
    ]
    assert hidden_sheets(path) == ["hidden"]


def archive(**parts: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not an XLSX file"),
        (b"zh,en", "not an XLSX file"),
        (archive(a=b"b"), "not an XLSX file"),
        (archive(a=bytes(20_000_000)), "it would unpack to 20 MB"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(InputError, match=says) as raised:
        list(read_rows(path))
    assert raised.value.remedy


def test_texts_that_would_fill_the_memory_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file, file.open("xl/sharedStrings.xml", "w") as part:
        part.write(Random(0).randbytes(1_000_000))
        for _ in range(101):
            part.write(bytes(1_000_000))
    with pytest.raises(InputError, match=r"its part xl/sharedStrings.xml would unpack to 102 MB; split it"):
        list(read_rows(path))


BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {name} '{f'&{inner};' * 10}'>" for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("doctype", [f"{BOMB}]>", "<!DOCTYPE x [<!ENTITY i SYSTEM 'file:///etc/hostname'>]>"])
def test_entities_in_a_workbook_are_not_followed(tmp_path: Path, doctype: str) -> None:
    path = written(tmp_path, Sheet("a", ("zh", "en"), [("义乌", "Yiwu")]))
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for name in ("xl/worksheets/sheet1.xml", "xl/workbook.xml"):
        text = parts[name].decode("utf-8").replace("义乌", "义乌&i;")
        head, _, body = text.rpartition("?>")
        made = f"{head}?>{doctype}{body}" if head else f"{doctype}{body}"
        path.write_bytes(archive(**{**parts, name: made.encode("utf-8")}))
        try:
            rows = [row.cells for row in read_rows(path)]
        except FormatError as error:
            assert "not an XLSX file, or a damaged one" in str(error)
        else:
            assert all(len(cell) < 10 for row in rows for cell in row)


def test_names_inside_a_workbook_lead_nowhere_else(tmp_path: Path) -> None:
    path = written(tmp_path, Sheet("a", ("zh", "en"), [("义乌", "Yiwu")]))
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("../outside.txt", "x")
    assert len(list(read_rows(path))) == 2
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    relations = parts["xl/_rels/workbook.xml.rels"].decode("utf-8")
    parts["xl/_rels/workbook.xml.rels"] = relations.replace("worksheets/sheet1.xml", "../../../etc/passwd").encode()
    path.write_bytes(archive(**parts))
    try:
        assert list(read_rows(path)) == []
    except FormatError as error:
        assert "not an XLSX file, or a damaged one" in str(error)
    assert list(tmp_path.iterdir()) == [path]


def test_damage_inside_of_a_sheet_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, Sheet("a", ("zh",), [("义乌",)] * 10))
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b"</row>", b"</rox>", 3)
    path.write_bytes(archive(**parts))
    with pytest.raises(FormatError, match="not an XLSX file, or a damaged one"):
        list(read_rows(path))


def test_an_encrypted_archive_is_told(tmp_path: Path) -> None:
    data = bytearray(archive(a=b"b"))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path = tmp_path / "a.xlsx"
    path.write_bytes(bytes(data))
    with pytest.raises(InputError, match="it is encrypted; save it without a password"):
        list(read_rows(path))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file|is a folder"):
        hidden_sheets(tmp_path / "none.xlsx")


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=8)


@given(st.lists(st.lists(cells, min_size=2, max_size=2), max_size=4))
def test_written_rows_are_read_back(rows: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), Sheet("a", ("zh", "en"), rows))
        read = [list(row.cells) for row in read_rows(path)]
    assert [[*row, ""][:2] for row in read] == [["zh", "en"], *(row for row in rows if any(row))]
