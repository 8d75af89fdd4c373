"""The prompt of the shell: completion while typing, history, Chinese input. The home of prompt_toolkit."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession  # noqa: TID251 - its home
from prompt_toolkit.completion import CompleteEvent, Completer, Completion  # noqa: TID251 - its home
from prompt_toolkit.document import Document  # noqa: TID251 - its home
from prompt_toolkit.history import FileHistory, History, InMemoryHistory  # noqa: TID251 - its home
from prompt_toolkit.shortcuts import CompleteStyle  # noqa: TID251 - its home

from cli.shell.commands import COMMANDS
from cli.terminal import note, plain, write
from termbase.errors import ZhtermError
from termbase.lookup.suggesting import suggestions

if TYPE_CHECKING:
    from prompt_toolkit.input import Input  # noqa: TID251 - its home
    from prompt_toolkit.output import Output  # noqa: TID251 - its home

    from cli.shell.session import Session
    from termbase.reading import Reading

__all__ = ["TermCompleter", "converse", "history_file"]

_PROMPT = "zhterm> "
_OFFERED = 12


class TermCompleter(Completer):
    """Offers terms that begin as the line, by text, pinyin or initials, and the commands at its beginning."""

    def __init__(self, reader: Reading) -> None:
        self._reader = reader

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """What the text before the cursor may become."""
        text = document.text_before_cursor.lstrip()
        name, separated, rest = text.partition(" ")
        if separated and name.lower() in {"lookup", "conc", "tm"}:
            yield from self._terms(rest.lstrip())
        elif not (separated and name.lower() in COMMANDS):
            yield from self._commands(text)
            yield from self._terms(text)

    def _commands(self, text: str) -> Iterator[Completion]:
        for command in COMMANDS.values():
            if text and command.name.startswith(text.lower()):
                value = f"{command.name} " if command.argument else command.name
                yield Completion(value, -len(text), display_meta=f"{command.argument}: {command.help}".lstrip(": "))

    def _terms(self, text: str) -> Iterator[Completion]:
        try:
            found = suggestions(self._reader, text, limit=_OFFERED)
        except ZhtermError:
            # a damaged file is told when the line is answered, not at each key
            return
        for suggestion in found:
            described = "  ".join(filter(None, (suggestion.pinyin, suggestion.other)))
            yield Completion(plain(suggestion.text), -len(text), display_meta=plain(described))


def converse(session: Session, *, source: Input | None = None, target: Output | None = None) -> None:
    """Ask for lines and answer them until the user leaves; `source` and `target` stand for the terminal."""
    prompt: PromptSession[str] = PromptSession(
        _PROMPT,
        completer=TermCompleter(session.reader),
        complete_while_typing=True,
        complete_style=CompleteStyle.COLUMN,
        history=_history(),
        input=source,
        output=target,
    )
    note("Chinese, English, pinyin or initials; help for the commands, Ctrl-D to leave")
    while True:
        try:
            text = prompt.prompt()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if not _answered(session, text):
            return


def history_file() -> Path:
    """Where the lines are kept from one session to the next: the user's data folder."""
    import platformdirs

    return platformdirs.user_data_path("zhterm", appauthor=False) / "shell-history"


def _history() -> History:
    path = history_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(path)) if os.access(path, os.R_OK | os.W_OK) else InMemoryHistory()


def _answered(session: Session, text: str) -> bool:
    """Tell the answer to a line; whether to go on."""
    try:
        answer = session.answer(text)
    except ZhtermError as error:
        note(str(error))
        return True
    except KeyboardInterrupt:
        note("interrupted")
        return True
    for line in answer.shown:
        write(line)
    if answer.note:
        note(answer.note)
    sys.stdout.flush()
    return answer.line.command != "quit"
