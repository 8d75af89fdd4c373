"""Which stretches of an English segment may render a Chinese term that stands in the other, and how well."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from termbase.extract.renderings.edges import Edges
from termbase.extract.renderings.grid import Grid
from termbase.extract.renderings.name_runs import NameRuns
from termbase.extract.renderings.neighbours import Neighbours
from termbase.extract.renderings.term_facts import TermFacts
from termbase.extract.renderings.text_traits import TextTraits
from termbase.extract.renderings.weights import EDGE, MARKED, WHOLE, WORD

__all__ = ["Stretch", "Stretches"]

_LONGEST = 10
"""Words of the longest stretch; of 1,381 renderings of the years 2015 and 2019 two are longer."""
_ANCHORS = 4
"""Words at which a stretch may be held: the ones most linked to the term. With 6, as many renderings are right."""
_ANCHOR_SHARE = 0.3
_REACH = 6
"""Words that a stretch may begin before an anchor."""
# Looked up once, for they are needed for each of some fifty stretches of each place
_TAKEN_SQUARED, _MEAN_INSIDE, _MEAN_SHOWN = WHOLE["taken squared"], WHOLE["mean inside"], WHOLE["mean shown"]
_LEAST_INSIDE, _LEAST_SHOWN, _LEAST_COHESION = (
    WHOLE["least inside"],
    WHOLE["least shown"],
    WHOLE["least cohesion"],
)
_OUTSIDE_BESIDE_NAME = EDGE["capital beside a name"]


class Stretch(NamedTuple):
    """Words of an English segment, from first to last, and how well they render a term (nats, no fixed zero)."""

    first: int
    last: int
    score: float
    sure: bool = False
    """Whether the stretch sounds like the term: nothing else is considered then."""


class Stretches:
    """The stretches of one pair of segments; what does not depend on the term is computed once."""

    def __init__(self, grid: Grid, neighbours: Neighbours, wanted: Collection[tuple[int, int]] = ()) -> None:
        """`wanted` are character spans of the English segment that were found to be terms by themselves."""
        words = grid.english.words
        self._grid = grid
        self._words = words
        self._left, self._right = Edges(grid, neighbours, -1), Edges(grid, neighbours, 1)
        self._cohesion = [neighbours.cohesion(left.text, right.text) for left, right in pairwise(words)]
        self._own = [
            WORD["nothing"] * nothing + WORD["outside"] * (1 - nothing) * bool(word.stems)
            for nothing, word in zip(grid.nothing, words, strict=True)
        ]
        self._entered = [0.0, *(self._on_entering(number) for number in range(1, len(words)))]
        self._traits = TextTraits(grid.zh, grid.english)
        self._names = NameRuns(grid.english)
        self._wanted = frozenset(grid.english.words_of(*span) for span in wanted)
        self._wanted_firsts = frozenset(first for first, _ in self._wanted)
        self._longest = max([_LONGEST, *(last - first + 1 for first, last in self._wanted)])

    def of(self, facts: TermFacts, start: int, shown: Mapping[str, float]) -> list[Stretch]:
        """The stretches that may render a term which stands at a place of the Chinese segment.

        `shown` are the English stems that stand where the term does rather than elsewhere, with weights.
        """
        named = self._names.sounding_like(facts)
        if named is not None:
            return [Stretch(*named, 0.0, sure=True)]
        inside, taken = self._grid.shares(start, start + len(facts.text))
        shown_at = self._shown(shown) if shown else {}
        pull = {number: share + taken[number] + shown_at.get(number, 0.0) for number, share in inside.items()}
        for number, share in shown_at.items():
            pull.setdefault(number, share)
        if not inside:
            return []
        least = _ANCHOR_SHARE * max(pull.values())
        anchors = sorted((number for number in pull if pull[number] >= least), key=lambda n: (-pull[n], n))[:_ANCHORS]
        span = range(max(0, min(anchors) - _REACH), min(len(self._words), max(anchors) + self._longest))
        scoring = _Scoring(self, facts, start, span, (inside, taken, shown_at))
        starts = sorted({first for anchor in anchors for first in range(max(0, anchor - _REACH), anchor + 1)})
        held = frozenset(anchors)
        return [
            found
            for first in starts
            if not self._words[first].empty or first in self._wanted_firsts
            for found in scoring.beginning(first, held)
        ]

    def _shown(self, shown: Mapping[str, float]) -> dict[int, float]:
        found = {}
        for number, word in enumerate(self._words):
            weight = sum([shown.get(stem, 0.0) for stem in word.stems])
            if weight:
                found[number] = weight / len(word.stems)
        return found

    def _on_entering(self, number: int) -> float:
        """What a word weighs in a stretch that began before it, whatever the term."""
        word, before = self._words[number], self._words[number - 1]
        comma = WORD["comma"] * before.comma
        if word.empty:
            return comma + WORD.get(word.kind, WORD["function"])
        return comma + WORD["verb"] * (word.kind in ("verb", "past"))


class _Scoring:
    """The stretches of one term at one place, among the words of a span."""

    def __init__(
        self,
        of_pair: Stretches,
        facts: TermFacts,
        start: int,
        span: range,
        linked: tuple[dict[int, float], dict[int, float], dict[int, float]],
    ) -> None:
        self._pair = of_pair
        inside, taken, shown = linked
        self._inside_at, self._taken_at, self._shown_at = (_dense(shares, span.stop) for shares in linked)
        self._base = span.start
        self._stop = span.stop
        self._left = of_pair._left.weights(span, inside, shown)
        self._right = of_pair._right.weights(span, inside, shown)
        self._traits = of_pair._traits.of(facts, start)
        own = of_pair._own.copy()
        per_inside = WORD["inside"] - WORD["outside"] + WORD["share of all"] / (sum(inside.values()) or 1.0)
        for number, share in inside.items():
            own[number] += per_inside * share + WORD["taken"] * taken[number]
        for number, share in shown.items():
            own[number] += WORD["shown"] * share
        self._own = own

    def beginning(self, first: int, anchors: frozenset[int]) -> Iterator[Stretch]:
        """The stretches that begin at a word and hold one of the anchors."""
        pair, words = self._pair, self._pair._words
        ends, entered, cohesions = pair._grid.english.ends, pair._entered, pair._cohesion
        score = self._left[first - self._base]
        inside = shown = taken = 0.0
        least_inside = least_shown = cohesion = 1.0
        content = opened = 0
        held, name = False, True
        furthest = max(anchors)
        for last in range(first, min(self._stop, first + pair._longest)):
            word = words[last]
            if last > first:
                if ends[last - 1] or (not held and last > furthest):
                    return
                score += entered[last]
                opened += word.opened
                cohesion = min(cohesion, cohesions[last - 1])
            held = held or last in anchors
            if not word.empty:
                content += 1
                score += self._own[last]
                inside_here, shown_here = self._inside_at[last], self._shown_at[last]
                inside += inside_here
                shown += shown_here
                taken += self._taken_at[last]
                least_inside = min(least_inside, inside_here)
                least_shown = min(least_shown, shown_here)
                name = name and word.capital
            wanted = (first, last) in pair._wanted
            fits = (last - first < _LONGEST and not word.empty) or wanted
            if held and fits and content and (not opened or (word.shuts and opened == word.closed)):
                yield Stretch(
                    first,
                    last,
                    score
                    + self._right[last - self._base]
                    + _TAKEN_SQUARED * taken * taken
                    + (_MEAN_INSIDE * inside + _MEAN_SHOWN * shown) / content
                    + _LEAST_INSIDE * least_inside
                    + _LEAST_SHOWN * least_shown
                    + _LEAST_COHESION * cohesion
                    + (WHOLE["one word"] if content == 1 else 0.0)
                    + (WHOLE["closes bracket"] if opened else 0.0)
                    + (self._as_name(first, last) if name else 0.0)
                    + (MARKED["candidate"] if wanted else 0.0)
                    + self._traits.weight(first, last, content, name=name),
                )
            opened -= word.closed
            if opened < 0:
                return

    def _as_name(self, first: int, last: int) -> float:
        """What speaks for a stretch with capitals throughout; one that tears a longer name is worse."""
        pair, words = self._pair, self._pair._words
        before, after = pair._left.beside[first], pair._right.beside[last]
        return (
            WHOLE["name"]
            + _OUTSIDE_BESIDE_NAME[0] * (before >= 0 and words[before].capital)
            + _OUTSIDE_BESIDE_NAME[1] * (after >= 0 and words[after].capital)
        )


def _dense(shares: Mapping[int, float], size: int) -> list[float]:
    dense = [0.0] * size
    for number, share in shares.items():
        if number < size:
            dense[number] = share
    return dense
