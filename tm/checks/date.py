"""`date`: a day, month, year, quarter, half year, plan or congress differs."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.language.numbers import Date
from tm.checks.model import Check, Direction, Job, Remark, Severity, each
from tm.checks.passage import Passage

__all__ = ["DATE"]


def _different(passage: Passage, job: Job) -> Iterator[Remark]:
    for pair in passage.figures.wrong:
        source, target = pair.source, pair.target
        if isinstance(source, Date) and isinstance(target, Date):
            said = f"{source.text} and {target.text} differ: {pair.agreement.difference}"
            yield Remark(said, (source.start, source.end), (target.start, target.end))


DATE = Check(
    id="date",
    says="a date differs",
    severity=Severity.ERROR,
    origin="the practice of every reviser",
    directions=frozenset({Direction.ZH_EN, Direction.EN_ZH}),
    false_alarms=0.0008,
    begin=each(_different),
)
