"""Glossary tables as XLSX workbooks, for people: the columns of the other tables, every cell a text.

A cell that begins as formulas do is guarded with an apostrophe, which reading takes away again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from termbase.errors import FormatError
from termbase.formats.grouping import concepts_of
from termbase.formats.headings import COLUMNS, Headings, recognise
from termbase.formats.records import Record
from termbase.formats.rows import Row
from termbase.formats.spreading import rows_of
from termbase.formats.spreadsheet import Sheet, facts, read_rows, unguarded, workbook
from termbase.formats.table import rows_under, told, with_sides
from termbase.model import Concept

__all__ = ["describe", "read", "write"]


def write(concepts: Iterable[Concept]) -> Iterator[bytes]:
    """The bytes of a workbook with one sheet; raises InputError for a text that no cell can hold."""
    yield workbook([Sheet("glossary", COLUMNS, _rows(concepts))], guard=True)


def read(path: Path) -> Iterator[Concept]:
    """The concepts of all sheets that have columns for Chinese and English, hidden ones too.

    The whole file is understood before the first concept is handed out. Raises InputError for a file that cannot be
    read and FormatError, with the number of the row, for one that breaks the format.
    """
    rows: list[Row] = []
    for name, headings, records in _usable(path):
        rows += (
            replace(row, concept=f"{name} {row.concept}" if row.concept else "")
            for row in rows_under(headings, records, path)
        )
    return iter(list(concepts_of(rows, path=path)))


def describe(path: Path) -> Iterator[str]:
    """Which columns each sheet has, and what in it a person sees otherwise: hidden sheets, formulas, merged cells."""
    usable = {name: (headings, len(records)) for name, headings, records in _usable(path)}
    for fact in facts(path):
        headings, count = usable.get(fact.title, (None, 0))
        found = f"{count} rows; {told(headings)}" if headings else "passed over, for no columns zh and en were found"
        yield f"sheet {fact.title}{' (hidden)' if fact.hidden else ''}: {found}"
        if fact.formulas:
            yield f"sheet {fact.title}: {fact.formulas} formulas, of which the value is read that was saved with them"
        if fact.unsaved:
            yield f"sheet {fact.title}: {fact.unsaved} of them have no saved value and are empty: save it in Excel"
        if fact.merged:
            yield f"sheet {fact.title}: {fact.merged} merged cells, of which only the first has a text"


def _rows(concepts: Iterable[Concept]) -> Iterator[list[str]]:
    for number, concept in enumerate(concepts, start=1):
        name = f"n{number}" if concept.id is None else str(concept.id)
        for cells in rows_of(concept, name):
            yield [cells.get(column, "") for column in COLUMNS]


def _usable(path: Path) -> list[tuple[str, Headings, list[Record]]]:
    """The sheets with columns for both sides; raises FormatError when there is none."""
    seen: list[str] = []
    usable = []
    for name, rows in groupby(read_rows(path), key=lambda row: row.sheet):
        first = next(rows)
        headings = recognise(_trimmed(first.cells), line=first.number)
        seen += filter(None, headings.found)
        if not headings.missing:
            records = [Record(row.number, tuple(map(unguarded, row.cells))) for row in rows]
            usable.append((name, with_sides(headings, records), records))
    if not usable:
        raise FormatError(
            f"no sheet has columns zh and en in its first row; found: {', '.join(seen) or 'nothing'}",
            path=path,
            remedy="name the columns of the terms zh and en",
        )
    return usable


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells without the empty ones at the end."""
    count = max((place for place, cell in enumerate(cells, start=1) if cell.strip()), default=0)
    return cells[:count]
