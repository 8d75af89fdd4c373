"""Where a page goes, and what is printed instead of it or beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["Force", "Output", "deliver", "require_output"]

Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="OUT.html", help="The page's file.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]


def require_output(output: Path | None, *, as_json: bool, force: bool) -> None:
    """Raise InputError where there is nothing to do, or the file cannot be written: before the work."""
    from cli.files import require_new
    from termbase.errors import InputError

    if output is None:
        if not as_json:
            raise InputError("no file for the page is named", remedy="give -o page.html, or --json")
        return
    if output.suffix.lower() not in (".html", ".htm", ""):
        raise InputError("a report is written as .html", path=output, remedy="or use --json")
    require_new(output, force=force)


def deliver(
    output: Path | None,
    page: Iterable[str],
    values: Iterable[Mapping[str, object]],
    *,
    as_json: bool,
    force: bool,
    what: str,
) -> None:
    """Write the page, and print what it shows as JSON; both only where it is asked for."""
    from cli.contract import print_json
    from cli.files import write_whole
    from cli.terminal import note

    if output is not None:
        write_whole(output, page, force=force)
        note(f"{output}: {what}")
    for value in values if as_json else ():
        print_json(value)
