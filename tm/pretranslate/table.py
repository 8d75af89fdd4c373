"""Tab-separated files filled: three columns more say what was filled, how near the match is, and where it is from.

A file in which nothing is filled stays as it is; any other has a heading row afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tm.formats.columns import Row, Table, table
from tm.formats.exact import decoded_exactly
from tm.formats.inline import text_of
from tm.pretranslate.filling import Filling, Slot
from tm.pretranslate.proposal import Proposal

__all__ = ["filled"]

_ADDED = ("match", "score", "origin")


def filled(path: Path, filling: Filling) -> Iterator[bytes]:
    """The file with its rows filled, in its own encoding; raises FormatError for rows of different widths."""
    found = table(path)
    data = path.read_bytes()
    proposals = {slot.place.line: proposal for slot, proposal in filling.answers(_slots(found)) if proposal}
    if not proposals:
        yield data
        return
    codec, text = decoded_exactly(data, found.text, path)
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix(mark).split("\n")
    ends = "\r\n" if lines[0].endswith("\r") else "\n"
    yield (mark if found.heading else f"{mark}{_heading(found)}{ends}").encode(codec)
    rows = {row.line: row for row in found.rows}
    for number, line in enumerate(lines, start=1):
        body = line.removesuffix("\r")
        if number in rows:
            body = _row(body, rows[number], found, proposals.get(number))
        elif body.strip():
            body = "\t".join((body, *_ADDED))
        behind = "\n" if number < len(lines) else ""
        yield f"{body}{line[len(line.removesuffix(chr(13))) :]}{behind}".encode(codec)


def _slots(found: Table) -> Iterator[Slot[Row]]:
    languages = ("zh", "en") if found.chinese_source else ("en", "zh")
    for number, row in enumerate((row for row in found.rows if row.cells[found.source].strip()), start=1):
        yield Slot(row, number, str(row.line), (row.cells[found.source],), (row.cells[found.target],), languages)


def _heading(found: Table) -> str:
    return "\t".join((*(("zh", "en") if found.chinese_source else ("en", "zh")), *_ADDED))


def _row(body: str, row: Row, found: Table, proposal: Proposal | None) -> str:
    if proposal is None:
        return f"{body}\t\t\t"
    cells = list(row.cells)
    cells[found.target] = text_of(proposal.inline).strip()
    told = (proposal.qualifier, f"{proposal.percent}%", proposal.origin)
    return "\t".join(" ".join(cell.split("\t")).replace("\n", " ").replace("\r", "") for cell in (*cells, *told))
