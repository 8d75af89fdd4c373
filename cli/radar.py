"""`zhterm radar`: what is new in dated articles and not settled yet."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.options import Database, Json, Limit, location

__all__ = ["radar"]


def radar(
    days: Annotated[int, typer.Option("--days", min=1, help="How far back from the newest dated article.")] = 30,
    limit: Limit = 30,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """List what came up in dated articles and nobody has decided on: first and last seen, how suddenly.

    Articles get their date from their text, or from `zhterm extract --date`. `burst` is a log-likelihood ratio: above
    3.84 the term is surely more frequent now than before.

    \b
    Example:
      zhterm radar --days 90
    """
    from cli.contract import found_json, print_json
    from cli.terminal import note, table, write
    from termbase.radar import radar as appearances
    from termbase.reading import open_reader

    with open_reader(location(db)) as reader:
        found = appearances(reader, days=days)
    for one in found[:limit] if as_json else ():
        seen = {"first_seen": one.first_seen, "last_seen": one.last_seen, "documents": one.documents}
        counts = {"recent": one.recent, "earlier": one.earlier, "burst": one.burst}
        print_json({**found_json(one.concept), **seen, **counts})
    if found and not as_json:
        rows = []
        for one in found[:limit]:
            sides = [one.concept.preferred(chinese=chinese) for chinese in (True, False)]
            texts = [term.text if term else "–" for term in sides]
            rows.append(
                [str(one.concept.id), *texts, one.first_seen, one.last_seen, str(one.recent), f"{one.burst:.1f}"]
            )
        for line in table(rows, ("id", "zh", "en", "first seen", "last seen", "now", "burst")):
            write(line)
    note(f"{len(found)} unsettled in the last {days} days" if found else "no dated article has anything unsettled")
