"""`zhterm backup` and `zhterm restore`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Zhterm


def test_a_backup_is_made_listed_and_brought_back(two_terms: Zhterm, tmp_path: Path) -> None:
    made = two_terms("backup")
    copy = Path(made.out.strip())
    assert (made.code, copy.parent) == (0, tmp_path)
    assert "MB; bring it back: zhterm restore" in made.err
    assert copy.as_posix() in two_terms("backup", "--list").out
    assert [one["file"] for one in two_terms("backup", "--list", "--json").json] == [copy.as_posix()]
    two_terms("term", "remove", "1")
    told = two_terms("restore", copy)
    assert told.code == 0
    assert "restored from" in told.err
    assert "what was there before is kept: " in told.err
    assert len(two_terms("term", "list", "--json").json) == 2
    assert len(two_terms("backup", "--list", "--json").json) == 2


def test_a_copy_goes_where_it_is_told_and_over_nothing(two_terms: Zhterm, tmp_path: Path) -> None:
    copy = tmp_path / "kept.db"
    assert two_terms("backup", copy, "--json").json == [{"file": copy.as_posix(), "bytes": copy.stat().st_size}]
    told = two_terms("backup", copy)
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert "--force" in told.err
    assert two_terms("backup", copy, "--force").code == 0
    assert two_terms("restore", copy, "--json").json[0]["from"] == copy.as_posix()
    assert two_terms("restore", copy, "--db", tmp_path / "new.db", "--json").json[0]["kept"] is None


def test_without_a_termbase_nothing_is_copied(zhterm: Zhterm, tmp_path: Path) -> None:
    told = zhterm("backup")
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert list(tmp_path.iterdir()) == []


def test_the_database_is_no_backup_of_itself(two_terms: Zhterm, tmp_path: Path) -> None:
    told = two_terms("restore", tmp_path / "zhterm.db")
    assert told.code == 2
    assert "the database itself" in told.err
