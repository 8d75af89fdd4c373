"""Findings laid by on disk, so that a report can begin with its summary whatever their number."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from tm.checks.model import Finding, Severity
from tm.model import Segment

__all__ = ["Spool"]

# Characters kept in memory before anything goes to disk: some ten thousand findings.
_IN_MEMORY = 16 * 1024 * 1024
_SEGMENT = [one.name for one in fields(Segment)]
_FINDING = [one.name for one in fields(Finding) if one.name != "segment"]


class Spool:
    """Findings that can be read again, in the order in which they came."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Take all of them; what the findings raise comes through."""
        self._file = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - lives as long as the spool
            _IN_MEMORY, "w+", encoding="utf-8", errors="surrogatepass", newline="\n"
        )
        try:
            for finding in findings:
                # writelines would look at the size only once, at the end
                self._file.write(_packed(finding) + "\n")
        except BaseException:
            self.close()
            raise

    def __iter__(self) -> Iterator[Finding]:
        self._file.seek(0)
        return map(_unpacked, self._file)

    def close(self) -> None:
        """Free the disk."""
        self._file.close()


def _packed(finding: Finding) -> str:
    segment = [getattr(finding.segment, name) for name in _SEGMENT]
    return json.dumps([segment, *(getattr(finding, name) for name in _FINDING)])


def _unpacked(line: str) -> Finding:
    segment, *values = json.loads(line)
    told = dict(zip(_FINDING, map(_tuple, values), strict=True))
    told["severity"] = Severity(told["severity"])
    return Finding(segment=Segment(*map(_tuple, segment)), **told)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
