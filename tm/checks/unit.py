"""`unit`: the number is right, and what it counts is not: dollars for yuan, percent for percentage points."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.language.numbers.agreement import Verdict
from tm.checks.evidence.difference import difference
from tm.checks.model import Check, Direction, Job, Remark, Severity, each
from tm.checks.passage import Passage

__all__ = ["UNIT"]


def _different(passage: Passage, job: Job) -> Iterator[Remark]:
    for pair in passage.figures.wrong:
        if pair.agreement.verdict is Verdict.UNIT:
            yield difference(passage, pair)


UNIT = Check(
    id="unit",
    says="a currency or unit differs",
    severity=Severity.ERROR,
    origin="the practice of every reviser; percent and percentage points are kept apart in every style guide",
    directions=frozenset({Direction.ZH_EN, Direction.EN_ZH}),
    false_alarms=0.0012,
    begin=each(_different),
)
