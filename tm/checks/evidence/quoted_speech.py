"""Which parts of a text are somebody's words: quotations of more than a name."""

from __future__ import annotations

import re

__all__ = ["quotations"]

_QUOTED = re.compile(r"“([^“”]*)(?:”|$)|\"([^\"]*)\"|‘([^‘’]*(?:’\w[^‘’]*)*)’|「([^「」]*)」|《([^《》]*)》")


def quotations(text: str) -> list[tuple[int, int]]:
    """The spans between quotation marks; a quotation that is not closed goes on to the end.

    >>> text = "“One Belt, One Road” is old, “said"
    >>> [text[start:end] for start, end in quotations(text)]
    ['One Belt, One Road', 'said']
    """
    return [match.span(match.lastindex) for match in _QUOTED.finditer(text) if match.lastindex]
