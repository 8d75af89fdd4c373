"""What can be wrong with a database file, each brought about for real and told with the path and what to do."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from termbase.database import APPLICATION_ID, SCHEMA_VERSION, default_location, file_of
from termbase.errors import DatabaseError
from termbase.model import Status
from termbase.reading import open_reader
from termbase.store import Store
from tests.termbase.stored import EIGHT, YIWU, entry, new_database, new_store

OPENERS: list[Callable[[Path], object]] = [Store.open, open_reader]
both = pytest.mark.parametrize("opener", OPENERS, ids=["store", "reader"])


def raises(words: str) -> pytest.RaisesExc[DatabaseError]:
    """A DatabaseError with these words, a path and a remedy."""
    return pytest.raises(DatabaseError, match=words, check=lambda error: bool(error.path and error.remedy))


def sqlite(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@contextmanager
def as_anyone() -> Iterator[None]:
    """Root may write everywhere; so be someone who may not."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(me)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that anyone may enter; pytest's own are for its user alone."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        path.chmod(0o755)
        yield path
        path.chmod(0o755)


class TestWhere:
    def test_the_environment_names_the_file(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("ZHTERM_DB", "/somewhere/terms.db")
        assert default_location() == Path("/somewhere/terms.db")

    def test_without_a_choice_it_is_in_the_data_folder_of_the_user(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("ZHTERM_DB", raising=False)
        assert default_location().name == "zhterm.db"
        assert default_location().parent.name == "zhterm"

    def test_a_store_makes_the_file_and_its_folders(self, tmp_path: Path) -> None:
        path = tmp_path / "新建 folder%20?#" / "a'b" / "术语.db"
        with Store.open(path) as store:
            added = store.add(EIGHT)
        with open_reader(str(path)) as reader:
            assert list(reader.concepts()) == [added]

    def test_a_missing_file_is_not_made_by_reading(self, tmp_path: Path) -> None:
        with raises("no termbase at"):
            open_reader(tmp_path / "none.db")
        assert list(tmp_path.iterdir()) == []

    def test_a_file_still_empty_holds_nothing_to_read(self, tmp_path: Path) -> None:
        path = tmp_path / "empty.db"
        path.touch()
        with raises("nothing in it"):
            open_reader(path)
        with Store.open(path) as store:
            assert list(store.concepts()) == []

    def test_the_file_says_whose_it_is(self, tmp_path: Path) -> None:
        with closing(sqlite3.connect(new_database(tmp_path))) as connection:
            assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


class TestWhatItIsNot:
    @both
    def test_a_text_file(self, tmp_path: Path, opener: Callable[[Path], object]) -> None:
        path = tmp_path / "glossary.csv"
        path.write_text("zh,en\n义乌,Yiwu\n" * 1000, encoding="utf-8")
        with raises("not a termbase"):
            opener(path)
        assert path.read_text(encoding="utf-8").startswith("zh,en")

    @both
    def test_a_folder(self, tmp_path: Path, opener: Callable[[Path], object]) -> None:
        with raises("folder"):
            opener(tmp_path)

    @both
    def test_the_database_of_another_program(self, tmp_path: Path, opener: Callable[[Path], object]) -> None:
        path = tmp_path / "bookmarks.db"
        sqlite(path, "CREATE TABLE bookmark (url TEXT)")
        before = path.read_bytes()
        with raises("another program"):
            opener(path)
        assert path.read_bytes() == before

    @both
    def test_the_empty_database_of_another_program(self, tmp_path: Path, opener: Callable[[Path], object]) -> None:
        path = tmp_path / "tiles.db"
        sqlite(path, "PRAGMA application_id = 1297109080")
        with raises("another program"):
            opener(path)

    @both
    def test_the_work_of_a_newer_zhterm(self, tmp_path: Path, opener: Callable[[Path], object]) -> None:
        path = new_database(tmp_path)
        sqlite(path, "UPDATE alembic_version SET version_num = '9000'")
        with raises(f"newer zhterm .schema 9000, this program knows {SCHEMA_VERSION}"):
            opener(path)

    def test_a_server_where_only_a_file_will_do(self) -> None:
        with raises("on files alone"):
            file_of("postgresql+psycopg://localhost/terms")


class TestPermission:
    def test_a_folder_where_nothing_may_be_made(self, folder: Path) -> None:
        folder.chmod(0o555)
        with as_anyone(), raises("cannot be opened"):
            Store.open(folder / "terms.db")
        with as_anyone(), raises("folder cannot be made"):
            Store.open(folder / "deeper" / "terms.db")

    @both
    def test_a_file_that_may_not_be_read(self, folder: Path, opener: Callable[[Path], object]) -> None:
        path = new_database(folder)
        path.chmod(0)
        with as_anyone(), raises("cannot be opened"):
            opener(path)

    def test_a_file_that_may_only_be_read_is_read(self, folder: Path) -> None:
        with new_store(folder) as store:
            added = store.add(EIGHT)
        (folder / "terms.db").chmod(0o444)
        folder.chmod(0o555)
        with as_anyone(), open_reader(folder / "terms.db") as reader:
            assert reader.concept(1) == added
        assert [path.name for path in folder.iterdir()] == ["terms.db"]

    def test_a_file_that_may_only_be_read_is_not_written(self, folder: Path) -> None:
        with new_store(folder) as store:
            store.add(EIGHT)
        (folder / "terms.db").chmod(0o444)
        with as_anyone(), raises("may only be read"), Store.open(folder / "terms.db") as store:
            store.add(YIWU)

    def test_a_write_ahead_log_that_cannot_be_read_is_not_passed_over(self, folder: Path) -> None:
        path = new_database(folder)
        with Store.open(path) as store:
            store.add(EIGHT)
            for side in ("-wal", "-shm"):
                path.with_name(path.name + side).chmod(0)
            folder.chmod(0o555)
            with as_anyone(), raises("cannot be opened"):
                open_reader(path)
            folder.chmod(0o755)

    def test_a_reader_cannot_write(self, tmp_path: Path) -> None:
        with open_reader(new_database(tmp_path)) as reader, raises("may only be read"):
            reader.execute("DELETE FROM concept", ())


class TestTrouble:
    def test_another_writer_is_waited_for_and_then_told(self, tmp_path: Path) -> None:
        path = new_database(tmp_path)
        with closing(sqlite3.connect(path, isolation_level=None)) as other, Store.open(path, wait=0.05) as store:
            other.execute("BEGIN IMMEDIATE")
            with raises("another program is writing"):
                store.add(EIGHT)
            # a reader needs not wait
            with open_reader(path) as reader:
                assert list(reader.concepts()) == []
            other.execute("ROLLBACK")
            assert store.add(EIGHT).id == 1

    def test_a_full_disk_changes_nothing(self, tmp_path: Path) -> None:
        path = new_database(tmp_path)
        with Store.open(path) as store:
            kept = store.add(EIGHT)
            ((pages,),) = store.execute("PRAGMA page_count", ())
            store.execute(f"PRAGMA max_page_count = {pages + 3}", ())
            with raises("disk is full"):
                store.add_all(
                    entry(f"第{number}号文件", "Dì hào wénjiàn", f"Document {number}") for number in range(2000)
                )
            assert list(store.concepts()) == [kept]
        with Store.open(path) as store:
            assert list(store.concepts()) == [kept]
            assert store.find("第7号文件", chinese=True) == []
            assert store.add(YIWU).id == 2

    def test_after_a_full_disk_the_rest_of_a_transaction_is_refused(self, tmp_path: Path) -> None:
        with new_store(tmp_path) as store:
            ((pages,),) = store.execute("PRAGMA page_count", ())
            store.execute(f"PRAGMA max_page_count = {pages + 3}", ())
            with raises("taken everything back|disk is full"), store.transaction():
                store.add(EIGHT)
                with suppress(DatabaseError):
                    store.add_all(entry(f"第{number}号", en=f"Number {number}") for number in range(2000))
                store.add(YIWU)
            assert list(store.concepts()) == []

    def test_a_damaged_file_is_recognised(self, tmp_path: Path) -> None:
        path = new_database(tmp_path)
        with Store.open(path) as store:
            store.add_all(entry(f"第{number}号文件", en=f"Document {number}") for number in range(2000))
        content = bytearray(path.read_bytes())
        content[40_960:] = b"\x5a" * (len(content) - 40_960)
        path.write_bytes(content)
        with raises("damaged"), open_reader(path) as reader:
            list(reader.concepts())
        with raises("damaged"), Store.open(path) as store:
            store.add(EIGHT)

    def test_a_damaged_first_page_is_recognised(self, tmp_path: Path) -> None:
        path = new_database(tmp_path)
        content = bytearray(path.read_bytes())
        content[100:4096] = b"\x5a" * 3996
        path.write_bytes(content)
        with raises("damaged"):
            open_reader(path)

    def test_what_was_written_is_seen_by_another_process(self, tmp_path: Path) -> None:
        program = (
            "import sys; from termbase.reading import open_reader\n"
            "with open_reader(sys.argv[1]) as reader: print(reader.concept(1).terms[0].text)"
        )
        with new_store(tmp_path) as store:
            store.add(EIGHT)
            command = [sys.executable, "-X", "utf8", "-c", program, str(tmp_path / "terms.db")]
            told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
        assert told.strip() == "八八战略"

    def test_a_killed_writer_leaves_the_old_state(self, tmp_path: Path) -> None:
        program = (
            "import os, sys; from tests.termbase.stored import EIGHT, YIWU, Status, Store\n"
            "store = Store.open(sys.argv[1]); store.add(EIGHT)\n"
            "with store.transaction():\n"
            "    store.add(YIWU); store.set_status(1, Status.REJECTED); os._exit(9)"
        )
        path = new_database(tmp_path)
        killed = subprocess.run([sys.executable, "-c", program, str(path)], check=False, cwd=Path.cwd())
        assert killed.returncode == 9
        with Store.open(path) as store:
            assert [concept.status for concept in store.concepts()] == [Status.APPROVED]
