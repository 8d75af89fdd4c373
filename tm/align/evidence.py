"""How strongly the features of sentences speak for linking them.

A feature found where its sentence is linked to speaks for the link, one that is missing speaks against it: by the
logarithm of how often a translation keeps such a feature over how often a stretch of that length has it by chance.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from math import log

from tm.align.corridor import Point
from tm.align.features import kept

__all__ = ["Rows", "Traces", "traces"]

# Features of one sentence depend on each other (figure and unit, given name and surname), so each weighs less than
# its odds say. On novels and a magazine (strict F1) .3 to .5 are alike and 1 is worse by .03.
_WEIGHT = 0.4
# A feature that more than half of the other text's sentences have tells next to nothing about places.
_COMMON = 0.5
# Places in one text times places in the other up to which a feature tells where the texts run side by side
_RARE = 6

Rows = list[list[float]]
"""For stretches of 1, 2, … sentences a list of weights in nats, one for each place in a range."""


def traces(
    zh: Sequence[Collection[str]],
    en: Sequence[Collection[str]],
    renderings: Mapping[str, Collection[str]],
    longest: int,
) -> tuple[Traces, Traces]:
    """The features of Chinese sentences looked for in the English ones, and the other way round.

    `renderings` tells by which English features a Chinese one is shown; those it does not know, by themselves. The
    longest stretch to be linked has `longest` sentences.
    """
    chinese, english = _places(zh), _places(en)
    forms = {
        feature: [form for form in renderings.get(feature, (feature,)) if form in english] for feature in chinese
    }
    shown_by: dict[str, list[str]] = defaultdict(list)
    for feature, own in forms.items():
        for form in own:
            shown_by[form].append(feature)
    return (
        Traces(chinese, _joined(forms, english), len(zh), len(en), longest),
        Traces(english, _joined(shown_by, chinese), len(en), len(zh), longest),
    )


def _joined(forms: Mapping[str, Iterable[str]], places: Mapping[str, Sequence[int]]) -> dict[str, list[int]]:
    """For each feature the places of all its forms, in order; one at a time, for sets of places are large."""
    return {feature: sorted({place for form in own for place in places[form]}) for feature, own in forms.items()}


class Traces:
    """The features of one text, looked for in another one.

    `own` tells in which sentences of the text each feature stands, `shown` which sentences of the other show it; both
    in order.
    """

    def __init__(
        self,
        own: Mapping[str, Sequence[int]],
        shown: Mapping[str, Sequence[int]],
        size: int,
        others: int,
        longest: int,
    ) -> None:
        self._longest = longest
        self._missed = [[0.0] * size for _ in range(longest)]
        self._size, self._others = size, others
        self._gains: dict[str, list[float]] = {}
        self._own, self._shown = own, shown
        for feature in self._own:
            count = len(self._shown.get(feature, ()))
            if 0 < count <= _COMMON * others:
                self._weigh(feature, (count + 0.5) / (others + 1))

    def points(self) -> list[Point]:
        """Where sentences of both texts share a feature that is rare in both; of one place in each it weighs 1."""
        return [
            (place, other, 1 / (len(places) * len(self._shown[feature])))
            for feature, places in self._own.items()
            if feature in self._shown and len(places) * len(self._shown[feature]) <= _RARE
            for place in places
            for other in self._shown[feature]
        ]

    def from_sentence(self, number: int, start: int, stop: int) -> Rows:
        """What one sentence says of the stretches of the other text that begin at the places from start to stop."""
        # A stretch that begins before start, or at stop and after, is counted in the end of a row that is cut off:
        # an index below 0 leads there too.
        width = stop - start
        rows = [[missed[number]] * (width + self._longest) for missed in self._missed]
        for feature in self._features[number]:
            places = self._shown[feature]
            low = bisect_left(places, start)
            near = places[low : bisect_left(places, stop + self._longest - 1, low)]
            begins = {place - start for place in near}
            for row, gain in zip(rows, self._gains[feature], strict=True):
                for begin in begins:
                    row[begin] += gain
                # one sentence longer, a stretch may begin one sentence earlier
                begins |= {begin - 1 for begin in begins}
        return [row[:width] for row in rows]

    def to_stretch(self, begin: int, start: int, stop: int) -> Rows:
        """What each sentence from start to stop says of the stretches of the other text that begin at one place."""
        rows = [missed[start:stop] for missed in self._missed]
        # from which length on each is shown; in the order of the text, lest sums of floats differ from run to run
        shown: dict[str, int] = {}
        for length, features in enumerate(self._shown_by[begin : begin + self._longest]):
            for feature in features:
                shown.setdefault(feature, length)
        for feature, first in shown.items():
            places = self._own[feature]
            low = bisect_left(places, start)
            near = [place - start for place in places[low : bisect_left(places, stop, low)]]
            if near:
                for row, gain in zip(rows[first:], self._gains[feature][first:], strict=True):
                    for place in near:
                        row[place] += gain
        return rows

    def _weigh(self, feature: str, chance: float) -> None:
        """Enter the weights of a feature that any single sentence shows with this chance."""
        gains = []
        for length in range(self._longest):
            by_chance = 1 - (1 - chance) ** (length + 1)
            likely = max(kept(feature), by_chance)
            miss = _WEIGHT * log((1 - likely) / (1 - by_chance))
            gains.append(_WEIGHT * log(likely / by_chance) - miss)
            for number in self._own[feature]:
                self._missed[length][number] += miss
        self._gains[feature] = gains

    # Each text needs one of the two, and in a book either takes 50 MB.
    @cached_property
    def _features(self) -> list[list[str]]:
        """The features of each sentence of the text that have a weight."""
        return _by_place(self._gains, self._own, self._size)

    @cached_property
    def _shown_by(self) -> list[list[str]]:
        """Those that each sentence of the other text shows."""
        return _by_place(self._gains, self._shown, self._others)


def _by_place(features: Iterable[str], places: Mapping[str, Sequence[int]], size: int) -> list[list[str]]:
    found: list[list[str]] = [[] for _ in range(size)]
    for feature in features:
        for place in places[feature]:
            found[place].append(feature)
    return found


def _places(features: Sequence[Collection[str]]) -> dict[str, list[int]]:
    """In which sentences each feature stands; features in an order that does not depend on the run."""
    places: dict[str, list[int]] = {}
    for number, found in enumerate(features):
        for feature in sorted(found):
            places.setdefault(feature, []).append(number)
    return places
