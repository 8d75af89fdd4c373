"""The blocks of a page in Markdown that are tried out: commands, what they print, and files they work on.

`<!-- test -->` before a block of `sh` says that its lines run, `<!-- test exit 1 -->` that they end with this code;
`<!-- output -->` before a block of `text` shows what the last command before it prints; `<!-- file: NAME -->` before a
block of anything is a file of that name, there for the commands after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Command", "Example", "Output", "examples", "pages"]

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(
    r"<!-- (?:test(?: exit (?P<code>\d))?|output|file: (?P<name>\S+)) -->\n```(?P<kind>\w*)\n(?P<body>.*?)```",
    re.DOTALL,
)


@dataclass(frozen=True)
class Command:
    """A line that is run, and the exit code it ends with."""

    line: str
    code: int


@dataclass(frozen=True)
class Output:
    """What the command before it prints."""

    text: str


@dataclass(frozen=True)
class Example:
    """A file for the commands after it."""

    name: str
    text: str


def examples(page: Path) -> list[Command | Output | Example]:
    """The blocks of a page in their order; each line of a block of commands by itself."""
    found: list[Command | Output | Example] = []
    for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        if block["name"]:
            found.append(Example(block["name"], block["body"]))
        elif block["kind"] == "sh":
            found += [Command(line, int(block["code"] or 0)) for line in block["body"].split("\n") if line]
        else:
            found.append(Output(block["body"]))
    return found


def pages() -> list[Path]:
    """The pages of the manual."""
    return sorted((ROOT / "docs").glob("*.md"))
