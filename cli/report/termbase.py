"""`zhterm report termbase`: the glossary as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.amounts import number_of
from cli.options import Database, Json, location
from cli.report.page import Force, Output, deliver, require_output

if TYPE_CHECKING:
    from termbase.model import Concept

__all__ = ["termbase"]


def termbase(
    output: Output = None,
    status: Annotated[str, typer.Option("--status", help="all, or approved (without the proposed entries).")] = "all",
    force: Force = False,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """The termbase, to search, to filter and to print.

    One searches by Chinese, English, pinyin and initials. The page has all that an entry has for a reader: forms by
    usage, sources, definitions, what a slogan stands for, and an example or two. What was rejected is not in it.

    \b
    Examples:
      zhterm report termbase -o termbase.html
      zhterm report termbase -o glossary.html --status approved
    """
    from cli.handover import chosen
    from cli.progress import with_progress
    from termbase.errors import InputError
    from termbase.formats.html import in_order, write
    from termbase.reading import open_reader

    require_output(output, as_json=as_json, force=force)
    if status not in ("approved", "all"):
        raise InputError(f"--status {status!r} is not one of: approved, all")
    with open_reader(location(db)) as reader:
        concepts = in_order(chosen(with_progress(reader.concepts(), what="entries"), proposed=status == "all"))
    values = map(_entry, concepts)
    deliver(output, write(concepts), values, as_json=as_json, force=force, what=number_of(len(concepts), "entry"))


def _entry(concept: Concept) -> dict[str, object]:
    """An entry as a look-up prints it, with what only the page shows."""
    from cli.contract import entry_json

    items = [{"zh": item.zh, "en": item.en} for item in concept.items]
    return {**entry_json(concept), "subject": concept.subject, "note": concept.note, "items": items}
