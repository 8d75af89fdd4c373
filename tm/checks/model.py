"""What a check is, what it is asked and what it answers. Values only, no library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from tm.checks.archive import Archive
from tm.checks.passage import Passage
from tm.checks.style import Style
from tm.checks.terms import Terms
from tm.model import Segment

__all__ = [
    "Check",
    "Direction",
    "Finding",
    "Inspector",
    "Job",
    "Remark",
    "Rule",
    "Severity",
    "Span",
    "between",
    "each",
    "in_target",
]


class Severity(StrEnum):
    """How much a finding matters, most first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Direction(StrEnum):
    """Which way a job goes."""

    ZH_EN = "zh-en"
    EN_ZH = "en-zh"
    EN = "en"
    """English alone, without its source."""


Span = tuple[int, int]
"""A place in a text: offsets of the first character and of the one after the last."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check has to say of a segment."""

    message: str
    """What is wrong, in words a translator uses, with what was expected."""
    zh: Span | None = None
    """The place in the Chinese text."""
    en: Span | None = None
    """The place in the English text."""
    suggestion: str | None = None
    """What would stand right in the place of the target."""
    safe: bool = False
    """Whether the suggestion can be put there without a person looking."""
    severity: Severity | None = None
    """Where this remark weighs other than its check."""


def in_target(passage: Passage, span: Span | None, message: str, **details: Any) -> Remark:
    """A remark on a place of the target, whichever language that is; `details` are further fields of Remark.

    >>> from tm.checks.terms import Terms
    >>> into_chinese = Passage(Segment("Zhejiang", "浙江", "a.tsv", 1), Terms([]), chinese_source=False)
    >>> in_target(into_chinese, (0, 2), "a place").zh
    (0, 2)
    """
    if passage.chinese_source:
        return Remark(message, en=span, **details)
    return Remark(message, zh=span, **details)


def between(passage: Passage, source: Span | None, target: Span | None, message: str, **details: Any) -> Remark:
    """A remark on a place of the source and one of the target.

    >>> from tm.checks.terms import Terms
    >>> into_chinese = Passage(Segment("5 firms", "6家", "a.tsv", 1), Terms([]), chinese_source=False)
    >>> between(into_chinese, (0, 7), (0, 2), "another number").en
    (0, 7)
    """
    zh, en = (source, target) if passage.chinese_source else (target, source)
    return Remark(message, zh, en, **details)


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark with the segment it is about, as it is reported."""

    check: str
    severity: Severity
    segment: Segment
    message: str
    source_span: Span | None
    target_span: Span | None
    suggestion: str | None
    safe: bool


@dataclass(frozen=True, slots=True)
class Job:
    """What all checks of one run share."""

    direction: Direction
    terms: Terms
    style: Style = field(default_factory=Style)
    date: str = ""
    """Of the text, ISO 8601: a term superseded later is still right; empty for today."""
    archive: Archive = field(default_factory=Archive)
    """Its segments, on disk, for checks that look at all of them."""


class Inspector(Protocol):
    """A check at work on one job; it may remember what it has seen."""

    def inspect(self, passage: Passage) -> Iterable[Remark]:
        """What is wrong in this segment; called once for each, in the order of the job."""

    def finish(self) -> Iterable[tuple[Segment, Remark]]:
        """What shows only when all segments are seen; memory for it must not grow with the job's length."""


Rule = Callable[[Passage, Job], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that can be wrong in a translation."""

    id: str
    """What is wrong, as in `--only number`."""
    says: str
    """What a finding says, in one sentence."""
    severity: Severity
    origin: str
    """Where the rule comes from: a standard, a style guide, the practice of the desk."""
    directions: frozenset[Direction]
    """The jobs it can look at."""
    false_alarms: float | None
    """Share of correct human translations with a finding, as measured by `make bench`; None where not measured."""
    begin: Callable[[Job], Inspector]


@dataclass(frozen=True, slots=True)
class _Each:
    """An inspector for a rule that remembers nothing."""

    rule: Rule
    job: Job

    def inspect(self, passage: Passage) -> Iterable[Remark]:
        return self.rule(passage, self.job)

    def finish(self) -> Iterable[tuple[Segment, Remark]]:
        return ()


def each(rule: Rule) -> Callable[[Job], Inspector]:
    """How a check begins whose rule looks at each segment alone."""
    return lambda job: _Each(rule, job)
