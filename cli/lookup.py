"""`zhterm lookup`: find an entry by Chinese, English, pinyin, initials, or nearly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cli import completion
from cli.options import Database, Json, Limit, location

if TYPE_CHECKING:
    from termbase.lookup import Hit

__all__ = ["lookup"]


def lookup(
    query: list[str] | None = typer.Argument(
        None, metavar="QUERY", help="Chinese, English, pinyin or initials.", autocompletion=completion.terms
    ),
    in_: Path | None = typer.Option(
        None, "--in", metavar="FILE", help="Instead of a query: all terms of a file that is to be translated."
    ),
    by: str = typer.Option("place", "--by", help="With --in: the order, place or frequency."),
    output: Path | None = typer.Option(
        None, "--output", "-o", metavar="OUT", help="With --in: write a sheet, .xlsx or .html."
    ),
    force: bool = typer.Option(False, "--force", help="With --in: replace a file that is there."),
    db: Database = None,
    as_json: Json = False,
    limit: Limit = 5,
) -> None:
    """Find entries by Chinese, English, pinyin or initials; typing errors are forgiven.

    \b
    Examples:
      zhterm lookup 八八战略
      zhterm lookup "eight eight"
      zhterm lookup babazhanlve
      zhterm lookup bbzl
      zhterm lookup --in article.docx -o sheet.xlsx
    """
    if in_ is not None:
        if query:
            from termbase.errors import InputError

            raise InputError("--in takes no query", remedy="ask for one or the other")
        from cli.preparing import prepare_file

        prepare_file(in_, location(db), by=by, output=output, force=force, as_json=as_json)
        return
    if not query:
        from termbase.errors import InputError

        raise InputError("nothing is asked for", remedy="zhterm lookup 八八战略, or --in FILE")
    from termbase.lookup import find
    from termbase.reading import open_reader

    text = " ".join(query)
    with open_reader(location(db)) as reader:
        hits = find(reader, text, limit=limit)
    if as_json:
        from cli.contract import hit_json, print_json

        for hit in hits:
            print_json(hit_json(hit))
    else:
        _print(hits)
    if not hits:
        from cli.terminal import note

        note(f"nothing found for “{text}”; add it with: zhterm term add")
        raise typer.Exit(1)


def _print(hits: list[Hit]) -> None:
    from cli.render import entry_lines
    from cli.terminal import write

    for number, hit in enumerate(hits):
        if number:
            write("")
        for line in entry_lines(hit.concept):
            write(line)
