"""What a part of a corpus says of one form, and its line on disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termbase.extract.candidate import Occurrence

__all__ = ["MOST_PLACES", "Tally", "neighbours", "written_places"]

MOST_PLACES = 5
"""Places kept of one form: as many as contexts are filed of a concept."""
MOST_NEIGHBOURS = 8
"""Different neighbours kept on a side: between eight and many a border is no surer."""


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

    @classmethod
    def of_line(cls, line: str) -> Tally:
        """A tally from its line."""
        text, words, pattern, count, documents, free, left, right, weight, *rest = line.split("\t")
        numbers = int(count), int(documents), int(free)
        return cls(text, words, pattern, *numbers, left, right, float(weight), *rest)

    @property
    def line(self) -> str:
        """Its fields with tabs between them.

        >>> Tally.of_line(Tally("苇湖", "苇 湖", "CN", 2).line).pattern
        'CN'
        """
        reason = self.reason.replace("\t", " ") if self.reason else ""
        return (
            f"{self.text}\t{self.words}\t{self.pattern}\t{self.count}\t{self.documents}\t{self.free}\t"
            f"{self.left}\t{self.right}\t{self.weight}\t{self.type}\t{self.kind}\t{reason}\t{self.places_written}"
        )

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
