"""`hyphenation-inconsistent`: a compound with a hyphen here and without it there."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from tm.checks.model import Check, Direction, Inspector, Job, Remark, Severity
from tm.checks.passage import Passage
from tm.model import Segment

__all__ = ["HYPHENATION_INCONSISTENT"]

_COMPOUND = re.compile(r"(?<![\w-])([A-Za-z]{2,})[-‑–]([A-Za-z]{2,})(?![\w-])(?:\s+([A-Za-z]+))?")
_HYPHEN = re.compile("[-‑–]")
_WORD = re.compile(r"[A-Za-z]+")
_MOST = 100_000
"""Compounds remembered: far more than a translator writes, and about 20 MB."""
_NUMERALS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "twenty",
        "thirty",
        "forty",
        "fifty",
    ]
)


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
            for _, key in _hyphened(passage.en):
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
                others.update(key for _, key, _ in _otherwise(segment.target, keys))
                found.append(number)
        for number in found if others else ():
            segment = self._job.archive.segment(number)
            yield from ((segment, remark) for remark in self._without(segment.target, others))
        rarer = {key for key in others if self._hyphened[key] < others[key]}
        for _, segment in self._job.archive.segments() if rarer else ():
            yield from ((segment, remark) for remark in _with(segment.target, rarer))

    def _without(self, text: str, others: Counter[tuple[str, ...]]) -> Iterator[Remark]:
        """Where words stand without a hyphen that have it as often or more often."""
        for span, key, written in _otherwise(text, frozenset(others)):
            if others[key] <= self._hyphened[key]:
                yield _remark(span, written, written.replace(" ", "-"))


def _with(text: str, rarer: set[tuple[str, ...]]) -> Iterator[Remark]:
    """Where words have a hyphen that mostly stand without it."""
    for span, key in _hyphened(text):
        if key in rarer:
            written = text[slice(*span)]
            yield _remark(span, written, _HYPHEN.sub(" ", written))


def _remark(span: tuple[int, int], written: str, usual: str) -> Remark:
    return Remark(
        f"“{written}” here, “{usual}” elsewhere",
        en=span,
        suggestion=usual,
        severity=None if written[:1].isupper() and usual[:1].isupper() else Severity.NOTE,
    )


def _hyphened(text: str) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """The compounds of a text with their places: two words, and the noun after them where they are no name."""
    if not _HYPHEN.search(text):
        return
    for match in _COMPOUND.finditer(text):
        first, second, following = match.groups()
        if first.lower() in _NUMERALS or _is_shouted(first, second):
            continue
        span = (match.start(1), match.end(2))
        if _is_name(first, second):
            yield span, (first, second)
        elif following and following.islower():
            yield span, (first.lower(), second.lower(), following)


def _otherwise(text: str, keys: frozenset[tuple[str, ...]]) -> Iterator[tuple[tuple[int, int], tuple[str, ...], str]]:
    """Where the words of compounds stand with a space or as one word."""
    words = list(_WORD.finditer(text))
    for number, (one, other) in enumerate(pairwise(words)):
        if one.end() + 1 != other.start() or text[one.end()] != " ":
            continue
        key: tuple[str, ...] = (one[0], other[0])
        if key not in keys:
            if number + 2 >= len(words) or text[other.end() : words[number + 2].start()] != " ":
                continue
            key = (one[0].lower(), other[0].lower(), words[number + 2][0])
        if key in keys:
            yield (one.start(), other.end()), key, text[one.start() : other.end()]


def _is_name(first: str, second: str) -> bool:
    return first[0].isupper() and second[0].isupper()


def _is_shouted(first: str, second: str) -> bool:
    return first.isupper() and second.isupper()


def _begin(job: Job) -> Inspector:
    return _Compounds(job)


HYPHENATION_INCONSISTENT = Check(
    id="hyphenation-inconsistent",
    says="a compound has its hyphen here and none there",
    severity=Severity.WARNING,
    origin="The Chicago Manual of Style, 7.81-7.89: compounds are hyphenated before a noun, and alike throughout",
    directions=frozenset({Direction.ZH_EN, Direction.EN}),
    false_alarms=0.001,
    begin=_begin,
)
