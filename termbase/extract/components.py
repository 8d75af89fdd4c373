"""What a score is made of: measured values with their constants, and the one rule that makes a score of them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Component", "Effect", "score_of"]


class Effect(StrEnum):
    """How a component enters the score."""

    EVIDENCE = "evidence"
    """Value times constant is how sure one place is, from 0 to 1; of several the highest counts."""
    LOG_ODDS = "log-odds"
    """Value times constant is added to the log-odds, whose logistic is how sure the words are."""
    SUMMAND = "summand"
    """Value times constant is added to what the evidence gives, and the sum is held between 0 and 1."""
    REPETITION = "repetition"
    """Every further place (the value counts them) leaves this share (the constant) of the doubt."""


@dataclass(frozen=True, slots=True)
class Component:
    """One part of a score: what was measured, what came out, and what it weighs."""

    name: str
    """What was measured, in words a translator understands."""
    value: float
    constant: float
    effect: Effect = Effect.EVIDENCE

    @property
    def amount(self) -> float:
        """Value times constant; for repetition the share of the doubt that is left."""
        return self.constant**self.value if self.effect is Effect.REPETITION else self.value * self.constant


def score_of(components: Iterable[Component]) -> float:
    """The score from 0 to 1 that the components make together; the finders and the explanation both call this.

    >>> sure = Component("in quotation marks", 1, 0.9)
    >>> again = Component("further places", 2, 0.9, Effect.REPETITION)
    >>> score_of([sure]), round(score_of([sure, again]), 3)
    (0.9, 0.919)
    >>> start, field = Component("start", 1, -1, Effect.LOG_ODDS), Component("field", 0.5, 4, Effect.LOG_ODDS)
    >>> round(score_of([start, field]), 3)
    0.731
    """
    parts = list(components)
    sure = max((part.amount for part in parts if part.effect is Effect.EVIDENCE), default=0.0)
    odds = [part.amount for part in parts if part.effect is Effect.LOG_ODDS]
    if odds:
        sure = max(sure, _logistic(sum(odds)))
    sure += sum(part.amount for part in parts if part.effect is Effect.SUMMAND)
    doubt = 1 - min(1.0, max(0.0, sure))
    for part in parts:
        if part.effect is Effect.REPETITION:
            doubt *= part.amount
    return 1 - doubt


def _logistic(odds: float) -> float:
    """The logistic function, for large negative odds too.

    >>> _logistic(0), _logistic(-10_000)
    (0.5, 0.0)
    """
    return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0
