"""Pairs in the rows of a table: tab- or comma-separated, with or without a heading row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from termbase.errors import FormatError, InputError
from termbase.formats.headings import recognise
from termbase.language.encodings import decode
from termbase.language.script import is_chinese
from tm.model import Segment, Unit

__all__ = ["Row", "Table", "read", "segments", "table"]


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row."""

    line: int
    """On which it ends, from 1."""
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file and which of its columns are the pair; source is the column that comes first."""

    text: str
    rows: tuple[Row, ...]
    """Without the heading row, and without empty rows."""
    heading: tuple[str, ...]
    """The cells of the heading row; empty where there is none."""
    source: int
    target: int
    chinese_source: bool


def read(path: Path) -> Iterator[Unit]:
    """The pairs of a file of two columns, or of any columns of which a heading row names two.

    Without a heading row the column with more Chinese lines is the Chinese one. In a tab-separated file quotation
    marks are text. Raises FormatError, with the line, for a row with another number of columns.
    """
    found = table(path)
    for row in found.rows:
        source, target = row.cells[found.source].strip(), row.cells[found.target].strip()
        if source and target:
            yield Unit(*((source, target) if found.chinese_source else (target, source)), path.name)


def segments(path: Path) -> Iterator[Segment]:
    """The rows that have a source, translated or not; the column that stands first is the source."""
    found = table(path)
    languages = ("zh", "en") if found.chinese_source else ("en", "zh")
    rows = (row for row in found.rows if row.cells[found.source].strip())
    for number, row in enumerate(rows, start=1):
        texts = row.cells[found.source].strip(), row.cells[found.target].strip()
        yield Segment(*texts, path.as_posix(), number, str(row.line), *languages, line=row.line)


def table(path: Path) -> Table:
    """The rows of a tab- or comma-separated file; raises FormatError where they have not the same columns."""
    try:
        text = decode(path.read_bytes(), path)
    except OSError as error:
        raise InputError(f"the file cannot be read ({error.strerror})", path=path) from error
    rows = list(_comma_separated(text) if path.suffix.lower() == ".csv" else _tab_separated(text))
    headings = _headings(rows)
    for row in rows:
        if len(row.cells) != (len(rows[0].cells) if headings else 2):
            raise FormatError(
                f"the row has {len(row.cells)} columns and not {len(rows[0].cells) if headings else 2}",
                path=path,
                line=row.line,
                remedy="write Chinese, a tab and English, or name the columns in the first row",
            )
    if headings is None:
        return Table(text, tuple(rows), (), 0, 1, _first_is_chinese(rows, 0, 1))
    source, target, chinese = headings
    if chinese is None:
        chinese = _first_is_chinese(rows[1:], source, target)
    return Table(text, tuple(rows[1:]), rows[0].cells, source, target, chinese)


def _headings(rows: list[Row]) -> tuple[int, int, bool | None] | None:
    """The columns of source and target by the first row, and whether the source is Chinese, if that tells it."""
    columns = recognise(list(rows[0].cells)).columns if rows else ()
    if "zh" in columns and "en" in columns:
        source, target = sorted((columns.index("zh"), columns.index("en")))
        return source, target, columns[source] == "zh"
    # beside a translation `source` is a text; in a glossary it is where a term comes from
    for name in ("term", "source"):
        if name in columns and "translation" in columns:
            return columns.index(name), columns.index("translation"), None
    return None


def _tab_separated(text: str) -> Iterator[Row]:
    lines = text.replace("\r\n", "\n").split("\n")
    return (Row(number, tuple(line.split("\t"))) for number, line in enumerate(lines, start=1) if line.strip())


def _comma_separated(text: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""))
    return (Row(reader.line_num, tuple(cells)) for cells in reader if any(cell.strip() for cell in cells))


def _first_is_chinese(rows: list[Row], first: int, second: int) -> bool:
    """Whether the first column has Chinese lines, and no fewer than the second."""
    counts = [sum(is_chinese(row.cells[place]) for row in rows) for place in (first, second)]
    return counts[0] >= counts[1] and counts[0] > 0
