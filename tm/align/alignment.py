"""Two texts with the links between their sentences: how sure they are, and the units they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tm.model import Link, Unit

__all__ = ["Alignment", "is_doubtful", "is_marked"]

_MARK = ("review", "doubtful")
_DOUBTFUL = 0.6
"""Confidence below which a link is marked."""
# Mean confidence below which two texts are hardly translations of each other: novels have .61 to .97, pages of news
# .90 to 1.00, six sentences of news .64 to .93; against other pages of the same news .03 to .14, other novels .10 to
# .16, eight sentences of other news .21 to .39.
_UNRELATED = 0.4


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts as sentences, and their links in order; each sentence is in exactly one.

    >>> both = Alignment("a", ("你好。", "再见。"), ("Hello.",), (Link((0,), (0,), 0.9), Link((1,), (), 0.5)))
    >>> [unit.en for unit in both.units()], both.confidence, len(both.doubtful)
    (['Hello.'], 0.6, 1)
    """

    name: str
    """Of the pair of documents."""
    zh: tuple[str, ...]
    en: tuple[str, ...]
    links: tuple[Link, ...]

    def zh_of(self, link: Link) -> list[str]:
        """The Chinese sentences of a link."""
        return [self.zh[number] for number in link.zh_index]

    def en_of(self, link: Link) -> list[str]:
        """The English sentences of a link."""
        return [self.en[number] for number in link.en_index]

    @property
    def alone(self) -> list[Link]:
        """The sentences without a counterpart."""
        return [link for link in self.links if not (link.zh_index and link.en_index)]

    @property
    def doubtful(self) -> list[Link]:
        """The links to look at: unsure ones, and sentences without a counterpart."""
        return [link for link in self.links if is_doubtful(link)]

    @property
    def confidence(self) -> float:
        """The mean confidence of all sentences, from 0 to 1; those without a counterpart count as 0."""
        sizes, sure = self._linked()
        alone = sum(len(link.zh_index) + len(link.en_index) for link in self.alone)
        return round(sure / (sizes + alone or 1), 4)

    @property
    def is_unrelated(self) -> bool:
        """Whether the two texts are hardly translations of each other."""
        return self.confidence < _UNRELATED and not self.is_partial

    @property
    def is_partial(self) -> bool:
        """Whether the links are good, and yet most sentences have no counterpart: a part of one text is not there.

        >>> links = (Link((0,), (0,), 0.9), *(Link((number,), (), 0.5) for number in range(1, 5)))
        >>> both = Alignment("a", ("你好。", "一。", "二。", "三。", "四。"), ("Hello.",), links)
        >>> both.is_partial, both.is_unrelated
        (True, False)
        """
        sizes, sure = self._linked()
        # of links between unrelated texts hardly any has .31
        return self.confidence < _UNRELATED and sure >= _DOUBTFUL * max(sizes, 1)

    def _linked(self) -> tuple[int, float]:
        """How many sentences are linked, and the sum of their confidence."""
        sizes = [len(link.zh_index) + len(link.en_index) for link in self.links]
        linked = [
            (size, link.score)
            for size, link in zip(sizes, self.links, strict=True)
            if link.zh_index and link.en_index
        ]
        return sum(size for size, _ in linked), sum(size * score for size, score in linked)

    def units(self, *, least: float = 0.0) -> Iterator[Unit]:
        """The links of two sides as units of a memory, with document and confidence; doubtful ones say so."""
        for link in self.links:
            if link.zh_index and link.en_index and link.score >= least:
                properties = [("type", "sentence")] + [_MARK] * is_doubtful(link)
                zh, en = "".join(self.zh_of(link)), " ".join(self.en_of(link))
                yield Unit(zh, en, self.name, link.score, tuple(properties))


def is_doubtful(link: Link) -> bool:
    """Whether somebody should look at a link."""
    return link.score < _DOUBTFUL or not (link.zh_index and link.en_index)


def is_marked(unit: Unit) -> bool:
    """Whether a unit comes from a doubtful link and nobody has taken the mark away.

    >>> is_marked(Unit("你好。", "Hello.", properties=(("review", "doubtful"),))), is_marked(Unit("你好。", "Hello."))
    (True, False)
    """
    return _MARK in unit.properties
