"""Findings that somebody has silenced: in the profile, or beside the segment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePath

from tm.checks.model import Finding
from tm.model import Segment

__all__ = ["Silence", "is_silenced"]

_INLINE = re.compile(r"zhterm:\s*ignore\b[ \t]*([a-z, \t-]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Silence:
    """What is not to be reported; an empty field stands for everything."""

    check: str = ""
    file: str = ""
    """A file's name or path, with `*` and `?`."""
    segment: str = ""
    """The number of a segment, or its id in the file."""
    term: str = ""
    """Words that stand in the source or the target where the finding points."""
    reason: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is one of these."""
        segment = finding.segment
        return (
            self.check in ("", finding.check)
            and (not self.file or _is_named(segment.file, self.file))
            and self.segment in ("", str(segment.number), segment.id)
            and (not self.term or _points_at(finding, self.term))
        )


def is_silenced(finding: Finding, silences: Sequence[Silence]) -> bool:
    """Whether the profile or the note of the segment keeps a finding back.

    A note silences with `zhterm: ignore`, or with the checks after it: `zhterm: ignore number, unit`.
    """
    return _noted(finding.segment, finding.check) or any(one.covers(finding) for one in silences)


def _noted(segment: Segment, check: str) -> bool:
    for match in _INLINE.finditer(segment.note):
        named = [part.strip().lower() for part in match[1].split(",") if part.strip()]
        if not named or check in named:
            return True
    return False


def _is_named(file: str, pattern: str) -> bool:
    path = PurePath(file)
    return fnmatchcase(path.as_posix(), pattern) or fnmatchcase(path.name, pattern)


def _points_at(finding: Finding, term: str) -> bool:
    """Whether the place of a finding has the words in it, or lies inside them."""
    segment = finding.segment
    places = ((segment.source, finding.source_span), (segment.target, finding.target_span))
    return any(span is not None and _meet(text.lower(), span, term.lower()) for text, span in places)


def _meet(text: str, span: tuple[int, int], term: str) -> bool:
    return any(start < max(span[1], span[0] + 1) and span[0] < start + len(term) for start in _starts(text, term))


def _starts(text: str, term: str) -> Iterable[int]:
    start = text.find(term)
    while start >= 0:
        yield start
        start = text.find(term, start + 1)
