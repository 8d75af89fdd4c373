"""Counts of more forms than memory holds: runs on disk, one for each part of a corpus, merged part by part."""

from __future__ import annotations

import functools
import operator
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from termbase.extract.corpus.partitions import PARTITIONS, read_partition, write_partitions
from termbase.extract.corpus.tally import Tally

__all__ = ["Forms", "merged", "most_frequent", "write_run"]

_MOST_COUNTED = 100_000
_CONTROL = re.compile("[\x00-\x1f]")
ShareOut = Callable[[Callable[[int], Counter[int]], Iterable[int]], Iterable[Counter[int]]]
"""`map`, or that of `Workers`."""


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms in a file; they are read anew each time, and memory holds one."""

    path: Path

    def __iter__(self) -> Iterator[Tally]:
        """The forms."""
        with self.path.open(encoding="utf-8", newline="\n") as file:
            for line in file:
                yield Tally.of_line(line[:-1])


def write_run(path: Path, tallies: Iterable[Tally]) -> None:
    """Write what a part of the corpus says; a form with a control character in it is passed over."""
    write_partitions(path, ((tally.text, tally.line) for tally in tallies if not _CONTROL.search(tally.text)))


def merged(runs: Sequence[Path], number: int) -> Iterator[str]:
    """The lines of the forms of one partition, each form with what all runs say of it."""
    once: dict[str, str] = {}
    several: dict[str, list[str]] = {}
    for line in read_partition(runs, number):
        text = line[: line.index("\t")]
        if text not in once:
            once[text] = line
        else:
            several.setdefault(text, [once[text]]).append(line)
    for text, line in once.items():
        # most forms of a large corpus are in one run only, and their line stays as it is
        lines = several.get(text)
        yield line if lines is None else functools.reduce(operator.iadd, map(Tally.of_line, sorted(lines))).line


def most_frequent(runs: Sequence[Path], *, most: int, folder: Path, share_out: ShareOut = map) -> Forms:
    """The most frequent forms, at most so many; forms of the last frequency that does not fit whole are left out."""
    frequencies: Counter[int] = Counter()
    numbers = range(PARTITIONS if runs else 0)
    for counted in share_out(functools.partial(_merge, runs, folder), numbers):
        frequencies.update(counted)
    least = _least(frequencies, most)
    forms = Forms(folder / "forms")
    with forms.path.open("w", encoding="utf-8", newline="\n") as file:
        for path in (path for number in numbers for path in _merged_files(folder, number)[least > 1 :]):
            with path.open(encoding="utf-8", newline="\n") as merged_lines:
                file.writelines(line for line in merged_lines if _count(line) >= least)
    return forms


def _least(frequencies: Counter[int], most: int) -> int:
    least, kept = _MOST_COUNTED, 0
    for count in sorted(frequencies, reverse=True):
        kept += frequencies[count]
        if kept > most:
            break
        least = count
    return least


def _merge(runs: Sequence[Path], folder: Path, number: int) -> Counter[int]:
    """Merge a partition on disk; how many forms there are of each frequency."""
    frequencies: Counter[int] = Counter()
    once, more = _merged_files(folder, number)
    with (
        once.open("w", encoding="utf-8", newline="\n") as rare,
        more.open("w", encoding="utf-8", newline="\n") as others,
    ):
        for line in merged(runs, number):
            count = _count(line)
            frequencies[count] += 1
            (rare if count == 1 else others).write(f"{line}\n")
    return frequencies


def _merged_files(folder: Path, number: int) -> tuple[Path, Path]:
    """The forms seen once, most of all forms and not read again in a large corpus, and the others."""
    return folder / f"once-{number:03}", folder / f"more-{number:03}"


def _count(line: str) -> int:
    return min(int(line.split("\t", 4)[3]), _MOST_COUNTED)
