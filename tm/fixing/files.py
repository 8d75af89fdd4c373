"""Which kinds of files can be fixed, and the copy of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from termbase.errors import InputError
from termbase.formats import later
from tm.fixing.fixable import Fixable, Target
from tm.fixing.suggestions import Suggestions
from tm.formats import BITEXTS
from tm.formats.patching import Patch

__all__ = ["Copy", "is_text", "opened", "require_fixable"]

_FIXABLE: dict[str, Callable[[Path], Fixable]] = {
    "xliff": later("tm.fixing.xml", "Xliff"),
    "tmx": later("tm.fixing.xml", "Tmx"),
    "po": later("tm.fixing.po", "Po"),
    "tsv": later("tm.fixing.table", "TableFile"),
    "csv": later("tm.fixing.table", "TableFile"),
}
_OTHER = frozenset({".docx", ".pdf", ".html", ".htm", ".xhtml", ".md", ".markdown"})
"""What is read as a document and is no plain text."""
_CHUNK = 1 << 20


def is_text(path: Path) -> bool:
    """Whether the file is read as a plain text.

    >>> is_text(Path("a.txt")), is_text(Path("a.xlf"))
    (True, False)
    """
    return _format_of(path) is None and path.suffix.lower() not in _OTHER


def require_fixable(path: Path) -> None:
    """Raise InputError for a file of which no fixed copy can be made."""
    if _format_of(path) not in _FIXABLE and not is_text(path):
        raise InputError(
            f"{path.suffix.lower()} files cannot be fixed",
            path=path,
            remedy="leave --fix out, and mend it in the program it comes from",
        )


class Copy:
    """A file with its safe suggestions applied."""

    def __init__(self, path: Path, suggestions: Suggestions, segments: Sequence[str] = ()) -> None:
        """Take a file as it was checked; of a plain text also its segments, for it has none of its own."""
        self._path = path
        self._suggestions = suggestions
        self._segments = segments
        self.made = 0
        """How many suggestions are applied; complete at the end of the bytes."""

    def bytes(self) -> Iterator[bytes]:
        """The bytes of the copy; those of the file where nothing is to be changed."""
        if next(self._suggestions.of(self._path.as_posix()), None) is None:
            with self._path.open("rb") as file:
                yield from iter(lambda: file.read(_CHUNK), b"")
            return
        fixable = opened(self._path, self._segments)
        assert fixable, "require_fixable was asked"
        yield from fixable.copied(self._patches(fixable.targets()))

    def _patches(self, targets: Iterator[Target]) -> Iterator[Patch]:
        waiting = self._suggestions.of(self._path.as_posix())
        number, edits = next(waiting, (0, []))
        for _, group in groupby(targets, key=lambda target: target.group):
            found: list[Patch] = []
            for target in group:
                while number and number < target.number:
                    number, edits = next(waiting, (0, []))
                if number == target.number:
                    patches, made = target.patches(edits)
                    found += patches
                    self.made += made
            yield from sorted(found, key=lambda patch: patch.start)


def opened(path: Path, segments: Sequence[str] = ()) -> Fixable | None:
    """The file as its format has it, of a plain text with its segments; None for a file of another kind."""
    named = _format_of(path)
    if named is not None:
        return _FIXABLE[named](path) if named in _FIXABLE else None
    if not is_text(path):
        return None
    from tm.fixing.text import TextFile

    return TextFile(path, segments)


def _format_of(path: Path) -> str | None:
    """The bilingual format of a file, by its name."""
    return next((one.name for one in BITEXTS.values() if path.suffix.lower() in one.suffixes), None)
