"""Counts of more phrases than memory holds: sorted runs on disk, merged as streams."""

from __future__ import annotations

import functools
import heapq
import operator
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from termbase.extract.candidate import Occurrence

__all__ = ["MOST_PLACES", "Tally", "merged", "most_frequent", "neighbours", "write_run", "written_places"]

MOST_PLACES = 5
"""Places kept of one form: as many as contexts are filed of a concept."""
MOST_NEIGHBOURS = 8
"""Different neighbours kept on a side: between eight and many a border is no surer."""
MOST_FILES = 64
"""Runs merged at once; systems allow a process as few as 256 open files."""
_MOST_COUNTED = 100_000
# Lines are in the order of their texts as long as no character sorts before the tab behind the text.
_CONTROL = re.compile("[\x00-\x1f]")


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
    left: str = ""
    """Different characters before it, at most `MOST_NEIGHBOURS`."""
    right: str = ""
    weight: float = 0.0
    """Of the surest finder that took it for a name; 0 without one."""
    type: str = ""
    kind: str = ""
    reason: str = ""
    places_written: str = ""

    @property
    def places(self) -> list[tuple[int, Occurrence]]:
        """Number of the document in the corpus, and the place in it; the first few."""
        return [(number, Occurrence(sentence, start, end)) for number, sentence, start, end in self._numbers()]

    def _numbers(self) -> list[tuple[int, ...]]:
        return [tuple(map(int, place.split(","))) for place in self.places_written.split(" ") if place]

    def __iadd__(self, other: Tally) -> Tally:
        """Add what another part of the corpus says; no document is in both."""
        self.count += other.count
        self.documents += other.documents
        self.free += other.free
        self.left = neighbours(sorted({*self.left, *other.left}))
        self.right = neighbours(sorted({*self.right, *other.right}))
        if not self.words:
            self.words, self.pattern = other.words, other.pattern
        if other.weight > self.weight:
            self.weight, self.type, self.kind, self.reason = other.weight, other.type, other.kind, other.reason
        self.places_written = written_places(sorted(self._numbers() + other._numbers())[:MOST_PLACES])
        return self


def neighbours(characters: Sequence[str]) -> str:
    """The first different characters; white space counts as the beginning of a text, ^.

    >>> neighbours(["在", "和", "在", " "])
    '^和在'
    """
    if len(characters) == 1:
        return "^" if characters[0].isspace() else characters[0]
    first = list(dict.fromkeys(characters))[:MOST_NEIGHBOURS]
    return "".join(sorted({"^" if character.isspace() else character for character in first}))


def written_places(places: Iterable[tuple[int, ...]]) -> str:
    """Places, each as four numbers: document, sentence, start and end.

    >>> written_places([(7, 0, 3, 5), (8, 1, 0, 2)])
    '7,0,3,5 8,1,0,2'
    """
    return " ".join(["%d,%d,%d,%d" % place for place in places])  # noqa: UP031 - a third faster, for each form


def write_run(path: Path, tallies: Iterable[Tally]) -> None:
    """Write tallies as lines in the order of their texts; a form with a control character in it is passed over."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(sorted([_line(tally) for tally in tallies if not _CONTROL.search(tally.text)]))


def merged(runs: Sequence[Path]) -> Iterator[Tally]:
    """The tallies of all runs together, in the order of their texts; memory holds one line of each run."""
    return map(_tally, _merged_lines(runs))


def most_frequent(runs: Sequence[Path], *, most: int, folder: Path) -> list[Tally]:
    """The most frequent forms, at most so many; forms of the last frequency that does not fit whole are left out."""
    whole = _one_run(runs, folder)
    frequencies: Counter[int] = Counter()
    with whole.open(encoding="utf-8", newline="\n") as file:
        frequencies.update(map(_count, file))
    least = _MOST_COUNTED
    kept = 0
    for count in sorted(frequencies, reverse=True):
        kept += frequencies[count]
        if kept > most:
            break
        least = count
    with whole.open(encoding="utf-8", newline="\n") as file:
        return [_tally(line) for line in file if _count(line) >= least]


def _one_run(runs: Sequence[Path], folder: Path) -> Path:
    """All runs merged into one; a few at a time, for a process may not open any number of files."""
    step = 0
    while True:
        groups = [runs[first : first + MOST_FILES] for first in range(0, len(runs), MOST_FILES)] or [[]]
        paths = [folder / f"merged-{step}-{number:06}" for number in range(len(groups))]
        for path, group in zip(paths, groups, strict=True):
            with path.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(_merged_lines(group))
            for used in group:
                used.unlink()
        if len(paths) == 1:
            return paths[0]
        runs, step = paths, step + 1


def _merged_lines(runs: Sequence[Path]) -> Iterator[str]:
    with ExitStack() as stack:
        files = [stack.enter_context(path.open(encoding="utf-8", newline="\n")) for path in runs]
        for _, lines in groupby(heapq.merge(*files), key=_text):
            parts = list(lines)
            # most forms of a large corpus are in one run only, and their line stays as it is
            yield parts[0] if len(parts) == 1 else _line(functools.reduce(operator.iadd, map(_tally, parts)))


def _text(line: str) -> str:
    return line[: line.index("\t")]


def _count(line: str) -> int:
    return min(int(line.split("\t", 4)[3]), _MOST_COUNTED)


def _line(tally: Tally) -> str:
    reason = tally.reason.replace("\t", " ") if tally.reason else ""
    return (
        f"{tally.text}\t{tally.words}\t{tally.pattern}\t{tally.count}\t{tally.documents}\t{tally.free}\t"
        f"{tally.left}\t{tally.right}\t{tally.weight}\t{tally.type}\t{tally.kind}\t{reason}\t{tally.places_written}\n"
    )


def _tally(line: str) -> Tally:
    text, words, pattern, count, documents, free, left, right, weight, type_, kind, reason, places = line[:-1].split(
        "\t"
    )
    return Tally(
        text, words, pattern, int(count), int(documents), int(free), left, right,
        float(weight), type_, kind, reason, places,
    )  # fmt: skip
