"""Text on a terminal: its width, wide characters, colours, and nothing that steers it."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len, chop_cells, set_cell_size

__all__ = ["bold", "dim", "field", "note", "plain", "table", "warn", "wrapped", "write"]

# C0 but tab and line feed, DEL, C1, and the direction overrides: all that can move the cursor or turn the text about.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_WIDE = "\u2e80-\u9fff\uff00-\uffef\U00020000-\U0003ffff"
# A line may break after each of these: spaces, a word with those behind it, a wide character. These come as what is
# left, so that their table, which takes a millisecond to make, is made once.
_BREAKABLE = re.compile(rf"\s+|[^\s{_WIDE}]+\s*|.")
_FIGURE = re.compile(r"[0-9.,]*( %)?|–")
_LABEL = 11
"""Columns of a field's label."""


def plain(text: str) -> str:
    """A text without characters that steer a terminal (a term may hold an escape sequence or a direction override).

    >>> plain("八八\\x1b[31m战略")
    '八八[31m战略'
    """
    return _CONTROL.sub("", text)


def write(line: str) -> None:
    """One line of the result."""
    sys.stdout.write(f"{line}\n")


def note(message: str) -> None:
    """Tell the user something that is not the result."""
    sys.stderr.write(f"{plain(message)}\n")


def warn(message: str) -> None:
    """Tell the user in one line what went wrong with one file while the others go on."""
    sys.stderr.write(f"zhterm: {' '.join(plain(message).split())}\n")


def bold(text: str) -> str:
    """Set off, where the terminal shows colours."""
    return _styled(text, "\x1b[1m")


def dim(text: str) -> str:
    """Set back, where the terminal shows colours."""
    return _styled(text, "\x1b[2m")


def width() -> int:
    """Columns of the terminal, 80 when there is none; never less than 40."""
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def table(rows: Sequence[Sequence[str]], heading: Sequence[str]) -> Iterator[str]:
    """Rows in columns as wide as needed, no line wider than the terminal; Chinese characters count two columns.

    The widest columns give way first: what does not fit is wrapped under itself. Figures stand to the right.

    >>> list(table([["八八战略", "Double-Eight Strategy", "12"]], ["zh", "en", "seen"]))
    ['zh        en                     seen', '八八战略  Double-Eight Strategy    12']
    """
    cells = [[plain(cell).replace("\n", " ") for cell in row] for row in (heading, *rows)]
    columns = list(zip(*cells, strict=True))
    widths = [max(map(cell_len, column)) for column in columns]
    figures = [all(map(_FIGURE.fullmatch, column[1:])) for column in columns]
    while sum(widths) + 2 * (len(widths) - 1) > width() and max(widths) > 6:
        widths[widths.index(max(widths))] -= 1
    for number, row in enumerate(cells):
        parts = [_wrapped(cell, size) for cell, size in zip(row, widths, strict=True)]
        for laid in zip_longest(*parts, fillvalue=""):
            line = "  ".join(map(_placed, laid, widths, figures)).rstrip()
            yield bold(line) if number == 0 else line


def _placed(text: str, columns: int, figure: bool) -> str:
    """A text at the left of its column, a figure at the right."""
    return " " * (columns - cell_len(text)) + text if figure else _fit(text, columns)


def field(label: str, text: str) -> Iterator[str]:
    """A labelled text, wrapped under itself: at spaces in English, anywhere in Chinese.

    >>> list(field("en", "Double-Eight Strategy"))
    ['  en         Double-Eight Strategy']
    """
    lines = _wrapped(plain(text).replace("\n", " "), width() - _LABEL - 2)
    for number, line in enumerate(lines):
        yield f"  {_fit(label if number == 0 else '', _LABEL)}{line}"


def wrapped(text: str) -> list[str]:
    """A text in lines no wider than the terminal: broken at spaces in English, anywhere in Chinese."""
    return _wrapped(plain(text).replace("\n", " "), width())


def _wrapped(text: str, columns: int) -> list[str]:
    lines = [""]
    for word in _BREAKABLE.findall(text):
        pieces = chop_cells(word, columns) if cell_len(word.rstrip()) > columns else [word]
        for piece in pieces:
            if lines[-1] and cell_len(lines[-1]) + cell_len(piece.rstrip()) > columns:
                lines.append("")
            lines[-1] += piece
    return [line.rstrip() for line in lines]


def _fit(text: str, columns: int) -> str:
    """The text in exactly so many columns; cut with an ellipsis when longer."""
    return set_cell_size(text, columns) if cell_len(text) <= columns else set_cell_size(text, columns - 1) + "…"


def _styled(text: str, style: str) -> str:
    return f"{style}{text}\x1b[0m" if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else text
