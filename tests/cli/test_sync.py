"""`zhterm sync`: two databases are brought to the same state, conflicts are told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Zhterm
from tm.memory.store import Memory
from tm.model import Unit


@pytest.fixture
def team(two_terms: Zhterm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the termbase of two entries, beside it; both in the present folder."""
    monkeypatch.chdir(tmp_path)
    two_terms("backup", "team.db")
    return tmp_path / "team.db"


def test_each_side_gets_what_the_other_changed(two_terms: Zhterm, team: Path) -> None:
    two_terms("term", "edit", "1", "--note", "2003")
    two_terms("term", "remove", "2", "--db", team)
    two_terms("term", "add", "--zh", "试验田", "--en", "experimental field", "--db", team)
    told = two_terms("sync", "zhterm.db", "team.db")
    assert told.code == 0
    assert told.out == ("B: changed 八八战略 (A 1, B 1)\nA: removed 义新欧 (A 2, B 2)\nA: added 试验田 (A 3, B 3)\n")
    assert told.err == ("zhterm.db got: entries removed: 1, entries added: 1\nteam.db got: entries changed: 1\n")
    listed = [two_terms("term", "list", "--json", "--db", place).json for place in ("zhterm.db", "team.db")]
    assert [[entry["zh"] for entry in entries] for entries in listed] == [["八八战略", "试验田"]] * 2
    again = two_terms("sync", "team.db", "zhterm.db")
    assert (again.code, again.out) == (0, "")
    assert again.err == "team.db got: nothing, it has all\nzhterm.db got: nothing, it has all\n"


def test_a_conflict_is_listed_with_exit_code_1_until_the_two_are_alike(two_terms: Zhterm, team: Path) -> None:
    two_terms("term", "edit", "1", "--note", "2003")
    two_terms("term", "edit", "1", "--note", "July 2003", "--db", team)
    for _ in range(2):
        told = two_terms("sync", "zhterm.db", "team.db")
        assert told.code == 1
        assert told.out.split("\n")[:4] == [
            "conflict: 八八战略 (A 1, B 1): note",
            "  base       –",
            "  A          2003",
            "  B          July 2003",
        ]
        assert "conflicts: 1; make the two alike" in told.err
    found = two_terms("sync", "zhterm.db", "team.db", "--json").json
    assert found == [
        {
            "title": "八八战略",
            "a_id": 1,
            "b_id": 1,
            "a": None,
            "b": None,
            "conflicts": [{"field": "note", "base": "", "a": "2003", "b": "July 2003"}],
        }
    ]
    two_terms("term", "edit", "1", "--note", "2003", "--db", team)
    assert two_terms("sync", "zhterm.db", "team.db").code == 0


def test_a_dry_run_tells_the_same_and_writes_nothing(two_terms: Zhterm, team: Path) -> None:
    two_terms("term", "edit", "1", "--note", "2003")
    before = team.read_bytes()
    told = two_terms("sync", "zhterm.db", team, "--dry-run")
    assert (told.code, told.out) == (0, "B: changed 八八战略 (A 1, B 1)\n")
    assert "would get: entries changed: 1" in told.err
    assert team.read_bytes() == before
    assert two_terms("sync", "zhterm.db", team).out == told.out


def test_it_is_a_run_that_is_taken_back(two_terms: Zhterm, team: Path) -> None:
    two_terms("term", "edit", "1", "--note", "2003")
    two_terms("sync", "zhterm.db", "team.db")
    told = two_terms("undo", "--db", "team.db")
    assert (told.code, told.out) == (0, "changed: entry 1 八八战略\n")
    assert "(sync zhterm.db, " in told.err
    assert two_terms("sync", "zhterm.db", "team.db").out == "B: changed 八八战略 (A 1, B 1)\n"
    shown = two_terms("term", "history", "1", "--db", "team.db").out
    assert "seen" not in shown


def test_units_and_dates_of_documents_are_united(two_terms: Zhterm, team: Path, tmp_path: Path) -> None:
    with Memory.open(team, who="ben", command="tm import") as memory:
        memory.add_all([Unit("义乌港开放。", "Yiwu port opens.")])
    for name, day, place in (("一", "2024-05-06", "zhterm.db"), ("二", "2024-05-07", "team.db")):
        (tmp_path / f"{name}.txt").write_text("八八战略实施二十年。", encoding="utf-8")
        two_terms("extract", f"{name}.txt", "--date", day, "--db", place)
    told = two_terms("sync", "zhterm.db", "team.db", "--json")
    assert {"side": "a", "what": "units added", "count": 1} in told.json
    assert told.code == 0
    assert "units added: 1" in told.err
    assert two_terms("sync", "zhterm.db", "team.db").out == ""
    assert two_terms("tm", "stats", "--json").json[0]["units"] == 1


def test_a_document_with_two_dates_is_a_conflict(two_terms: Zhterm, team: Path, tmp_path: Path) -> None:
    (tmp_path / "一.txt").write_text("八八战略实施二十年。", encoding="utf-8")
    for day, place in (("2024-05-06", "zhterm.db"), ("2024-05-07", "team.db")):
        two_terms("extract", "一.txt", "--date", day, "--db", place)
    told = two_terms("sync", "zhterm.db", "team.db")
    assert told.code == 1
    assert "date" in told.out
    assert "2024-05-07" in told.out
    found = two_terms("sync", "zhterm.db", "team.db", "--json").json
    assert [(one["conflict"], one["a"], one["b"]) for one in found] == [(True, "2024-05-06", "2024-05-07")]


def test_many_changes_are_counted_and_a_copy_is_made_first(two_terms: Zhterm, team: Path, tmp_path: Path) -> None:
    rows = "".join(f"{number}号,number {number}\n" for number in range(120))
    (tmp_path / "many.csv").write_text(f"zh,en\n{rows}", encoding="utf-8")
    two_terms("import", "many.csv")
    told = two_terms("sync", "zhterm.db", "team.db")
    assert told.out.count("\n") == 20
    assert "… and 100 more; --json shows all" in told.err
    assert len(two_terms("backup", "--list", "--json", "--db", "team.db").json) == 1


def test_one_database_named_twice_is_told_in_one_line(two_terms: Zhterm, team: Path) -> None:
    told = two_terms("sync", "team.db", team)
    assert (told.code, told.out) == (2, "")
    assert told.err == "zhterm: team.db: this is one database, named twice; name two\n"


def test_a_database_that_is_not_there_is_not_made(two_terms: Zhterm, team: Path) -> None:
    told = two_terms("sync", "team.db", "tema.db")
    assert told.code == 2
    assert told.err == "zhterm: tema.db: no termbase at this place; copy one: zhterm backup FILE\n"
    assert not Path("tema.db").exists()


def test_a_file_that_is_no_termbase_leaves_the_other_as_it_is(two_terms: Zhterm, team: Path) -> None:
    shutil.copy(__file__, "other.db")
    told = two_terms("sync", "team.db", "other.db")
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert "other.db" in told.err
