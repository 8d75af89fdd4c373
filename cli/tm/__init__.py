"""`zhterm tm …`: the translation memory."""

from __future__ import annotations

import typer

from cli.tm import counting, exchange, keeping, pretranslating, searching, using

__all__ = ["app"]

app = typer.Typer(help="Keep, search and use earlier translations.", no_args_is_help=True, rich_markup_mode=None)

app.command("import")(exchange.import_)
app.command("export")(exchange.export)
app.command("search")(searching.search)
app.command("concordance")(using.concordance)
app.command("analyse")(counting.analyse)
app.command("pretranslate")(pretranslating.pretranslate)
app.command("stats")(keeping.stats)
app.command("clean")(keeping.clean)
