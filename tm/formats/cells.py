"""The cells of a tab- or comma-separated text with the places of their characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tm.formats.laid import Laid, Spot, Writing

__all__ = ["Cell", "cells_of"]

# As the csv module of Python reads a row: a quotation mark counts at the start of a cell only, one that is doubled
# inside of quoted text is one, and what comes behind quoted text is text as well.
_CELL = re.compile(r'"(?P<quoted>(?:[^"]|"")*)(?:"(?P<behind>[^,\r\n]*)|\Z)|(?P<bare>[^,\r\n]*)')
_END = re.compile(r"\r\n|\r|\n|\Z")
_SIGN = re.compile('""|.', re.DOTALL)


class Cell(NamedTuple):
    """A cell as it is read and as it is written."""

    text: str
    start: int
    """Offset of its first character, behind the quotation mark."""
    raw: str
    """As it is written, without quotation marks around it."""
    quoted: bool
    behind: int = 0
    """How many of its last characters stand behind the closing quotation mark."""

    def laid(self) -> Laid:
        """The text with its places."""
        if not self.quoted:
            places = range(self.start, self.start + len(self.text))
            return Laid(self.text, [Spot(place, place + 1) for place in places])
        found = [(self.start + one.start(), self.start + one.end()) for one in _SIGN.finditer(self.raw)]
        last = self.start + len(self.raw) + 1
        spots = [*(Spot(*span) for span in found), *(Spot(last, last, Writing.FIXED) for _ in range(self.behind))]
        return Laid(self.text, spots)


def cells_of(text: str, *, commas: bool) -> Iterator[list[Cell]]:
    """The rows that have something in them, cell by cell; offsets are characters of the text.

    >>> ((first, second),) = cells_of('港口,"a ""b"" c"', commas=True)
    >>> first.text, second.text, second.laid().spots[2]
    ('港口', 'a "b" c', Spot(start=6, end=8, writing=<Writing.USUAL: 'usual'>))
    """
    mark = text.startswith("\ufeff")
    rows = _comma_separated(text, int(mark)) if commas else _tab_separated(text, int(mark))
    return (row for row in rows if any(cell.text.strip() for cell in row))


def _tab_separated(text: str, start: int) -> Iterator[list[Cell]]:
    for line in text[start:].split("\n"):
        row, at = [], start
        for cell in line.removesuffix("\r").split("\t"):
            row.append(_bare(cell, at))
            at += len(cell) + 1
        yield row
        start += len(line) + 1


def _comma_separated(text: str, at: int) -> Iterator[list[Cell]]:
    while at < len(text):
        row: list[Cell] = []
        while True:
            found = _CELL.match(text, at)
            assert found, "an empty cell matches too"
            row.append(_bare(found["bare"], at) if found["quoted"] is None else _quoted(found))
            at = found.end()
            if text[at : at + 1] != ",":
                break
            at += 1
        yield row
        end = _END.match(text, at)
        assert end, "nothing else ends a cell"
        at = end.end()


def _bare(text: str, start: int) -> Cell:
    return Cell(text, start, text, quoted=False)


def _quoted(found: re.Match[str]) -> Cell:
    raw, behind = found["quoted"], found["behind"] or ""
    return Cell(raw.replace('""', '"') + behind, found.start("quoted"), raw, quoted=True, behind=len(behind))
