"""`zhterm tm stats` and `tm clean`: what is in the memory, and what should not be."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.amounts import number_of
from cli.options import Database, Json, location, person

__all__ = ["clean", "stats"]


def stats(db: Database = None, as_json: Json = False) -> None:
    """Tell how much the memory holds: units, sources, languages, documents, dates.

    \b
    Example:
      zhterm tm stats
    """
    from cli.contract import print_json
    from cli.terminal import field, write
    from tm.memory.reading import open_memory
    from tm.memory.statistics import statistics

    with open_memory(location(db)) as memory:
        told = statistics(memory)
    if as_json:
        print_json(told)
        return
    for name, value in told.items():
        text = ", ".join(f"{key} {count}" for key, count in value.items()) if isinstance(value, dict) else str(value)
        if name in ("first", "last") and text:
            text = f"{text[:4]}-{text[4:6]}-{text[6:8]}"
        for line in field(name.replace("_", " "), text or "–"):
            write(line)


def clean(
    delete: Annotated[bool, typer.Option("--delete", help="Remove what is shown.")] = False,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", help="empty, untranslated, language, script or misaligned; may be repeated."),
    ] = None,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Show units that are probably wrong: empty, untranslated, in another language or script, misaligned.

    Nothing is removed unless --delete is given.

    \b
    Examples:
      zhterm tm clean
      zhterm tm clean --only untranslated --delete
    """
    from cli.contract import print_json
    from cli.progress import with_progress
    from cli.terminal import dim, note, plain, write
    from termbase.errors import InputError
    from tm.memory.cleaning import FAULTS, faults
    from tm.memory.reading import open_memory
    from tm.memory.store import Memory

    wanted = only or list(FAULTS)
    if unknown := [name for name in wanted if name not in FAULTS]:
        raise InputError(f"--only {unknown[0]!r} is not one of: {', '.join(FAULTS)}")
    found: list[int] = []
    with open_memory(location(db)) as memory:
        for number, unit, fault in faults(with_progress(memory.units(), memory.count(), "units"), wanted):
            found.append(number)
            if as_json:
                print_json({"id": number, "fault": fault, "zh": unit.zh, "en": unit.en, "document": unit.document})
            else:
                write(f"{fault}  {dim(f'[unit {number}]')}  {plain(unit.zh)}  |  {plain(unit.en)}")
    if delete and found:
        with Memory.open(location(db), who=person(), command="tm clean") as memory:
            note(f"{number_of(memory.remove_all(found), 'unit')} removed")
    else:
        note(
            number_of(len(found), "unit")
            + ("; remove them: zhterm tm clean --delete" if found else " to complain of")
        )
