"""`zhterm tm …`: the translation memory."""

from __future__ import annotations

import typer

from cli.loading import group_of

__all__ = ["app"]

_COMMANDS = {
    "import": "cli.tm.exchange:import_",
    "export": "cli.tm.exchange:export",
    "search": "cli.tm.searching:search",
    "concordance": "cli.tm.using:concordance",
    "analyse": "cli.tm.counting:analyse",
    "pretranslate": "cli.tm.pretranslating:pretranslate",
    "stats": "cli.tm.keeping:stats",
    "clean": "cli.tm.keeping:clean",
}

app = typer.Typer(cls=group_of(_COMMANDS), no_args_is_help=True, rich_markup_mode=None, add_completion=False)


@app.callback()
def main() -> None:
    """Keep, search and use earlier translations."""
