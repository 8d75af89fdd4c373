"""Copies of the database: made whole, before much is changed, the last ten kept, and brought back."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import termbase.backups
import termbase.precaution
from termbase.backups import KEPT, back_up_beside, backups_of, copy_database, restore
from termbase.errors import DatabaseError
from termbase.model import Concept
from termbase.precaution import MUCH
from termbase.reading import open_reader
from termbase.store import Store
from tests.termbase.stored import EIGHT, YIWU, entry, new_database
from tm.memory.store import Memory
from tm.model import Unit


def concepts(path: Path) -> list[Concept]:
    with open_reader(path) as reader:
        return list(reader.concepts())


def names(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


def many(count: int) -> list[Concept]:
    return [entry(f"第{number}号文件", en=f"Document {number}") for number in range(count)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = new_database(tmp_path)
    with Store.open(path) as store:
        store.add(EIGHT)
    return path


class TestMaking:
    def test_a_backup_is_a_termbase_with_the_time_in_its_name(self, path: Path) -> None:
        copy = back_up_beside(path)
        (backup,) = backups_of(path)
        assert backup.path == copy
        assert copy.name == f"terms.db.backup-{backup.made:%Y%m%d-%H%M%S}"
        assert names(path) == ["terms.db", copy.name]
        assert concepts(copy) == concepts(path)

    def test_it_has_what_is_still_in_the_log_and_nothing_that_is_not_committed(self, path: Path) -> None:
        with Store.open(path) as store:
            store.add(YIWU)
            with store.transaction():
                store.add(entry("一"))
                copy = back_up_beside(path)
        assert [one.id for one in concepts(copy)] == [1, 2]

    def test_several_in_one_second_have_names_of_their_own(self, path: Path) -> None:
        copies = [back_up_beside(path) for _ in range(3)]
        assert [one.path for one in backups_of(path)] == copies
        assert len(set(copies)) == 3

    def test_the_last_ten_stay(self, path: Path) -> None:
        old = [path.with_name(f"terms.db.backup-202401{day:02}-120000") for day in range(1, KEPT + 1)]
        for copy in old:
            copy.write_bytes(b"")
        new = back_up_beside(path)
        assert [one.path for one in backups_of(path)] == [*old[1:], new]

    def test_files_with_other_names_are_no_backups_and_stay(self, path: Path) -> None:
        others = [
            "terms.db.backup-yesterday",
            "terms.db.backup-20249999-120000",
            "terms.db-old",
            "x.backup-20240101-120000",
        ]
        for name in others:
            (path.parent / name).write_bytes(b"")
        assert backups_of(path) == []
        back_up_beside(path)
        assert set(others) <= set(names(path))

    def test_of_what_is_not_there_there_is_none(self, tmp_path: Path) -> None:
        assert backups_of(tmp_path / "no folder" / "terms.db") == []

    def test_a_copy_that_cannot_be_finished_leaves_nothing(self, path: Path) -> None:
        content = bytearray(path.read_bytes())
        path.write_bytes(content[: len(content) // 2])
        before = names(path)
        with pytest.raises(DatabaseError, match="damaged"):
            copy_database(path, path.with_name("copy.db"))
        assert names(path) == before

    def test_a_full_disk_is_told(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(**_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(termbase.backups.tempfile, "mkstemp", full)
        with pytest.raises(DatabaseError, match=r"copy\.db: cannot be written: No space left"):
            copy_database(path, path.with_name("copy.db"))


class TestByItself:
    def test_a_run_that_changes_much_leaves_the_state_before_it(self, path: Path) -> None:
        before = concepts(path)
        with Store.open(path) as store:
            store.add(YIWU)
            for concept in many(MUCH + 5):
                store.add(concept)
            assert store.precaution.backup is not None
        (backup,) = backups_of(path)
        assert concepts(backup.path) == before

    def test_one_large_import_too(self, path: Path) -> None:
        before = concepts(path)
        with Store.open(path) as store:
            store.add_all(many(MUCH + 5))
        (backup,) = backups_of(path)
        assert concepts(backup.path) == before

    def test_little_work_makes_none(self, path: Path) -> None:
        with Store.open(path) as store:
            store.add_all(many(MUCH))
        assert backups_of(path) == []

    def test_an_empty_termbase_needs_none(self, tmp_path: Path) -> None:
        path = new_database(tmp_path)
        with Store.open(path) as store:
            store.add_all(many(MUCH + 5))
        assert backups_of(path) == []

    def test_a_large_file_is_not_copied(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(termbase.precaution, "AFFORDABLE", 1000)
        with Store.open(path) as store:
            store.add_all(many(MUCH + 5))
        assert backups_of(path) == []

    def test_without_a_log_the_writer_is_not_held_up(self, path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        with Store.open(path, wait=0) as store:
            store.add_all(many(MUCH + 5))
        assert len(concepts(path)) == MUCH + 6

    def test_a_copy_that_cannot_be_made_changes_nothing(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(**_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(termbase.backups.tempfile, "mkstemp", full)
        with Store.open(path) as store, pytest.raises(DatabaseError, match="No space left"):
            store.add_all(many(MUCH + 5))
        assert len(concepts(path)) == 1

    def test_units_that_go_are_kept_first(self, path: Path) -> None:
        with Memory.open(path) as memory:
            memory.add_all(Unit(f"第{number}号", f"No. {number}") for number in range(MUCH + 5))
            assert backups_of(path) == []
            memory.remove_all(range(MUCH + 5))
        assert len(backups_of(path)) == 1


class TestRestoring:
    def test_a_backup_comes_back_and_what_was_there_is_kept(self, path: Path) -> None:
        copy = back_up_beside(path)
        before = concepts(path)
        with Store.open(path) as store:
            store.add(YIWU)
        after = concepts(path)
        kept = restore(path, copy)
        assert concepts(path) == before
        assert kept is not None
        assert concepts(kept) == after
        with Store.open(path) as store:
            assert store.execute("PRAGMA journal_mode", ()) == [("wal",)]
            store.add(YIWU)

    def test_it_comes_to_an_empty_place(self, path: Path, tmp_path: Path) -> None:
        assert restore(tmp_path / "new.db", path) is None
        assert concepts(tmp_path / "new.db") == concepts(path)

    def test_a_reader_sees_the_old_state_until_it_asks_anew(self, path: Path) -> None:
        copy = back_up_beside(path)
        with Store.open(path) as store:
            store.add(YIWU)
        with open_reader(path) as reader:
            assert len(list(reader.concepts())) == 2
            restore(path, copy)
            assert len(list(reader.concepts())) == 1

    def test_it_takes_the_place_of_a_damaged_file_which_is_kept(self, path: Path) -> None:
        copy = back_up_beside(path)
        damaged = b"SQLite format 3\0" + bytes(path.stat().st_size - 16)
        path.write_bytes(damaged)
        kept = restore(path, copy)
        assert concepts(path) == concepts(copy)
        assert kept is not None
        assert kept.read_bytes() == damaged

    def test_the_log_of_a_damaged_file_is_kept_beside_it_and_not_played_into_the_new_one(self, path: Path) -> None:
        copy = back_up_beside(path)
        log = path.with_name("terms.db-wal")
        log.write_bytes(b"an old log")
        kept = termbase.backups._replace(path, copy)
        assert not log.exists()
        assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"an old log"
        assert concepts(path) == concepts(copy)

    def test_a_damaged_backup_is_refused(self, path: Path) -> None:
        copy = back_up_beside(path)
        content = bytearray(copy.read_bytes())
        content[8192 : len(content)] = b"\x5a" * (len(content) - 8192)
        copy.write_bytes(content)
        before = concepts(path)
        with pytest.raises(DatabaseError, match="damaged"):
            restore(path, copy)
        assert concepts(path) == before
        assert len(backups_of(path)) == 1

    @pytest.mark.parametrize(
        ("content", "words"),
        [(b"", "nothing is in it"), (b"zh,en\n" * 1000, "not a termbase"), (None, "no such file")],
    )
    def test_what_is_no_backup_is_refused(self, path: Path, content: bytes | None, words: str) -> None:
        other = path.with_name("other")
        if content is not None:
            other.write_bytes(content)
        with pytest.raises(DatabaseError, match=words):
            restore(path, other)
        assert len(concepts(path)) == 1

    def test_it_is_refused_while_another_program_writes(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(termbase.backups, "BUSY_SECONDS", 0.1)
        copy = back_up_beside(path)
        with Store.open(path) as store, store.transaction():
            store.add(YIWU)
            with pytest.raises(DatabaseError, match="another program is writing"):
                restore(path, copy)
        assert len(concepts(path)) == 2
        assert len(backups_of(path)) == 1

    def test_a_writer_that_comes_while_it_copies_is_told_after_a_time(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(termbase.backups, "BUSY_SECONDS", 0.1)
        with (
            closing(sqlite3.connect(path, timeout=0)) as target,
            closing(sqlite3.connect(path, isolation_level=None)) as writer,
            closing(sqlite3.connect(back_up_beside(path))) as source,
        ):
            writer.execute("BEGIN IMMEDIATE")
            with pytest.raises(DatabaseError, match="another program is writing"):
                termbase.backups._copy(source, target, path)
