"""Whether two renderings of one term are two: not inflected, shortened or derived forms of one another."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from termbase.language.keys import english_key
from tm.checks.standing import TextWords, acronym_of
from tm.similarity import content

__all__ = ["Likeness", "likeness"]

_ALIKE = 0.75
"""Names spelled so much alike are one name spelled in two ways (Meyer, Meier); below are many pairs that only begin
alike (Andrew, Andersen). Read off 120 pairs of the news translations."""


_SHARED = 0.5
"""Share of its words that one form has in common with the other, for a variant; with less they name two things."""


class Likeness(StrEnum):
    """How two English forms relate."""

    SAME = "same"
    """Inflected, shortened or derived forms of one another, or an acronym."""
    VARIANT = "variant"
    """Some of the words or letters differ."""
    DIFFERENT = "different"


def likeness(one: str, other: str) -> Likeness:
    """How two English forms relate.

    >>> likeness("Double-Eight Strategy", "Eight-Eight Plan").value, likeness("Wang Huning", "Wang Hu'ning").value
    ('variant', 'variant')
    >>> likeness("free trade zones", "Free-Trade Zone").value, likeness("Trade Initiative", "the Initiative").value
    ('same', 'same')
    >>> likeness("Russia", "Russian").value, likeness("digital trade", "electronic business").value
    ('same', 'different')
    """
    first, second = english_key(one), english_key(other)
    words, others = first.split(), second.split()
    if _is_within(words, others) or _is_within(others, words):
        return Likeness.SAME
    if acronym_of(one) == second or acronym_of(other) == first:
        return Likeness.SAME
    if len(words) == len(others) == 1:
        if _is_people_of(first, second) or _is_people_of(second, first):
            return Likeness.SAME
        return Likeness.VARIANT if content(first, second) >= _ALIKE else Likeness.DIFFERENT
    shared = max(TextWords(others).share(one), TextWords(words).share(other))
    return Likeness.VARIANT if shared >= _SHARED or content(first, second) >= _ALIKE else Likeness.DIFFERENT


def _is_within(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether all words stand among the others, or begin them (Russia, Russian)."""
    return all(any(other == word or (len(word) > 3 and other.startswith(word)) for other in others) for word in words)


def _is_people_of(one: str, other: str) -> bool:
    """Whether the second is the adjective of the first: Canada, Canadian; Spain, Spanish."""
    return one[:_STEM] == other[:_STEM] and other.endswith(("an", "ese", "ish", "i", "ch", "ic")) and one != other


_STEM = 3
