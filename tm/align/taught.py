"""Renderings that a memory teaches: words that stand in its units again and again."""

from __future__ import annotations

from collections.abc import Iterable

from tm.align.features import rendering_features
from tm.align.gathering import word_features
from tm.align.learned import learned

__all__ = ["MOST_UNITS", "taught"]

MOST_UNITS = 20_000
"""Units to learn from, at most; more would take longer than an article is worth."""


def taught(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """By which English features each Chinese word is shown in pairs of Chinese and English; for `tm.align.align`.

    Only pairs of words that stand together in three units or more, and mostly together.

    >>> taught([("港口开放", "The port opens"), ("港口很大", "The port is large"), ("关闭港口", "Close the port")])
    {'=港口': {'=port'}}
    """
    return learned(((word_features(zh), rendering_features([en])) for zh, en in pairs), {})
