"""One run of the checks over the segments of a job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from termbase.errors import InputError
from tm.checking.baseline import Baseline
from tm.checking.direction import direction_of
from tm.checking.own_rules import check_of
from tm.checking.profile import Profile
from tm.checking.silence import is_silenced
from tm.checks import CHECKS
from tm.checks.model import Check, Direction, Finding, Inspector, Job, Remark, Severity
from tm.checks.passage import Passage
from tm.checks.terms import Terms
from tm.model import Segment

__all__ = ["Run", "Tally", "chosen"]


@dataclass(slots=True)
class Tally:
    """What a run has seen, for its summary."""

    segments: int = 0
    files: set[str] = field(default_factory=set)
    by_check: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    silenced: int = 0
    known: int = 0
    """Findings that the baseline has."""

    @property
    def findings(self) -> int:
        """Those that are reported."""
        return sum(self.by_check.values())


def chosen(profile: Profile, only: Sequence[str] = (), skip: Sequence[str] = ()) -> list[Check]:
    """The checks of a run, in the order of their table: those of the profile, less what the command takes away.

    Raises InputError for a check that does not exist.
    """
    known = {**CHECKS, **{rule.id: check_of(rule) for rule in profile.rules}}
    for name in (*only, *skip):
        if name not in known:
            raise InputError(f"there is no check {name!r}", remedy="see them: zhterm checks")
    wanted = list(only) or list(profile.only) or list(known)
    out = {*skip, *(() if only else profile.skip)}
    return [check for check in known.values() if check.id in wanted and check.id not in out]


class Run:
    """Checks at work. Memory does not grow with the number of segments."""

    def __init__(
        self,
        profile: Profile,
        terms: Terms,
        checks: Iterable[Check],
        *,
        date: str = "",
        baseline: Baseline | None = None,
    ) -> None:
        """Take what the run keeps to; `date` is that of the texts, empty for today."""
        self._profile = profile
        self.terms = terms
        self.checks = list(checks)
        self._date = date
        self._baseline = baseline or Baseline()
        self._desks: dict[Direction, list[tuple[Check, Inspector]]] = {}
        self.tally = Tally()

    def findings(self, segments: Iterable[Segment]) -> Iterator[Finding]:
        """The findings, segment by segment; those of the whole job at the end.

        Raises InputError for a segment whose two sides are both Chinese or both English by their tags.
        """
        for segment in segments:
            self.tally.segments += 1
            self.tally.files.add(segment.file)
            direction = direction_of(segment)
            passage = Passage(segment, self.terms, chinese_source=direction is not Direction.EN_ZH)
            for check, inspector in self._desk(direction):
                for remark in inspector.inspect(passage):
                    yield from self._reported(check, direction, segment, remark)
        for direction, desk in self._desks.items():
            for check, inspector in desk:
                for segment, remark in inspector.finish():
                    yield from self._reported(check, direction, segment, remark)

    def _desk(self, direction: Direction) -> list[tuple[Check, Inspector]]:
        if direction not in self._desks:
            job = Job(direction, self.terms, self._profile.style, self._date)
            self._desks[direction] = [
                (check, check.begin(job)) for check in self.checks if direction in check.directions
            ]
        return self._desks[direction]

    def _reported(self, check: Check, direction: Direction, segment: Segment, remark: Remark) -> Iterator[Finding]:
        finding = _finding(check, self._profile.severities, direction, segment, remark)
        if is_silenced(finding, self._profile.silences):
            self.tally.silenced += 1
        elif self._baseline.takes(finding):
            self.tally.known += 1
        else:
            self.tally.by_check[check.id, finding.severity] += 1
            yield finding


def _finding(
    check: Check, severities: Mapping[str, Severity], direction: Direction, segment: Segment, remark: Remark
) -> Finding:
    source, target = (remark.en, remark.zh) if direction is Direction.EN_ZH else (remark.zh, remark.en)
    return Finding(
        check.id,
        severities.get(check.id) or remark.severity or check.severity,
        segment,
        remark.message,
        source,
        target,
        remark.suggestion,
        remark.safe and remark.suggestion is not None and target is not None,
    )
