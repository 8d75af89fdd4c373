"""Segments kept on disk come back as they were, whatever they hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tm.checks import CHECKS
from tm.checks.archive import Archive
from tm.checks.model import Direction, Job, Severity
from tm.checks.passage import Passage
from tm.checks.terms import Terms
from tm.model import Segment

TEXT = st.text(st.characters())
CODES = st.lists(TEXT, max_size=3).map(tuple)
SEGMENTS = st.builds(Segment, TEXT, TEXT, TEXT, st.integers(1, 10**9), TEXT, TEXT, TEXT, CODES, CODES, TEXT)


@given(st.lists(SEGMENTS, max_size=8))
def test_segments_come_back_as_they_were(segments: list[Segment]) -> None:
    archive = Archive()
    numbers = [archive.add(one) for one in segments]
    assert [archive.segment(number) for number in numbers] == segments
    assert len(archive) == len({*numbers})


def test_a_segment_is_kept_once_for_all_checks() -> None:
    archive = Archive()
    segment = Segment("\ud800", "port\x1e", "a.tsv", 1)
    assert archive.add(segment) == archive.add(segment) == 0
    assert list(archive.segments()) == [(0, segment)]


def test_more_segments_than_are_written_at_once() -> None:
    archive = Archive()
    segments = [Segment("港", str(number), "a.tsv", number) for number in range(2_500)]
    for one in segments:
        archive.add(one)
    assert [one for _, one in archive.segments()] == segments


def test_a_long_job_with_one_other_translation_has_one_finding() -> None:
    job = Job(Direction.ZH_EN, Terms([]))
    inspector = CHECKS["translation-inconsistent"].begin(job)
    other = "The port grew " + "very " * 40 + "fast."
    for number in range(1, 2_501):
        segment = Segment("港口增长。", other if number == 1_700 else "The port grew.", "a.tsv", number)
        assert not list(inspector.inspect(Passage(segment, job.terms, chinese_source=True)))
    [(segment, remark)] = inspector.finish()
    assert segment.number == 1_700
    assert "“The port grew.” in segment 1" in remark.message
    assert remark.severity is None


def test_the_message_shows_the_beginning_of_a_long_translation_and_names_its_file() -> None:
    job = Job(Direction.ZH_EN, Terms([]))
    inspector = CHECKS["translation-inconsistent"].begin(job)
    for file, english in (("a.tsv", "long " * 40), ("b.tsv", "LONG " * 40)):
        inspector.inspect(Passage(Segment("港口", english, file, 1), job.terms, chinese_source=True))
    [(_, remark)] = inspector.finish()
    assert "…” in segment 1 of a.tsv" in remark.message
    assert remark.severity is Severity.NOTE


def test_a_job_without_segments_has_no_findings() -> None:
    for check in CHECKS.values():
        for direction in check.directions:
            assert not list(check.begin(Job(direction, Terms([]))).finish())


def test_a_term_in_thousands_of_segments_is_looked_at_in_a_few() -> None:
    job = Job(Direction.ZH_EN, Terms([]))
    inspector = CHECKS["term-inconsistent"].begin(job)
    for number in range(6_000):
        english = "Nikolaev spoke." if number % 50 == 7 else f"Nikolayev spoke {number} times."
        segment = Segment("尼古拉耶夫讲话。", english, "a.tsv", number)
        inspector.inspect(Passage(segment, job.terms, chinese_source=True))
    assert all(segment.number % 50 == 7 for segment, _ in inspector.finish())
