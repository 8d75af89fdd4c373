"""The pages of the manual that are made from the program: commands, formats, checks.

`python -m tests.reference` writes them; a test compares. What the program says of itself is written once.
"""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable, Iterator
from unittest.mock import patch

import typer.main

from cli.main import app
from tests.blocks import ROOT
from tests.cases import read_cases
from tm.checks import CHECKS

__all__ = ["PAGES"]


def _commands() -> str:
    """Every command's help, as `--help` prints it at 80 columns."""
    lines = [
        "# Commands",
        "",
        "What `--help` prints, command by command. Made by `make docs`.",
    ]
    for words in [(), *_words(typer.main.get_command(app), ())]:
        lines += ["", f"## {' '.join(('zhterm', *words))}", "", "```text", _help(words), "```"]
    return "\n".join(lines) + "\n"


def _words(command: object, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words of every command and of every group, in the order of the help."""
    for name, child in getattr(command, "commands", {}).items():
        yield (*above, name)
        yield from _words(child, (*above, name))


def _help(words: tuple[str, ...]) -> str:
    printed = io.StringIO()
    plain = patch.dict(os.environ, {"COLUMNS": "80", "NO_COLOR": "1"})
    with plain, contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
        app([*words, "--help"], prog_name="zhterm")
    return printed.getvalue().strip()


def _formats() -> str:
    """The tables of formats, as `zhterm formats` has them."""
    from cli.handover import ways_of
    from termbase.formats import FORMATS
    from tm.formats import BITEXTS

    lines = [
        "# File formats",
        "",
        "What each carries and what it loses. Made by `make docs` from the table that `zhterm formats` prints.",
    ]
    for heading, table in (("Glossaries", FORMATS), ("Memories and bilingual files", BITEXTS)):
        lines += ["", f"## {heading}", "", "| format | files | ways | carries | loses |", "|---|---|---|---|---|"]
        for one in table.values():
            endings = " ".join(f"`{suffix}`" for suffix in one.suffixes) or "–"
            title = f"`{one.name}` {one.title}"
            lines.append(f"| {title} | {endings} | {', '.join(ways_of(one))} | {one.carries} | {one.loses or '–'} |")
    return "\n".join(lines) + "\n"


def _checks() -> str:
    """Every check with a segment it marks and one it leaves alone, from the cases that test it."""
    lines = [
        "# The checks",
        "",
        "Each with its severity, the share of segments of good human translations it complains of (WMT news, 9,979 pairs;",
        "see [how the checks are measured](check.md)), its origin, and examples from its tests. Made by `make docs`.",
    ]
    for one in CHECKS.values():
        share = "not measured" if one.false_alarms is None else f"{one.false_alarms:.2%}".replace("%", " %")
        lines += [
            "",
            f"## {one.id}",
            "",
            f"{_sentence(one.says)} Severity: {one.severity}. Complains of {share}. From: {one.origin}.",
        ]
        lines += ["", *_example(one.id)]
    return "\n".join(lines) + "\n"


def _example(check: str) -> Iterator[str]:
    """The first marked and the first clean case that are jobs of their own."""
    alone = [row for row in read_cases(f"checks/{check}") if not row.get("job")] or read_cases(f"checks/{check}")
    for label, wanted in (("finds", True), ("leaves alone", False)):
        row = next((row for row in alone if bool(row["marked"]) == wanted), None)
        if row is not None:
            texts = " → ".join(text for text in (row["zh"], row["en"]) if text)
            marked = f" — at *{row['marked'].removeprefix('zh:') or 'the whole'}*" if wanted else ""
            terms = f" (termbase: {row['terms']})" if row.get("terms") else ""
            yield f"* {label}: {texts}{terms}{marked} ({row['gloss']})"


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."


PAGES: dict[str, Callable[[], str]] = {"commands.md": _commands, "formats.md": _formats, "checks.md": _checks}
"""The name of each page in `docs/` and what makes it."""

if __name__ == "__main__":
    for name, made in PAGES.items():
        (ROOT / "docs" / name).write_text(made(), encoding="utf-8")
