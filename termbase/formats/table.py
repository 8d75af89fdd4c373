"""Glossary tables as comma- or tab-separated text.

The columns are those of `headings.COLUMNS`. Only zh and en must be there, in any order and under many names; unknown
columns are ignored, and `describe` tells which. How rows make concepts is told in `grouping`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from termbase.errors import FormatError, unreadable
from termbase.formats.grouping import concepts_of
from termbase.formats.headings import COLUMNS, Headings, recognise
from termbase.formats.records import Record, fitted, parse, quoted, ragged
from termbase.formats.rows import Row, row_of
from termbase.formats.spreading import rows_of
from termbase.language.encodings import decode
from termbase.language.script import is_chinese
from termbase.model import Concept

__all__ = ["describe", "read", "rows_under", "told", "with_sides", "write", "write_tsv"]

_DELIMITERS = ",\t;"
_MEMOQ = "Entry_ID"
_REMEDY = "name the columns of the terms zh and en in the first row"
_OMEGAT = ", or give --format omegat if it is a glossary of OmegaT, which has no headings"


def read(path: Path) -> Iterator[Concept]:
    """The concepts of a table; encoding and delimiter are found by content.

    The whole file is understood before the first concept is handed out: a broken table gives an error and no concept.
    Raises InputError for a file that cannot be read and FormatError, with the line, for a row that breaks the format.
    """
    headings, records = _table(path)
    return iter(list(concepts_of(rows_under(headings, records, path), path=path)))


def rows_under(headings: Headings, records: Iterable[Record], path: Path) -> Iterator[Row]:
    """The rows of a table, understood; raises FormatError for one with more cells than headings."""
    for record in records:
        texts = fitted(record, len(headings.columns), path=path)
        cells = dict(zip(headings.columns, texts, strict=True))
        if headings.columns.count("note") > 1:
            notes = (text for column, text in zip(headings.columns, texts, strict=True) if column == "note")
            cells["note"] = "\n".join(dict.fromkeys(filter(None, map(str.strip, notes))))
        yield row_of({column: text for column, text in cells.items() if column}, record.line, path=path)


def describe(path: Path) -> Iterator[str]:
    """What `read` makes of the heading row: which columns it matched and which it ignores; and of rows too short."""
    headings, records = _table(path)
    yield f"{len(records)} rows; {told(headings)}"
    yield from ragged(records, len(headings.columns))


def told(headings: Headings) -> str:
    """The columns that were found and those that were not, in a sentence.

    >>> told(recognise(["中文", "English", "Grammar"]))
    'columns: zh (中文), en (English); ignored: Grammar'
    """
    found = ", ".join(column if column == name else f"{column} ({name.strip()})" for name, column in headings.matched)
    ignored = ", ".join(name.strip() or "(no name)" for name in headings.ignored)
    return f"columns: {found}{f'; ignored: {ignored}' if ignored else ''}"


def write(concepts: Iterable[Concept]) -> Iterator[str]:
    r"""The lines of a comma-separated table (RFC 4180, but line feeds), to be written as UTF-8 without a BOM.

    Cells that begin with = + - @ are left as they are: guarding them is for files meant for a spreadsheet only.

    >>> from termbase.model import ConceptType, Language, Term
    >>> terms = (Term(Language.ZH_HANS, "双循环", pinyin="shuāng xúnhuán"), Term(Language.EN, "dual circulation"))
    >>> print(*write([Concept(ConceptType.STRATEGY, terms)]), sep="", end="")
    concept,zh,en,pinyin,type,usage,kind,status,subject,definition,note,items,source,url,date,tier
    n1,双循环,dual circulation,shuāng xúnhuán,strategy,preferred,full form,approved,,,,,,,,
    """
    return _written(concepts, ",")


def write_tsv(concepts: Iterable[Concept]) -> Iterator[str]:
    """The lines of a tab-separated table; as `write` in all else."""
    return _written(concepts, "\t")


def _written(concepts: Iterable[Concept], delimiter: str) -> Iterator[str]:
    yield quoted(COLUMNS, delimiter)
    for number, concept in enumerate(concepts, start=1):
        name = f"n{number}" if concept.id is None else str(concept.id)
        for cells in rows_of(concept, name):
            yield quoted((cells.get(column, "") for column in COLUMNS), delimiter)


def _table(path: Path) -> tuple[Headings, list[Record]]:
    """The headings of a file and its rows; raises FormatError when a needed column is missing."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(error, path) from error
    text = decode(data, path)
    headings = _headings(text, path)
    if _MEMOQ in headings.found:
        raise FormatError(
            "this is a term base of memoQ, whose columns repeat", path=path, remedy="add --format memoq"
        )
    if headings.missing:
        raise FormatError(
            f"no column {' and no column '.join(headings.missing)}; found: {', '.join(headings.found)}",
            path=path,
            line=headings.line,
            remedy=_REMEDY + (_OMEGAT if headings.delimiter == "\t" else ""),
        )
    records = list(parse(text, headings.delimiter, path=path))[1:]
    return with_sides(headings, records), records


def _headings(text: str, path: Path) -> Headings:
    """The heading row, cut at the delimiter that yields most known columns, or else most cells."""
    best, failure = None, FormatError("the table is empty", path=path, remedy="begin with a heading row")
    for delimiter in _DELIMITERS:
        try:
            first = next(parse(text, delimiter, path=path), None)
        except FormatError as error:
            failure = error
            continue
        if first is None:
            break
        headings = recognise(first.cells, line=first.line, delimiter=delimiter)
        rank = (len(headings.matched), len(headings.found))
        if best is None or rank > best[0]:
            best = (rank, headings)
    if best is None:
        raise failure
    return best[1]


def with_sides(headings: Headings, records: list[Record]) -> Headings:
    """Headings in which `term` and `translation` are zh and en, as the cells below them show."""
    if "term" not in headings.columns:
        return headings
    term, translation = (headings.columns.index(column) for column in ("term", "translation"))
    chinese = [sum(is_chinese(one) for one in _column(records, place)) for place in (term, translation)]
    sides = {"term": "zh", "translation": "en"} if chinese[0] >= chinese[1] else {"term": "en", "translation": "zh"}
    return replace(headings, columns=tuple(sides.get(column, column) for column in headings.columns))


def _column(records: list[Record], place: int) -> Iterator[str]:
    return (record.cells[place] for record in records if place < len(record.cells))
