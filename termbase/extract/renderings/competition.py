"""Which stretch renders which term, where several terms of a segment want the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from termbase.extract.renderings.stretches import Stretch

__all__ = ["Claim", "shared_out"]

_PENALTY = 1.0
"""Nats against a word that surely renders another term. Of 1, 2 and 4 the least was best on the fitting years (.01)."""
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
    for claim in claims:
        end = claim.start + len(claim.term)
        others: dict[int, float] = {}
        for other, words in zip(claims, held, strict=True):
            if other.start >= end or other.start + len(other.term) <= claim.start:
                for word, chance in words.items():
                    others[word] = max(others.get(word, 0.0), chance)
        scores = [
            stretch.score
            - _PENALTY * sum(others.get(word, 0.0) for word in range(stretch.first, stretch.last + 1))
            for stretch in claim.stretches
        ]
        result.append(_chances(scores))
    return result


def _chances(scores: Sequence[float]) -> list[float]:
    most = max(scores, default=0.0)
    weights = [exp(score - most) for score in scores]
    whole = sum(weights)
    return [weight / whole for weight in weights]


def _words_held(claim: Claim, chances: Sequence[float]) -> dict[int, float]:
    held: dict[int, float] = {}
    for stretch, chance in zip(claim.stretches, chances, strict=True):
        if chance >= _LEAST:
            for word in range(stretch.first, stretch.last + 1):
                held[word] = held.get(word, 0.0) + chance
    return held
