"""Quantities in an English text: 3.5 trillion yuan, nearly 300, two-thirds, half a million, doubled, 11th."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from termbase.language.numbers.english.beginnings import NUMBER_BEGINS
from termbase.language.numbers.english.counted import counted
from termbase.language.numbers.english.named_numbers import article, code, ordinal
from termbase.language.numbers.english.sizes import among, half, multiple, part, several, sign, span
from termbase.language.numbers.values import Quantity

__all__ = ["english_quantities"]

_READERS: dict[str, Callable[[str, re.Match[str]], Quantity | None]] = {
    "code": code,
    "article": article,
    "half": half,
    "several": several,
    "part": part,
    "among": among,
    "span": span,
    "multiple": multiple,
    "ordinal": ordinal,
    "number": counted,
    "sign": sign,
}


def english_quantities(text: str) -> Iterator[Quantity]:
    """The quantities of an English text, in its order; ranges not yet joined.

    >>> [quantity.text for quantity in english_quantities("over 20 firms put in 3.5 trillion yuan, two-thirds new")]
    ['20', '3.5 trillion yuan', 'two-thirds']
    >>> list(english_quantities("no one knows one another in the Belt and Road"))
    []
    """
    place = 0
    while found := NUMBER_BEGINS.search(text, place):
        reader = _READERS.get(str(found.lastgroup))
        quantity = reader(text, found) if reader else None
        if quantity:
            yield quantity
            place = quantity.end
        else:
            place = max(found.end(), found.start() + 1)
