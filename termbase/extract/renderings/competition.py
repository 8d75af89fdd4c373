"""Which stretch renders which term, where several terms of a segment want the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp

from termbase.extract.renderings.stretches import Stretch

__all__ = ["Claim", "shared_out"]

_PENALTY = 1.0
"""Nats against a word that surely renders another term. Of 1, 2 and 4 the least was best on the
fitting years, by .01."""
_SAME_PENALTY = 2.0
"""Nats against a stretch that surely renders a longer term around this one."""
_SURE_PENALTY = 8.0
"""Nats against a word of a name that sounds like another term."""
_LEAST = 0.01
"""Stretches less likely claim nothing."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A term at a place of the Chinese segment, and the stretches of the English that may render it."""

    term: str
    start: int
    stretches: Sequence[Stretch]


def shared_out(claims: Sequence[Claim]) -> list[list[float]]:
    """How likely each stretch of each claim is: the terms of a segment seldom share words.

    Terms that overlap in the Chinese may share words in the English too.

    >>> first = Claim("四港", 0, [Stretch(0, 1, 4.0), Stretch(5, 6, 0.0)])
    >>> second = Claim("义乌", 5, [Stretch(0, 1, 1.0), Stretch(5, 6, 1.0)])
    >>> [[round(chance, 2) for chance in chances] for chances in shared_out([first, second])]
    [[0.98, 0.02], [0.13, 0.87]]
    """
    alone = [_chances([stretch.score for stretch in claim.stretches]) for claim in claims]
    if len(claims) < 2:
        return alone
    held = [_words_held(claim, chances) for claim, chances in zip(claims, alone, strict=True)]
    result = []
    for claim, chances in zip(claims, alone, strict=True):
        others = _held_by_others(claim, claims, held)
        whole = _held_by_longer(claim, claims, alone)
        if not claim.stretches or not (others or whole):
            result.append(chances)
            continue
        size = 1 + max((stretch.last for stretch in claim.stretches), default=-1)
        before = [0.0, *accumulate([others.get(word, 0.0) for word in range(size)])]
        result.append(
            _chances(
                [
                    stretch.score
                    - _PENALTY * (before[stretch.last + 1] - before[stretch.first])
                    - _SAME_PENALTY * whole.get((stretch.first, stretch.last), 0.0)
                    for stretch in claim.stretches
                ]
            )
        )
    return result


def _held_by_others(claim: Claim, claims: Sequence[Claim], held: Sequence[dict[int, float]]) -> dict[int, float]:
    """How surely each word renders a term that does not overlap with this one."""
    if not claim.stretches:
        return {}
    end = claim.start + len(claim.term)
    others: dict[int, float] = {}
    for other, words in zip(claims, held, strict=True):
        if other.start >= end or other.start + len(other.term) <= claim.start:
            for word, chance in words.items():
                if chance > others.get(word, 0.0):
                    others[word] = chance
    return others


def _held_by_longer(
    claim: Claim, claims: Sequence[Claim], alone: Sequence[list[float]]
) -> dict[tuple[int, int], float]:
    """How surely each stretch renders a longer term that this one is a part of."""
    end = claim.start + len(claim.term)
    longer: dict[tuple[int, int], float] = {}
    for other, chances in zip(claims, alone, strict=True):
        if len(other.term) > len(claim.term) and other.start <= claim.start and end <= other.start + len(other.term):
            for stretch, chance in zip(other.stretches, chances, strict=True):
                if chance >= _LEAST:
                    place = (stretch.first, stretch.last)
                    longer[place] = max(longer.get(place, 0.0), chance)
    return longer


def _chances(scores: Sequence[float]) -> list[float]:
    most = max(scores, default=0.0)
    weights = [exp(score - most) for score in scores]
    whole = sum(weights)
    return [weight / whole for weight in weights]


def _words_held(claim: Claim, chances: Sequence[float]) -> dict[int, float]:
    held: dict[int, float] = {}
    if claim.stretches and claim.stretches[0].sure:
        only = claim.stretches[0]
        return dict.fromkeys(range(only.first, only.last + 1), _SURE_PENALTY / _PENALTY)
    for stretch, chance in zip(claim.stretches, chances, strict=True):
        if chance >= _LEAST:
            for word in range(stretch.first, stretch.last + 1):
                held[word] = held.get(word, 0.0) + chance
    return held
