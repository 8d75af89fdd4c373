"""What is wrong with a line that was typed, in one line: typer prints four."""

from __future__ import annotations

import re

__all__ = ["fault_in", "told"]

# The names of arguments and options stand in quotation marks here, and texts of the user elsewhere
_NAMES_QUOTED = ("Missing ", "Invalid value for ", "Option ")
_OPTION = re.compile(r"No such option: (\S+)(?: \(Possible options: (.+)\))?")
# At the end of a message
_KINDS = {
    "is not a valid int": "is not a whole number",
    "is not a valid int range": "is not a whole number",
    "is not a valid float": "is not a number",
    "is not a valid float range": "is not a number",
}


def fault_in(error: Exception) -> str:
    """What is wrong with the line, with the command before it; empty for an error of another kind.

    typer keeps the classes of these errors to itself: they are known by how they are told. A group without a command
    is answered with its help, as typer does it.
    """
    message = getattr(error, "format_message", None)
    if message is None:
        return ""
    text, context = str(message()), getattr(error, "ctx", None)
    if context is None:
        return told(text, "zhterm")
    return text if text == context.get_help() else told(text, context.command_path)


def told(message: str, command: str) -> str:
    """A message of typer as zhterm tells it, with the way to the help of the command.

    >>> told("Missing argument 'FILE'.", "zhterm export")
    'zhterm export: missing argument FILE; see zhterm export --help'
    >>> told("No such command 'looku'. Did you mean 'lookup'?", "zhterm")
    "zhterm: no such command 'looku'; did you mean 'lookup'? See zhterm --help"
    >>> told("No such option: --jso (Possible options: --json)", "zhterm tm")
    'zhterm tm: no such option --jso; did you mean --json? See zhterm tm --help'
    """
    if option := _OPTION.fullmatch(message):
        message = f"no such option {option[1]}" + (f"; did you mean {option[2]}?" if option[2] else "")
    head, colon, value = message.partition(":")
    if head.startswith(_NAMES_QUOTED):
        head = head.replace("'", "")
    text = " ".join(f"{head}{colon}{value}".replace(". Did you mean", "; did you mean").removesuffix(".").split())
    for kind, plain in _KINDS.items():
        if text.endswith(kind):
            text = text.removesuffix(kind) + plain
    text = text[:1].lower() + text[1:]
    see = " See" if text.endswith("?") else "; see"
    return f"{command}: {text}{see} {command} --help"
