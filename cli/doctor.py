"""`zhterm doctor`: versions, places, the state of the database, and what can be mended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.amounts import megabytes, number_of
from cli.options import Database, Json, location

if TYPE_CHECKING:
    from termbase.health import Health
    from termbase.place import Place

__all__ = ["doctor"]


def doctor(
    quick: Annotated[bool, typer.Option("--quick", help="Leave out what takes long on a large database.")] = False,
    rebuild_index: Annotated[
        bool, typer.Option("--rebuild-index", help="Make the indexes of terms and of the memory anew.")
    ] = False,
    salvage: Annotated[
        Path | None,
        typer.Option("--salvage", metavar="NEW", help="Bring what can be read of a damaged database into a new one."),
    ] = None,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Tell versions, places and the state of the database; the exit code is 1 where something is wrong with it.

    \b
    Examples:
      zhterm doctor
      zhterm doctor --rebuild-index
      zhterm doctor --salvage rescued.db
    """
    from cli.installation import installation
    from termbase.database import file_of
    from termbase.place import place_of

    place = location(db)
    if not isinstance(place_of(place), Path) and salvage is None and not rebuild_index:
        _report({**installation(), **_of_server(place)}, as_json=as_json)
        return
    path = file_of(place)
    if salvage is not None:
        raise typer.Exit(_salvage(path, salvage, as_json=as_json))
    if rebuild_index:
        _rebuild(path)
    report: dict[str, Any] = {**installation(), **_of_database(path, quick=quick)}
    _report(report, as_json=as_json)
    if report["faults"]:
        raise typer.Exit(1)


def _report(report: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        from cli.contract import print_json

        print_json(report)
    else:
        _show(report)


def _of_server(place: Place) -> dict[str, Any]:
    """A database on a server, which looks after its pages and indexes itself."""
    from termbase.database import SCHEMA_VERSION
    from termbase.health import COUNTED
    from termbase.reading import open_reader

    told: dict[str, Any] = {"database": place.as_posix(), "exists": place.exists(), "faults": []}
    if told["exists"]:
        with open_reader(place) as reader:
            told["counts"] = {table: reader.execute(f"SELECT count(*) FROM {table}", ())[0][0] for table in COUNTED}
        told["schema"] = SCHEMA_VERSION
    return told


def _of_database(path: Path, *, quick: bool) -> dict[str, Any]:
    """The database and what is wrong with it."""
    from cli.progress import waiting
    from termbase.backups import backups_of
    from termbase.precaution import is_affordable

    told: dict[str, Any] = {"database": path.as_posix(), "exists": path.exists(), "faults": []}
    backups = backups_of(path)
    told["backups"] = {"count": len(backups), "last": backups[-1].path.as_posix() if backups else None}
    if not path.exists():
        return told
    with waiting("looking at the database"):
        health = _health(path, quick=quick)
    told |= {
        "bytes": path.stat().st_size,
        "backed_up_by_itself": is_affordable(path),
        "schema": health.schema,
        "counts": health.counts,
        "faults": [{"kind": fault.kind, "what": fault.what} for fault in health.faults],
    }
    return told


def _health(path: Path, *, quick: bool) -> Health:
    from termbase.database import SCHEMA_VERSION
    from termbase.health import examine
    from tm.memory.health import index_faults
    from tm.memory.reading import open_memory

    health = examine(path, quick=quick)
    is_sound = not any(fault.kind == "damage" for fault in health.faults)
    if is_sound and not quick and health.schema == SCHEMA_VERSION:
        with open_memory(path) as memory:
            for fault in index_faults(memory):
                health.complain(fault, "index")
    return health


def _rebuild(path: Path) -> None:
    from cli.options import open_store
    from cli.progress import waiting
    from cli.terminal import note
    from termbase.backups import require_sound
    from termbase.rebuilding import rebuild_index
    from tm.memory.store import Memory

    # an index built on damaged pages would hide the damage
    require_sound(path, quick=True)
    with waiting("making the index of entries anew"), open_store(path, "doctor") as store:
        entries = rebuild_index(store)
    note(f"the index of {number_of(entries, 'entry')} is made anew")
    with waiting("making the index of units anew"), Memory.open(path) as memory:
        units = memory.rebuild_index()
    note(f"the index of {number_of(units, 'unit')} is made anew")


def _salvage(path: Path, to: Path, *, as_json: bool) -> int:
    """Bring over what can be read; 1 where something was lost."""
    from cli.contract import print_json
    from cli.files import require_new
    from cli.terminal import note, table, write
    from termbase.errors import InputError
    from termbase.salvage import salvage
    from tm.memory.store import Memory

    if not path.is_file():
        raise InputError("there is no such file", path=path, remedy="name the damaged one: --db FILE")
    require_new(to)

    def finish(new: Path) -> None:
        with Memory.open(new) as memory:
            memory.rebuild_index()

    saved = salvage(path, to, finish)
    lost = [one for one in saved if one.expected is None or one.rows < one.expected]
    if as_json:
        for one in saved:
            print_json({"table": one.table, "rows": one.rows, "expected": one.expected})
    else:
        told = [(one.table, str(one.rows), "unknown" if one.expected is None else str(one.expected)) for one in saved]
        for line in table(told, ("table", "rows read", "rows there were")):
            write(line)
    read = "not all of it could be read" if lost else "all rows were read"
    note(f"{to}: {read}; look at it: zhterm doctor --db {to}")
    return int(bool(lost))


def _show(report: dict[str, Any]) -> None:
    from cli.terminal import bold, field, note, plain, write

    database = report["faults"]
    for title, names in (
        ("versions", ("zhterm", "python", "sqlite", "libraries")),
        ("optional parts", ("optional",)),
        ("places", ("database", "profile", "cache", "backups")),
        ("database", ("bytes", "schema", "counts", "backed_up_by_itself")),
    ):
        known = [name for name in names if name in report]
        if known:
            write(bold(title))
        for name in known:
            text = _in_words(name, report[name])
            # a path stays in one piece, to be copied
            for line in [f"  {name:11}{plain(text)}"] if name in _PATHS else field(_LABELS.get(name, name), text):
                write(line)
    for fault in database:
        write(f"{fault['kind']}: {fault['what']}")
    kinds = {fault["kind"] for fault in database}
    if "damage" in kinds:
        note("bring back a backup: zhterm backup --list; or save what can be read: zhterm doctor --salvage NEW")
    elif kinds:
        note("mend it: zhterm doctor --rebuild-index")
    else:
        note("nothing is wrong" if report["exists"] else "no database at this place yet: zhterm import --starter")


_PATHS = frozenset({"database", "profile", "cache", "backups"})
_LABELS = {"backed_up_by_itself": "copied", "optional": "found", "bytes": "size", "counts": "rows"}


def _in_words(name: str, value: Any) -> str:
    if name == "bytes":
        return megabytes(value)
    if name == "backed_up_by_itself":
        return "before bulk changes" if value else "not by itself, because it is large: zhterm backup"
    if name == "backups":
        return f"{value['count']}, the last: {value['last']}" if value["last"] else "none"
    if name == "optional":
        return ", ".join(f"{part}: {'yes' if found else 'no'}" for part, found in value.items())
    if isinstance(value, dict):
        return ", ".join(f"{key} {count}" for key, count in value.items())
    return "–" if value is None else str(value)
