"""A database is brought up to date by itself, after a backup, as a whole or not at all."""

from __future__ import annotations

import errno
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import termbase.backups
import termbase.migrations
from termbase.database import APPLICATION_ID, SCHEMA_VERSION, connect
from termbase.engine import sqlalchemy_connection
from termbase.errors import DatabaseError
from termbase.reading import open_reader
from termbase.schema import metadata
from termbase.store import Store
from tests.termbase.stored import EIGHT, new_database


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A database of ours before its first migration, with a note in it to know it by."""
    path = tmp_path / "terms.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.execute("CREATE TABLE kept (note TEXT)")
        connection.execute("INSERT INTO kept VALUES ('旧的')")
    return path


def notes(path: Path) -> list[tuple[str]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT note FROM kept").fetchall()


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_the_newest_migration_is_the_version_the_program_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(termbase.migrations.__file__).parent))
    head = ScriptDirectory.from_config(config).get_current_head()
    assert head is not None
    assert int(head) == SCHEMA_VERSION


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or not str(name).startswith("term_words")

    with closing(connect(new_database(tmp_path))) as driver, sqlalchemy_connection(driver) as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours})
        assert compare_metadata(context, metadata) == []


def test_an_older_file_is_backed_up_and_brought_up_to_date(older: Path) -> None:
    with Store.open(older) as store:
        added = store.add(EIGHT)
    assert notes(older) == [("旧的",)]
    (backup,) = older.parent.glob("*backup*")
    assert re.fullmatch(r"terms\.db\.backup-\d{8}-\d{6}", backup.name)
    assert notes(backup) == [("旧的",)]
    assert tables(backup) == {"alembic_version", "kept"}
    with open_reader(older) as reader:
        assert reader.concept(1) == added


def test_a_backup_has_what_is_still_in_the_write_ahead_log(older: Path) -> None:
    with closing(sqlite3.connect(older, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("INSERT INTO kept VALUES ('新的')")
        Store.open(older).close()
    (backup,) = older.parent.glob("*backup*")
    assert notes(backup) == [("旧的",), ("新的",)]


def test_a_file_up_to_date_is_not_backed_up(tmp_path: Path) -> None:
    path = new_database(tmp_path)
    with Store.open(path) as store:
        assert store.writer.backup is None
    assert [file.name for file in tmp_path.iterdir()] == ["terms.db"]


def test_an_older_file_cannot_be_read_before(older: Path) -> None:
    with pytest.raises(DatabaseError, match=r"older zhterm .*brings it up to date, after a backup"):
        open_reader(older)


def test_a_migration_that_fails_leaves_the_old_state(older: Path) -> None:
    with closing(sqlite3.connect(older)) as connection:
        connection.execute("CREATE TABLE history (line TEXT)")
    with pytest.raises(DatabaseError, match="history already exists"):
        Store.open(older)
    assert tables(older) == {"alembic_version", "kept", "history"}
    assert notes(older) == [("旧的",)]


def test_a_backup_that_cannot_be_made_stops_the_migration(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(termbase.backups.tempfile, "mkstemp", full)
    with pytest.raises(DatabaseError, match=r"backup-\d{8}-\d{6}: cannot be written: No space left"):
        Store.open(older)
    assert tables(older) == {"alembic_version", "kept"}


def test_two_processes_may_make_the_same_file(tmp_path: Path) -> None:
    program = "import sys; from tests.termbase.stored import EIGHT, Store; Store.open(sys.argv[1]).add(EIGHT)"
    command = [sys.executable, "-c", program, str(tmp_path / "new.db")]
    processes = [subprocess.Popen(command) for _ in range(3)]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    with open_reader(tmp_path / "new.db") as reader:
        assert [concept.id for concept in reader.concepts()] == [1, 2, 3]
