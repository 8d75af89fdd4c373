"""`zhterm undo`: what a command did is taken back, told, and taken back again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Zhterm


def entries(zhterm: Zhterm) -> list[int]:
    return [entry["id"] for entry in zhterm("term", "list", "--json").json]


def test_the_last_run_is_taken_back_and_comes_again(two_terms: Zhterm) -> None:
    told = two_terms("undo")
    assert (told.code, told.out) == (0, "removed: entry 2 义新欧\n")
    assert told.err.startswith("run 2 (term add, ")
    assert "is taken back: 1 removed" in told.err
    assert entries(two_terms) == [1]
    assert "1 restored" in two_terms("undo").err
    assert entries(two_terms) == [1, 2]


def test_an_import_of_several_files_is_one_run(zhterm: Zhterm, tmp_path: Path) -> None:
    for name in ("一", "二"):
        (tmp_path / f"{name}.csv").write_text(f"zh,en\n{name}号,Number {name}\n", encoding="utf-8")
    zhterm("import", tmp_path / "一.csv", tmp_path / "二.csv")
    assert zhterm("undo", "--json").json == [
        {"action": "removed", "id": 1, "title": "一号", "changed_by_run": None},
        {"action": "removed", "id": 2, "title": "二号", "changed_by_run": None},
    ]
    assert entries(zhterm) == []


def test_runs_are_listed(two_terms: Zhterm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHTERM_USER", "ben")
    two_terms("term", "merge", "2", "1")
    lines = two_terms("undo", "--list").out.split("\n")
    assert lines[0].split() == ["run", "when", "(UTC)", "who", "command", "changes"]
    assert lines[1].split()[3:] == ["ben", "term", "merge", "2", "entries"]
    found = two_terms("undo", "--list", "-n", "1", "--json").json
    assert [(run["number"], run["who"], run["command"], run["changes"], run["units"]) for run in found] == [
        (3, "ben", "term merge", 2, 0)
    ]


def test_a_run_is_called_by_its_command_and_told_with_its_minute(two_terms: Zhterm) -> None:
    two_terms("term", "reject", "1")
    assert two_terms("undo", "--list").out.split("\n")[1].split()[4:] == ["term", "reject", "1", "entry"]
    assert " UTC) is taken back: 1 changed" in two_terms("undo").err


def test_a_dry_run_writes_nothing(two_terms: Zhterm) -> None:
    told = two_terms("undo", "--dry-run")
    assert told.out == "removed: entry 2 义新欧\n"
    assert "would be taken back: 1 removed" in told.err
    assert entries(two_terms) == [1, 2]


def test_what_was_changed_later_is_refused_in_one_line_or_kept(two_terms: Zhterm) -> None:
    two_terms("term", "edit", "1", "--note", "mine")
    told = two_terms("undo", "--run", "1")
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert "entry 1 (八八战略) was changed later by run 3 (term edit" in told.err
    told = two_terms("undo", "--run", "1", "--keep-newer")
    assert told.code == 0
    assert told.out.startswith("kept: entry 1 八八战略, changed later by run 3 (term edit")
    assert entries(two_terms) == [1, 2]


def test_a_run_that_is_not_there_is_told(two_terms: Zhterm) -> None:
    told = two_terms("undo", "--run", "9")
    assert (told.code, told.err) == (2, "zhterm: there is no run 9; see them: zhterm undo --list\n")


def test_many_entries_are_counted(zhterm: Zhterm, tmp_path: Path) -> None:
    rows = "".join(f"第{number}号,Number {number}\n" for number in range(30))
    (tmp_path / "many.csv").write_text("zh,en\n" + rows, encoding="utf-8")
    zhterm("import", tmp_path / "many.csv")
    told = zhterm("undo")
    assert told.out.count("\n") == 20
    assert "… and 10 more" in told.err
    assert "30 removed" in told.err


def test_an_extraction_is_taken_back_with_the_dates_of_texts(zhterm: Zhterm) -> None:
    article = Path(__file__).parents[2] / "seeds/articles/green-and-digital.en.txt"
    zhterm("term", "add", "--zh", "双循环", "--en", "dual circulation")
    zhterm("extract", article, "--date", "2024-05-16")
    assert len(entries(zhterm)) > 1
    assert {"action": "changed", "id": None, "title": article.as_posix(), "changed_by_run": None} in zhterm(
        "undo", "--json"
    ).json
    assert entries(zhterm) == [1]


def test_units_of_the_memory_are_taken_back(zhterm: Zhterm, tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text("zh\ten\n义乌港开放。\tYiwu port opens.\n宁波\tNingbo\n", encoding="utf-8")
    zhterm("tm", "import", tmp_path / "pairs.tsv")
    assert "2 units" in zhterm("undo", "--list").out
    assert "would be taken back: 2 units removed" in zhterm("undo", "--dry-run").err
    assert "is taken back: 2 units removed" in zhterm("undo").err
    told = zhterm("undo", "--json")
    assert told.json == [{"run": 2, "removed": 0, "restored": 2, "kept": 0}]
    zhterm("tm", "import", tmp_path / "pairs.tsv")
    assert "it added and removed no unit" in zhterm("undo").err
    zhterm("tm", "import", tmp_path / "pairs.tsv")
    assert "2 kept, which a later run brought too" in zhterm("undo", "--run", "3", "--dry-run").err
    assert zhterm("tm", "stats", "--json").json[0]["units"] == 2
