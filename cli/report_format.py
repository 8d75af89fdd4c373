"""The forms in which findings are shown."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

__all__ = ["ReportFormat", "report_of"]


class ReportFormat(StrEnum):
    """How findings are shown."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    HTML = "html"
    XLSX = "xlsx"


def report_of(output: Path | None) -> ReportFormat:
    """The report that a file's name asks for.

    >>> str(report_of(Path("findings.html"))), str(report_of(None))
    ('html', 'text')
    """
    suffix = "" if output is None else output.suffix.lower().removeprefix(".")
    return ReportFormat(suffix) if suffix in list(ReportFormat) else ReportFormat.TEXT
