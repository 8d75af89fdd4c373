"""Which files pair up."""

from __future__ import annotations

from pathlib import Path

from cli.jobs import Job, jobs_of


def paths(*names: str) -> list[Path]:
    return [Path(name) for name in names]


def test_a_chinese_and_an_english_file_of_one_stem_are_a_pair_whatever_their_order_and_ending() -> None:
    assert jobs_of(paths("b/a.en.docx", "b/a.zh.txt")) == [Job((Path("b/a.zh.txt"), Path("b/a.en.docx")))]


def test_the_same_stem_in_two_folders_is_no_pair() -> None:
    assert len(jobs_of(paths("x/a.zh.txt", "y/a.en.txt"))) == 2


def test_a_side_without_partner_and_a_plain_file_are_read_alone_in_the_given_order() -> None:
    jobs = jobs_of(paths("c.txt", "a.zh.txt", "b.en.txt"))
    assert [job.name for job in jobs] == ["c.txt", "a.zh.txt", "b.en.txt"]


def test_a_file_named_twice_is_read_once() -> None:
    assert len(jobs_of(paths("a.txt", "a.txt"))) == 1


def test_a_pair_named_by_hand_is_not_read_again() -> None:
    pair = (Path("zh.txt"), Path("en.txt"))
    assert jobs_of(paths("zh.txt", "c.txt"), [pair]) == [Job(pair), Job((Path("c.txt"),))]


def test_a_name_that_only_looks_like_a_side_is_none() -> None:
    assert [job.name for job in jobs_of(paths("zh.txt", "en.txt"))] == ["zh.txt", "en.txt"]
