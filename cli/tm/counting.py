"""`zhterm tm analyse`: how much of some texts is known already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Database, Json, location

if TYPE_CHECKING:
    from termbase.place import Place
    from tm.memory.analysis import Count

__all__ = ["Counted", "analyse", "counted_files", "counted_json"]

Counted = list[tuple[str, Mapping[str, "Count"]]]

_HEADING = ("segments", "characters", "words")


def analyse(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Articles, XLIFF, SDLXLIFF, TMX, PO, TSV, CSV or XLSX.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="OUT.xlsx", help="Write a workbook.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Count how much of some files the memory knows: repetitions, context, 100, 95-99 … per cent.

    Of bilingual files the source counts, translated or not. Repetitions are counted across the files. Characters are
    those of Chinese segments without punctuation, words those of English ones.

    \b
    Examples:
      zhterm tm analyse article1.zh.txt article2.zh.txt
      zhterm tm analyse news.sdlxliff table.xlsx -o analysis.xlsx
    """
    from cli.files import write_whole
    from cli.terminal import note

    _require_workbook(output, force=force)
    counted = counted_files(files, location(db))
    _show(counted, as_json=as_json)
    if output is not None:
        write_whole(output, [_workbook(counted)], force=force)
        note(f"{output}: written")


def counted_files(files: Sequence[Path], database: Place) -> Counted:
    """What falls into each band, by file and, of several, together; hidden sheets are told."""
    from cli.progress import with_progress
    from cli.terminal import note
    from termbase.formats.spreadsheet import hidden_sheets
    from tm.memory.analysis import BANDS, Count, analyse
    from tm.memory.reading import open_memory
    from tm.source_texts import source_texts

    texts = (source_texts(path) for path in with_progress(files))
    with open_memory(database) as memory:
        counted: Counted = list(zip([path.as_posix() for path in files], analyse(memory, texts), strict=True))
    for path in files:
        if path.suffix.lower() == ".xlsx" and (hidden := hidden_sheets(path)):
            note(f"{path}: hidden sheets counted too: {', '.join(hidden)}")
    if len(counted) > 1:
        counted.append(("together", {band: sum((one[band] for _, one in counted), Count()) for band in BANDS}))
    return counted


def counted_json(name: str, bands: Mapping[str, Count]) -> dict[str, object]:
    """A file and its bands as programs read them."""
    return {"file": name, "bands": {band: asdict(count) for band, count in bands.items()}}


def _require_workbook(output: Path | None, *, force: bool) -> None:
    from cli.files import require_new
    from termbase.errors import InputError

    if output is not None:
        if output.suffix.lower() != ".xlsx":
            raise InputError("an analysis is written as .xlsx", path=output, remedy="or use --json")
        require_new(output, force=force)


def _show(counted: Counted, *, as_json: bool) -> None:
    from cli.contract import print_json
    from cli.terminal import table, write

    for name, bands in counted:
        if as_json:
            print_json(counted_json(name, bands))
            continue
        rows = [(band, *map(str, numbers)) for band, *numbers in _rows(bands)]
        for line in table(rows, (name, *_HEADING)):
            write(line)


def _workbook(counted: Counted) -> bytes:
    from termbase.formats.spreadsheet import Sheet, workbook

    rows = ((name, *row) for name, bands in counted for row in _rows(bands))
    return workbook([Sheet("analysis", ("file", "match", *_HEADING), rows)])


def _rows(bands: Mapping[str, Count]) -> Iterator[tuple[str, int, int, int]]:
    from tm.memory.analysis import total

    for name, count in (*bands.items(), ("total", total(bands))):
        yield name, count.segments, count.characters, count.words
