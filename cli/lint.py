"""`zhterm lint`: whether the tools that are to read a file would take it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.options import Json, Strict

__all__ = ["lint"]


def lint(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE…", help="TMX, TBX, XLIFF, glossaries of OmegaT and memoQ; folders are walked."),
    ] = None,
    readers: Annotated[
        list[str] | None,
        typer.Option(
            "--for",
            metavar="READER",
            help="Ask only standard, omegat, trados, memoq, weblate, or strict (XLIFF 1.2); can be repeated.",
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help="tmx, tbx, xliff, omegat or memoq, where the ending tells another."
        ),
    ] = None,
    languages: Annotated[
        str | None,
        typer.Option("--languages", metavar="PAIR", help="The two languages of the memory in Trados: zh-CN,en-US."),
    ] = None,
    skip: Annotated[
        list[str] | None, typer.Option("--skip", metavar="RULE", help="Leave this rule out; can be repeated.")
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules with what each is known from.")] = False,
    strict: Strict = False,
    as_json: Json = False,
) -> None:
    """Say what OmegaT, Trados, memoQ, Weblate and the standard itself make of a file before it is delivered.

    Each accepts it, loses something, or refuses it, with the line, the reason and what to do. "May" stands where
    nobody has tried. The exit code is 1 when a reader does not simply accept a file.

    \b
    Examples:
      zhterm lint memory.tmx glossary.tbx
      zhterm lint memory.tmx --for omegat --for trados --languages zh-CN,en-US
      zhterm lint delivery/ --skip tmx-history
    """
    from cli.linting import Linting, rule_lines
    from cli.terminal import write
    from termbase.errors import InputError

    if rules:
        for line in rule_lines(as_json=as_json):
            write(line)
        return
    if not files:
        raise InputError("no file to lint", remedy="name one, as in: zhterm lint memory.tmx")
    linting = Linting(format_, readers or (), languages, skip or ())
    failed = linting.run(files, strict=strict, as_json=as_json)
    if failed:
        raise typer.Exit(2)
    if linting.findings:
        raise typer.Exit(1)
