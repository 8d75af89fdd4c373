"""A person's own regular expressions: compiled with an error one can read, searched with a time limit.

The home of the `regex` library: `re` cannot be stopped, and some expressions take for ever on some texts.
"""

from __future__ import annotations

import time
from typing import Any

from termbase.errors import InputError

__all__ = ["SECONDS", "UserPattern"]

SECONDS = 10.0
"""How long all searches with a pattern may take together, unless told otherwise: as long as a person waits. Of the
processor: what else goes on in the machine does not count."""


class UserPattern:
    """An expression that a person wrote, in any case of letters.

    >>> pattern = UserPattern("第[一二三]产业")
    >>> pattern.search("发展第三产业")
    (2, 6)
    >>> UserPattern("第(一")
    Traceback (most recent call last):
    termbase.errors.InputError: “第(一” is no regular expression: missing ) at position 3; write a backslash before ( [ * + ? .
    """

    def __init__(self, text: str, *, seconds: float = SECONDS) -> None:
        """`seconds` is the time for all searches together. Raises InputError, which names the expression."""
        import regex  # noqa: TID251 - its home

        self.text = text
        self._seconds = seconds
        self._left = seconds
        try:
            self._pattern: Any = regex.compile(text, regex.IGNORECASE | regex.VERSION0)
        except regex.error as error:
            raise InputError(
                f"“{text}” is no regular expression: {error}", remedy="write a backslash before ( [ * + ? ."
            ) from error

    def search(self, text: str) -> tuple[int, int] | None:
        """Where the expression matches first, as offsets; None where nowhere, or nothing but an empty place.

        Raises InputError when the time is over.
        """
        started = time.process_time()
        try:
            found = self._pattern.search(text, timeout=self._left)
        except TimeoutError as error:
            raise InputError(
                f"“{self.text}” takes longer than {self._seconds:g} seconds", remedy="write a simpler expression"
            ) from error
        # regex takes a limit of 0 for none
        self._left = max(self._left - (time.process_time() - started), 1e-3)
        return found.span() if found and found[0] else None
