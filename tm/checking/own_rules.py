"""Rules that a desk writes itself, without code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from termbase.errors import InputError
from termbase.language.patterns import Pattern
from tm.checks import CHECKS
from tm.checks.model import Check, Direction, Job, Remark, Severity, Span, each
from tm.checks.passage import Passage

__all__ = ["OwnRule", "check_of"]


@dataclass(frozen=True, slots=True)
class OwnRule:
    """One `[[rule]]` of a profile: where the source is so, the target must be so (or must not).

    Raises InputError for a rule that says nothing, and for a wrong regular expression.
    """

    id: str
    message: str = ""
    severity: str = Severity.WARNING
    source: str = ""
    """Words in the source; without them and without a pattern the rule looks at every segment."""
    source_pattern: str = ""
    target: str = ""
    """Words that the target must have where the source has its words, and else must not have."""
    target_pattern: str = ""
    forbidden: bool = False
    """The target must not have them, whatever the source says."""
    suggestion: str = ""
    """What should stand there instead."""

    def __post_init__(self) -> None:
        if self.id in CHECKS:
            raise InputError(f"{self.id!r} is a check of zhterm", remedy="give the rule another id")
        if not (self.target or self.target_pattern):
            raise InputError(
                f"the rule {self.id!r} says nothing of the target", remedy="give target or target_pattern"
            )
        if self.severity not in list(Severity):
            raise InputError(f"{self.severity!r} is no severity", remedy="error, warning or note")
        for pattern in filter(None, (self.source_pattern, self.target_pattern)):
            Pattern(pattern)

    @property
    def has_condition(self) -> bool:
        """Whether it looks at the source first."""
        return bool(self.source or self.source_pattern)


def check_of(rule: OwnRule) -> Check:
    """The check that keeps the rule."""
    bilingual = frozenset({Direction.ZH_EN, Direction.EN_ZH})
    return Check(
        id=rule.id,
        says=rule.message
        or f"the target {'has' if _forbids(rule) else 'lacks'} {rule.target or rule.target_pattern}",
        severity=Severity(rule.severity),
        origin="the profile",
        directions=bilingual if rule.has_condition else bilingual | {Direction.EN},
        false_alarms=None,
        begin=each(lambda passage, job: _remarks(rule, passage, job)),
    )


def _says(rule: OwnRule) -> str:
    what = rule.target or rule.target_pattern
    return rule.message or f"the target {'has' if _forbids(rule) else 'lacks'} {what}"


def _forbids(rule: OwnRule) -> bool:
    return rule.forbidden or not rule.has_condition


def _remarks(rule: OwnRule, passage: Passage, job: Job) -> Iterator[Remark]:
    segment = passage.segment
    sources = list(_places(segment.source, rule.source, rule.source_pattern)) if rule.has_condition else [None]
    if not sources:
        return
    targets = list(_places(segment.target, rule.target, rule.target_pattern))
    if _forbids(rule):
        for place in targets:
            yield _remark(rule, job, sources[0], place)
    elif not targets:
        yield _remark(rule, job, sources[0], None)


def _remark(rule: OwnRule, job: Job, source: Span | None, target: Span | None) -> Remark:
    zh, en = (target, source) if job.direction is Direction.EN_ZH else (source, target)
    return Remark(_says(rule), zh, en, rule.suggestion or None if target else None)


def _places(text: str, words: str, pattern: str) -> Iterator[Span]:
    """Where words or a pattern stand; words without regard to case, Latin ones whole."""
    if words:
        yield from _compiled(_as_pattern(words)).find(text)
    if pattern:
        yield from _compiled(pattern).find(text)


@cache
def _compiled(pattern: str) -> Pattern:
    return Pattern(pattern)


def _as_pattern(words: str) -> str:
    import re

    first, last = (
        ("(?<![0-9A-Za-z])" if words[0].isascii() else ""),
        ("(?![0-9A-Za-z])" if words[-1].isascii() else ""),
    )
    return first + re.escape(words) + last
