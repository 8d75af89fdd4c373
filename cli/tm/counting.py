"""`zhterm tm analyse`: how much of some texts is known already."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Database, Json, location

if TYPE_CHECKING:
    from tm.memory.analysis import Count

__all__ = ["analyse"]


def analyse(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Articles: txt, md, html, docx, pdf.")],
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Count how much of some articles the memory knows: repetitions, context, 100, 95-99 … per cent.

    \b
    Example:
      zhterm tm analyse article1.zh.txt article2.zh.txt
    """
    from cli.contract import print_json
    from cli.progress import with_progress
    from cli.terminal import table, write
    from termbase.language.documents import read_document
    from termbase.language.sentences import split_document
    from tm.memory.analysis import BANDS, Count, analyse
    from tm.memory.reading import open_memory

    texts = ([one.text for one in split_document(read_document(path))] for path in with_progress(files))
    with open_memory(location(db)) as memory:
        counted = list(zip([path.as_posix() for path in files], analyse(memory, texts), strict=True))
    if len(counted) > 1:
        counted.append(("together", {band: sum((one[band] for _, one in counted), Count()) for band in BANDS}))
    for name, bands in counted:
        if as_json:
            print_json({"file": name, "bands": {band: asdict(count) for band, count in bands.items()}})
            continue
        for line in table([_row(band, count) for band, count in bands.items()], (name, "segments", "zh", "en")):
            write(line)


def _row(band: str, count: Count) -> tuple[str, ...]:
    return band, str(count.segments), str(count.characters), str(count.words)
