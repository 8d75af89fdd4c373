"""What speaks for an English rendering of a Chinese term, as a whole and word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["RenderingEvidence"]


@dataclass(frozen=True, slots=True)
class RenderingEvidence:
    """An English form, and why it is or is not taken for the rendering of a Chinese one."""

    zh: str
    en: str
    likely: float
    """How likely the words of the sentences are to render the term where it seems surest, against all other words."""
    places: int
    """Places, of those looked at, where they stand for it; of a memory, units that have both."""
    shared: float
    """How much of the two forms dictionary and sound find in one another, from 0 to 1."""
    trust: float
    """Both together."""
    settled: bool
    """Whether the form was taken."""
    words: tuple[tuple[str, str, str], ...]
    """A word of the Chinese, the words of the English that go with it, and how that is known."""

    def lines(self) -> Iterator[tuple[str, str, str]]:
        """Label, name and value of each line of an explanation.

        >>> known = (("数字", "digital", "dictionary"), ("金", "", ""))
        >>> evidence = RenderingEvidence("数字金", "digital gold", 0.9, 2, 0.5, 0.7, True, known)
        >>> [line for line in evidence.lines()][0]
        ('rendering', '数字金 → digital gold', 'taken')
        >>> [line for line in evidence.lines()][-2:]
        [('', '金: the sentences alone', ''), ('', 'trust', '0.70')]
        """
        yield "rendering", f"{self.zh} → {self.en}", "taken" if self.settled else "not taken"
        yield "", "chance among all words of the sentences", f"{self.likely:.2f}"
        yield "", "places with it", str(self.places)
        yield "", "shared by dictionary and sound", f"{self.shared:.2f}"
        for zh, en, how in self.words:
            yield "", f"{zh}: {how or 'the sentences alone'}", en
        yield "", "trust", f"{self.trust:.2f}"
