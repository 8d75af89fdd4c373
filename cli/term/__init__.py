"""`zhterm term …`: a person's decisions on single entries."""

from __future__ import annotations

import typer

from cli.loading import group_of

__all__ = ["app"]

_COMMANDS = {
    "add": "cli.term.writing:add",
    "edit": "cli.term.writing:edit",
    "show": "cli.term.showing:show",
    "list": "cli.term.showing:list_",
    "approve": "cli.term.deciding:approve",
    "reject": "cli.term.deciding:reject",
    "merge": "cli.term.deciding:merge",
    "remove": "cli.term.deciding:remove",
    "history": "cli.term.showing:history",
}

app = typer.Typer(cls=group_of(_COMMANDS), no_args_is_help=True, rich_markup_mode=None, add_completion=False)


@app.callback()
def main() -> None:
    """Add, show, edit and decide on single entries."""
