"""`empty`: nothing is translated, or there is nothing it translates."""

from __future__ import annotations

from collections.abc import Iterator

from tm.checks.model import Check, Direction, Job, Remark, Severity, each, in_target
from tm.checks.passage import Passage

__all__ = ["EMPTY"]


def _empty(passage: Passage, job: Job) -> Iterator[Remark]:
    source, target = passage.segment.source.strip(), passage.segment.target.strip()
    if source and not target:
        yield in_target(passage, None, "nothing stands here: the segment is not translated yet")
    elif target and not source and job.direction is not Direction.EN:
        yield in_target(passage, None, "there is no source beside this translation", severity=Severity.NOTE)


EMPTY = Check(
    id="empty",
    says="a segment has no translation",
    severity=Severity.ERROR,
    origin="what every checking tool has",
    directions=frozenset({Direction.ZH_EN, Direction.EN_ZH}),
    false_alarms=0.0,
    begin=each(_empty),
)
