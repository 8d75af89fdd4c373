"""Places of a term in a job: so many of them, what their translations share, where a rendering stands."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.language.english import zipf
from termbase.language.keys import english_words

__all__ = ["place_of", "shared_words", "spread", "trimmed"]

_LOOKED_AT = 8
"""Places of a term that are compared; the pairing looks at as many."""
_EVERYDAY = 5.0
"""Words so frequent in English (Zipf) prove nothing when two segments share them."""


def trimmed(form: str) -> str:
    """A name without the words in small letters that follow it: `Meyer met the mayor` is Meyer."""
    words = form.split()
    small = next((place for place, word in enumerate(words) if word[0].islower()), len(words))
    if small and not any(word[0].isupper() for word in words[small:]):
        return " ".join(words[:small])
    return form


def spread(places: Sequence[int]) -> list[int]:
    """So many of the places, evenly over all."""
    return list(places[:: -(-len(places) // _LOOKED_AT)])


def shared_words(texts: Sequence[str]) -> set[str]:
    """The words that all texts have, everyday ones left out."""
    first, *others = (set(english_words(text)) for text in texts)
    return {word for word in first.intersection(*others) if zipf(word) < _EVERYDAY}


def place_of(form: str, text: str) -> tuple[int, int] | None:
    """Where a rendering stands in a text, case put aside."""
    start = text.lower().find(form.lower())
    return None if start < 0 else (start, start + len(form))
