"""`zhterm doctor`: what it tells of a sound database, of a damaged one, and what it mends."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from rich.cells import cell_len

import cli.installation
from termbase.database import SCHEMA_VERSION
from tests.cli.conftest import Zhterm
from tests.termbase.stored import new_place


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


@pytest.fixture
def database(two_terms: Zhterm, tmp_path: Path) -> Path:
    (tmp_path / "pairs.tsv").write_text("zh\ten\n义乌港开放。\tYiwu port opens.\n", encoding="utf-8")
    two_terms("tm", "import", tmp_path / "pairs.tsv")
    return tmp_path / "zhterm.db"


def test_a_sound_database_is_told_in_80_columns(zhterm: Zhterm, database: Path) -> None:
    told = zhterm("doctor")
    assert (told.code, told.err) == (0, "nothing is wrong\n")
    for words in (
        "versions",
        "sqlite     ",
        database.as_posix(),
        "concept 2, term 5",
        "backups    none",
        "copied     before",
    ):
        assert words in told.out.replace("\n             ", " ")
    assert all(cell_len(line) <= 80 for line in told.out.split("\n") if "/" not in line)


def test_programs_read_it_as_one_object(zhterm: Zhterm, database: Path) -> None:
    (told,) = zhterm("doctor", "--json").json
    assert (told["database"], told["schema"], told["faults"]) == (database.as_posix(), SCHEMA_VERSION, [])
    assert (told["counts"]["concept"], told["counts"]["unit"], told["backups"]["count"]) == (2, 1, 0)
    assert told["libraries"]["sqlalchemy"]
    assert set(told["optional"]) == {"fast", "embeddings", "postgres", "omegat"}


def test_profile_and_backups_are_named(zhterm: Zhterm, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zhterm("backup")
    (database.parent / "zhterm.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(database.parent)
    (told,) = zhterm("doctor", "--quick", "--json").json
    assert told["profile"] == (database.parent / "zhterm.toml").as_posix()
    assert told["backups"]["count"] == 1
    assert told["backups"]["last"] in zhterm("doctor", "--quick").out


def test_no_database_is_no_fault(zhterm: Zhterm, tmp_path: Path) -> None:
    told = zhterm("doctor")
    assert (told.code, told.err) == (0, "no database at this place yet: zhterm import --starter\n")
    assert list(tmp_path.iterdir()) == []


def test_an_installation_without_metadata_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(cli.installation, "version", absent)
    monkeypatch.setattr(cli.installation, "requires", absent)
    told = cli.installation.installation()
    assert (told["zhterm"], told["libraries"]) == ("unknown", {})


@pytest.mark.parametrize("statement", ["DELETE FROM search_key", "DELETE FROM segment"])
def test_an_index_that_disagrees_is_told_and_made_anew(zhterm: Zhterm, database: Path, statement: str) -> None:
    change(database, statement)
    told = zhterm("doctor")
    assert (told.code, told.err) == (1, "mend it: zhterm doctor --rebuild-index\n")
    assert told.out.split("\n")[-2].startswith("index: ")
    assert zhterm("doctor", "--quick").code == 0
    told = zhterm("doctor", "--rebuild-index")
    assert (told.code, told.err.split("\n")[-2]) == (0, "nothing is wrong")
    assert zhterm("lookup", "bbzl").code == 0
    assert zhterm("tm", "search", "义乌港开放。").code == 0


def test_damage_is_told_and_what_can_be_read_is_saved(zhterm: Zhterm, database: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        ((page,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'concept'")
    content = bytearray(database.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\x5a" * 4096
    database.write_bytes(content)
    told = zhterm("doctor")
    assert told.code == 1
    assert "damage: " in told.out
    assert "zhterm doctor --salvage NEW" in told.err
    for command in (("term", "list"), ("doctor", "--rebuild-index"), ("term", "add", "--zh", "试验田")):
        told = zhterm(*command)
        assert (told.code, told.err.count("\n")) == (2, 1)
        assert "damaged" in told.err
    saved = zhterm("doctor", "--salvage", tmp_path / "saved.db")
    assert saved.code == 1
    assert ["concept", "0", "2"] in [line.split() for line in saved.out.split("\n")]
    assert "not all of it could be read" in saved.err
    assert [entry["zh"] for entry in zhterm("term", "list", "--json", "--db", tmp_path / "saved.db").json] == [
        "八八战略",
        "义新欧",
    ]
    assert zhterm("doctor", "--db", tmp_path / "saved.db").code == 0


def test_a_sound_database_can_be_saved_too(zhterm: Zhterm, database: Path, tmp_path: Path) -> None:
    told = zhterm("doctor", "--salvage", tmp_path / "saved.db", "--json")
    assert told.code == 0
    assert {"table": "concept", "rows": 2, "expected": 2} in told.json
    assert "all rows were read" in told.err
    again = zhterm("doctor", "--salvage", tmp_path / "saved.db")
    assert (again.code, "there already" in again.err) == (2, True)
    assert zhterm("doctor", "--salvage", tmp_path / "b.db", "--db", tmp_path / "none.db").code == 2


@pytest.mark.usefixtures("on_each_database")
def test_a_server_is_told_too(zhterm: Zhterm, tmp_path: Path) -> None:
    place = new_place(tmp_path)
    url = place.as_posix() if isinstance(place, Path) else place.url
    zhterm("term", "add", "--zh", "义乌", "--db", url)
    (told,) = zhterm("doctor", "--db", url, "--json").json
    assert (told["schema"], told["counts"]["concept"], told["faults"]) == (SCHEMA_VERSION, 1, [])
    assert zhterm("doctor", "--db", url).err == "nothing is wrong\n"
    assert zhterm("undo", "--db", url).out == "removed: entry 1 义乌\n"


def test_the_database_of_another_program_is_refused(zhterm: Zhterm, tmp_path: Path) -> None:
    change(tmp_path / "other.db", "CREATE TABLE bookmark (url TEXT)")
    told = zhterm("doctor", "--db", tmp_path / "other.db")
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert "another program" in told.err
