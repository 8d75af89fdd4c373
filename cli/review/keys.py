"""The keys of the review: one table for what they do, the bar below the screen, and the help."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

__all__ = ["DECIDING", "KEYS", "MOVING", "Key", "fitting"]


class Key(NamedTuple):
    """One key, or several for the same action."""

    keys: str
    """As textual names them, with commas between."""
    shown: str
    action: str
    label: str
    """In the bar; empty for keys that only the help shows."""
    help: str


DECIDING = (
    Key("a", "a", "approve", "approve", "Approve the entry with its proposed forms; the next one comes"),
    Key("r", "r", "reject", "reject", "Reject it; later runs do not propose it again"),
    Key("e", "e", "edit", "edit", "Edit its texts, pinyin, usage, type, definitions and note; saving approves"),
    Key("m", "m", "merge", "merge", "Merge it into another entry, which you search"),
    Key("t", "t", "set_type", "type", "Set its type"),
    Key("u", "u", "set_usage", "usage", "Set how one of its forms is used, or reject the form"),
    Key("s", "s", "add_source", "source", "Add a source: issuer, title, address, date, tier"),
    Key("z,ctrl+z", "z", "undo", "undo", "Take the last decision back, then the one before it …"),
)
MOVING = (
    Key("n", "n", "next_unseen", "next unseen", "To the next entry you have not seen"),
    Key("slash", "/", "search", "search", "Search an entry by Chinese, English, pinyin or initials"),
    Key("f", "f", "filter", "filter", "Choose status, type, document and least score"),
    Key("o", "o", "order", "order", "Sort by score, type, document or number"),
    Key("question_mark,f1", "?", "help", "help", "This page"),
    Key("q", "q", "close", "quit", "End the review; every decision is saved already"),
    Key("down,j", "↓ j", "step(1)", "", "The next entry"),
    Key("up,k", "↑ k", "step(-1)", "", "The entry before"),
    Key("pagedown", "PgDn", "page(1)", "", "A page of the queue down"),
    Key("pageup", "PgUp", "page(-1)", "", "A page of the queue up"),
    Key("home,g", "Home g", "first", "", "The first entry"),
    Key("end,G", "End G", "last", "", "The last entry"),
    Key("space", "Space", "scroll_entry(1)", "", "Further down in the entry and its contexts"),
    Key("b,backspace", "b", "scroll_entry(-1)", "", "Further up in the entry"),
    Key("R,f5", "R", "reload", "", "Read the queue anew, with what came in meanwhile"),
)
KEYS = (*DECIDING, *MOVING)


def fitting(keys: tuple[Key, ...], columns: int) -> list[Key]:
    """The first keys with a label that the bar has room for, two columns apart; `? help` is always among them.

    >>> [key.shown for key in fitting(DECIDING, 30)]
    ['a', 'r', '?']
    """
    help_ = next(key for key in MOVING if key.action == "help")
    labelled = [key for key in keys if key.label]
    if _width(labelled) <= columns:
        return labelled
    chosen: list[Key] = []
    for key in labelled:
        if key is not help_ and _width([*chosen, key, help_]) <= columns:
            chosen.append(key)
    return [*chosen, help_]


def _width(keys: list[Key]) -> int:
    return sum(cell_len(f"{key.shown} {key.label}") for key in keys) + 2 * (len(keys) - 1)
