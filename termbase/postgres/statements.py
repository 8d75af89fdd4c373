"""Statements as PostgreSQL's driver wants them: made of those that SQLite takes, in this one place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

__all__ = ["translated"]

# A quoted text or name, a list of parameters, a parameter, a per cent sign
_PIECE = re.compile(r"""'[^']*'|"[^"]*"|(?<!NOT )IN \((?:\?(?:, ?\?)*)?\)|\?|%""")
_PARAMETER, _LIST = b"%s", b"= ANY(%s)"


def translated(statement: str, parameters: Sequence[object]) -> tuple[bytes, Sequence[object]]:
    """A statement with `%s` for each `?`, and its parameters; signs in quotation marks stay what they are.

    `IN (?,?,?)` becomes one array, so that the statement is the same for any number of values, and is planned once.

    >>> translated("SELECT id FROM term WHERE key IN (?,?) AND kind = ? AND text <> '?%'", ["a", "b", "zh"])
    (b"SELECT id FROM term WHERE key = ANY(%s) AND kind = %s AND text <> '?%%'", [['a', 'b'], 'zh'])
    """
    written, sizes = _written(statement)
    if all(size < 0 for size in sizes):
        return written, parameters
    values = iter(parameters)
    grouped: list[object] = [next(values) if size < 0 else [next(values) for _ in range(size)] for size in sizes]
    return written, grouped


# A program has some hundred statements; those with a list differ by its length
@lru_cache(2_000)
def _written(statement: str) -> tuple[bytes, tuple[int, ...]]:
    """The statement, and for each of its parameters how many values it takes; -1 for one that is no list."""
    sizes: list[int] = []

    def write(match: re.Match[str]) -> str:
        piece = match[0]
        if piece == "?":
            sizes.append(-1)
            return _PARAMETER.decode()
        if piece.startswith("IN"):
            sizes.append(piece.count("?"))
            return _LIST.decode()
        return piece.replace("%", "%%")

    return _PIECE.sub(write, statement).encode(), tuple(sizes)
