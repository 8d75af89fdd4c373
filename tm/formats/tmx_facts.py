"""What the properties and notes of a TMX unit say: document, confidence, and what is kept as it is."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["HISTORY", "PREFIX", "confidence_of", "facts_of"]

PREFIX = "x-"
"""Of the type of every property that TMX itself does not know."""
HISTORY = ("creationdate", "creationid", "changedate", "changeid")
"""The attributes that say when and by whom, in the order of `Unit`."""

Pairs = tuple[tuple[str, str], ...]


# mostly those of the unit before
@lru_cache(maxsize=256)
def facts_of(properties: Pairs, notes: tuple[str, ...]) -> tuple[str, float, Pairs]:
    """The document, the confidence, and the other properties with the notes behind them.

    >>> facts_of((("x-document", "新闻.txt"), ("x-confidence", "0.5"), ("Domain", "trade")), ("check",))
    ('新闻.txt', 0.5, (('Domain', 'trade'), ('note', 'check')))
    """
    pairs = [(name.removeprefix(PREFIX), text) for name, text in properties]
    document = _taken(pairs, "document") or ""
    confidence = _confidence(pairs)
    return document, confidence, (*pairs, *(("note", text) for text in notes))


def _taken(properties: list[tuple[str, str]], name: str) -> str | None:
    """The first property of that name, which is then no free property any more."""
    for place, (key, text) in enumerate(properties):
        if key == name:
            del properties[place]
            return text
    return None


def _confidence(properties: list[tuple[str, str]]) -> float:
    """The confidence of the alignment; what is no number from 0 to 1 stays a free property of another tool."""
    for place, (key, text) in enumerate(properties):
        if key == "confidence" and (confidence := confidence_of(text)) is not None:
            del properties[place]
            return confidence
    return 1.0


def confidence_of(text: str) -> float | None:
    """The number from 0 to 1 that a text is; None for another text.

    >>> confidence_of("0.8750"), confidence_of("high")
    (0.875, None)
    """
    return float(text) if re.fullmatch(r"0(\.\d+)?|1(\.0+)?", text) else None
