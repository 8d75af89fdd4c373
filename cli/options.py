"""Options that every command shares, named and explained once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from cli import completion

if TYPE_CHECKING:
    from termbase.place import Place
    from termbase.store import Store

__all__ = [
    "Database",
    "Json",
    "Languages",
    "Limit",
    "Reader",
    "Script",
    "Status",
    "Strict",
    "location",
    "open_store",
    "person",
]

Database = Annotated[
    str | None,
    typer.Option(
        "--db",
        envvar="ZHTERM_DB",
        metavar="PLACE",
        help="A file, or postgresql+psycopg://…; default: in your data folder.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object per line on standard output.")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first file that cannot be read.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="The most entries to show.")]
Reader = Annotated[
    str | None,
    typer.Option("--for", metavar="READER", help="Write TMX for omegat, trados, memoq, weblate, or generic."),
]
Languages = Annotated[
    str | None,
    typer.Option(
        "--languages", metavar="FROM,TO", help="Tags that every unit gets, such as zh-CN,en-GB or en-US,zh-CN."
    ),
]
Script = Annotated[
    str | None, typer.Option("--script", help="zh-Hans or zh-Hant: write the units in this script only.")
]
Status = Annotated[
    str | None, typer.Option("--status", help="proposed, approved or rejected.", autocompletion=completion.statuses)
]


def location(database: str | None) -> Place:
    """The database a command works on: as told, or the default place."""
    from termbase.database import default_location
    from termbase.place import place_of

    return place_of(database) if database else default_location()


def open_store(database: Place, command: str, *, backs_up: bool = True) -> Store:
    """The termbase opened for writing; the history names the person and the command."""
    from termbase.store import Store

    return Store.open(database, who=person(), command=command, backs_up=backs_up)


def person() -> str:
    """Who changes things: ZHTERM_USER, else the name of the account."""
    import getpass

    try:
        return os.environ.get("ZHTERM_USER") or getpass.getuser()
    except (KeyError, OSError):
        # an account without a name, as in a bare container
        return "unknown"
