"""`zhterm report …`: pages to read, to search and to print."""

from __future__ import annotations

import typer

from cli.loading import group_of

__all__ = ["app"]

_COMMANDS = {
    "termbase": "cli.report.termbase:termbase",
    "corpus": "cli.report.corpus:corpus",
    "analysis": "cli.report.analysis:analysis",
}

app = typer.Typer(cls=group_of(_COMMANDS), no_args_is_help=True, rich_markup_mode=None, add_completion=False)


@app.callback()
def main() -> None:
    """Make a page to read, to search and to print: one HTML file that needs nothing else."""
