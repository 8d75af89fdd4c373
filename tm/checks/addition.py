"""`addition`: a number in the translation that the source does not have."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.language.numbers import Quantity, Value
from tm.checks.model import Check, Direction, Job, Remark, Severity, each
from tm.checks.number import is_kept
from tm.checks.passage import Passage

__all__ = ["ADDITION"]


def _added(passage: Passage, job: Job) -> Iterator[Remark]:
    if passage.figures.source_left or not passage.segment.source.strip():
        return
    for value in passage.figures.target_left:
        if isinstance(value, Quantity) and is_kept(value) and not _in_brackets(passage.en, value):
            yield Remark(f"the source has no {value.text}", en=(value.start, value.end))


def _in_brackets(text: str, value: Value) -> bool:
    """Whether it stands in brackets, as conversions do: 15 mu (1 hectare)."""
    before = text[: value.start]
    return before.rfind("(") > before.rfind(")")


ADDITION = Check(
    id="addition",
    says="the translation has a number that the source does not have",
    severity=Severity.WARNING,
    origin="the practice of every reviser",
    directions=frozenset({Direction.ZH_EN}),
    false_alarms=0.0006,
    begin=each(_added),
)
