"""Workbooks: what is written is read back, and what people do to them is told or refused."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl  # noqa: TID251 - makes what people make
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.errors import FormatError, InputError
from termbase.formats.spreadsheet import Sheet, workbook
from termbase.formats.xlsx import describe, read, write
from termbase.model import Concept, ConceptType, Language, Origin, Term
from tests.termbase.formats.test_table import concepts

Book = Callable[..., Path]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    def made(**sheets: list[tuple[str, ...]]) -> Path:
        path = tmp_path / "terms.xlsx"
        path.write_bytes(workbook(Sheet(name, rows[0], rows[1:]) for name, rows in sheets.items()))
        return path

    return made


@given(st.lists(concepts(), max_size=3))
@settings(max_examples=40, deadline=None)
def test_what_is_written_is_read_back_the_same(sample: list[Concept]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.xlsx"
        path.write_bytes(b"".join(write(sample)))
        assert list(read(path)) == sample


@pytest.mark.parametrize("text", ["=1+1", "+1", "-x", "@you", "'=x", "''@", "'x'", "plain"])
def test_what_looks_like_a_formula_is_guarded_and_comes_back(tmp_path: Path, text: str) -> None:
    concept = Concept(ConceptType.OTHER, (Term(Language.EN, text, origin=Origin.IMPORT),))
    path = tmp_path / "terms.xlsx"
    path.write_bytes(b"".join(write([concept])))
    assert list(read(path)) == [concept]
    cell = openpyxl.load_workbook(path).active["C2"]
    assert cell.data_type == "s"
    assert cell.value[0] not in "=+-@"


def test_a_long_definition_fits_and_one_too_long_is_refused() -> None:
    term = Term(Language.EN, "Yiwu", origin=Origin.IMPORT)
    concept = Concept(ConceptType.PLACE, (term,), definition_zh="甲" * 10_000)
    assert b"".join(write([concept]))
    with pytest.raises(InputError, match="fits in no cell"):
        list(write([replace(concept, definition_zh="甲" * 40_000)]))


def test_headings_are_recognised_and_sheets_without_them_are_told(book: Book) -> None:
    path = book(
        Terms=[("术语", "译文", "备注"), ("义乌", "Yiwu"), ("", "", ""), ("杭州", "Hangzhou", "city")],
        Colours=[("red", "green"), ("1", "2")],
    )
    assert [(concept.terms[0].text, concept.note) for concept in read(path)] == [("义乌", ""), ("杭州", "city")]
    assert list(describe(path)) == [
        "sheet Terms: 2 rows; columns: zh (术语), en (译文), note (备注)",
        "sheet Colours: passed over, for no columns zh and en were found",
    ]


def test_hidden_sheets_formulas_and_merged_cells_are_told(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    page = made.active
    page.title = "A"
    page.append(["zh", "en"])
    page.append(["义乌", "Yiwu"])
    page.append(["=A2", "city"])
    page.merge_cells("A4:A5")
    page.merge_cells("B4:B6")
    hidden = made.create_sheet("B")
    hidden.append(["zh", "en"])
    hidden.append(["杭州", "Hangzhou"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "terms.xlsx"
    made.save(path)
    assert list(describe(path)) == [
        "sheet A: 2 rows; columns: zh, en",
        "sheet A: 1 formulas, of which the value is read that was saved with them",
        "sheet A: 1 of them have no saved value and are empty: save it in Excel",
        "sheet A: 2 merged cells, of which only the first has a text",
        "sheet B (hidden): 1 rows; columns: zh, en",
    ]
    assert [concept.terms[0].text for concept in read(path)] == ["义乌", "city", "杭州"]


def test_the_concept_column_counts_within_its_sheet(book: Book) -> None:
    path = book(
        a=[("concept", "zh", "en"), ("1", "山", "hill"), ("1", "岗", "hillock")],
        b=[("concept", "zh", "en"), ("1", "水", "water")],
    )
    assert [len(concept.terms) for concept in read(path)] == [4, 2]


@pytest.mark.parametrize(
    ("rows", "line", "says"),
    [
        ([("zh", "en"), ("义乌", "Yiwu", "x")], 2, "the row is too long: 3 cells under 2 headings"),
        ([("zh", "en", "type"), ("义乌", "Yiwu", "town")], 2, "there is no type 'town'"),
        (
            [("zh", "note"), ("义乌", "Yiwu")],
            None,
            "no sheet has columns zh and en in its first row; found: zh, note",
        ),
    ],
)
def test_a_broken_sheet_is_refused_with_its_row(book: Book, rows, line: int | None, says: str) -> None:
    path = book(a=rows)
    with pytest.raises(FormatError) as raised:
        read(path)
    assert says in str(raised.value)
    assert (raised.value.path, raised.value.line) == (path, line)


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "terms.xlsx"
    path.write_text("zh,en\n", encoding="utf-8")
    with pytest.raises(FormatError, match="not an XLSX file"):
        read(path)
