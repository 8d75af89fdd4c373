"""`whitespace`: spaces at the edges or doubled, lines that differ, spaces inside Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.language.script import HAN
from tm.checks.model import Check, Direction, Job, Remark, Severity, each, in_target
from tm.checks.passage import Passage

__all__ = ["WHITESPACE"]

# Two spaces after a full stop are an old habit of typists, and no slip.
_DOUBLED = re.compile(r"(?<=[^\s.!?:”\"])[ \u00a0]{2,}(?=\S)|(?<=\S)\t[ \t]*(?=\S)|(?<=\S) {3,}(?=\S)")
_SUSPECT = re.compile("[ \u00a0]{2}|\t")
_BETWEEN_HAN = re.compile(
    f"(?<=[{HAN}，。；：？！、”》）]) +(?=[{HAN}“《（])|(?<=[{HAN}]) +(?=[，。；：？！、”》）])"
)


def _whitespace(passage: Passage, job: Job) -> Iterator[Remark]:
    source, target = passage.segment.source, passage.segment.target
    if not target.strip():
        return
    yield from _edges(passage)
    for match in _DOUBLED.finditer(target) if _SUSPECT.search(target) else ():
        if match[0] not in source or not passage.chinese_source:
            yield in_target(passage, match.span(), "more than one space", suggestion=" ", safe="\t" not in match[0])
    if job.direction is Direction.EN_ZH:
        for match in _BETWEEN_HAN.finditer(target):
            yield in_target(passage, match.span(), "a space inside Chinese text", suggestion="")
    if source.strip() and source.strip().count("\n") != target.strip().count("\n"):
        yield in_target(
            passage, None, "source and translation have different numbers of lines", severity=Severity.NOTE
        )


def _edges(passage: Passage) -> Iterator[Remark]:
    """Spaces before the first or after the last character that the source does not have."""
    source, target = passage.segment.source, passage.segment.target
    first, after = len(target) - len(target.lstrip()), len(target.rstrip())
    if first and not source[:1].isspace():
        yield in_target(passage, (0, first), "a space before the first word", suggestion="", safe=True)
    if after < len(target) and not source[-1:].isspace():
        yield in_target(
            passage, (after, len(target)), "a space after the end", suggestion="", safe=True, severity=Severity.NOTE
        )


WHITESPACE = Check(
    id="whitespace",
    says="spaces stand where none should, or two for one",
    severity=Severity.WARNING,
    origin="what every checking tool has; GB/T 15834 knows no spaces between Chinese characters",
    directions=frozenset(Direction),
    false_alarms=0.0,
    begin=each(_whitespace),
)
