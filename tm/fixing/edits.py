"""Changes of a segment's text as changes of its file: what is no text stays where it is."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tm.formats.laid import Laid, Spot, Writing
from tm.formats.patching import Patch

__all__ = ["Edit", "Writer", "apart", "applied", "patches_of"]


class Edit(NamedTuple):
    """What comes in the place of a part of a text."""

    start: int
    end: int
    text: str


Writer = Callable[[str, Writing], str | None]
"""How a format writes a text at a place of that kind; None where it cannot."""


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits that lie apart, in the order of their places.

    >>> applied("Ports，roads grew grew", [Edit(5, 6, ", "), Edit(12, 21, "grew")])
    'Ports, roads grew'
    """
    pieces, done = [], 0
    for edit in edits:
        pieces += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*pieces, text[done:]])


def apart(edits: Iterable[Edit], possible: Callable[[Edit], bool]) -> tuple[list[Edit], int]:
    """The possible edits in the order of their places, of overlapping ones the first that came; how many are made.

    One that says the same as an earlier one is made with it.

    >>> apart([Edit(3, 5, "a"), Edit(4, 6, "b"), Edit(0, 2, "c"), Edit(3, 5, "a")], lambda edit: True)
    ([Edit(start=0, end=2, text='c'), Edit(start=3, end=5, text='a')], 3)
    """
    taken: list[Edit] = []
    made = 0
    for edit in edits:
        place = bisect_left(taken, edit)
        near = taken[max(place - 1, 0) : place + 1]
        if edit in near:
            made += 1
        elif not any(_overlap(edit, other) for other in near) and possible(edit):
            insort(taken, edit)
            made += 1
    return taken, made


def patches_of(edits: Iterable[Edit], laid: Laid, written: Writer) -> tuple[list[Patch], int]:
    """The changes of the file for edits of a text, in their order, and how many of the edits they make.

    An edit across what is no text, such as an inline code, is not made; nor are edits that leave nothing of a text.
    """
    found: dict[Edit, list[Patch]] = {}

    def possible(edit: Edit) -> bool:
        patches = _patches(edit, laid, written)
        if patches is not None:
            found[edit] = patches
        return patches is not None

    taken, made = apart(edits, possible)
    if not applied(laid.text, taken).strip():
        return [], 0
    return [patch for edit in taken for patch in found[edit]], made


def _overlap(one: Edit, other: Edit) -> bool:
    """Whether both change the same characters, or come in at the same place."""
    first, second = sorted((one, other))
    return first.start == second.start or second.start < first.end


def _patches(edit: Edit, laid: Laid, written: Writer) -> list[Patch] | None:
    """The text in the place of the first run of characters that touch, nothing in the place of others."""
    if not laid.spots or not 0 <= edit.start <= edit.end <= len(laid.spots):
        return None
    edit = _trimmed(edit, laid.text)
    if laid.text[edit.start : edit.end] == edit.text:
        return []
    runs = _runs(laid.spots[edit.start : edit.end]) or [_insertion(edit.start, laid.spots)]
    if (len(runs) > 1 and not laid.parted) or any(spot.writing is Writing.FIXED for spot in runs):
        return None
    text = written(edit.text, runs[0].writing)
    if text is None:
        return None
    first, *others = runs
    return [Patch(first.start, first.end, text), *(Patch(spot.start, spot.end, "") for spot in others)]


def _trimmed(edit: Edit, text: str) -> Edit:
    """The edit without what is the same before and after it at its ends; one character stays, to hold on to.

    >>> _trimmed(Edit(5, 7, ". "), "Ports。 Roads"), _trimmed(Edit(0, 7, "the"), "the the port")
    (Edit(start=5, end=6, text='.'), Edit(start=3, end=7, text=''))
    """
    start, end, new = edit
    while start + 1 < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start + 1 < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return Edit(start, end, new)


def _runs(spots: Sequence[Spot]) -> list[Spot]:
    """Spots that touch made one."""
    if not spots:
        return []
    borders = [place for place, (one, next_) in enumerate(pairwise(spots), 1) if not _touch(one, next_)]
    parts = pairwise([0, *borders, len(spots)])
    return [Spot(spots[first].start, spots[after - 1].end, spots[first].writing) for first, after in parts]


def _touch(one: Spot, other: Spot) -> bool:
    return one.end == other.start and one.writing is other.writing


def _insertion(place: int, spots: Sequence[Spot]) -> Spot:
    """Where something comes in before a character, or behind the last one."""
    if place < len(spots):
        return Spot(spots[place].start, spots[place].start, spots[place].writing)
    return Spot(spots[-1].end, spots[-1].end, spots[-1].writing)
