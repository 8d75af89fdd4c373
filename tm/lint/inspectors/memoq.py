"""Which rules a term base of memoQ as CSV breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from termbase.errors import FormatError, unreadable
from termbase.formats.records import Record, parse
from termbase.language.encodings import decode
from tm.lint.remarks import Remarks
from tm.lint.rules import memoq as rules

__all__ = ["inspect_memoq"]

_ENTRY = tuple(
    f"Entry_{name}"
    for name in (
        "ID",
        "Subject",
        "Domain",
        "ClientID",
        "ProjectID",
        "Created",
        "Creator",
        "LastModified",
        "Modifier",
        "Note",
    )
)
_LANGUAGE = re.compile(r"(?!Entry_|Term_)[A-Z][a-z]+(?:_\w+)*")


def inspect_memoq(path: Path, remarks: Remarks) -> str:
    """Read a term base row by row; returns what the file is, in words. Raises InputError."""
    text = _text(path, remarks)
    delimiter = max(",;\t", key=text.split("\n", 1)[0].count)
    headings: tuple[str, ...] = ()
    try:
        for record in parse(text, delimiter):
            if headings:
                _take_row(record, headings, remarks)
            else:
                headings = record.cells
                _take_headings(headings, record.line, remarks)
    except FormatError as error:
        remarks.is_stopped = True
        remarks.add(rules.BROKEN, error.line or 1, what=error.what, remedy=error.remedy)
    else:
        if not headings:
            _take_headings((), 1, remarks)
    return "memoQ CSV"


def _text(path: Path, remarks: Remarks) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(error, path) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        remarks.add(rules.ENCODING, data.count(b"\n", 0, error.start) + 1)
        return decode(data, path)


def _take_headings(headings: Sequence[str], line: int, remarks: Remarks) -> None:
    missing = [name for name in _ENTRY if name not in headings]
    if missing:
        shown = ", ".join(missing[:3]) + (f" and {len(missing) - 3} more" if len(missing) > 3 else "")
        remarks.add(rules.ENTRY_COLUMNS, line, columns=shown)
    languages = {name for name in headings if _LANGUAGE.fullmatch(name)}
    if len(languages) < 2:
        remarks.add(rules.LANGUAGES, line, count=str(len(languages)))


def _take_row(record: Record, headings: Sequence[str], remarks: Remarks) -> None:
    if len(record.cells) != len(headings):
        counts = {"count": str(len(record.cells)), "headings": str(len(headings))}
        remarks.add(rules.WIDTH, record.line, **counts)
        return
    pairs = zip(headings, record.cells, strict=True)
    if not any(cell.strip() for name, cell in pairs if _LANGUAGE.fullmatch(name)):
        remarks.add(rules.NO_TERM, record.line)
