"""The records of delimited text (RFC 4180), each with the line on which it begins."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from termbase.errors import FormatError

__all__ = ["Record", "fitted", "parse", "quoted", "ragged"]

_NAMED = 5
"""As many lines are named; who has more of them to look at knows by then where to look."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table."""

    line: int
    """Number of the line on which the record begins, from 1; a quoted cell may go on over several lines."""
    cells: tuple[str, ...]


def parse(text: str, delimiter: str, *, path: Path | str | None = None) -> Iterator[Record]:
    r"""The records of a text, without the empty ones; line breaks in quoted cells are kept as `\n`.

    Raises FormatError for a quotation mark that is not closed, or closed in the middle of a cell.

    >>> for record in parse('zh,en\n“四千”精神,"Four-Thousand\nSpirit"\n,\n义乌,Yiwu\n', ","):
    ...     print(record.line, record.cells)
    1 ('zh', 'en')
    2 ('“四千”精神', 'Four-Thousand\nSpirit')
    5 ('义乌', 'Yiwu')
    """
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Record(line, tuple(cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise FormatError(
            f"the row that begins here cannot be read ({error})",
            path=path,
            line=line,
            remedy='close the quotation mark, and write a " inside a quoted cell as ""',
        ) from error


def fitted(record: Record, width: int, *, path: Path | str | None = None) -> tuple[str, ...]:
    """The cells of a record, one for each heading: missing ones at its end are empty, empty ones too many left out.

    Raises FormatError for a record with more texts than headings: one of them has a delimiter in it.

    >>> fitted(Record(2, ("义乌", "Yiwu", "")), 4), fitted(Record(2, ("义乌", "Yiwu", "")), 2)
    (('义乌', 'Yiwu', '', ''), ('义乌', 'Yiwu'))
    """
    cells, rest = record.cells[:width], record.cells[width:]
    if any(cell.strip() for cell in rest):
        raise FormatError(
            f"the row is too long: {len(record.cells)} cells under {width} headings",
            path=path,
            line=record.line,
            remedy="quote cells that contain the delimiter",
        )
    return cells + ("",) * (width - len(cells))


def ragged(records: Sequence[Record], width: int) -> Iterator[str]:
    """Which rows have fewer cells than there are headings, in a sentence; nothing where none has.

    >>> list(ragged([Record(2, ("义乌", "Yiwu")), Record(3, ("杭州",))], 2))
    ['1 rows are shorter than the row of headings, and their last cells taken for empty: line 3']
    """
    lines = [str(record.line) for record in records if len(record.cells) < width]
    if lines:
        named = "line " + ", ".join(lines[:_NAMED]) + (" …" if len(lines) > _NAMED else "")
        yield f"{len(lines)} rows are shorter than the row of headings, and their last cells taken for empty: {named}"


def quoted(cells: Iterable[str], delimiter: str) -> str:
    r'''One record as a line; a cell is quoted only where it must be.

    >>> quoted(["杭州", 'the "Paradise"', "a, b"], ",")
    '杭州,"the ""Paradise""","a, b"\n'
    '''
    return delimiter.join(_cell(cell, delimiter) for cell in cells) + "\n"


def _cell(cell: str, delimiter: str) -> str:
    if delimiter in cell or '"' in cell or "\n" in cell or "\r" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _lines(text: str) -> Iterator[str]:
    """Lines with their ends; every end (CR LF, CR, LF) becomes LF, in cells too."""
    start, text = 0, text.replace("\r\n", "\n").replace("\r", "\n")
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end
