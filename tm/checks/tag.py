"""`tag`: inline codes and placeholders that are missing, added, unpaired or out of order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tm.checks.evidence.inline_codes import misplaced, placeholders
from tm.checks.model import Check, Direction, Job, Remark, Severity, each, in_target
from tm.checks.passage import Passage

__all__ = ["TAG"]

_SPACES = re.compile(r"\s+")


def _tags(passage: Passage, job: Job) -> Iterator[Remark]:
    segment = passage.segment
    if not segment.target.strip() and not segment.target_codes:
        return
    wanted, there = _plain(segment.source_codes), _plain(segment.target_codes)
    if job.direction is not Direction.EN:
        yield from _compared(passage, wanted, there)
        yield from _placeholders(passage)
    if Counter(wanted) == Counter(there) and misplaced(wanted):
        return  # the source is as it is
    for code in misplaced(there):
        yield in_target(passage, None, f"the code {code} has no partner in its place")


def _compared(passage: Passage, wanted: Sequence[str], there: Sequence[str]) -> Iterator[Remark]:
    missing, added = Counter(wanted) - Counter(there), Counter(there) - Counter(wanted)
    for code in missing.elements():
        yield in_target(passage, None, f"the code {code} of the source is missing")
    for code in added.elements():
        yield in_target(passage, None, f"the code {code} is not in the source")


def _placeholders(passage: Passage) -> Iterator[Remark]:
    """The same of placeholders and markup that stand in the text itself."""
    source, target = placeholders(passage.segment.source), placeholders(passage.segment.target)
    wanted, there = Counter(text for text, _ in source), Counter(text for text, _ in target)
    for text in (wanted - there).elements():
        yield in_target(passage, None, f"{text} of the source is missing")
    for text in there - wanted:
        start = next(place for found, place in target if found == text)
        yield in_target(passage, (start, start + len(text)), f"{text} is not in the source")


def _plain(codes: Sequence[str]) -> list[str]:
    return [_SPACES.sub(" ", code.strip()) for code in codes]


TAG = Check(
    id="tag",
    says="inline codes differ from those of the source or do not pair",
    severity=Severity.ERROR,
    origin="XLIFF 1.2 and 2.1, TMX 1.4b: inline elements",
    directions=frozenset(Direction),
    false_alarms=0.0,
    begin=each(_tags),
)
