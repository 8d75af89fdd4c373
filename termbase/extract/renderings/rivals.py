"""How surely other terms of a corpus have an English form for themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Claims", "Rivals"]


class Claims(NamedTuple):
    """The strongest claims of other terms on a form, from 0 to 1."""

    other: float
    """Of one that has nothing to do with the term."""
    longer: float
    """Of one that the term is a part of."""
    shorter: float
    """Of one that is a part of the term."""


class Rivals:
    """The claims of all terms, by form.

    >>> rivals = Rivals([("port", 0.9, "港口"), ("port", 0.4, "港口集团"), ("port", 0.2, "口岸")])
    >>> rivals.of("port", "港口"), rivals.of("city", "港口")
    (Claims(other=0.2, longer=0.4, shorter=0.0), Claims(other=0.0, longer=0.0, shorter=0.0))
    """

    def __init__(self, claims: Iterable[tuple[str, float, str]]) -> None:
        self._by_form: dict[str, list[tuple[float, str]]] = {}
        for form, chance, term in claims:
            self._by_form.setdefault(form, []).append((chance, term))

    def of(self, form: str, term: str) -> Claims:
        """What other terms than this one claim of the form."""
        claims = self._by_form.get(form, ())
        return Claims(
            other=max((chance for chance, other in claims if term not in other and other not in term), default=0.0),
            longer=max((chance for chance, other in claims if term in other != term), default=0.0),
            shorter=max((chance for chance, other in claims if other in term != other), default=0.0),
        )
