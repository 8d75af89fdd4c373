"""The records of delimited text (RFC 4180), each with the line on which it begins."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from termbase.errors import FormatError

__all__ = ["Record", "parse", "quoted"]


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
