"""`zhterm import`, `zhterm export`, `zhterm formats`: glossaries and memories in and out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import completion
from cli.amounts import number_of
from cli.options import Database, Json, Languages, Reader, Script, location

if TYPE_CHECKING:
    from termbase.formats import Format
    from termbase.model import Concept

__all__ = ["export", "formats", "import_"]

FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        help="By file name when left out; see `zhterm formats`.",
        autocompletion=completion.glossary_formats,
    ),
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
    reader: Reader = None,
    languages: Languages = None,
    script: Script = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    db: Database = None,
) -> None:
    """Write the termbase for a CAT tool or for reading. The file appears whole or not at all.

    \b
    Examples:
      zhterm export zhejiang.tmx
      zhterm export zhejiang.tmx --for trados
      zhterm export glossary.utf8 --format omegat
      zhterm export glossary.md --status all
    """
    from cli.handover import chosen, format_for
    from cli.progress import with_progress
    from termbase.errors import InputError
    from termbase.reading import open_reader
    from tm.formats import BITEXTS

    if status not in ("approved", "all"):
        raise InputError(f"--status {status!r} is not one of: approved, all")
    if from_ not in ("termbase", "memory"):
        raise InputError(f"--from {from_!r} is not one of: termbase, memory")
    if from_ == "memory":
        from cli.tm.exchange import export as export_memory

        export_memory(file, format_, reader, languages, script, force=force, db=db)
        return
    one = format_for(file, format_)
    with open_reader(location(db)) as termbase:
        concepts = list(chosen(with_progress(termbase.concepts(), what="entries"), proposed=status == "all"))
    if BITEXTS.get(one.name) is one:
        from cli.tm.handing_over import hand_over, handover_of
        from tm.units import units_of

        how = handover_of(one, reader, languages, script, file)
        hand_over(file, lambda: units_of(concepts, status=None), how, force=force)
    else:
        _write_glossary(file, one, concepts, force=force, unused=(reader, languages, script))


def _write_glossary(
    file: Path, one: Format[Any], concepts: list[Concept], *, force: bool, unused: tuple[str | None, ...]
) -> None:
    from cli.files import write_whole
    from cli.progress import with_progress
    from cli.terminal import note
    from termbase.errors import InputError
    from termbase.formats.losses import losses

    if any(unused):
        raise InputError(
            f"--for, --languages and --script are for memories, and {one.name} is a glossary",
            path=file,
            remedy="leave them out, or name a .tmx file",
        )
    assert one.write is not None, "the format was chosen for writing"
    write_whole(file, one.write(with_progress(concepts, what="entries")), force=force)
    note(f"{file}: {number_of(len(concepts), 'entry')} as {one.title}")
    if lost := losses(one.drops, concepts):
        note(f"{one.name} does not keep, with the number of entries: {', '.join(lost)}")


def formats(as_json: Json = False) -> None:
    """List the file formats: what each carries and what it loses.

    \b
    Example:
      zhterm formats
    """
    from cli.contract import print_json
    from cli.handover import ways_of
    from cli.terminal import bold, field, write
    from termbase.formats import FORMATS
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
