"""Which spelling of an English form is shown: the number it has by itself, the singular of an abbreviation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from termbase.extract.renderings.english_segment import EnglishSegment
from termbase.language.keys import english_key

__all__ = ["shown_spelling"]

_MODIFIES = frozenset(("noun", "adjective", "gerund", "other"))
_MODIFIER = 0.25
"""Weight of a place before another noun, where English has the singular (interest rate risk, but: interest rates).
Half and none show two forms fewer of the fitting years as their dictionary has them."""
_SHORT_PLURAL = re.compile("[A-Z]{2,}s")
_MOST = 40
"""Segments looked at."""


def shown_spelling(key: str, surfaces: Mapping[str, float], segments: Iterable[EnglishSegment]) -> str:
    """The spelling of a form that most of the segments have; `surfaces` are the ones chosen, with their weights.

    >>> segments = [EnglishSegment(text) for text in ("Interest rate risk", "interest rates", "low interest rates")]
    >>> shown_spelling("interest rate", {"Interest rate": 1.0}, segments)
    'interest rates'
    >>> shown_spelling("svf", {"SVFs": 2.0, "SVF": 1.0}, [])
    'SVF'
    """
    lengths = {len(surface.split()) for surface in surfaces}
    counts: defaultdict[str, float] = defaultdict(float)
    weights = dict(surfaces)
    for _, segment in zip(range(_MOST), segments, strict=False):
        for text, weight in _places(segment, key, lengths):
            counts[text.casefold()] += weight
            weights.setdefault(text, 0.0)
    folded: defaultdict[str, float] = defaultdict(float)
    for text, weight in surfaces.items():
        folded[text.casefold()] += weight
    chosen = max({*counts, *folded}, key=lambda text: (counts.get(text, 0.0), round(folded.get(text, 0.0), 6), text))
    best = max(weights, key=lambda text: (text.casefold() == chosen, round(weights[text], 6), text))
    return best[:-1] if _SHORT_PLURAL.fullmatch(best) and best[:-1] in weights else best


def _places(segment: EnglishSegment, key: str, lengths: Iterable[int]) -> Iterator[tuple[str, float]]:
    """Where the form stands in a segment, with the weight of each place."""
    words, ends = segment.words, segment.ends
    start = key.split(" ", 1)[0]
    for first, word in enumerate(words):
        if word.folded[:1] != (start,):
            continue
        for length in lengths:
            last = first + length - 1
            if last >= len(words) or any(ends[first:last]):
                continue
            text = segment.between(first, last)
            if english_key(text) == key:
                joined = last + 1 < len(words) and not ends[last] and not words[last].comma
                yield text, _MODIFIER if joined and words[last + 1].kind in _MODIFIES else 1.0
