"""Findings laid by on disk, so that a report can begin with its summary whatever their number."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from tm.checks.model import Finding, Severity
from tm.model import Segment

__all__ = ["Spool"]

# Characters kept in memory before anything goes to disk: some ten thousand findings.
_IN_MEMORY = 16 * 1024 * 1024


class Spool:
    """Findings that can be read again, in the order in which they came."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Take all of them; what the findings raise comes through."""
        self._file = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - lives as long as the spool
            _IN_MEMORY, "w+", encoding="utf-8", errors="surrogatepass", newline="\n"
        )
        try:
            self._file.writelines(json.dumps(asdict(finding)) + "\n" for finding in findings)
        except BaseException:
            self.close()
            raise

    def __iter__(self) -> Iterator[Finding]:
        self._file.seek(0)
        for line in self._file:
            values = json.loads(line)
            segment = values.pop("segment")
            for name in ("source_codes", "target_codes"):
                segment[name] = tuple(segment[name])
            for name in ("source_span", "target_span"):
                values[name] = tuple(values[name]) if values[name] else None
            severity = Severity(values.pop("severity"))
            yield Finding(severity=severity, segment=Segment(**segment), **values)

    def close(self) -> None:
        """Free the disk."""
        self._file.close()
