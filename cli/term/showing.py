"""`zhterm term show`, `list` and `history`: what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.amounts import number_of
from cli.options import Database, Json, Status, location
from cli.term.options import Id, Ids, Type

if TYPE_CHECKING:
    from termbase.model import Concept

__all__ = ["history", "list_", "print_entries", "show"]


def show(ids: Ids, db: Database = None, as_json: Json = False) -> None:
    """Show entries whole.

    \b
    Example:
      zhterm term show 12
    """
    from termbase.reading import open_reader

    with open_reader(location(db)) as reader:
        print_entries([reader.concept(id_) for id_ in ids], as_json=as_json)


def list_(
    status: Status = None,
    type_: Type = "",
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="The most entries; 0 for all.")] = 0,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """List entries, a line each; the proposed ones by score.

    \b
    Example:
      zhterm term list --status proposed --type company
    """
    from cli.render import SUMMARY, summary
    from cli.terminal import note, table, write
    from termbase.editing import choice
    from termbase.model import ConceptType
    from termbase.model import Status as ReviewState
    from termbase.reading import open_reader

    wanted = choice(ReviewState, status, "--status") if status else None
    type_wanted = choice(ConceptType, type_, "--type") if type_ else None
    with open_reader(location(db)) as reader:
        concepts = list(reader.concepts(status=wanted, type=type_wanted, with_contexts=as_json))
    if wanted is ReviewState.PROPOSED:
        concepts.sort(key=lambda concept: -concept.score)
    concepts = concepts[: limit or None]
    if as_json:
        print_entries(concepts, as_json=True)
    else:
        for line in table([summary(concept) for concept in concepts], SUMMARY):
            write(line)
        note(number_of(len(concepts), "entry"))


def history(id_: Id, db: Database = None, as_json: Json = False) -> None:
    """Show who changed an entry, when, and what.

    \b
    Example:
      zhterm term history 12
    """
    from dataclasses import asdict

    from cli.contract import print_json
    from cli.render import change_lines
    from cli.terminal import write
    from termbase.reading import open_reader

    with open_reader(location(db)) as reader:
        changes = reader.history(id_)
    for change in changes:
        if as_json:
            print_json(asdict(change))
        else:
            for line in change_lines(change):
                write(line)


def print_entries(concepts: list[Concept], *, as_json: bool) -> None:
    """Entries on the terminal with an empty line between them, or a JSON object each."""
    from cli.contract import entry_json, print_json
    from cli.render import entry_lines
    from cli.terminal import write

    for number, concept in enumerate(concepts):
        if as_json:
            print_json(entry_json(concept))
            continue
        if number:
            write("")
        for line in entry_lines(concept):
            write(line)
