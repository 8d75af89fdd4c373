"""`zhterm term add` and `edit`: what a person enters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Database, Json, location, open_store
from cli.term.adding import added
from cli.term.options import (
    Also,
    Date,
    Definition,
    En,
    Id,
    Note,
    Pinyin,
    SourceOption,
    Subject,
    Tier,
    Type,
    Url,
    UsageOption,
    Zh,
)
from cli.term.showing import print_entries

if TYPE_CHECKING:
    from termbase.model import Source

__all__ = ["add", "edit"]


def add(
    zh: Zh = "",
    en: En = "",
    also: Also = None,
    usage: UsageOption = "admitted",
    type_: Type = "other",
    pinyin: Pinyin = "",
    subject: Subject = "",
    definition: Definition = "",
    note: Note = "",
    source: SourceOption = "",
    url: Url = "",
    date: Date = "",
    tier: Tier = "reference",
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Add an approved entry.

    \b
    Example:
      zhterm term add --zh 双循环 --en "dual circulation" --type "policy phrase"
    """
    from termbase.editing import Edit

    edit = Edit(
        also=tuple(also or ()),
        usage=usage,
        type=type_,
        pinyin=pinyin,
        subject=subject,
        definition=definition,
        note=note,
        source=_source(source, url, date, tier),
    )
    print_entries([added(location(db), zh, en, edit, command="term add")], as_json=as_json)


def edit(
    id_: Id,
    zh: Zh = "",
    en: En = "",
    also: Also = None,
    usage: UsageOption = "admitted",
    without: Annotated[list[str] | None, typer.Option("--without", help="A form to take away.")] = None,
    type_: Type = "",
    pinyin: Pinyin = "",
    subject: Subject = "",
    definition: Definition = "",
    note: Note = "",
    source: SourceOption = "",
    url: Url = "",
    date: Date = "",
    tier: Tier = "reference",
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Change an entry; what is not named stays. The entry is approved by it.

    \b
    Example:
      zhterm term edit 12 --en "Double-Eight Strategy" --also "Eight-Eight Strategy"
    """
    from termbase.editing import Edit, edited
    from termbase.errors import InputError

    change = Edit(
        zh=zh,
        en=en,
        also=tuple(also or ()),
        usage=usage,
        without=tuple(without or ()),
        type=type_,
        pinyin=pinyin,
        subject=subject,
        definition=definition,
        note=note,
        source=_source(source, url, date, tier),
    )
    if change == Edit(usage=usage):
        raise InputError("nothing to change is named", remedy="see: zhterm term edit --help")
    with open_store(location(db), "term edit") as store, store.transaction():
        print_entries([store.replace(edited(store.concept(id_), change))], as_json=as_json)


def _source(source: str, url: str, date: str, tier: str) -> Source | None:
    """The source named by the options, or None; an address or a date alone is refused."""
    from termbase.editing import choice
    from termbase.errors import InputError
    from termbase.model import Source as SourceValue
    from termbase.model import Tier as SourceTier

    if not source:
        if url or date:
            raise InputError("--url and --date belong to a source", remedy="give --source “Issuer: Title” too")
        return None
    issuer, _, title = source.partition(": ")
    return SourceValue(issuer, title, url, date, choice(SourceTier, tier, "--tier"))
