"""Segments in the tables of a DOCX file, as CAT tools export them for review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from termbase.errors import unreadable
from termbase.formats.headings import recognise
from termbase.language.documents.docx import table_rows
from termbase.language.script import is_chinese
from tm.model import Segment

__all__ = ["segments"]

# English characters for a Chinese one; more is no translation.
_MOST_TIMES = 6


def segments(path: Path) -> list[Segment]:
    """The rows with a Chinese and an English cell; the side that stands first is the source.

    Which columns they are is told by what is in them, so that numbers, states and comments beside them do no harm. A
    cell that is empty is a segment not translated yet. Empty for a file without such a table; raises InputError for
    a file that cannot be read.
    """
    rows = [row for row in _rows(path) if any(row) and not _is_heading(row)]
    columns = _columns(rows)
    if columns is None:
        return []
    source, target = sorted(columns)
    languages = ("zh", "en") if source == columns[0] else ("en", "zh")
    if not is_chinese("".join(rows[0][columns[0] : columns[0] + 1])):
        rows = rows[1:]  # a heading in words of its own: Source segment, Target segment
    pairs = [(row[source], row[target]) for row in rows if target < len(row) and row[source]]
    return [Segment(*pair, path.as_posix(), number, "", *languages) for number, pair in enumerate(pairs, start=1)]


def _rows(path: Path) -> Iterator[tuple[str, ...]]:
    try:
        return table_rows(path.read_bytes(), path)
    except OSError as error:
        raise unreadable(error, path) from error


def _is_heading(row: Sequence[str]) -> bool:
    columns = recognise(list(row)).columns
    return ("zh" in columns and "en" in columns) or ("source" in columns and "translation" in columns)


def _columns(rows: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """The column with the most Chinese text and the one that may be its English, where one row has both."""
    chinese: Counter[int] = Counter()
    for row in rows:
        chinese.update({place: len(cell) for place, cell in enumerate(row) if is_chinese(cell)})
    if not chinese:
        return None
    zh = chinese.most_common(1)[0][0]
    english: Counter[int] = Counter()
    for row in (row for row in rows if len(row) > zh):
        for place, cell in enumerate(row):
            if place not in chinese and any(map(str.isalpha, cell)):
                english[place] += min(len(cell), _MOST_TIMES * len(row[zh]))
    if not english:
        return None
    # states stand beside the pair and are short, comments are long and stand away from it
    return zh, max(english, key=lambda place: (english[place] / abs(place - zh), -place))
