"""`zhterm review`: a person's decisions on what is proposed, on a screen of their own."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Database, Json, Status, location, open_store

if TYPE_CHECKING:
    from cli.review.queue import Filter, Order
    from termbase.reading import Reader
    from termbase.store import Store

__all__ = ["review"]

# Concepts are read so many at a time
_PAGE = 500


def review(
    status: Status = None,
    type_: Annotated[str, typer.Option("--type", help="Only this type: company, strategy …")] = "",
    document: Annotated[
        str, typer.Option("--document", metavar="PART", help="Only what stands in documents with this in their name.")
    ] = "",
    min_score: Annotated[float, typer.Option("--min-score", min=0, max=1, help="Only from this score on.")] = 0.0,
    by: Annotated[str, typer.Option("--by", help="The order: score, type, document or number.")] = "score",
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Decide on proposals one after the other: approve, reject, edit, merge; with undo.

    Without --status come new entries and new forms of approved ones. On the screen, ? shows the keys. With --json the
    queue is printed instead.

    \b
    Examples:
      zhterm review
      zhterm review --type company --by document
      zhterm review --document port-and-market --min-score 0.8 --json
    """
    from cli.review.queue import Filter, Order
    from cli.terminal import note
    from termbase.editing import choice
    from termbase.errors import InputError
    from termbase.model import ConceptType
    from termbase.model import Status as ReviewState
    from termbase.reading import open_reader

    wanted = Filter(
        choice(ReviewState, status, "--status") if status else None,
        choice(ConceptType, type_, "--type") if type_ else None,
        document,
        min_score,
    )
    order = choice(Order, by, "--by")
    with open_reader(location(db)) as reader:
        waiting = _queue(reader, wanted, order, as_json=as_json)
    if not waiting:
        what = f" ({wanted})" if str(wanted) else ""
        note(f"nothing to review{what}; find terms with: zhterm extract FILE…")
    elif not as_json:
        if not _has_terminal():
            raise InputError("a review needs a terminal", remedy="list the queue with: zhterm review --json")
        # decisions are taken back one by one; a copy would stop a key, and the view it needs would be held for hours
        with open_store(location(db), "review", backs_up=False) as store:
            _run(store, wanted, order)


def _queue(reader: Reader, wanted: Filter, order: Order, *, as_json: bool) -> int:
    """How many entries there are to review; as JSON they are printed, a page of them in memory."""
    from cli.contract import found_json, print_json
    from cli.review.waiting import queue_of

    ids = queue_of(reader, wanted, order)
    for start in range(0, len(ids) if as_json else 0, _PAGE):
        page = ids[start : start + _PAGE]
        concepts = {concept.id: concept for concept in reader.concepts_of(page)}
        for number in page:
            print_json(found_json(concepts[number]))
    return len(ids)


def _has_terminal() -> bool:
    # the screen is drawn on standard error
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def _run(store: Store, wanted: Filter, order: Order) -> None:
    """The screen until the person leaves it, and what was decided."""
    from cli.review.app import ReviewApp
    from cli.review.session import Session
    from cli.terminal import note

    session = Session(store, wanted, order)
    app = ReviewApp(session)
    app.run()
    if app.failure is not None:
        raise app.failure
    made = len(session.decisions)
    note("one decision, saved" if made == 1 else f"{made} decisions, all saved")
    if app.return_code:
        raise typer.Exit(app.return_code)
