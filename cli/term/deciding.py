"""`zhterm term approve`, `reject`, `merge` and `remove`: what a person decides."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.options import Database, Json, location, open_store
from cli.term.options import Id, Ids
from cli.term.showing import print_entries

__all__ = ["approve", "merge", "reject", "remove"]


def approve(ids: Ids, db: Database = None) -> None:
    """Approve proposed entries; later runs leave them as they are.

    \b
    Example:
      zhterm term approve 301 302
    """
    _decide(ids, "approve", db)


def reject(ids: Ids, db: Database = None) -> None:
    """Reject entries; later runs do not propose them again.

    \b
    Example:
      zhterm term reject 303
    """
    _decide(ids, "reject", db)


def merge(
    id_: Id,
    into: Annotated[int, typer.Argument(metavar="INTO", help="The entry that stays.")],
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Merge an entry into another, with its forms, contexts and counts.

    \b
    Example:
      zhterm term merge 310 12
    """
    with open_store(location(db), "term merge") as store:
        print_entries([store.merge(id_, into)], as_json=as_json)


def remove(ids: Ids, db: Database = None) -> None:
    """Remove entries; their history stays.

    \b
    Example:
      zhterm term remove 311
    """
    from cli.terminal import note

    with open_store(location(db), "term remove") as store, store.transaction():
        for id_ in ids:
            store.remove(id_)
    note(f"removed: {', '.join(map(str, ids))}")


def _decide(ids: list[int], action: str, db: str | None) -> None:
    from cli.terminal import note
    from termbase.editing import approved
    from termbase.model import Status

    with open_store(location(db), f"term {action}") as store, store.transaction():
        for id_ in ids:
            if action == "approve":
                store.replace(approved(store.concept(id_)), action=action)
            else:
                store.set_status(id_, Status.REJECTED)
    told = {"approve": "approved", "reject": "rejected"}[action]
    note(f"{told}: {', '.join(map(str, ids))}")
