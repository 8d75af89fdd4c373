"""How often the words of a corpus occur, counted on disk: a large corpus has more words than memory should hold."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from termbase.extract.corpus.partitions import PARTITIONS, read_partition, write_partitions

__all__ = ["WordBorders", "WordCounts", "write_words"]


@dataclass(slots=True)
class WordBorders:
    """How often a word occurs, and how often nothing that could be of one phrase with it stands before and after."""

    count: int = 0
    left: int = 0
    right: int = 0

    def add(self, count: int, left: int, right: int) -> None:
        """Add what another part of the corpus says."""
        self.count += count
        self.left += left
        self.right += right


@dataclass(frozen=True, slots=True)
class WordCounts:
    """What was counted of the words that one asked for, and of all words together."""

    words: dict[str, WordBorders]
    together: WordBorders

    @classmethod
    def read(cls, paths: Sequence[Path], wanted: Container[str]) -> WordCounts:
        """Sum up what the parts of a corpus say."""
        words: dict[str, WordBorders] = {}
        together = WordBorders()
        for number in range(PARTITIONS if paths else 0):
            for line in read_partition(paths, number):
                word, count, left, right = line.split("\t")
                row = int(count), int(left), int(right)
                together.add(*row)
                if word in wanted:
                    words.setdefault(word, WordBorders()).add(*row)
        return cls(words, together)


def write_words(path: Path, rows: Iterable[tuple[str, int, int, int]]) -> None:
    """Write word, occurrences, borders before and after it; words hold no white space."""
    write_partitions(path, ((word, f"{word}\t{count}\t{left}\t{right}") for word, count, left, right in rows))
