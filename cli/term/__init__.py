"""`zhterm term …`: a person's decisions on single entries."""

from __future__ import annotations

import typer

from cli.term import deciding, showing, writing

__all__ = ["app"]

app = typer.Typer(help="Add, show, edit and decide on single entries.", no_args_is_help=True, rich_markup_mode=None)

app.command("add")(writing.add)
app.command("edit")(writing.edit)
app.command("show")(showing.show)
app.command("list")(showing.list_)
app.command("approve")(deciding.approve)
app.command("reject")(deciding.reject)
app.command("merge")(deciding.merge)
app.command("remove")(deciding.remove)
app.command("history")(showing.history)
