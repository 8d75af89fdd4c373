"""`zhterm shell`: look-ups one after the other, with completion, history and a few commands."""

from __future__ import annotations

import sys

import typer

from cli.options import Database, Json, Limit, location

__all__ = ["shell"]


def shell(db: Database = None, as_json: Json = False, limit: Limit = 5) -> None:
    """Look up one thing after the other; the termbase stays open, so that each answer comes at once.

    Type Chinese, English, pinyin or initials; terms are completed while you type. Commands: tm TEXT searches the
    memory, conc WORD shows a word in use, add ZH = EN files an entry, show N shows one, help, quit. Ctrl-C cancels a
    line, Ctrl-D leaves. Lines that come through a pipe are answered one by one; with --json an object for each.

    \b
    Examples:
      zhterm shell
      echo 八八战略 | zhterm shell --json
    """
    from cli.shell.session import Session

    by_hand = sys.stdin.isatty() and sys.stdout.isatty() and not as_json
    with Session(location(db), limit=limit, for_programs=as_json, brief=by_hand) as session:
        if by_hand:
            from cli.shell.prompt import converse

            converse(session)
            code = 0
        else:
            from cli.shell.lines import answer_lines

            code = answer_lines(session, sys.stdin.buffer, as_json=as_json)
    if code:
        raise typer.Exit(code)
