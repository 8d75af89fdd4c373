"""What a suggestion would change in its file, told by the place in the file."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from termbase.errors import ZhtermError
from termbase.formats.xml_bytes import utf8_chunks
from tm.checks.model import Finding
from tm.fixing.edits import Edit
from tm.fixing.files import opened
from tm.fixing.fixable import Fixable, Target
from tm.fixing.texts import Texts
from tm.formats.patching import Patch

__all__ = ["Replacement", "Replacements"]


class Replacement(NamedTuple):
    """What comes in the place of some characters of a file."""

    offset: int
    """Characters before it, of the file as text."""
    length: int
    text: str


class Replacements:
    """The replacements for findings that come in the order of their files and segments.

    Each file is read once more, beside the checks; memory does not grow with it.
    """

    def __init__(self, texts: Texts) -> None:
        """Take what is remembered of plain texts."""
        self._texts = texts
        self._files: set[str] = set()
        self._file = ""
        self._places: _Places | None = None

    def of(self, finding: Finding) -> Replacement | None:
        """The replacement for a suggestion; None where there is none, or its place is not known for sure."""
        if finding.suggestion is None or finding.target_span is None:
            return None
        file = finding.segment.file
        try:
            if file != self._file:
                self._file = file
                self._places = None if file in self._files else self._opened(file)
                self._files.add(file)
            edit = Edit(*finding.target_span, finding.suggestion)
            return self._places.replacement(finding.segment.number, edit) if self._places else None
        except (ZhtermError, OSError):
            self._places = None
            return None

    def _opened(self, file: str) -> _Places | None:
        path = Path(file)
        with path.open("rb") as start:
            # whether a byte order mark counts as a character depends on who reads
            if start.read(3).startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                return None
        fixable = opened(path, self._texts.of(file))
        return None if fixable is None else _Places(path, fixable)


class _Places:
    """The targets of one file, forwards."""

    def __init__(self, path: Path, fixable: Fixable) -> None:
        self._targets = fixable.targets()
        self._target: Target | None = None
        self._characters = _Characters(path) if fixable.in_bytes else None

    def replacement(self, number: int, edit: Edit) -> Replacement | None:
        while self._target is None or self._target.number < number:
            self._target = next(self._targets, None)
            if self._target is None:
                return None
        patches, _ = self._target.patches([edit]) if self._target.number == number else ([], 0)
        if len(patches) != 1:
            return None
        (patch,) = patches
        return self._characters.replacement(patch) if self._characters else _replacement(patch)


class _Characters:
    """Characters before bytes of an XML file as UTF-8, counted forwards, and anew in the chunk at hand."""

    def __init__(self, path: Path) -> None:
        self._chunks = _chunks(path)
        self._chunk = b""
        self._start = self._before = 0
        """Bytes and characters before the chunk."""
        self._reached = (0, 0)
        """Bytes and characters of the chunk counted so far."""

    def replacement(self, patch: Patch) -> Replacement | None:
        start, end = self._before_byte(patch.start), self._before_byte(patch.end)
        return None if start is None or end is None else Replacement(start, end - start, patch.text)

    def _before_byte(self, place: int) -> int | None:
        while place > self._start + len(self._chunk):
            self._before += self._counted(len(self._chunk))
            self._start += len(self._chunk)
            self._chunk, self._reached = next(self._chunks), (0, 0)
        return None if place < self._start else self._before + self._counted(place - self._start)

    def _counted(self, end: int) -> int:
        """Characters of the chunk before a place that is not inside of one."""
        start, known = self._reached if self._reached[0] <= end else (0, 0)
        self._reached = end, known + len(self._chunk[start:end].decode("utf-8"))
        return self._reached[1]


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from utf8_chunks(file, path)


def _replacement(patch: Patch) -> Replacement:
    return Replacement(patch.start, patch.end - patch.start, patch.text)
