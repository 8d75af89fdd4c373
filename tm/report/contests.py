"""Renderings that compete: how often each English form of a concept stands in translated sentences, over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from termbase.model import Concept, Usage
from termbase.periods import Step, period_of
from termbase.renderings_used import NONE

__all__ = ["Contest", "Rendering", "contests"]

Counts = Mapping[str, Counter[str]]
"""By form, sentences by day, as `RenderingsUsed` has them."""

_COLOURS = 5
"""Forms with a colour of their own; further ones share the next."""
_REST, _NEITHER = _COLOURS, _COLOURS + 1


@dataclass(frozen=True, slots=True)
class Rendering:
    """One form."""

    text: str
    """Empty for sentences that have none of the forms."""
    usage: str
    colour: int
    total: int
    share: float
    by_period: tuple[int, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Contest:
    """A concept with the forms that were seen, the most frequent first."""

    concept: Concept
    renderings: tuple[Rendering, ...]
    total: int
    undated: int

    @property
    def most(self) -> int:
        """The highest column."""
        return max((sum(one.by_period[number] for one in self.renderings) for number in self._periods), default=0)

    @property
    def columns(self) -> list[list[tuple[int, float, float, str]]]:
        """For each period its pieces from the top: colour, start and height from 0 to 1, and the form."""
        highest = self.most or 1
        found = []
        for number in self._periods:
            level, pieces = 1.0, []
            for one in self.renderings:
                if one.by_period[number]:
                    height = one.by_period[number] / highest
                    level -= height
                    pieces.append(
                        (one.colour, level, height, f"{one.text or 'none of these'}: {one.by_period[number]}")
                    )
            found.append(pieces)
        return found

    @property
    def said(self) -> str:
        """The picture in words."""
        return ", ".join(f"{one.text or 'none of these'} {one.total}" for one in self.renderings)

    @property
    def _periods(self) -> range:
        return range(len(self.renderings[0].by_period) if self.renderings else 0)


def contests(
    counts: Mapping[int, Counts], concepts: Iterable[Concept], periods: Sequence[str], step: Step
) -> list[Contest]:
    """The concepts of which two forms were seen, or one that must not be used; the most contested first."""
    found = [
        _contest(concept, seen, periods, step)
        for concept in concepts
        if (seen := counts.get(concept.id or 0)) and _is_contested(concept, seen)
    ]
    return sorted(found, key=lambda one: (-_contested(one), -one.total, one.concept.id or 0))


def _is_contested(concept: Concept, counts: Counts) -> bool:
    forms = [form for form in counts if form != NONE]
    return len(forms) > 1 or any(_usage(concept, form) in (Usage.FORBIDDEN, Usage.SUPERSEDED) for form in forms)


def _contested(contest: Contest) -> int:
    """In how many sentences another form stands than the most frequent one."""
    totals = [one.total for one in contest.renderings if one.text]
    return sum(totals) - max(totals)


def _contest(concept: Concept, counts: Counts, periods: Sequence[str], step: Step) -> Contest:
    sums = {form: sum(days.values()) for form, days in counts.items()}
    whole = sum(sums.values())
    ranked = sorted(sums, key=lambda form: (form == NONE, -sums[form], form))
    renderings = []
    for number, form in enumerate(ranked):
        by_period = Counter[str]()
        for day, count in counts[form].items():
            by_period[period_of(day, step) if day else ""] += count
        colour = _NEITHER if form == NONE else min(number, _REST)
        values = tuple(by_period[period] for period in periods)
        usage = _usage(concept, form)
        renderings.append(Rendering(form, usage, colour, sums[form], sums[form] / whole, values, by_period[""]))
    return Contest(concept, tuple(renderings), whole, sum(one.undated for one in renderings))


def _usage(concept: Concept, form: str) -> str:
    return next((term.usage for term in concept.terms if term.text == form and not term.language.is_chinese), "")
