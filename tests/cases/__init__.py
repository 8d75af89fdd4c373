"""Cases as data: tab-separated files with a heading row; lines that begin with # are glosses."""

from __future__ import annotations

from pathlib import Path

import pytest


def read_cases(name: str) -> list[dict[str, str]]:
    """The rows of tests/cases/NAME.tsv as dictionaries; a backslash n in a cell is a line break."""
    text = (Path(__file__).parent / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    heading = lines[0].split("\t")
    return [
        dict(zip(heading, (cell.replace("\\n", "\n") for cell in line.split("\t")), strict=True))
        for line in lines[1:]
    ]


def parametrized(name: str) -> pytest.MarkDecorator:
    """One test per row: the test takes an argument `case`, a dictionary."""
    rows = read_cases(name)
    return pytest.mark.parametrize("case", rows, ids=[next(iter(row.values())) for row in rows])
