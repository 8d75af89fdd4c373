"""`zhterm backup` and `zhterm restore`: copies of the database, and the way back."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.amounts import megabytes, number_of
from cli.options import Database, Json, location

if TYPE_CHECKING:
    from termbase.backups import Backup

__all__ = ["backup", "restore"]


def backup(
    to: Annotated[
        Path | None, typer.Argument(metavar="TO", help="The copy; default: beside the database, with the time.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Show the backups beside the database.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Copy the database, also while others write to it. The copy appears whole or not at all.

    Backups beside the database are called FILE.backup-YYYYMMDD-HHMMSS (UTC); the last ten stay. They are also made by
    themselves: before the tables of an older zhterm are brought up to date, and in a run that makes more than 100
    changes, of a database of 256 MB at most.

    \b
    Examples:
      zhterm backup
      zhterm backup --list
      zhterm backup /media/stick/terms.db
    """
    from cli.contract import print_json
    from cli.files import require_new
    from cli.progress import waiting
    from cli.terminal import note, write
    from termbase.backups import back_up_beside, backups_of, copy_database
    from termbase.database import file_of

    path = file_of(location(db))
    if list_:
        _show(backups_of(path), as_json=as_json)
        return
    _require_termbase(path)
    if to is not None:
        require_new(to, force=force)
    with waiting("copying the database"):
        copy = to or back_up_beside(path)
        if to is not None:
            copy_database(path, to)
    if as_json:
        print_json({"file": copy.as_posix(), "bytes": copy.stat().st_size})
    else:
        write(copy.as_posix())
        note(f"{megabytes(copy.stat().st_size)}; bring it back: zhterm restore {shlex.quote(str(copy))}")


def restore(
    from_: Annotated[Path, typer.Argument(metavar="FROM", help="A backup; see `zhterm backup --list`.")],
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Put a backup in the place of the database, which is kept as a backup. The backup is checked first.

    Refused while another program writes to the database.

    \b
    Example:
      zhterm restore zhterm.db.backup-20240516-093000
    """
    from cli.contract import print_json
    from cli.progress import waiting
    from cli.terminal import note
    from termbase.backups import restore as bring_back
    from termbase.database import file_of
    from termbase.errors import InputError

    path = file_of(location(db))
    if path.exists() and from_.exists() and path.samefile(from_):
        raise InputError("this is the database itself", path=from_, remedy="name a backup: zhterm backup --list")
    with waiting("checking and copying the backup"):
        kept = bring_back(path, from_)
    if as_json:
        print_json({"file": path.as_posix(), "from": from_.as_posix(), "kept": kept.as_posix() if kept else None})
    note(f"{path}: restored from {from_}")
    if kept:
        note(f"what was there before is kept: {kept}")


def _require_termbase(path: Path) -> None:
    """Raise DatabaseError where there is no file of ours: a copy of something else helps nobody."""
    from termbase.reading import open_reader

    open_reader(path).close()


def _show(found: list[Backup], *, as_json: bool) -> None:
    from cli.contract import print_json
    from cli.terminal import note, plain, write

    for one in found:
        if as_json:
            print_json({"file": one.path.as_posix(), "made": one.made.isoformat(), "bytes": one.size})
        else:
            write(f"{one.made:%Y-%m-%d %H:%M:%S} UTC  {megabytes(one.size):>9}  {plain(one.path.as_posix())}")
    note(number_of(len(found), "backup"))
