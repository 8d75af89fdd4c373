"""`term-inconsistent`: a name or term that no entry settles has several renderings in one job."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from termbase.extract.renderings import renderings
from tm.checks.evidence.places_of_terms import place_of, shared_words, spread, trimmed
from tm.checks.evidence.recurring_terms import least_shared, recurring_terms
from tm.checks.evidence.two_renderings import Likeness, likeness
from tm.checks.model import Check, Direction, Inspector, Job, Remark, Severity
from tm.checks.passage import Passage
from tm.model import Segment

__all__ = ["TERM_INCONSISTENT"]

_MOST_TERMS, _MOST_PAIRED = 5_000, 300
_LEAST_PAIRED, _PAIRED_SHARE = 20, 0.008
"""Terms that are paired, in all and for each segment of the job: pairing costs up to 10 ms a term."""
_SURE, _SECOND_SURE = 0.75, 0.8
"""Scores from which the pairing is believed; see `Rendering.score`."""
_BACKGROUND = 300
"""Segments beside those of the terms, so that the pairing can tell frequent words."""


class _Recurring:
    """Where the names and terms of a job stand, on disk."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._table: sqlite3.Connection | None = None
        self._waiting: list[tuple[str, int]] = []

    def inspect(self, passage: Passage) -> Iterable[Remark]:
        if passage.zh.strip() and passage.en.strip():
            taken = [(one.start, one.end) for one in passage.zh_mentions]
            found = set(recurring_terms(passage.zh, taken))
            if found:
                number = self._job.archive.add(passage.segment)
                self._waiting.extend((term, number) for term in found)
            if len(self._waiting) > 5_000:
                self._write()
        return ()

    def finish(self) -> Iterator[tuple[Segment, Remark]]:
        self._write()
        if self._table is None:
            return
        suspects = self._suspects()
        pairs = {number: self._job.archive.segment(number) for places in suspects.values() for number in places}
        step = max(1, len(self._job.archive) // _BACKGROUND)
        for number in range(0, len(self._job.archive), step):
            pairs.setdefault(number, self._job.archive.segment(number))
        texts = [(pairs[number].source, pairs[number].target) for number in sorted(pairs)]
        for term, found in renderings(suspects, texts).items():
            others = [trimmed(one.en) for one in found[1:] if one.score >= _SECOND_SURE]
            if others and found[0].score >= _SURE:
                yield from self._differing(term, [trimmed(found[0].en), *others])

    def _suspects(self) -> dict[str, list[int]]:
        """Terms whose places share too few words of English for one rendering, the most frequent first."""
        assert self._table is not None
        self._table.execute("CREATE INDEX noted_term ON noted (term)")
        rows = self._table.execute(
            "SELECT term, COUNT(*) AS many FROM noted GROUP BY term HAVING many > 1 ORDER BY many DESC, term LIMIT ?",
            (_MOST_TERMS,),
        ).fetchall()
        most = min(_MOST_PAIRED, max(_LEAST_PAIRED, int(len(self._job.archive) * _PAIRED_SHARE)))
        suspects: dict[str, list[int]] = {}
        for term, _ in rows:
            places = spread(self._places(term))
            if len(shared_words([self._job.archive.segment(number).target for number in places])) < least_shared(
                term
            ):
                suspects[term] = places
            if len(suspects) >= most:
                break
        return suspects

    def _places(self, term: str) -> list[int]:
        assert self._table is not None
        return [
            row[0] for row in self._table.execute("SELECT number FROM noted WHERE term = ? ORDER BY number", (term,))
        ]

    def _differing(self, term: str, forms: Sequence[str]) -> Iterator[tuple[Segment, Remark]]:
        """What to say where a rendering stands that differs from the commonest."""
        segments = [self._job.archive.segment(number) for number in self._places(term)]
        standing = [(segment, [form for form in forms if place_of(form, segment.target)]) for segment in segments]
        count = Counter(form for _, there in standing for form in there)
        if len(count) < 2:
            return
        usual = max(forms, key=lambda form: count[form])
        for segment, there in standing:
            others = [form for form in there if form != usual and likeness(form, usual) is Likeness.VARIANT]
            if not others or usual in there or any(likeness(usual, form) is Likeness.SAME for form in there):
                continue
            yield segment, _remark(term, others[0], usual, segment)

    def _write(self) -> None:
        if not self._waiting:
            return
        if self._table is None:
            self._table = self._job.archive.table("term TEXT, number INTEGER")
        self._table.executemany("INSERT INTO noted VALUES (?, ?)", self._waiting)
        self._waiting.clear()


def _remark(term: str, written: str, usual: str, segment: Segment) -> Remark:
    start = segment.source.find(term)
    name = usual[:1].isupper() or written[:1].isupper()
    return Remark(
        f"{term} is “{written}” here and “{usual}” elsewhere in the job",
        zh=(start, start + len(term)) if start >= 0 else None,
        en=place_of(written, segment.target),
        suggestion=usual,
        severity=None if name else Severity.NOTE,
    )


def _begin(job: Job) -> Inspector:
    return _Recurring(job)


TERM_INCONSISTENT = Check(
    id="term-inconsistent",
    says="one Chinese name or term has several renderings in the job, and the termbase settles none",
    severity=Severity.WARNING,
    origin="one term, one rendering: ISO 12616 and every client's brief",
    directions=frozenset({Direction.ZH_EN}),
    false_alarms=0.0007,
    begin=_begin,
)
