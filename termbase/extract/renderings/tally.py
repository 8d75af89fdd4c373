"""The English forms that may render one term, place by place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from termbase.language.keys import english_key

__all__ = ["Form", "Tally"]

_CONSIDERED = 12
"""Forms weighed against each other."""


@dataclass(slots=True)
class Form:
    """One form: spellings that differ in case, hyphens or number are the same form."""

    key: str
    chances: list[float] = field(default_factory=list)
    """How likely it renders the term, at each place where it may."""
    surfaces: dict[str, float] = field(default_factory=dict)
    """Its spellings with the sums of their chances."""


class Tally:
    """Counts the forms of a term.

    >>> tally = Tally()
    >>> tally.add([("Free-trade zones", 0.6), ("zones", 0.25)])
    >>> tally.add([("free trade zone", 0.5)])
    >>> [(form.key, form.chances) for form in tally.forms()], tally.places
    ([('free trade zone', [0.6, 0.5]), ('zone', [0.25])], 2)
    """

    def __init__(self) -> None:
        self.places = 0
        self._forms: dict[str, Form] = {}

    def add(self, chances: Iterable[tuple[str, float]]) -> None:
        """Enter one place of the term: how likely each English form renders it there."""
        self.places += 1
        here: dict[str, float] = {}
        for text, chance in chances:
            key = english_key(text)
            here[key] = here.get(key, 0.0) + chance
            form = self._forms.setdefault(key, Form(key))
            form.surfaces[text] = form.surfaces.get(text, 0.0) + chance
        for key, chance in here.items():
            self._forms[key].chances.append(chance)

    def forms(self) -> list[Form]:
        """The likeliest forms, the best first."""
        return sorted(self._forms.values(), key=lambda form: (-sum(form.chances), form.key))[:_CONSIDERED]
