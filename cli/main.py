"""The command `zhterm`: its commands, and the one place where errors are told."""

from __future__ import annotations

import os
import sys

import typer

from cli import align, backup, check, doctor, exchange, extract, lookup, radar, term, tm, undo
from termbase.errors import ZhtermError

__all__ = ["app", "run"]

_EPILOG = "Example: zhterm lookup 八八战略"

# Help and messages are plain text: rich would cost 0.1 s at every start, and pipes and screen readers want it plain.
app = typer.Typer(
    name="zhterm",
    help="Terminology and translation memory for Chinese policy and economic news.",
    epilog=_EPILOG,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(*, show: bool) -> None:
    if show:
        from importlib.metadata import version

        typer.echo(f"zhterm {version('zhterm')}")
        raise typer.Exit


@app.callback()
def main(
    version: bool = typer.Option(
        False, "--version", callback=lambda value: _version(show=value), is_eager=True, help="Show the version."
    ),
) -> None:
    """Terminology and translation memory for Chinese policy and economic news."""


app.command("extract")(extract.extract)
app.command("align")(align.align)
app.command("check")(check.check)
app.command("checks")(check.checks)
app.command("lookup")(lookup.lookup)
app.add_typer(term.app, name="term")
app.add_typer(tm.app, name="tm")
app.command("import")(exchange.import_)
app.command("export")(exchange.export)
app.command("formats")(exchange.formats)
app.command("radar")(radar.radar)
app.command("undo")(undo.undo)
app.command("backup")(backup.backup)
app.command("doctor")(doctor.doctor)
app.command("restore")(backup.restore)


def run() -> None:
    """Run the command line: 0 done, 1 nothing found, 2 usage or input error, 3 internal error."""
    try:
        app()
    except ZhtermError as error:
        _fail(str(error), 2)
    except SystemExit as stop:
        # what typer makes of Ctrl-C, without a word
        if stop.code != 130:
            raise
        _fail("interrupted; what was not finished is not filed, run the command again", 2)
    except BrokenPipeError:
        # the reader of a pipe (head, less) has left: nobody wants the rest
        sys.stdout = None
        os._exit(0)
    except MemoryError:
        _fail("out of memory; split the file", 2)
    except Exception as error:
        if os.environ.get("ZHTERM_DEBUG"):
            raise
        _fail(f"internal error: {type(error).__name__}: {error}; set ZHTERM_DEBUG=1 for the details and report it", 3)


def _fail(message: str, code: int) -> None:
    sys.stderr.write(f"zhterm: {' '.join(message.split())}\n")
    raise SystemExit(code)
