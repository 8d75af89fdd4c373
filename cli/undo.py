"""`zhterm undo`: takes back what a run changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from cli.amounts import number_of
from cli.options import Database, Json, location, open_store, person

if TYPE_CHECKING:
    from termbase.place import Place
    from termbase.runs import Run
    from termbase.undoing import Step

__all__ = ["undo"]

_SHOWN = 20
"""Entries told one by one; --json tells all."""


def undo(
    run: Annotated[int | None, typer.Option("--run", metavar="N", help="The run; default: the last one.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="Show the last runs; take nothing back.")] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="With --list: how many.")] = 20,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be taken back; write nothing.")] = False,
    keep_newer: Annotated[
        bool, typer.Option("--keep-newer", help="Leave what was changed later as it is, and take back the rest.")
    ] = False,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Take back the last run as a whole: an import, an extraction, an edit, a merge, a tm import.

    That is a run itself: undo again, and it is back.

    \b
    Examples:
      zhterm undo
      zhterm undo --list
      zhterm undo --run 12 --dry-run
    """
    from cli.terminal import note
    from termbase.reading import open_reader
    from termbase.runs import last_run, run_of, runs

    with open_reader(location(db)) as reader:
        if list_:
            _show_runs(runs(reader, limit), as_json=as_json)
            return
        wanted = last_run(reader) if run is None else run_of(reader, run)
    told = f"{wanted} "
    if wanted.changes:
        done = _undo_terms(wanted, location(db), keep_newer=keep_newer, dry_run=dry_run, as_json=as_json)
        note(f"{told}{'would be' if dry_run else 'is'} taken back: {done}")
    if wanted.units or not wanted.changes:
        done = _undo_units(wanted, location(db), dry_run=dry_run, as_json=as_json)
        note(f"{told}{'would be' if dry_run else 'is'} taken back: {done}")
    if not dry_run:
        note("undo again, and it is back; further back: zhterm undo --list")


def _undo_terms(run: Run, database: Place, *, keep_newer: bool, dry_run: bool, as_json: bool) -> str:
    """Take back what the run did to the termbase; returns what was done, in words."""
    from termbase.reading import open_reader
    from termbase.undoing import steps, take_back

    if dry_run:
        with open_reader(database) as reader:
            return _told(steps(reader, run.number), as_json=as_json)
    with open_store(database, f"undo {run.number}") as store, store.transaction():
        return _told(take_back(store, run.number, keep_newer=keep_newer), as_json=as_json)


def _undo_units(run: Run, database: Place, *, dry_run: bool, as_json: bool) -> str:
    """Take back what the run did to the memory; returns what was done, in words."""
    from cli.contract import print_json
    from tm.memory.store import Memory
    from tm.memory.undoing import Undone, planned

    if dry_run:
        from tm.memory.reading import open_memory

        with open_memory(database) as reader:
            undone: Undone = planned(reader, run.number)
    else:
        with Memory.open(database, who=person(), command=f"undo {run.number}") as memory:
            undone = memory.take_back(run.number)
    if as_json:
        print_json({"run": run.number, "removed": undone.removed, "restored": undone.restored, "kept": undone.kept})
    told = [f"{number_of(undone.removed, 'unit')} removed"] if undone.removed else []
    told += [f"{number_of(undone.restored, 'unit')} restored"] if undone.restored else []
    told += [f"{undone.kept} kept, which a later run brought too"] if undone.kept else []
    return ", ".join(told) or "it added and removed no unit"


def _told(steps: Iterable[Step], *, as_json: bool) -> str:
    """Show what is done to each entry; returns the counts in words."""
    from cli.terminal import note

    counts: Counter[str] = Counter()
    partly = 0
    for step in steps:
        counts[step.action] += 1
        partly += not step.is_whole
        _show(step, sum(counts.values()), as_json=as_json)
    if partly:
        note(f"of {number_of(partly, 'entry')} the contexts and counts stay: an older zhterm did not keep those")
    if not as_json and sum(counts.values()) > _SHOWN:
        note(f"… and {sum(counts.values()) - _SHOWN} more; --json shows all")
    return ", ".join(f"{count} {action}" for action, count in counts.items()) or "it left nothing to take back"


def _show(step: Step, number: int, *, as_json: bool) -> None:
    from cli.contract import print_json
    from cli.terminal import plain, write

    if as_json:
        later = step.later.number if step.later else None
        print_json({"action": step.action, "id": step.number or None, "title": step.title, "changed_by_run": later})
    elif number <= _SHOWN:
        name = f"entry {step.number}" if step.number else "date of"
        later_told = f", changed later by {step.later}" if step.later else ""
        write(plain(f"{step.action}: {name} {step.title}{later_told}"))


def _show_runs(found: list[Run], *, as_json: bool) -> None:
    from dataclasses import asdict

    from cli.contract import print_json
    from cli.terminal import table, write

    if as_json:
        for run in found:
            print_json(asdict(run))
        return
    rows = [(str(run.number), run.at[:16].replace("T", " "), run.who, run.command, _changes(run)) for run in found]
    for line in table(rows, ("run", "when (UTC)", "who", "command", "changes")):
        write(line)


def _changes(run: Run) -> str:

    counts = {"entry": run.changes, "unit": run.units}
    return ", ".join(number_of(count, name) for name, count in counts.items() if count) or "–"
