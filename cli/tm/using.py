"""`zhterm tm concordance`: a word in use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Database, Json, location

if TYPE_CHECKING:
    from tm.memory.concordance import Line

__all__ = ["concordance", "line_json", "line_rows"]


def concordance(
    query: Annotated[list[str], typer.Argument(metavar="QUERY", help="A word, a phrase, or an expression.")],
    regex: Annotated[bool, typer.Option("--regex", help="QUERY is a regular expression.")] = False,
    side: Annotated[str | None, typer.Option("--side", help="zh or en; by content when left out.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100_000, help="The most lines.")] = 50,
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="The longest time to search.")] = 10.0,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Show a word or phrase in use, in either language, with its translation.

    What probably stands for it on the other side is in square brackets.

    \b
    Examples:
      zhterm tm concordance 高质量发展
      zhterm tm concordance "high-quality development" -n 20
      zhterm tm concordance --regex "第[一二三]产业"
    """
    from cli.contract import print_json
    from cli.terminal import note, write
    from termbase.errors import InputError
    from termbase.language.patterns import Pattern
    from termbase.language.script import has_han
    from tm.memory.concordance import concordance as find
    from tm.memory.reading import open_memory

    if side not in (None, "zh", "en"):
        raise InputError(f"--side {side!r} is not one of: zh, en")
    text = " ".join(query)
    if not text.strip():
        raise InputError("nothing to search for", remedy="give a word or a phrase")
    chinese = has_han(text) if side is None else side == "zh"
    with open_memory(location(db)) as memory:
        pattern = Pattern(text, seconds=seconds) if regex else text
        lines = find(memory, pattern, chinese=chinese, limit=limit, seconds=seconds)
    for line in lines:
        if as_json:
            print_json(line_json(line))
        else:
            for row in line_rows(line):
                write(row)
    if not lines:
        note(f"“{text}” is not in the memory")
        raise typer.Exit(1)


def line_json(line: Line) -> dict[str, object]:
    """A place by the contract."""
    counterpart = line.counterpart and line.other[slice(*line.counterpart)]
    return {
        "keyword": line.text[line.start : line.end],
        "source": line.text,
        "target": line.other,
        "span": [line.start, line.end],
        "counterpart": counterpart,
        "counterpart_span": line.counterpart and list(line.counterpart),
        "origin": line.unit.document,
    }


def line_rows(line: Line) -> Iterator[str]:
    """The keyword in its context, in the middle of the terminal, and the other side under it."""
    from rich.cells import cell_len

    from cli.terminal import bold, dim, plain, width

    half = width() // 2
    keyword = plain(line.text[line.start : line.end])
    left = _last(plain(line.text[: line.start]), half - cell_len(keyword) // 2 - 1)
    right = _first(plain(line.text[line.end :]), width() - cell_len(left) - cell_len(keyword))
    yield f"{left}{bold(keyword)}{right}".rstrip()
    other = plain(line.other)
    if line.counterpart:
        start, end = line.counterpart
        other = f"{other[:start]}[{other[start:end]}]{other[end:]}"
        place = max(0, start - half)
        other = f"…{other[place:]}" if place else other
    yield dim(f"  {_begun(other, width() - 2)}")


def _begun(text: str, columns: int) -> str:
    """So much of the beginning as fits, with a mark where more follows."""
    from rich.cells import cell_len

    return text if cell_len(text) <= columns else f"{_first(text, columns - 1)}…"


def _first(text: str, columns: int) -> str:
    """So much of the beginning as fits."""
    from rich.cells import cell_len, set_cell_size

    text = text.replace("\n", " ")
    return text if cell_len(text) <= columns else set_cell_size(text, max(columns, 0)).rstrip()


def _last(text: str, columns: int) -> str:
    """So much of the end as fits, with spaces before it up to the full width."""
    from rich.cells import cell_len

    text = text.replace("\n", " ")
    while cell_len(text) > columns:
        text = text[max(1, (cell_len(text) - columns) // 2) :]
    return " " * (columns - cell_len(text)) + text
