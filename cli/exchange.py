"""`zhterm import`, `zhterm export`, `zhterm formats`: glossaries and memories in and out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from cli.options import Database, Json, location

__all__ = ["export", "formats", "import_"]

FormatOption = Annotated[
    str | None, typer.Option("--format", "-f", help="By file name when left out; see `zhterm formats`.")
]


def import_(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE…", help="Glossaries; see `zhterm formats`."),
    ] = None,
    starter: Annotated[bool, typer.Option("--starter", help="The starter termbase that comes with zhterm.")] = False,
    format_: FormatOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be added, changed and skipped; write nothing.")
    ] = False,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Take glossaries into the termbase. What a person approved there is not overwritten.

    \b
    Examples:
      zhterm import --starter
      zhterm import glossary.csv
      zhterm import terms.tbx --dry-run
    """
    from cli.importing import Import, starter_files, store_for
    from cli.progress import with_progress
    from cli.terminal import note
    from termbase.collect import Outcome
    from termbase.errors import InputError

    paths = [*(files or []), *(starter_files() if starter else [])]
    if not paths:
        raise InputError("nothing to import", remedy="name a file, or give --starter")
    with store_for(location(db), dry_run=dry_run) as store:
        run = Import(store, as_json=as_json, dry_run=dry_run, quiet=starter)
        total = sum((run.take(path, format_) for path in with_progress(paths)), Outcome())
    if starter or len(paths) > 1:
        note(f"{'the starter termbase' if starter else 'together'}: {run.told(total)}")


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; its ending tells the format.")],
    format_: FormatOption = None,
    status: Annotated[
        str, typer.Option("--status", help="approved, or all (with the proposed entries).")
    ] = "approved",
    from_: Annotated[
        str, typer.Option("--from", help="termbase, or memory (as `zhterm tm export` does).")
    ] = "termbase",
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    db: Database = None,
) -> None:
    """Write the termbase for a CAT tool or for reading. The file appears whole or not at all.

    \b
    Examples:
      zhterm export zhejiang.tmx
      zhterm export glossary.utf8 --format omegat
      zhterm export glossary.md --status all
    """
    from cli.files import write_whole
    from cli.handover import chosen, serialised
    from cli.terminal import note
    from termbase.errors import InputError
    from termbase.formats.losses import losses
    from termbase.reading import open_reader

    if status not in ("approved", "all"):
        raise InputError(f"--status {status!r} is not one of: approved, all")
    if from_ not in ("termbase", "memory"):
        raise InputError(f"--from {from_!r} is not one of: termbase, memory")
    if from_ == "memory":
        from cli.tm.exchange import export as export_memory

        export_memory(file, format_, force=force, db=db)
        return
    with open_reader(location(db)) as reader:
        concepts = list(chosen(reader.concepts(), proposed=status == "all"))
    written, pieces = serialised(file, format_, concepts)
    write_whole(file, pieces, force=force)
    note(f"{file}: {len(concepts)} entries as {written.title}")
    if lost := losses(written.drops, concepts):
        note(f"{written.name} does not keep, with the number of entries: {', '.join(lost)}")


def formats(as_json: Json = False) -> None:
    """List the file formats: what each carries and what it loses.

    \b
    Example:
      zhterm formats
    """
    from cli.contract import print_json
    from cli.handover import ways_of
    from cli.terminal import bold, field, write
    from termbase.formats import FORMATS, Format
    from tm.formats import BITEXTS

    every: list[Format[Any]] = [*FORMATS.values(), *BITEXTS.values()]
    for format_ in every:
        ways = ways_of(format_)
        if as_json:
            print_json(
                {
                    "name": format_.name,
                    "title": format_.title,
                    "suffixes": list(format_.suffixes),
                    "ways": ways,
                    "carries": format_.carries,
                    "loses": format_.loses,
                }
            )
            continue
        endings = f"{', '.join(format_.suffixes)}; " if format_.suffixes else ""
        write(f"{bold(format_.name)}  {format_.title} ({endings}{', '.join(ways)})")
        for label, text in (("carries", format_.carries), ("loses", format_.loses)):
            for line in field(label, text):
                write(line)
