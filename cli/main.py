"""The command `zhterm`: its commands, and the one place where errors are told."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import typer

from cli import completion
from cli.loading import group_of
from termbase.errors import ZhtermError

__all__ = ["STEPS", "app", "run"]

_EPILOG = "Example: zhterm lookup 八八战略"

# A command: its name, and where its function (or the app of its group) is. It is imported when it is called.
_COMMANDS = {
    "extract": "cli.extract:extract",
    "align": "cli.align:align",
    "check": "cli.check:check",
    "checks": "cli.check:checks",
    "lint": "cli.lint:lint",
    "review": "cli.review:review",
    "lookup": "cli.lookup:lookup",
    "shell": "cli.shell:shell",
    "term": "cli.term:app",
    "tm": "cli.tm:app",
    "import": "cli.exchange:import_",
    "export": "cli.exchange:export",
    "formats": "cli.exchange:formats",
    "radar": "cli.radar:radar",
    "sync": "cli.sync:sync",
    "undo": "cli.undo:undo",
    "backup": "cli.backup:backup",
    "restore": "cli.backup:restore",
    "doctor": "cli.doctor:doctor",
    "report": "cli.report:app",
}

STEPS = """\
zhterm: terms and translation memory for Chinese policy and economic news

  1 Collect    zhterm extract article.zh.txt article.en.txt
               names and policy phrases with their evidence, as proposals
  2 Decide     zhterm review
               approve, edit, merge, reject; nothing decided is overwritten
  3 Look up    zhterm lookup 八八战略      (or babazhanlve, bbzl, "eight eight")
  4 Remember   zhterm align article.zh.txt article.en.txt -o article.tmx
               zhterm tm import article.tmx
               zhterm tm search 推动高质量发展
  5 Hand over  zhterm export glossary.utf8 --format omegat
               zhterm tm export memory.tmx
  6 Check      zhterm check translation.xlf
               terms, numbers, names, leftovers

Begin with the starter termbase:  zhterm import --starter
All commands:  zhterm --help      More of one:  zhterm lookup --help"""
"""What `zhterm` alone shows: the six steps of the work, with a command each."""

# Help and messages are plain text: rich would cost 0.1 s at every start, and pipes and screen readers want it plain.
app = typer.Typer(
    name="zhterm",
    cls=group_of(_COMMANDS),
    epilog=_EPILOG,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(ctx: typer.Context, *, show: bool) -> None:
    # a line that is being completed is not carried out
    if show and not ctx.resilient_parsing:
        from importlib.metadata import version

        typer.echo(f"zhterm {version('zhterm')}")
        raise typer.Exit


@app.callback()
def main(
    context: typer.Context,
    version: bool = typer.Option(
        False,
        "--version",
        callback=lambda ctx, value: _version(ctx, show=value),
        is_eager=True,
        help="Show the version.",
    ),
) -> None:
    """Terminology and translation memory for Chinese policy and economic news."""
    if context.invoked_subcommand is None:
        typer.echo(STEPS)


def run() -> None:
    """Run the command line: 0 done, 1 nothing found, 2 usage or input error, 3 internal error."""
    if completion.asked_for():
        completion.plainly()
    try:
        code = app(prog_name="zhterm", standalone_mode=False)
    except BrokenPipeError:
        _leave_the_pipe()
    except SystemExit as stop:
        # what typer makes of a pipe without a reader
        if isinstance(stop.__context__, BrokenPipeError):
            _leave_the_pipe()
        raise
    except Exception as error:  # noqa: BLE001 - this is the one place where every error is told
        _fail_by(error)
    # what a command gives typer.Exit; 130 is what typer makes of Ctrl-C, without a word
    if code == 130:
        _fail("interrupted; what was not finished is not filed, run the command again", 2)
    if code:
        raise SystemExit(code)


def _leave_the_pipe() -> NoReturn:
    """The reader of a pipe (head, less) has left: nobody wants the rest, and nothing went wrong."""
    sys.stdout = None
    os._exit(0)


def _fail_by(error: Exception) -> NoReturn:
    from cli.usage import fault_in

    if isinstance(error, ZhtermError):
        _fail(str(error), 2)
    if isinstance(error, typer.Abort):
        _fail("nothing was done", 1)
    if isinstance(error, MemoryError):
        _fail("out of memory; split the file", 2)
    if completion.asked_for():
        # a message would stand in the middle of the line that is typed
        raise SystemExit(3) from error
    if fault := fault_in(error):
        sys.stderr.write(f"{fault}\n")
        raise SystemExit(2) from error
    if os.environ.get("ZHTERM_DEBUG"):
        raise error
    _fail(f"internal error: {type(error).__name__}: {error}; set ZHTERM_DEBUG=1 for the details and report it", 3)


def _fail(message: str, code: int) -> NoReturn:
    sys.stderr.write(f"zhterm: {' '.join(message.split())}\n")
    raise SystemExit(code)
