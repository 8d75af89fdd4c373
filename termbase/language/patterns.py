"""Regular expressions that users write: compiled with a message they can act on, searched with a time limit.

The only importer of regex, whose searches can be stopped; `re` would run for ever on `(a+)+b`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from termbase.errors import InputError

__all__ = ["Pattern"]

# Seconds for one text. An ordinary pattern needs microseconds for a segment; what needs a second never ends.
_LIMIT = 1.0


class Pattern:
    """A user's regular expression, without regard to case unless it says `(?-i)`.

    >>> list(Pattern("两山|二山").find("“两山”理念"))
    [(1, 3)]
    """

    def __init__(self, text: str, *, seconds: float = _LIMIT) -> None:
        """Compile it; a search of one text may take so many seconds.

        Raises InputError, which says what is wrong and where.
        """
        import regex  # noqa: TID251 - its home

        self.text = text
        self._seconds = seconds
        try:
            self._compiled: Any = regex.compile(text, regex.IGNORECASE)
        except regex.error as error:
            raise InputError(
                f"the pattern {text!r} is wrong: {error}", remedy="mend the regular expression"
            ) from error

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The places where it matches, as offsets, without empty ones; raises InputError when it takes too long."""
        matches = self._compiled.finditer(text, timeout=self._seconds)
        try:
            for match in matches:
                if match.end() > match.start():
                    yield match.span()
        except TimeoutError as error:
            raise InputError(
                f"the pattern {self.text!r} takes over {self._seconds:g} s on one text of {len(text):,} characters",
                remedy="avoid repetitions inside repetitions, such as (a+)+",
            ) from error
