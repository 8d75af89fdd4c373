"""Findings on a page to look through, to filter and to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from termbase.formats.pages import render
from termbase.language.script import is_chinese, is_traditional
from tm.checking.run import Tally
from tm.checks.model import Finding, Severity, Span

__all__ = ["findings_page"]

# Findings on one page: about 5 MB, which a browser still filters at once. Nobody reads more; JSON and XLSX have all.
_MOST = 5_000


def findings_page(findings: Iterable[Finding], tally: Tally) -> Iterator[str]:
    """The page, piece by piece: counts as a picture, filters, and each finding with both sides marked."""
    counts = sorted(tally.by_check.items(), key=lambda one: (list(Severity).index(one[0][1]), -one[1], one[0][0]))
    most = max(tally.by_check.values(), default=1)
    return render(
        "tm.report",
        "findings",
        facts=list(_facts(tally)),
        counts=[_Count(check, severity, number, number / most) for (check, severity), number in counts],
        files=sorted(tally.files),
        findings=(_Shown.of(finding) for finding in islice(findings, _MOST)),
        left_out=max(0, tally.findings - _MOST),
    )


@dataclass(frozen=True, slots=True)
class _Count:
    """How often a check found something; `share` is of the most frequent one."""

    check: str
    severity: Severity
    number: int
    share: float


@dataclass(frozen=True, slots=True)
class _Side:
    """A segment's text before, in and after the marked place, with its language for fonts and screen readers."""

    label: str
    language: str
    before: str
    marked: str
    after: str

    @classmethod
    def of(cls, label: str, text: str, span: Span | None) -> _Side:
        start, end = span or (len(text), len(text))
        language = ("zh-Hant" if is_traditional(text) else "zh-Hans") if is_chinese(text) else "en"
        return cls(label, language, text[:start], text[start:end], text[end:])


@dataclass(frozen=True, slots=True)
class _Shown:
    """A finding as the template needs it."""

    finding: Finding
    sides: tuple[_Side, ...]

    @classmethod
    def of(cls, finding: Finding) -> _Shown:
        segment = finding.segment
        sides = [_Side.of("target", segment.target, finding.target_span)]
        if segment.source:
            sides.insert(0, _Side.of("source", segment.source, finding.source_span))
        return cls(finding, tuple(sides))


def _facts(tally: Tally) -> Iterator[str]:
    for number, what in (
        (tally.findings, "findings"),
        (tally.segments, "segments"),
        (len(tally.files), "files"),
        (tally.silenced, "silenced"),
        (tally.known, "known from the baseline"),
    ):
        if number or what in ("findings", "segments"):
            yield f"{number:,} {what.removesuffix('s') if number == 1 and what.endswith('s') else what}"
