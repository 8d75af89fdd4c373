"""Counts of more phrases than memory holds: sorted runs on disk, merged as streams."""

from __future__ import annotations

import functools
import heapq
import operator
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from termbase.extract.candidate import Occurrence

__all__ = ["MOST_PLACES", "Tally", "merged", "most_frequent", "write_run"]

MOST_PLACES = 5
"""Places kept of one form: as many as contexts are filed of a concept."""
MOST_NEIGHBOURS = 8
"""Different neighbours kept on a side: between eight and many a border is no surer."""
_MOST_COUNTED = 100_000


@dataclass(slots=True, eq=False)
class Tally:
    """What a part of the corpus says of one form."""

    text: str
    words: str = ""
    """The cutter's words with spaces between them; empty for a name found by its form alone."""
    pattern: str = ""
    """A letter of `Part` for each word."""
    count: int = 0
    documents: int = 0
    free: int = 0
    """Occurrences with a border on both sides."""
    left: set[str] = field(default_factory=set)
    right: set[str] = field(default_factory=set)
    weight: float = 0.0
    """Of the surest finder that took it for a name; 0 without one."""
    type: str = ""
    kind: str = ""
    reason: str = ""
    places: list[tuple[int, Occurrence]] = field(default_factory=list)
    """Number of the document in the corpus, and the place in it; the first few."""
    last_document: int = -1

    def __iadd__(self, other: Tally) -> Tally:
        """Add what another part of the corpus says; no document is in both."""
        self.count += other.count
        self.documents += other.documents
        self.free += other.free
        self.left = _few(self.left | other.left)
        self.right = _few(self.right | other.right)
        if not self.words:
            self.words, self.pattern = other.words, other.pattern
        if other.weight > self.weight:
            self.weight, self.type, self.kind, self.reason = other.weight, other.type, other.kind, other.reason
        self.places = sorted(self.places + other.places, key=_in_order)[:MOST_PLACES]
        return self


def _few(neighbours: set[str]) -> set[str]:
    return neighbours if len(neighbours) <= MOST_NEIGHBOURS else set(sorted(neighbours)[:MOST_NEIGHBOURS])


def _in_order(place: tuple[int, Occurrence]) -> tuple[int, int, int]:
    return place[0], place[1].sentence, place[1].start


def write_run(path: Path, tallies: Iterable[Tally]) -> None:
    """Write tallies as lines in the order of their texts; a form with a tab or a line break in it is passed over."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for tally in sorted(tallies, key=lambda tally: tally.text):
            if not {"\t", "\n", "\r"}.intersection(tally.text):
                file.write(_line(tally))


def merged(runs: Sequence[Path]) -> Iterator[Tally]:
    """The tallies of all runs together, in the order of their texts; memory holds one line of each run."""
    with ExitStack() as stack:
        files = [stack.enter_context(path.open(encoding="utf-8", newline="\n")) for path in runs]
        streams = [_keyed(file) for file in files]
        for _, rows in groupby(heapq.merge(*streams), key=lambda row: row[0]):
            parts = [_tally(line) for _, line in rows]
            yield functools.reduce(operator.iadd, parts)


def most_frequent(runs: Sequence[Path], *, most: int, folder: Path) -> list[Tally]:
    """The most frequent forms, at most so many; forms of the last frequency that does not fit whole are left out."""
    whole = folder / "merged"
    frequencies: Counter[int] = Counter()
    with whole.open("w", encoding="utf-8", newline="\n") as file:
        for tally in merged(runs):
            frequencies[min(tally.count, _MOST_COUNTED)] += 1
            file.write(_line(tally))
    least = _MOST_COUNTED
    kept = 0
    for count in sorted(frequencies, reverse=True):
        kept += frequencies[count]
        if kept > most:
            break
        least = count
    return [tally for tally in merged([whole]) if tally.count >= least]


def _keyed(file: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in file:
        yield line.partition("\t")[0], line


def _line(tally: Tally) -> str:
    places = " ".join(f"{number},{place.sentence},{place.start},{place.end}" for number, place in tally.places)
    fields = (
        tally.text, tally.words, tally.pattern, str(tally.count), str(tally.documents), str(tally.free),
        _joined(tally.left), _joined(tally.right),
        str(tally.weight), tally.type, tally.kind, tally.reason.replace("\t", " "), places,
    )  # fmt: skip
    return "\t".join(fields) + "\n"


def _joined(neighbours: Iterable[str]) -> str:
    return "".join(sorted("^" if neighbour.isspace() else neighbour for neighbour in neighbours))


def _tally(line: str) -> Tally:
    text, words, pattern, count, documents, free, left, right, weight, type_, kind, reason, places = line[:-1].split(
        "\t"
    )
    return Tally(
        text, words, pattern, int(count), int(documents), int(free), set(left), set(right),
        float(weight), type_, kind, reason, [_place(place) for place in places.split(" ") if place],
    )  # fmt: skip


def _place(text: str) -> tuple[int, Occurrence]:
    number, sentence, start, end = map(int, text.split(","))
    return number, Occurrence(sentence, start, end)
