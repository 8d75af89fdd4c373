"""Where quotations stand in an English text: straight, curly, nested and unclosed ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Quotation", "quotations"]

_CLOSING = {"“": "”", "‘": "’", '"': '"', "'": "'", "《": "》"}
_CLOSERS = frozenset(_CLOSING.values())
_BEFORE_OPENING = frozenset(" \t\u00a0(（[—–-/“‘\"'")


_DEEPEST = 6
"""Quotations open at the same time; more are marks that were never closed, and the oldest is given up."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The text between two quotation marks, as offsets into the sentence without the marks."""

    start: int
    end: int
    closed: bool
    """False when the sentence ends before the closing mark."""


def quotations(text: str) -> Iterator[Quotation]:
    """The quotations of a sentence, inner ones before the outer one.

    >>> text = 'He said: "We must \\'go global\\' now." The “Four Thousands” spirit'
    >>> [text[found.start:found.end] for found in quotations(text)]
    ['go global', "We must 'go global' now.", 'Four Thousands']
    >>> [found.closed for found in quotations('the "Four Thousands spirit')]
    [False]
    """
    opened: list[tuple[str, int]] = []
    for place, mark in enumerate(text):
        if mark not in _CLOSING and mark not in _CLOSERS:
            continue
        if _opens(text, place):
            opened = [*opened[-_DEEPEST:], (mark, place + 1)]
        elif _closes(text, place):
            start = _matching(opened, mark)
            if start is not None:
                yield Quotation(start, place, closed=True)
    for _, start in opened:
        yield Quotation(start, len(text), closed=False)


def _opens(text: str, place: int) -> bool:
    mark = text[place]
    if mark in {"“", "‘", "《"}:
        return True
    if mark not in {'"', "'"}:
        return False
    before = text[place - 1] if place else " "
    after = text[place + 1 : place + 2]
    return before in _BEFORE_OPENING and after.strip() != "" and (mark == '"' or after.isalnum())


def _closes(text: str, place: int) -> bool:
    """Whether the mark ends a quotation; an apostrophe inside a word does not."""
    if text[place] not in {"'", "’"}:
        return True
    return not text[place + 1 : place + 2].isalnum()


def _matching(opened: list[tuple[str, int]], mark: str) -> int | None:
    """The start of the innermost quotation that the mark closes; those opened inside it were never closed."""
    for depth in range(len(opened) - 1, -1, -1):
        if _CLOSING[opened[depth][0]] == mark:
            start = opened[depth][1]
            del opened[depth:]
            return start
    return None
