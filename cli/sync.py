"""`zhterm sync`: two databases, each with changes of its own, brought to the same state."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Json, open_store, person

if TYPE_CHECKING:
    from termbase.place import Place
    from termbase.reading import Reading
    from termbase.store import Store
    from termbase.syncing import Side, Step
    from tm.memory.syncing import Lacking

__all__ = ["sync"]

_SHOWN = 20
"""Changes told one by one; --json tells all."""


def sync(
    first: Annotated[str, typer.Argument(metavar="A", help="A database: a file, or postgresql+psycopg://…")],
    second: Annotated[str, typer.Argument(metavar="B", help="The other one.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change on each side.")] = False,
    as_json: Json = False,
) -> None:
    """Bring two databases to the same state: a laptop's and the team's.

    What was changed on one side since the last time is taken over by the other, field by field; a decision wins over
    a proposal, and nothing is dropped. What both sides changed in another way is a conflict: both keep their own, it
    is listed (exit code 1), and again the next time, until somebody makes the two alike. On each side this is one
    run, which zhterm undo takes back.

    \b
    Examples:
      zhterm sync laptop.db team.db --dry-run
      zhterm sync laptop.db postgresql+psycopg://jiang@db.example/terms
    """
    from cli.terminal import note

    places = _places(first, second)
    told = _Told(as_json=as_json)
    _sync_terms(places, told, dry_run=dry_run)
    _sync_units(places, told, dry_run=dry_run)
    told.rest()
    would = "would get" if dry_run else "got"
    for side, place in enumerate(places):
        done = ", ".join(f"{name}: {count}" for name, count in told.counts[side].items())
        note(f"{place} {would}: {done or 'nothing, it has all'}")
    if told.conflicts:
        note(f"conflicts: {told.conflicts}; make the two alike on one side (zhterm term edit), then sync again")
        raise typer.Exit(1)


@dataclass(slots=True)
class _Told:
    """What was shown and counted."""

    as_json: bool
    shown: int = 0
    conflicts: int = 0
    counts: tuple[Counter[str], Counter[str]] = field(default_factory=lambda: (Counter(), Counter()))

    def step(self, step: Step) -> None:
        """One concept, where something becomes of it."""
        from cli.contract import print_json

        sides = [_action(side) for side in (step.first, step.second)]
        for counts, action in zip(self.counts, sides, strict=True):
            if action:
                counts[f"entries {action}"] += 1
        self.conflicts += len(step.conflicts)
        if not any(sides) and not step.conflicts:
            return
        if self.as_json:
            ids = {"a_id": step.first.number or None, "b_id": step.second.number or None}
            conflicts = [
                {"field": one.field, "base": one.base, "a": one.first, "b": one.second} for one in step.conflicts
            ]
            print_json({"title": step.title, **ids, "a": sides[0], "b": sides[1], "conflicts": conflicts})
            return
        name = f"{step.title} (A {_number(step.first)}, B {_number(step.second)})"
        if any(sides):
            self.line(
                "; ".join(f"{side}: {action}" for side, action in zip("AB", sides, strict=True) if action), name
            )
        for one in step.conflicts:
            self.conflict(name, one.field, {"base": one.base, "A": one.first, "B": one.second})

    def line(self, what: str, name: str) -> None:
        """A change, if not too many were shown."""
        from cli.terminal import plain, write

        self.shown += 1
        if self.shown <= _SHOWN:
            write(plain(f"{what} {name}"))

    def conflict(self, name: str, what: str, values: dict[str, str]) -> None:
        """A conflict is always shown."""
        from cli.terminal import field as labelled
        from cli.terminal import wrapped, write

        for line in wrapped(f"conflict: {name}: {what}"):
            write(line)
        for label, value in values.items():
            for line in labelled(label, value or "–"):
                write(line)

    def rest(self) -> None:
        """How many changes were not shown."""
        from cli.terminal import note

        if not self.as_json and self.shown > _SHOWN:
            note(f"… and {self.shown - _SHOWN} more; --json shows all")


def _places(first: str, second: str) -> tuple[Place, Place]:
    from pathlib import Path

    from termbase.errors import DatabaseError, InputError
    from termbase.place import place_of

    places = place_of(first), place_of(second)
    for place in places:
        if not place.exists():
            raise DatabaseError("no termbase at this place", path=place, remedy="copy one: zhterm backup FILE")
    is_same = places[0] == places[1]
    if isinstance(places[0], Path) and isinstance(places[1], Path):
        is_same = places[0].samefile(places[1])
    if is_same:
        raise InputError("this is one database, named twice", path=places[0], remedy="name two")
    return places


def _sync_terms(places: tuple[Place, Place], told: _Told, *, dry_run: bool) -> None:
    """Terms, contexts and dates, in one transaction on each side; the one that is named first ends last."""
    from termbase.reading import open_reader
    from termbase.syncing import carry_out, steps

    with ExitStack() as stack:
        if dry_run:
            readings = stack.enter_context(open_reader(places[0])), stack.enter_context(open_reader(places[1]))
            for step in steps(*readings):
                told.step(step)
            _sync_dates(readings, None, told)
            return
        stores = stack.enter_context(_opened(places, 0)), stack.enter_context(_opened(places, 1))
        # in one order, so that two who synchronise in both directions wait for each other, not for ever
        for store in sorted(stores, key=lambda one: str(one.writer.place)):
            stack.enter_context(store.transaction())
        for step in carry_out(*stores, steps(*stores)):
            told.step(step)
        _sync_dates(stores, stores, told)


def _opened(places: tuple[Place, Place], side: int) -> Store:
    return open_store(places[side], _command(places, side))


def _command(places: tuple[Place, Place], side: int) -> str:
    return f"sync {places[1 - side]}"


def _sync_dates(readings: tuple[Reading, Reading], stores: tuple[Store, Store] | None, told: _Told) -> None:
    """The dates of documents; written where there are stores."""
    from cli.contract import print_json
    from termbase.document_dates import dated_apart

    for one in dated_apart(*readings):
        if told.as_json:
            print_json({"document": one.document, "conflict": one.is_conflict, "a": one.first, "b": one.second})
        if one.is_conflict:
            told.conflicts += 1
            if not told.as_json:
                told.conflict(one.document, "date", {"A": one.first, "B": one.second})
            continue
        side = 0 if one.second else 1
        told.counts[side]["dates of documents"] += 1
        if stores:
            stores[side].date_document(one.document, one.first or one.second, "sync")


def _sync_units(places: tuple[Place, Place], told: _Told, *, dry_run: bool) -> None:
    """The units of the memories: each is read while the other is written."""
    from cli.contract import print_json
    from tm.memory.reading import open_memory
    from tm.memory.syncing import lacking

    with open_memory(places[0]) as one, open_memory(places[1]) as other:
        found = lacking(other, one), lacking(one, other)
    for side in (0, 1):
        added, removed = found[side].to_add, found[1 - side].to_remove
        for name, numbers in (("units added", added), ("units removed", removed)):
            if numbers:
                told.counts[side][name] += len(numbers)
                if told.as_json:
                    print_json({"side": "ab"[side], "what": name, "count": len(numbers)})
        if not dry_run:
            _write_units(places, side, found)


def _write_units(places: tuple[Place, Place], side: int, found: tuple[Lacking, Lacking]) -> None:
    from tm.memory.reading import open_memory
    from tm.memory.store import Memory
    from tm.memory.syncing import units_of

    added, removed = found[side].to_add, found[1 - side].to_remove
    if not (added or removed):
        return
    with Memory.open(places[side], who=person(), command=_command(places, side)) as memory:
        memory.remove_all(removed)
        with open_memory(places[1 - side]) as source:
            memory.add_all(units_of(source, added))


def _action(side: Side) -> str | None:
    if not side.is_changed:
        return None
    if side.before is None:
        return "added"
    return "changed" if side.after is not None else "removed"


def _number(side: Side) -> str:
    return str(side.number) if side.number else "new"
