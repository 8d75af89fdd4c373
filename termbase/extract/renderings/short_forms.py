"""Short forms that an English text introduces in brackets behind the full ones: Faster Payment System (FPS)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from termbase.extract.english.abbreviations import initials_match
from termbase.language.keys import english_key

__all__ = ["short_forms"]

_BRACKETED = re.compile(r"\(([A-Z][A-Za-z&/-]*[A-Z]s?)\)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|&")
_FURTHEST = 12
"""Words back from the bracket within which a full form begins, as where abbreviations are extracted."""


def short_forms(texts: Iterable[str]) -> dict[str, set[str]]:
    """The keys of short forms with the keys of their full forms.

    >>> short_forms(["the Faster Payment System (FPS)", "growth (see Chart)"])
    {'fps': {'faster payment system'}}
    """
    found: dict[str, set[str]] = {}
    for text in texts:
        for match in _BRACKETED.finditer(text) if "(" in text else ():
            words = _WORD.findall(text[: match.start()])[-_FURTHEST:]
            full = next(
                (words[start:] for start in range(len(words) - 1, -1, -1) if initials_match(words[start:], match[1])),
                None,
            )
            if full:
                found.setdefault(english_key(match[1]), set()).add(english_key(" ".join(full)))
    return found
