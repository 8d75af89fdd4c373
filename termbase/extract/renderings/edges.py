"""What the words beside a stretch of an English segment say of its borders, whatever the term."""

from __future__ import annotations

from termbase.extract.renderings.grid import Grid
from termbase.extract.renderings.neighbours import Neighbours
from termbase.extract.renderings.weights import EDGE, FIRST, LAST

__all__ = ["Edges"]

_LINKING = frozenset(("of", "and", "for", "on", "the", "&", "in", "to"))
_NONE = -1


class Edges:
    """The borders on one side of all words: the left ones with `step` -1, the right ones with 1."""

    def __init__(self, grid: Grid, neighbours: Neighbours, step: int) -> None:
        self._words = grid.english.words
        self._ends = grid.english.ends
        self._nothing = grid.nothing
        self._step = step
        self._side = 0 if step < 0 else 1
        size = len(self._words)
        self.beside = [_NONE] * size
        """The number of the content word next to each word, -1 where there is none."""
        self.beyond = [_NONE] * size
        """The number of the word behind `of` or `and` next to each word, -1 where there is none."""
        self.fixed = [self._weight(number, neighbours) for number in range(size)]
        """What each border weighs by itself."""

    def _weight(self, number: int, neighbours: Neighbours) -> float:
        """What a border weighs; also notes what stands behind it."""
        words, side = self._words, self._side
        word = words[number]
        weight = (FIRST, LAST)[side].get(word.kind, 0.0)
        next_ = number + self._step
        if not 0 <= next_ < len(words) or not self._goes_on(min(number, next_)):
            return weight
        other = words[next_]
        left, right = (other, word) if side == 0 else (word, other)
        weight += EDGE["cohesion"][side] * neighbours.cohesion(left.text, right.text)
        if other.empty:
            beyond = next_ + self._step
            if other.text in _LINKING and 0 <= beyond < len(words):
                self.beyond[number] = beyond
                weight += EDGE["capital beyond"][side] * (words[beyond].capital and word.capital)
            return weight
        self.beside[number] = next_
        nothing = self._nothing[next_]
        return (
            weight
            + EDGE["beside"][side]
            + EDGE["capital beside"][side] * (other.capital and word.capital)
            + EDGE["noun beside"][side] * (other.kind == "noun")
            + EDGE["adjective beside"][side] * (other.kind in ("adjective", "participle"))
            + EDGE["nothing beside"][side] * nothing
            + EDGE["outside beside"][side] * (1 - nothing) * bool(other.stems)
        )

    def _goes_on(self, number: int) -> bool:
        return not self._ends[number] and not self._words[number].comma

    def weights(self, numbers: range, inside: dict[int, float], shown: dict[int, float]) -> list[float]:
        """What the borders of these words weigh for a term.

        `inside` and `shown` tell which words belong to the term and which stand where it does.
        """
        side = self._side
        within, at_end = EDGE["inside beside"][side] - EDGE["outside beside"][side], EDGE["inside at the end"][side]
        meeting, further = EDGE["shown beside"][side], EDGE["inside beyond"][side]
        get, get_shown = inside.get, shown.get
        return [
            self.fixed[number]
            + at_end * get(number, 0.0)
            + within * get(self.beside[number], 0.0)
            + meeting * get_shown(self.beside[number], 0.0)
            + further * get(self.beyond[number], 0.0)
            for number in numbers
        ]
