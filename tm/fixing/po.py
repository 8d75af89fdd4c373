"""PO files fixed: inside the quoted lines of their translations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import ClassVar

from tm.fixing.edits import Edit, patches_of
from tm.fixing.fixable import Target
from tm.formats.exact import is_encodable
from tm.formats.laid import Writing
from tm.formats.patching import Patch, spliced
from tm.formats.po import Entry, entries, escaped, laid_strings

__all__ = ["Po"]


class Po:
    """A PO file; plural forms are targets of their own."""

    in_bytes: ClassVar[bool] = False

    def __init__(self, path: Path) -> None:
        """Take a file; nothing is read yet."""
        self._path = path
        self._encoding = "utf-8"

    def targets(self) -> Iterator[Target]:
        """The translations in order; raises FormatError for a broken file."""
        numbers = count(1)
        start = 0
        for entry in entries(self._path):
            self._encoding = entry.encoding
            for name in entry.texts if entry.is_message else ():
                if name.startswith("msgstr"):
                    yield Target(next(numbers), start, _maker(entry, name, start))
            start += sum(map(len, entry.lines))

    def copied(self, patches: Iterable[Patch]) -> Iterator[bytes]:
        """The file with the changes, in its own charset."""
        lines = (line for entry in entries(self._path) for line in entry.lines)
        return (piece.encode(self._encoding) for piece in spliced(lines, patches, str))


def _maker(entry: Entry, name: str, start: int) -> Callable[[Sequence[Edit]], tuple[list[Patch], int]]:
    def written(text: str, _: Writing) -> str | None:
        return escaped(text) if is_encodable(text, entry.encoding) else None

    return lambda edits: patches_of(edits, laid_strings(entry, name, start), written)
