"""XLSX workbooks: tables written with every cell as text or number, and rows read as text, in memory that stays flat.

Old or encrypted files, and archives that would unpack to more than a workbook can be, are refused before they are
opened.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from termbase.errors import FormatError, InputError, unreadable
from termbase.language.archives import refuse_bombs

__all__ = ["Sheet", "SheetFacts", "SheetRow", "facts", "hidden_sheets", "read_rows", "unguarded", "workbook"]

Cell = str | int | float
"""What is written into a cell: a text, never a formula, or a number."""

# A sheet of a million rows and four columns of sentences unpacks to about as much; a bomb to thousands of times more
_LARGEST = 1_000_000_000
# Parts that are not read row by row but whole: the texts of a million cells are as long
_LARGEST_WHOLE = 100_000_000
_WHOLE = re.compile(r"(?!xl/worksheets/).*\.xml")
# What a program may take for the beginning of a formula; an apostrophe before that is guarded too, to be kept
_FORMULA = re.compile("'*[=+@\t\r-]")
# Longer texts are cut by Excel without a word
_LONGEST = 32_767
_NO_TITLE = "[]:*?/\\"
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^<]*$")
_CHUNK = 1 << 18
# A sheet that claims more cells, and most are empty then, is read as wide and as long as its rows are
_MOST_CELLS = 10_000_000
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be written."""

    title: str
    """At most 31 characters are kept, and none of []:*?/ or a backslash."""
    heading: Sequence[Cell]
    rows: Iterable[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as it was read."""

    sheet: str
    number: int
    """In its sheet, from 1."""
    cells: tuple[str, ...]
    """As text; of a formula the value that was there when the file was saved. Of merged cells the first has it."""


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What is in a sheet besides rows."""

    title: str
    hidden: bool
    formulas: int
    unsaved: int
    """Formulas without a saved value, as programs write them that compute nothing: their cells are empty."""
    merged: int
    """Groups of merged cells; only the first of each has a text."""


def workbook(sheets: Iterable[Sheet], *, guard: bool = False) -> bytes:
    """The bytes of an XLSX file with a bold first row; texts stay texts, whatever they begin with.

    `guard` puts an apostrophe before a text that begins as formulas do, for people who save the table as CSV.
    Characters that XML cannot hold are left out. Raises InputError for a text that is longer than a cell can be.
    """
    from openpyxl import Workbook  # noqa: TID251 - its home

    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet("".join(sign for sign in sheet.title if sign not in _NO_TITLE)[:31] or "1")
        page.freeze_panes = "A2"
        try:
            page.append([_cell(page, value, bold=True, guard=guard) for value in sheet.heading])
            for row in sheet.rows:
                page.append([_cell(page, value, bold=False, guard=guard) for value in row])
        except InputError:
            page.close()
            raise
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def read_rows(path: Path) -> Iterator[SheetRow]:
    """The rows of all sheets that have something in them, one by one.

    Raises FormatError for a file that is no workbook, and InputError for one that cannot be read or is too large.
    """
    with _opened(path) as sheets:
        for sheet in sheets:
            for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
                cells = tuple(_text(value) for value in values)
                if any(cells):
                    yield SheetRow(sheet.title, number, cells)


def unguarded(text: str) -> str:
    """The text of a cell without the apostrophe that `guard` put before it.

    >>> unguarded("'=Yiwu"), unguarded("'Yiwu'")
    ('=Yiwu', "'Yiwu'")
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def facts(path: Path) -> list[SheetFacts]:
    """What a reader of each sheet should know and does not see in its rows; raises as `read_rows` does."""
    with _opened(path, formulas=True) as sheets:
        found = [(one.title, one.sheet_state != "visible", _formulas(one), _merged(one)) for one in sheets]
    if not any(formulas for _, _, formulas, _ in found):
        return [SheetFacts(title, hidden, 0, 0, merged) for title, hidden, _, merged in found]
    with _opened(path) as sheets:
        return [
            SheetFacts(title, hidden, len(formulas), _empty(sheet, formulas), merged)
            for sheet, (title, hidden, formulas, merged) in zip(sheets, found, strict=True)
        ]


def hidden_sheets(path: Path) -> list[str]:
    """The names of the hidden sheets, which `read_rows` reads as well; raises as it does."""
    with _opened(path) as sheets:
        return [sheet.title for sheet in sheets if sheet.sheet_state != "visible"]


@contextmanager
def _opened(path: Path, *, formulas: bool = False) -> Iterator[list[Any]]:
    """The sheets of a workbook, with formulas or what they gave; what goes wrong becomes an error with advice."""
    from openpyxl import load_workbook  # noqa: TID251 - its home
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: TID251 - its home

    broken = (
        InvalidFileException,
        zipfile.BadZipFile,
        zlib.error,
        ParseError,
        KeyError,
        ValueError,
        EOFError,
        TypeError,
        RuntimeError,  # zipfile, for a password; and for a version or a method that does not exist
    )
    try:
        with path.open("rb") as file:
            _refuse_bombs(file, path)
            with closing(load_workbook(file, read_only=True, data_only=not formulas)) as book:
                for sheet in book.worksheets:
                    if (sheet.max_row or 0) * (sheet.max_column or 0) > _MOST_CELLS:
                        sheet.reset_dimensions()
                yield book.worksheets
    except OSError as error:
        raise unreadable(error, path) from error
    except broken as error:
        raise FormatError(
            "not an XLSX file, or a damaged one",
            path=path,
            remedy="open it in Excel or LibreOffice and save it again",
        ) from error


def _formulas(sheet: Any) -> set[tuple[int, int]]:
    """The cells that compute, as (row, column)."""
    return {(cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}


def _empty(sheet: Any, cells: set[tuple[int, int]]) -> int:
    """How many of the cells have no value."""
    if not cells:
        return 0
    filled = ((cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return len(cells) - sum(place in cells for place in filled)


def _merged(sheet: Any) -> int:
    """The groups of merged cells, which openpyxl does not tell while it streams."""
    count, rest = 0, b""
    with sheet._get_source() as source:
        while chunk := source.read(_CHUNK):
            *tags, rest = (rest + chunk).split(b">")
            count += sum(_MERGED.search(tag) is not None for tag in tags)
    return count


def _cell(page: Any, value: Cell, *, bold: bool, guard: bool) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: TID251 - its home
    from openpyxl.styles import Font  # noqa: TID251 - its home

    cell = WriteOnlyCell(page)
    if isinstance(value, str):
        text = _ILLEGAL.sub("", value)
        text = f"'{text}" if guard and _FORMULA.match(text) else text
        if len(text) > _LONGEST:
            raise InputError(
                f"a text of {len(text):,} characters fits in no cell", remedy="write another format: TSV or JSON"
            )
        cell.value = text
        cell.data_type = "s"
    else:
        cell.value = value
    if bold:
        cell.font = Font(bold=True)
    return cell


def _text(value: object) -> str:
    """What a reader sees in the cell, nearly: a whole number without .0, a day without midnight.

    >>> _text(3.0), _text(3.5), _text(None), _text(True), _text(datetime(2024, 5, 6))
    ('3', '3.5', '', 'TRUE', '2024-05-06')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(value)


def _refuse_bombs(file: IO[bytes], path: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        refuse_bombs(archive, path, largest=_LARGEST)
        for part in archive.infolist():
            if part.file_size > _LARGEST_WHOLE and _WHOLE.fullmatch(part.filename):
                size = f"{part.file_size // 1_000_000:,} MB"
                raise InputError(f"its part {part.filename} would unpack to {size}", path=path, remedy="split it")
    file.seek(0)
