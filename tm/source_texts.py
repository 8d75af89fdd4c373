"""What there is to translate in a file, segment by segment: an article, a bilingual file, a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from termbase.formats.headings import recognise
from termbase.formats.spreadsheet import SheetRow, read_rows
from termbase.language.documents import read_document
from termbase.language.script import is_chinese
from termbase.language.sentences import split_document, split_paragraph
from tm.formats import BITEXTS
from tm.formats.segments import segments

__all__ = ["source_texts"]

_LETTER = re.compile(r"[^\W\d_]")
_BILINGUAL = frozenset(suffix for one in BITEXTS.values() for suffix in one.suffixes)


def source_texts(path: Path) -> list[str]:
    """The segments to be translated, those translated already as well.

    An article is split into sentences; a bilingual file has its own segments. In a workbook the cells are split,
    those of one column where the headings of a sheet name two languages, and hidden sheets count too.
    Raises InputError for a file that cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix in _BILINGUAL:
        return [text for segment in segments(path) if (text := segment.source.strip())]
    if suffix == ".xlsx":
        lines = _lines(read_rows(path))
        return [text for line in lines for text in split_paragraph(line, chinese=is_chinese(line))]
    return [one.text for one in split_document(read_document(path))]


def _lines(rows: Iterator[SheetRow]) -> Iterator[str]:
    for _, some in groupby(rows, key=lambda row: row.sheet):
        column: int | None = None
        for number, row in enumerate(some):
            if number == 0 and (column := _source(row.cells)) is not None:
                continue
            for cell in row.cells if column is None else row.cells[column : column + 1]:
                yield from (line.strip() for line in cell.split("\n") if _LETTER.search(line))


def _source(cells: tuple[str, ...]) -> int | None:
    """The column of the source, where a heading row names two languages: the one that comes first."""
    columns = recognise(list(cells)).columns
    for pair in (("zh", "en"), ("term", "translation"), ("source", "translation")):
        if set(pair) <= set(columns):
            return min(columns.index(name) for name in pair)
    return None
