"""Findings that were there before: only new ones are to show."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from termbase.errors import FormatError, InputError
from tm.checks.model import Finding

__all__ = ["Baseline", "baseline_lines", "fingerprint", "read_baseline"]

_VERSION = 1


class Baseline:
    """The findings of an earlier run, each as often as it was there.

    What counts is the file's name, the check, both texts and the place in them, not the number of the segment: a
    paragraph put in before moves no finding out of the baseline.
    """

    def __init__(self, prints: Iterable[str] = ()) -> None:
        self._left = Counter(prints)

    def takes(self, finding: Finding) -> bool:
        """Whether the finding was there; each one of the earlier run is taken once."""
        key = fingerprint(finding)
        if not self._left[key]:
            return False
        self._left[key] -= 1
        return True


def fingerprint(finding: Finding) -> str:
    """What a finding is known by in a later run: 16 hexadecimal digits."""
    segment = finding.segment
    parts = [PurePath(segment.file).name, finding.check, segment.source, segment.target]
    parts += [str(finding.source_span), str(finding.target_span)]
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def baseline_lines(prints: Iterable[str]) -> Iterator[str]:
    """A baseline as a file: one fingerprint a line, in order, so that versions of it compare well."""
    yield json.dumps({"zhterm baseline": _VERSION}) + "\n"
    for key in sorted(prints):
        yield f"{key}\n"


def read_baseline(path: Path) -> Baseline:
    """Read a baseline; raises InputError or, with the line, FormatError."""
    try:
        first, *lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        what = error.strerror if isinstance(error, OSError) else "it is no UTF-8"
        raise InputError(f"cannot be read: {what}", path=path, remedy="make one: --update-baseline") from error
    if first != json.dumps({"zhterm baseline": _VERSION}):
        raise FormatError("is no baseline of this version", path=path, line=1, remedy="make one: --update-baseline")
    for number, line in enumerate(lines, start=2):
        if line and (len(line) != 16 or set(line) - set("0123456789abcdef")):
            raise FormatError("is no fingerprint", path=path, line=number, remedy="make it anew: --update-baseline")
    return Baseline(filter(None, lines))
