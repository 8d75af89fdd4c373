"""Findings as SARIF 2.1.0, which code hosts and editors show (OASIS standard of 2020-03-27)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from tm.checking.baseline import fingerprint
from tm.checks.model import Check, Finding, Severity
from tm.fixing.replacements import Replacement

__all__ = ["sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif(
    findings: Iterable[Finding],
    checks: Sequence[Check],
    version: str,
    replacement: Callable[[Finding], Replacement | None] = lambda _: None,
) -> Iterator[str]:
    """One log with one run, piece by piece; every check that ran is a rule, every finding a result.

    A finding of which `replacement` knows what its suggestion changes in the file has a fix.
    """
    driver = {"name": "zhterm", "version": version, "rules": [_rule(check) for check in checks]}
    head = json.dumps({"$schema": _SCHEMA, "version": "2.1.0"})[:-1]
    tool = json.dumps({"tool": {"driver": driver}, "columnKind": "unicodeCodePoints"}, ensure_ascii=False)[:-1]
    yield f'{head}, "runs": [{tool}, "results": ['
    places = {check.id: number for number, check in enumerate(checks)}
    for number, finding in enumerate(findings):
        yield ",\n" if number else "\n"
        result = {**_result(finding, places), **_fixes(finding, replacement(finding))}
        yield json.dumps(result, ensure_ascii=False)
    yield "]}]}\n"


def _rule(check: Check) -> dict[str, Any]:
    return {
        "id": check.id,
        "shortDescription": {"text": check.says},
        "help": {"text": f"{check.says}. Rule: {check.origin}."},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
    }


def _result(finding: Finding, places: dict[str, int]) -> dict[str, Any]:
    segment = finding.segment
    text = finding.message if finding.suggestion is None else f"{finding.message}; suggested: {finding.suggestion}"
    physical: dict[str, Any] = {"artifactLocation": _artifact(finding)}
    if segment.line:
        physical["region"] = {"startLine": segment.line}
    logical = {"name": f"segment {segment.number}", **({"fullyQualifiedName": segment.id} if segment.id else {})}
    return {
        "ruleId": finding.check,
        "ruleIndex": places[finding.check],
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": physical, "logicalLocations": [logical]}],
        "partialFingerprints": {"zhterm/v1": fingerprint(finding)},
        "properties": {
            "source": segment.source,
            "target": segment.target,
            "sourceSpan": finding.source_span,
            "targetSpan": finding.target_span,
        },
    }


def _artifact(finding: Finding) -> dict[str, Any]:
    return {"uri": quote(PurePath(finding.segment.file).as_posix())}


def _fixes(finding: Finding, replacement: Replacement | None) -> dict[str, Any]:
    """What section 3.55 asks for: the region of the file that goes, in characters, and what is written there."""
    if replacement is None:
        return {}
    region = {"charOffset": replacement.offset, "charLength": replacement.length}
    one = {"deletedRegion": region, "insertedContent": {"text": replacement.text}}
    change = {"artifactLocation": _artifact(finding), "replacements": [one]}
    return {"fixes": [{"description": {"text": finding.message}, "artifactChanges": [change]}]}
