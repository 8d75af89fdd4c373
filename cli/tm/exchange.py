"""`zhterm tm import` and `tm export`: units in and out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli import completion
from cli.amounts import number_of
from cli.options import Database, Json, Languages, Reader, Script, location, person

if TYPE_CHECKING:
    from tm.model import Unit

__all__ = ["export", "import_"]

FormatOption = Annotated[
    str | None,
    typer.Option("--format", "-f", help="By file name when left out.", autocompletion=completion.bitext_formats),
]


def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="TMX, XLIFF, PO, or TSV of Chinese and English.")
    ],
    format_: FormatOption = None,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Take the units of bilingual files into the memory, each file as a whole or not at all.

    \b
    Examples:
      zhterm tm import memory.tmx
      zhterm tm import pairs.tsv news.xlf
    """
    from dataclasses import asdict

    from cli.contract import print_json
    from cli.progress import with_progress
    from cli.terminal import note
    from tm.formats import bitext_of
    from tm.memory.store import Memory

    formats = [bitext_of(path, format_, can="read") for path in files]
    with Memory.open(location(db), who=person(), command="tm import") as memory:
        for path, one in with_progress(list(zip(files, formats, strict=True))):
            assert one.read is not None, "bitext_of gives a format that can be read"
            outcome = memory.add_all(with_progress(_some(one.read(path), path, one.name), what="units"))
            if as_json:
                print_json({"file": path.as_posix(), **asdict(outcome)})
            note(f"{path}: {number_of(outcome.added, 'unit')} added, {outcome.folded} were there already")


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; its ending tells the format.")],
    format_: FormatOption = None,
    reader: Reader = None,
    languages: Languages = None,
    script: Script = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    db: Database = None,
) -> None:
    """Write the memory for a CAT tool: TMX, XLIFF, or a table of pairs. The files appear whole or not at all.

    Units in traditional characters go to a file of their own beside FILE.

    \b
    Examples:
      zhterm tm export memory.tmx
      zhterm tm export memory.tmx --for trados
      zhterm tm export memory.tmx --for omegat --languages en-GB,zh-CN
      zhterm tm export memory.xlf
    """
    from cli.progress import with_progress
    from cli.tm.handing_over import hand_over, handover_of
    from tm.formats import bitext_of
    from tm.memory.reading import open_memory

    how = handover_of(bitext_of(file, format_, can="write"), reader, languages, script, file)
    with open_memory(location(db)) as memory:
        count = memory.count()

        def units() -> Iterator[Unit]:
            return (unit for _, unit in with_progress(memory.units(), count, "units"))

        hand_over(file, units, how, force=force)


def _some(units: Iterable[Unit], path: Path, name: str) -> Iterator[Unit]:
    """The units; raises InputError, which says what the file holds, where there is none."""
    from termbase.errors import InputError

    none = True
    for unit in units:
        none = False
        yield unit
    if none:
        raise InputError(
            f"no unit with Chinese and English in it{_held(path, name)}",
            path=path,
            remedy="check the language tags of the file; nothing was imported",
        )


def _held(path: Path, name: str) -> str:
    if name != "tmx":
        return _held_by_segments(path, name)
    from tm.formats.tmx import languages_of

    held = ", ".join(f"{count} in {tag}" for tag, count in languages_of(path).items())
    return f"; it holds segments: {held or 'none'}"


def _held_by_segments(path: Path, name: str) -> str:
    """What the reader of segments says of a file that has none in Chinese and English."""
    from termbase.errors import InputError
    from tm.formats.segments import segments

    try:
        untranslated = sum(1 for _ in segments(path, name))
    except InputError as error:
        return f"; it holds {error.what.partition('; it holds ')[2]}" if "; it holds " in error.what else ""
    return f"; it holds {number_of(untranslated, 'segment')} without a translation" if untranslated else ""
