"""`zhterm report corpus`: terms over time, as a page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.amounts import number_of
from cli.options import Database, Json, Strict, location
from cli.report.page import Force, Output, deliver, require_output

__all__ = ["corpus"]


def corpus(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE…", help="Dated articles; default: those that were read into the termbase."),
    ] = None,
    output: Output = None,
    by: Annotated[str | None, typer.Option("--by", help="month or year; default: as fits the time.")] = None,
    days: Annotated[int, typer.Option("--days", min=1, help="How far back from the newest text news goes.")] = 90,
    date: Annotated[
        str, typer.Option("--date", metavar="YYYY-MM-DD", help="The date of files that tell none themselves.")
    ] = "",
    with_memory: Annotated[
        bool, typer.Option("--with-memory", help="Count renderings in the units of the memory too.")
    ] = False,
    strict: Strict = False,
    force: Force = False,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Dated texts: terms over time, competing renderings.

    The page has all terms over time, what is new and unsettled, and how often each of several renderings is used.

    Without files it tells of the articles that `zhterm extract` has filed; with files of these, and files nothing.
    Texts without a date are not counted.

    \b
    Examples:
      zhterm report corpus -o corpus.html
      zhterm report corpus news/*.zh.txt news/*.en.txt -o news.html --by month
      zhterm report corpus --with-memory --json
    """
    from cli.extraction import require_date
    from cli.report.corpus_reading import corpus_of
    from cli.report.corpus_values import corpus_json
    from termbase.errors import InputError
    from termbase.periods import Step
    from tm.report.corpus_page import corpus_page

    require_output(output, as_json=as_json, force=force)
    require_date(date)
    if by is not None and by not in tuple(Step):
        raise InputError(f"--by {by!r} is not one of: {', '.join(Step)}")
    if date and not files:
        raise InputError("--date is about files", remedy="name them")
    found, failed = corpus_of(
        files or [], location(db), by=by, days=days, date=date, with_memory=with_memory, strict=strict
    )
    texts = sum(found.chronicle.documents.values())
    what = (
        f"{number_of(texts, 'dated text')}, {number_of(len(found.chronicle.counts), 'term')}, "
        f"{len(found.contests):,} with competing renderings"
    )
    deliver(output, corpus_page(found), corpus_json(found), as_json=as_json, force=force, what=what)
    if failed:
        raise typer.Exit(2)
