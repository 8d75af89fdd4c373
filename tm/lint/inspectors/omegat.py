"""Which rules a glossary for OmegaT breaks."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from termbase.errors import unreadable
from termbase.formats.headings import recognise
from tm.lint.remarks import Remarks
from tm.lint.rules import omegat as rules

__all__ = ["inspect_omegat"]

_TABS = (".utf8", ".txt", ".tab", ".tsv")
_ENDINGS = (*_TABS, ".csv")
_BY_MACHINE = (".tab", ".tsv", ".csv")
"""The endings that OmegaT reads in the encoding of the machine, unless the file says another."""
_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16", codecs.BOM_UTF8: "utf-8-sig"}
_MAGIC = re.compile(r"#.*-\*-.*coding:\s*([\w-]+)")
_QUOTED = re.compile(r'"(?:[^"]|"")+"')


def inspect_omegat(path: Path, remarks: Remarks) -> str:
    """Read a glossary line by line, as OmegaT does; returns what the file is, in words. Raises InputError."""
    ending = path.suffix.lower()
    if ending not in _ENDINGS:
        remarks.add(rules.ENDING, 1, ending=ending or "nothing")
    try:
        with path.open("rb") as file:
            start = file.read(4096)
        mark = next((one for one in _MARKS if start.startswith(one)), b"")
        lines = _lines(path, _MARKS.get(mark, "utf-8"))
        glossary = _Glossary(remarks, comma=ending == ".csv")
        is_told = bool(mark)
        for number, line in lines:
            is_told = is_told or (number == 1 and _MAGIC.match(line) is not None)
            if any("\udc80" <= character <= "\udcff" for character in line):
                remarks.add(rules.ENCODING, number)
            elif ending in _BY_MACHINE and not is_told and not line.isascii():
                remarks.add(rules.GUESSED, number, ending=ending, remedy=_remedy(ending))
            glossary.take(number, line)
    except OSError as error:
        raise unreadable(error, path) from error
    return "OmegaT glossary, commas" if ending == ".csv" else "OmegaT glossary"


def _lines(path: Path, encoding: str) -> Iterator[tuple[int, str]]:
    """Lines as Java splits them; bytes that are not in UTF-8 come as lone surrogates."""
    errors = "replace" if encoding == "utf-16" else "surrogateescape"
    with path.open(encoding=encoding, errors=errors) as file:
        for number, line in enumerate(file, start=1):
            yield number, line.rstrip("\n")


def _remedy(ending: str) -> str:
    if ending == ".csv":
        return "put tabs in place of commas, and end the name with .utf8"
    return "end the name with .utf8, or begin the file with: # -*- coding: utf-8 -*-"


class _Glossary:
    """Takes the lines of a glossary."""

    def __init__(self, remarks: Remarks, *, comma: bool) -> None:
        self._remarks, self._comma = remarks, comma
        self._separator = "," if comma else "[tab]"
        self._is_first = True

    def take(self, number: int, line: str) -> None:
        """One line, with its number from 1."""
        if line.startswith("#"):
            # a comment is a sentence or a rule; a term that begins so stands in a row
            if ("," if self._comma else "\t") in line and number > 1:
                self._remarks.add(rules.COMMENT, number)
            return
        if not line.strip():
            return
        cells, is_open = _split_csv(line) if self._comma else (line.split("\t"), False)
        if is_open:
            self._remarks.add(rules.LINE_BREAK, number)
        self._take_row(number, cells)

    def _take_row(self, number: int, cells: list[str]) -> None:
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) < 2 or not cells[0]:
            self._remarks.add(rules.SHORT, number, separator=self._separator)
            return
        if self._is_first and not recognise(cells[:2]).missing:
            self._remarks.add(rules.HEADING, number, first=cells[0][:30], second=cells[1][:30])
        self._is_first = False
        if len(cells) > 3:
            self._remarks.add(rules.COLUMNS, number, count=str(len(cells)))
        if not self._comma and _is_quoted(cells[:2]):
            self._remarks.add(rules.QUOTES, number)


def _is_quoted(cells: list[str]) -> bool:
    """Whether a program for tables put quotation marks around cells.

    It puts them around every cell, or around one that has a comma or a quotation mark in it. Around another cell a
    person has put them.

    >>> _is_quoted(['"义乌"', '"Yiwu"']), _is_quoted(["义乌", '"Yiwu, Zhejiang"']), _is_quoted(["义乌", '"Yiwu"'])
    (True, True, False)
    """
    quoted = [cell[1:-1] for cell in cells if _QUOTED.fullmatch(cell)]
    return len(quoted) == len(cells) or any("," in cell or '"' in cell for cell in quoted)


def _split_csv(line: str) -> tuple[list[str], bool]:
    """The cells of a line as OmegaT splits it, and whether a quotation mark is still open at its end.

    >>> _split_csv('“四千”精神,"spirit of ""Four Thousands"", the"')
    (['“四千”精神', 'spirit of "Four Thousands", the'], False)
    >>> _split_csv('义乌,"Yiwu,')
    (['义乌', 'Yiwu,'], True)
    """
    cells, cell, is_open = [], "", False
    for piece in re.findall(r'""|"|,|[^",]+', line):
        if piece == '""' and not cell and not is_open:
            continue
        if piece == '"':
            is_open = not is_open and not cell
        elif piece == "," and not is_open:
            cells.append(cell)
            cell = ""
        else:
            cell += '"' if piece == '""' else piece
    return [*cells, cell], is_open
