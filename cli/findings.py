"""How findings are shown: on the terminal, and in the files of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from cli.amounts import number_of
from cli.terminal import bold, dim, field, note, plain, write
from termbase.errors import InputError
from tm.checks.model import Severity, Span

if TYPE_CHECKING:
    from cli.report_format import ReportFormat
    from tm.checking.run import Run, Tally
    from tm.checking.spool import Spool
    from tm.checks.model import Finding
    from tm.fixing.texts import Texts

__all__ = ["finding_json", "finding_lines", "report_findings", "tell"]

# Characters shown on each side of what is marked.
_AROUND = 60
_MANY = 50


def report_findings(
    findings: Iterable[Finding], run: Run, shape: ReportFormat, output: Path | None, texts: Texts, *, force: bool
) -> None:
    """Show the findings in this form, in a file where one is named; `texts` tells what plain texts hold."""
    from cli.files import write_whole

    pieces = _sarif(findings, run, texts) if shape == "sarif" else _PIECES[shape](findings, run)
    if output is not None:
        write_whole(output, pieces, force=force)
        return
    if shape == "xlsx":
        raise InputError("a workbook needs a file", remedy="name it: -o findings.xlsx")
    for piece in pieces:
        write(str(piece).removesuffix("\n"))


def tell(tally: Tally, failed: int) -> None:
    """Say on standard error what the run has seen."""
    parts = [
        number_of(tally.segments, "segment"),
        number_of(len(tally.files), "file"),
        number_of(tally.findings, "finding"),
    ]
    for count, what in ((tally.silenced, "silenced"), (tally.known, "in the baseline"), (failed, "not read")):
        parts += [f"{count:,} {what}"] if count else []
    note(", ".join(parts))


def finding_json(finding: Finding) -> dict[str, object]:
    """A finding; names and keys are a contract and stay."""
    segment = finding.segment
    return {
        "check": finding.check,
        "severity": finding.severity,
        "file": segment.file,
        "segment": segment.number,
        "source": segment.source,
        "target": segment.target,
        "source_span": finding.source_span,
        "target_span": finding.target_span,
        "message": finding.message,
        "suggestion": finding.suggestion,
    }


def finding_lines(finding: Finding) -> Iterator[str]:
    """A finding to read: where, what is wrong, both sides with the place marked by brackets, what would be right."""
    segment = finding.segment
    place = f"{segment.file}{f':{segment.line}' if segment.line else ''}, segment {segment.number}"
    place += f" ({segment.id})" if segment.id else ""
    yield f"{bold(plain(place))}  {finding.severity} {dim(finding.check)}"
    yield from field("says", finding.message)
    if segment.source:
        yield from field("source", _marked(segment.source, finding.source_span))
    yield from field("target", _marked(segment.target, finding.target_span))
    if finding.suggestion is not None:
        yield from field("better", finding.suggestion)


def _text(findings: Iterable[Finding], run: Run) -> Iterator[str]:
    """The summary, then the findings."""
    with _laid_by(findings) as found:
        for line in _summary(run.tally):
            yield f"{line}\n"
        for finding in found:
            yield "\n"
            for line in finding_lines(finding):
                yield f"{line}\n"


def _summary(tally: Tally) -> Iterator[str]:
    from cli.terminal import table

    order = list(Severity)
    counts: Counter[tuple[str, Severity]] = tally.by_check
    rows = [(str(count), severity, check) for (check, severity), count in counts.items()]
    if rows:
        rows.sort(key=lambda row: (order.index(Severity(row[1])), -int(row[0]), row[2]))
        yield from table(rows, ("count", "severity", "check"))


def _json(findings: Iterable[Finding], run: Run) -> Iterator[str]:
    import json

    for finding in findings:
        yield json.dumps(finding_json(finding), ensure_ascii=False) + "\n"


def _sarif(findings: Iterable[Finding], run: Run, texts: Texts) -> Iterator[str]:
    from importlib.metadata import version

    from tm.fixing.replacements import Replacements
    from tm.report.sarif import sarif

    return sarif(findings, run.checks, version("zhterm"), Replacements(texts).of)


def _html(findings: Iterable[Finding], run: Run) -> Iterator[str]:
    from tm.report.findings_page import findings_page

    with _laid_by(findings) as found:
        yield from findings_page(found, run.tally)


def _xlsx(findings: Iterable[Finding], run: Run) -> Iterator[bytes]:
    from tm.report.findings_sheet import findings_sheet

    with _laid_by(findings) as found:
        yield findings_sheet(found, run.tally)


def _laid_by(findings: Iterable[Finding]) -> closing[Spool]:
    """All findings, to be read again once the summary is known."""
    from tm.checking.spool import Spool

    return closing(Spool(findings))


_PIECES: dict[str, Callable[[Iterable[Finding], Run], Iterator[str | bytes]]] = {
    "text": _text,
    "json": _json,
    "html": _html,
    "xlsx": _xlsx,
}


def _marked(text: str, span: Span | None) -> str:
    """The text with the place in brackets, of a long one the part around it; without a place all of it.

    >>> _marked("长三角一体化", (0, 3))
    '[长三角]一体化'
    """
    if span is None:
        return text
    start, end = span
    first, last = max(0, start - _AROUND), min(len(text), max(end, start) + _AROUND)
    inside = f"{text[first:start]}[{text[start:end]}]{text[end:last]}"
    return f"{'…' if first else ''}{inside}{'…' if last < len(text) else ''}"
