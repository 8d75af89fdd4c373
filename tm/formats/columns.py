"""Pairs in the rows of a table: tab- or comma-separated, with or without a heading row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from termbase.errors import FormatError, unreadable
from termbase.formats.headings import recognise
from termbase.language.encodings import decode
from termbase.language.script import has_han, is_chinese
from tm.formats.text_lines import lines
from tm.model import Segment, Unit

__all__ = ["Row", "Table", "read", "segments", "table"]

# Rows by which a stream tells which column is Chinese
_SAMPLE = 1_000


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
    """The pairs of a file of two columns, or of any columns of which a heading row names two, as a stream.

    Without a heading row the column with more Chinese in the first thousand rows is the Chinese one. In a
    tab-separated file quotation marks are text. Raises FormatError, with the line, when reading comes to a row with
    another number of columns.
    """
    comma = _has_commas(path)
    separated = _separated(lines(path, end="" if comma else "\n"), comma=comma)
    sample = list(islice(separated, _SAMPLE))
    heading, source, target, chinese = _layout(sample)
    for row in _alike(chain(sample[bool(heading) :], separated), len(heading) or 2, path):
        first, second = row.cells[source].strip(), row.cells[target].strip()
        if first and second:
            yield Unit(*((first, second) if chinese else (second, first)), path.name)


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
        raise unreadable(error, path) from error
    comma = _has_commas(path)
    rows = list(_separated(io.StringIO(text, newline="" if comma else "\n"), comma=comma))
    heading, source, target, chinese = _layout(rows)
    kept = tuple(_alike(rows[bool(heading) :], len(heading) or 2, path))
    return Table(text, kept, heading, source, target, chinese)


def _has_commas(path: Path) -> bool:
    return path.suffix.lower() == ".csv"


def _separated(text: Iterable[str], *, comma: bool) -> Iterator[Row]:
    """The rows that are not empty, of lines with their ends."""
    if comma:
        reader = csv.reader(text)
        return (Row(reader.line_num, tuple(cells)) for cells in reader if any(cell.strip() for cell in cells))
    stripped = (line.removesuffix("\n").removesuffix("\r") for line in text)
    return (Row(number, tuple(line.split("\t"))) for number, line in enumerate(stripped, start=1) if line.strip())


def _alike(rows: Iterable[Row], width: int, path: Path) -> Iterator[Row]:
    for row in rows:
        if len(row.cells) != width:
            raise FormatError(
                f"the row has {len(row.cells)} columns and not {width}",
                path=path,
                line=row.line,
                remedy="write Chinese, a tab and English, or name the columns in the first row",
            )
        yield row


def _layout(rows: Sequence[Row]) -> tuple[tuple[str, ...], int, int, bool]:
    """The cells of the heading row, if any; the columns of source and target; whether the source is Chinese."""
    headings = _headings(rows)
    heading = rows[0].cells if headings else ()
    source, target, chinese = headings or (0, 1, None)
    if chinese is None:
        chinese = _first_is_chinese(rows[bool(heading) :], source, target)
    return heading, source, target, chinese


def _headings(rows: Sequence[Row]) -> tuple[int, int, bool | None] | None:
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


def _first_is_chinese(rows: Sequence[Row], first: int, second: int) -> bool:
    """Whether the first column has Chinese lines, and no fewer than the second."""
    counts = [
        sum(is_chinese(row.cells[place]) for row in rows if place < len(row.cells)) for place in (first, second)
    ]
    if any(counts):
        return counts[0] >= counts[1]
    han = [
        sum(map(has_han, (row.cells[place] for row in rows if place < len(row.cells)))) for place in (first, second)
    ]
    return han[0] > han[1]
