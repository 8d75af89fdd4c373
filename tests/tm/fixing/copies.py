"""Copies of files with given changes, as the command makes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tm.checks.model import Finding, Severity
from tm.fixing.edits import Edit
from tm.fixing.files import Copy
from tm.fixing.suggestions import Suggestions
from tm.formats.segments import segments
from tm.model import Segment

__all__ = ["copy_of", "finding", "targets_of"]


def finding(path: Path, number: int, edit: Edit, *, safe: bool = True) -> Finding:
    """A finding that suggests this change of the target of a segment."""
    segment = Segment("", "", path.as_posix(), number)
    return Finding("doubled-word", Severity.WARNING, segment, "", None, (edit.start, edit.end), edit.text, safe)


def copy_of(path: Path, edits: Mapping[int, Sequence[Edit]], texts: Sequence[str] = ()) -> tuple[bytes, int]:
    """The bytes of the copy with the changes by number of the segment, and how many of them are made."""
    suggestions = Suggestions()
    found = [finding(path, number, edit) for number, some in edits.items() for edit in some]
    assert len(list(suggestions.collected(found))) == len(found)
    copy = Copy(path, suggestions, texts)
    return b"".join(copy.bytes()), copy.made


def targets_of(path: Path) -> list[str]:
    """The targets of a bilingual file, as the checks see them."""
    return [segment.target for segment in segments(path)]
