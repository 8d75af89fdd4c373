"""Findings as a workbook, for clients and colleagues who work in Excel."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from termbase.formats.spreadsheet import Sheet, workbook
from tm.checking.run import Tally
from tm.checks.model import Finding, Span

__all__ = ["findings_sheet"]

# Rows that a sheet of Excel can have, less the heading.
_MOST = 1_048_575
_HEADING = (
    "file", "segment", "id", "severity", "check", "message", "source", "target", "in the source", "in the target",
    "suggestion", "decision",
)  # fmt: skip
# Longer texts fit in no cell.
_LONGEST = 32_000


def findings_sheet(findings: Iterable[Finding], tally: Tally) -> bytes:
    """The bytes of an XLSX file: a row for each finding, with a column for what becomes of it; and the counts."""
    rows = (_row(finding) for finding in islice(findings, _MOST))
    counts = ((check, severity, count) for (check, severity), count in sorted(tally.by_check.items()))
    facts = [("segments", "", tally.segments), ("silenced", "", tally.silenced), ("in the baseline", "", tally.known)]
    return workbook(
        [
            Sheet("Findings", _HEADING, rows),
            Sheet("Summary", ("check", "severity", "count"), [*counts, *facts]),
        ],
        guard=True,
    )


def _row(finding: Finding) -> tuple[str | int, ...]:
    segment = finding.segment
    return (
        segment.file,
        segment.number,
        segment.id,
        finding.severity,
        finding.check,
        finding.message[:_LONGEST],
        segment.source[:_LONGEST],
        segment.target[:_LONGEST],
        *(_marked(segment.source, finding.source_span), _marked(segment.target, finding.target_span)),
        finding.suggestion or "",
        "",
    )


def _marked(text: str, span: Span | None) -> str:
    return text[slice(*span)][:_LONGEST] if span else ""
