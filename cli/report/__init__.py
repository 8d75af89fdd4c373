"""`zhterm report …`: pages to read, to search and to print."""

from __future__ import annotations

import typer

from cli.report import analysis, corpus, termbase

__all__ = ["app"]

app = typer.Typer(
    help="Make a page to read, to search and to print: one HTML file that needs nothing else.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

app.command("termbase")(termbase.termbase)
app.command("corpus")(corpus.corpus)
app.command("analysis")(analysis.analysis)
