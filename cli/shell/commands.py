"""What a line in the shell asks for: a look-up, or one of a few commands."""

from __future__ import annotations

from dataclasses import dataclass

from termbase.errors import InputError
from termbase.language.script import has_han

__all__ = ["COMMANDS", "Command", "Line", "meant", "pair_of", "parse", "usages"]


@dataclass(frozen=True, slots=True)
class Command:
    """A word that begins a line."""

    name: str
    argument: str
    """What follows it; empty where nothing does."""
    help: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is understood."""

    command: str
    """The name of a command; `lookup` for a line that begins with none."""
    rest: str
    explicit: bool = True
    """Whether the command was typed."""


COMMANDS = {
    command.name: command
    for command in (
        Command("lookup", "TEXT", "Chinese, English, pinyin or initials; lookup may be left out"),
        Command("tm", "TEXT", "the nearest earlier translations"),
        Command("conc", "WORD", "the word in use, with its translation"),
        Command("add", "ZH = EN", "file an entry, approved"),
        Command("show", "N", "an entry whole, by its number"),
        Command("help", "", "these lines"),
        Command("quit", "", "leave (Ctrl-D); Ctrl-C cancels a line"),
    )
}
_OTHERWISE = {"?": "help", "？": "help", "exit": "quit", "concordance": "conc"}
_MARKS = (":", "/", "\\", "：")


def parse(line: str) -> Line:
    """The command of a line and the rest of it; a command is also understood behind a colon or a slash.

    `help` and `quit` are commands only alone, since people look words up. Raises InputError for a word behind such a
    mark that is no command.

    >>> parse("八八战略"), parse("TM　推动高质量发展").rest, parse("help desk").command
    (Line(command='lookup', rest='八八战略', explicit=False), '推动高质量发展', 'lookup')
    """
    marked = line.strip().startswith(_MARKS)
    text = line.strip().lstrip("".join(_MARKS)) if marked else line.strip()
    first, *rest = text.split(maxsplit=1) or [""]
    name = _OTHERWISE.get(first.lower(), first.lower())
    if name in COMMANDS and (rest == [] or COMMANDS[name].argument):
        return Line(name, rest[0].strip() if rest else "")
    if marked:
        raise InputError(f"no command “{first}”", remedy=f"there are: {usages()}")
    return Line("lookup", text, explicit=False)


def usages() -> str:
    """All commands with what follows them, in one line.

    >>> usages()
    'lookup TEXT, tm TEXT, conc WORD, add ZH = EN, show N, help, quit'
    """
    return ", ".join(f"{command.name} {command.argument}".strip() for command in COMMANDS.values())


def meant(line: Line) -> str:
    """The command that a look-up may have been meant for, by its first word; empty for none.

    >>> meant(parse("shwo 12")), meant(parse("八八战略")), meant(parse("double eight"))
    ('show', '', '')
    """
    from difflib import get_close_matches

    words = line.rest.lower().split()
    if line.explicit or len(words) < 2:
        return ""
    return next(iter(get_close_matches(words[0], COMMANDS, n=1, cutoff=0.7)), "")


def pair_of(text: str) -> tuple[str, str]:
    """The Chinese and the English of `ZH = EN`, in either order, with `=` or the full-width `＝`; raises InputError.

    >>> pair_of("双循环＝dual circulation"), pair_of("dual circulation = 双循环")
    (('双循环', 'dual circulation'), ('双循环', 'dual circulation'))
    """
    sides = [side.strip() for side in text.replace("＝", "=").split("=", 1)]
    if len(sides) < 2 or not all(sides):
        raise InputError(
            f"“add {text}” is not understood", remedy="write: add ZH = EN, as in: add 双循环 = dual circulation"
        )
    zh, en = sides if has_han(sides[0]) else sides[::-1]
    return zh, en
