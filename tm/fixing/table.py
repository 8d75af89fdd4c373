"""Tab- and comma-separated files fixed: inside the cells of the column with the translations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from tm.fixing.edits import Edit, patches_of
from tm.fixing.fixable import Target
from tm.formats.cells import Cell, cells_of
from tm.formats.columns import table
from tm.formats.exact import decoded_exactly, is_encodable
from tm.formats.laid import Laid, Writing
from tm.formats.patching import Patch, spliced

__all__ = ["TableFile"]

_NEEDS_QUOTES = frozenset(',"\r\n')
_DIVIDES = frozenset("\t\r\n")


class TableFile:
    """A file of rows; each row with a source is a segment."""

    in_bytes: ClassVar[bool] = False

    def __init__(self, path: Path) -> None:
        """Take a file; nothing is read yet."""
        self._path = path
        self._commas = path.suffix.lower() == ".csv"
        self._codec, self._text = "utf-8", ""

    def targets(self) -> Iterator[Target]:
        """The translations of the rows; raises FormatError for rows that have not the same columns."""
        found = table(self._path)
        self._codec, self._text = decoded_exactly(self._path.read_bytes(), found.text, self._path)
        rows = cells_of(self._text, commas=self._commas)
        if found.heading:
            next(rows)
        number = 0
        for row, cells in zip(found.rows, rows, strict=True):
            if row.cells[found.source].strip():
                number += 1
                yield Target(number, number, self._maker(cells[found.target]))

    def copied(self, patches: Iterable[Patch]) -> Iterator[bytes]:
        """The file with the changes, in its own encoding."""
        changes = list(patches)
        return (piece.encode(self._codec) for piece in spliced([self._text], changes, str))

    def _maker(self, cell: Cell) -> Callable[[Sequence[Edit]], tuple[list[Patch], int]]:
        def written(text: str, _: Writing) -> str | None:
            if not is_encodable(text, self._codec) or (not self._commas and set(text) & _DIVIDES):
                return None
            return text.replace('"', '""') if cell.quoted else text

        def patches(edits: Sequence[Edit]) -> tuple[list[Patch], int]:
            text, whole = cell.text, cell.laid()
            inside = slice(len(text) - len(text.lstrip()), len(text.rstrip()))
            laid = Laid(text[inside], whole.spots[inside])
            found, made = patches_of(edits, laid, written)
            if not self._commas or cell.quoted or not found:
                return found, made
            return _with_quotes(cell, found), made

        return patches


def _with_quotes(cell: Cell, patches: Sequence[Patch]) -> list[Patch]:
    """The same changes, or the whole cell in quotation marks where it needs them now."""
    within = [Patch(patch.start - cell.start, patch.end - cell.start, patch.text) for patch in patches]
    text = "".join(spliced([cell.text], within, str))
    if _NEEDS_QUOTES.isdisjoint(text):
        return list(patches)
    quoted = text.replace('"', '""')
    return [Patch(cell.start, cell.start + len(cell.text), f'"{quoted}"')]
