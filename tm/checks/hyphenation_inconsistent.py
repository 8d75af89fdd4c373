"""`hyphenation-inconsistent`: a compound with a hyphen here and without it there."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from tm.checks.evidence.compounds import HYPHEN, hyphened, without_hyphen
from tm.checks.model import Check, Direction, Inspector, Job, Remark, Severity
from tm.checks.passage import Passage
from tm.model import Segment

__all__ = ["HYPHENATION_INCONSISTENT"]

_MOST = 100_000
"""Compounds remembered: far more than a translator writes, and about 20 MB."""


class _Compounds:
    """The hyphenated compounds of a job, and whether the same words stand there with a space or as one.

    A compound in small letters has its hyphen before a noun and none elsewhere (high-quality growth, growth of high
    quality), so it is compared before the same noun alone; a name is compared wherever it stands.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._hyphened: Counter[tuple[str, ...]] = Counter()

    def inspect(self, passage: Passage) -> Iterable[Remark]:
        if not passage.en.strip():
            return ()
        self._job.archive.add(passage.segment)
        if "-" in passage.en or "–" in passage.en or "‑" in passage.en:
            for _, key in hyphened(passage.en):
                if key in self._hyphened or len(self._hyphened) < _MOST:
                    self._hyphened[key] += 1
        return ()

    def finish(self) -> Iterator[tuple[Segment, Remark]]:
        if not self._hyphened:
            return
        keys = frozenset(self._hyphened)
        beginnings = {(first.lower(), second.lower()) for first, second, *_ in keys}
        others: Counter[tuple[str, ...]] = Counter()
        found = array("L")
        for number, segment in self._job.archive.segments():
            words = segment.target.lower().replace(",", "").replace(".", "").split(" ")
            if not beginnings.isdisjoint(pairwise(words)):
                others.update(key for _, key, _ in without_hyphen(segment.target, keys))
                found.append(number)
        for number in found if others else ():
            segment = self._job.archive.segment(number)
            yield from ((segment, remark) for remark in self._without(segment.target, others))
        rarer = {key for key in others if self._hyphened[key] < others[key]}
        for _, segment in self._job.archive.segments() if rarer else ():
            yield from ((segment, remark) for remark in _with(segment.target, rarer))

    def _without(self, text: str, others: Counter[tuple[str, ...]]) -> Iterator[Remark]:
        """Where words stand without a hyphen that have it as often or more often."""
        for span, key, written in without_hyphen(text, frozenset(others)):
            if others[key] <= self._hyphened[key]:
                yield _remark(span, written, written.replace(" ", "-"))


def _with(text: str, rarer: set[tuple[str, ...]]) -> Iterator[Remark]:
    """Where words have a hyphen that mostly stand without it."""
    for span, key in hyphened(text):
        if key in rarer:
            written = text[slice(*span)]
            yield _remark(span, written, HYPHEN.sub(" ", written))


def _remark(span: tuple[int, int], written: str, usual: str) -> Remark:
    return Remark(
        f"“{written}” here, “{usual}” elsewhere",
        en=span,
        suggestion=usual,
        severity=None if written[:1].isupper() and usual[:1].isupper() else Severity.NOTE,
    )


def _begin(job: Job) -> Inspector:
    return _Compounds(job)


HYPHENATION_INCONSISTENT = Check(
    id="hyphenation-inconsistent",
    says="a compound has its hyphen here and none there",
    severity=Severity.WARNING,
    origin="The Chicago Manual of Style, 7.81-7.89: compounds are hyphenated before a noun, and alike throughout",
    directions=frozenset({Direction.ZH_EN, Direction.EN}),
    false_alarms=0.0010,
    begin=_begin,
)
