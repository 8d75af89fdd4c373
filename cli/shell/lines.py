"""The shell for scripts: lines come in, an answer goes out for each."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from cli.shell.session import Answer, Session
from termbase.errors import InputError, ZhtermError

__all__ = ["answer_lines", "decoded"]


def answer_lines(session: Session, lines: Iterable[bytes], *, as_json: bool) -> int:
    """Answer each line at once; the exit code: 1 when nothing was found at all, 2 when a line was not understood."""
    anything = asked = wrong = False
    for number, data in enumerate(lines, 1):
        try:
            text = decoded(data)
            answer = session.answer(text)
        except ZhtermError as error:
            _tell_error(error, number, data, as_json=as_json)
            wrong = True
            continue
        if answer.line.command == "quit":
            break
        if text.strip():
            _tell(answer, text, as_json=as_json, first=not anything)
            asked = True
            anything |= bool(answer.shown or answer.results)
    return 2 if wrong else int(asked and not anything)


def decoded(data: bytes) -> str:
    """A line of UTF-8 without its end; raises InputError."""
    try:
        return data.decode("utf-8").rstrip("\r\n").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise InputError("this is not UTF-8", remedy="write the lines in UTF-8") from error


def _tell(answer: Answer, text: str, *, as_json: bool, first: bool) -> None:
    from cli.contract import print_json
    from cli.terminal import note, write

    if as_json:
        print_json({"line": text.strip(), "command": answer.line.command, "results": answer.results})
    else:
        for line in _apart(answer.shown, first=first):
            write(line)
    if answer.note:
        note(answer.note)
    sys.stdout.flush()


def _apart(shown: list[str], *, first: bool) -> Iterator[str]:
    """An empty line between two answers."""
    if shown and not first:
        yield ""
    yield from shown


def _tell_error(error: ZhtermError, number: int, data: bytes, *, as_json: bool) -> None:
    from cli.contract import print_json
    from cli.terminal import warn

    if as_json:
        line = data.decode("utf-8", "replace").strip()
        print_json({"line": line, "command": None, "results": [], "error": str(error)})
        sys.stdout.flush()
    warn(f"line {number}: {error}")
