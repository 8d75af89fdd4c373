"""Damaged files: recognised in one line, looked at, and saved as far as they can be read."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from termbase.errors import DatabaseError, ZhtermError
from termbase.health import examine
from termbase.lookup import find
from termbase.model import Concept, Context, Language, Source, Status, Term
from termbase.reading import open_reader
from termbase.rebuilding import rebuild_index
from termbase.salvage import Saved, salvage
from termbase.store import Store
from tests.termbase.stored import EIGHT, YIWU, entry, new_database
from tm.memory.health import index_faults
from tm.memory.reading import open_memory
from tm.memory.store import Memory
from tm.model import Unit

PAGE = 4096
COUNT = 400


@cache
def _filled() -> bytes:
    with TemporaryDirectory() as folder:
        path = new_database(Path(folder))
        source = Source("Xinhua", "A report", "https://example.org", "2024")
        with Store.open(path, who="ann", command="import") as store:
            for number in range(COUNT):
                zh = Term(Language.ZH_HANS, f"第{number}号文件", pinyin="dì hào wénjiàn", source=source)
                store.add(
                    replace(
                        entry(en=f"Document number {number}", status=Status.APPROVED),
                        terms=(zh, Term(Language.EN, f"Document number {number}")),
                        note=f"note {number} " * 5,
                    )
                )
            store.record(1, "port.txt", [Context("port.txt", "义乌", Language.ZH_HANS, 0, 0, 2)], 1)
            store.date_document("port.txt", "2024-05-16")
            store.remove(COUNT)
        with Memory.open(path, who="ann") as memory:
            memory.add_all(Unit(f"第{number}号文件", f"Document number {number}") for number in range(COUNT))
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "terms.db"
    path.write_bytes(_filled())
    return path


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def pages_of(path: Path, table: str) -> list[int]:
    """The numbers of the leaf pages of a table, from 0: where its rows are."""
    with closing(sqlite3.connect(path)) as connection:
        ((root,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchall()
    content = path.read_bytes()
    page = content[(root - 1) * PAGE : root * PAGE]
    if page[0] != 5:
        return [root - 1]
    count = int.from_bytes(page[3:5], "big")
    cells = [int.from_bytes(page[12 + 2 * cell : 14 + 2 * cell], "big") for cell in range(count)]
    return [int.from_bytes(page[cell : cell + 4], "big") - 1 for cell in cells]


def spoil(path: Path, page: int, start: int = 0) -> None:
    content = bytearray(path.read_bytes())
    content[page * PAGE + start : (page + 1) * PAGE] = b"\x5a" * (PAGE - start)
    path.write_bytes(content)


def index(path: Path) -> None:
    with Memory.open(path) as memory:
        memory.rebuild_index()


def save(path: Path) -> tuple[Path, dict[str, Saved]]:
    new = path.with_name("new.db")
    saved = {one.table: one for one in salvage(path, new, index)}
    assert not examine(new).faults
    with open_memory(new) as memory:
        assert list(index_faults(memory)) == []
    assert [file.name for file in path.parent.iterdir() if file.name.startswith(".")] == []
    return new, saved


class TestLooking:
    def test_a_sound_file_has_no_fault(self, path: Path) -> None:
        health = examine(path)
        assert (health.schema, health.faults) == (5, [])
        assert (health.counts["concept"], health.counts["unit"]) == (COUNT - 1, COUNT)

    def test_a_file_without_tables_has_no_schema(self, tmp_path: Path) -> None:
        (tmp_path / "empty.db").touch()
        assert examine(tmp_path / "empty.db").schema is None

    def test_a_file_of_another_program_is_told(self, tmp_path: Path) -> None:
        change(tmp_path / "other.db", "CREATE TABLE bookmark (url TEXT)")
        with pytest.raises(DatabaseError, match="another program"):
            examine(tmp_path / "other.db")

    @pytest.mark.parametrize("quick", [True, False])
    def test_a_spoilt_page_is_damage(self, path: Path, *, quick: bool) -> None:
        spoil(path, pages_of(path, "concept")[1])
        assert {fault.kind for fault in examine(path, quick=quick).faults} == {"damage"}

    def test_a_spoilt_first_page_is_damage(self, path: Path) -> None:
        spoil(path, 0, 100)
        assert [fault.what for fault in examine(path).faults] == ["the file is damaged"]

    def test_a_row_that_belongs_to_nothing_is_damage(self, path: Path) -> None:
        change(path, "DELETE FROM concept WHERE id = 3")
        assert [fault.what for fault in examine(path).faults] == ["2 rows of term belong to nothing"]

    def test_a_row_that_cannot_be_understood_is_damage(self, path: Path) -> None:
        change(path, "UPDATE term SET language = 'zh-Hens' WHERE id = 3")
        assert ["cannot be understood" in fault.what for fault in examine(path).faults] == [True]

    @pytest.mark.parametrize(
        ("statement", "words"),
        [
            ("DELETE FROM search_key WHERE term_id = 3 AND kind = 'pinyin'", "1 terms are not found by their keys"),
            ("UPDATE term SET key = 'x' WHERE id = 4", "1 terms are not found by their keys"),
            ("DELETE FROM term_words WHERE rowid IN (SELECT rowid FROM term_words LIMIT 2)",
             "2 terms are not found by their words"),
            ("INSERT INTO term_words (rowid, words) VALUES (999, 'left over')",
             "1 entries of the word index lead to no term"),
            ("DELETE FROM word WHERE word = 'document'", "399 terms have words that no typing error is corrected to"),
        ],
    )  # fmt: skip
    def test_an_index_that_disagrees_is_found_and_made_anew(self, path: Path, statement: str, words: str) -> None:
        change(path, statement)
        (fault,) = examine(path).faults
        assert (fault.kind, fault.what) == ("index", words)
        with Store.open(path) as store:
            assert rebuild_index(store) == COUNT - 1
        assert examine(path).faults == []
        with open_reader(path) as reader:
            assert find(reader, "第7号文件")[0].concept.note.startswith("note 7")
            assert find(reader, "documnt number 7")

    @pytest.mark.parametrize(
        ("statement", "words"),
        [
            ("DELETE FROM segment WHERE unit_id = 7", "1 units are not in the index of the memory"),
            ("INSERT INTO segment VALUES (-99999, 99999, 'x')", "1 segments belong to no unit"),
            ("UPDATE unit SET zh = '别的' WHERE id = 7", "1 segments are indexed under another text"),
        ],
    )
    def test_a_memory_whose_index_disagrees_is_found_and_made_anew(
        self, path: Path, statement: str, words: str
    ) -> None:
        change(path, statement)
        with open_memory(path) as memory:
            assert list(index_faults(memory)) == [words]
        index(path)
        with open_memory(path) as memory:
            assert list(index_faults(memory)) == []

    def test_a_segment_that_its_block_does_not_have_is_found(self, path: Path) -> None:
        with Memory.open(path) as memory:
            memory.add_all(Unit(f"文件第{number}章", f"Chapter number {number}") for number in range(3_000))
        with open_memory(path) as memory:
            assert list(index_faults(memory)) == []
        change(path, "DELETE FROM posting WHERE id = (SELECT min(id) FROM posting)")
        with open_memory(path) as memory:
            (told,) = index_faults(memory)
        assert told.endswith("segments are not found by their characters")


class TestSaving:
    def test_all_of_a_sound_file_is_brought_over(self, path: Path) -> None:
        new, saved = save(path)
        assert all(one.rows == one.expected for one in saved.values())
        with open_reader(path) as old, open_reader(new) as reader:
            assert list(reader.concepts()) == list(old.concepts())
            assert reader.history(COUNT) == old.history(COUNT)
        with open_memory(path) as old_memory, open_memory(new) as memory:
            assert list(memory.units()) == list(old_memory.units())

    def test_a_lost_page_of_concepts_comes_back_from_the_history(self, path: Path) -> None:
        lost = pages_of(path, "concept")[1]
        with open_reader(path) as reader:
            before = list(reader.concepts())
        spoil(path, lost)
        new, saved = save(path)
        assert saved["concept"].rows < COUNT - 1
        with open_reader(new) as reader:
            assert list(reader.concepts()) == before

    def test_a_lost_page_of_terms_comes_back_from_the_history(self, path: Path) -> None:
        spoil(path, pages_of(path, "term")[2])
        new, saved = save(path)
        assert 0 < saved["term"].rows < 2 * (COUNT - 1)
        with open_reader(new) as reader:
            found = list(reader.concepts())
        # at the border of the page one of two terms may be left
        assert len(found) == COUNT - 1
        assert sum(len(concept.terms) == 2 for concept in found) >= COUNT - 3

    def test_of_a_lost_page_of_units_the_others_are_saved(self, path: Path) -> None:
        pages = pages_of(path, "unit")
        spoil(path, pages[1])
        _, saved = save(path)
        assert COUNT * (1 - 3 / len(pages)) < saved["unit"].rows < COUNT

    @pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
    def test_what_is_left_of_a_file_that_was_cut_off_is_saved(self, path: Path, share: float) -> None:
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * share)])
        before = path.read_bytes()
        new, saved = save(path)
        assert sum(one.rows for one in saved.values()) > 100
        assert path.read_bytes() == before
        with open_reader(new) as reader:
            assert all(concept.terms for concept in reader.concepts())

    def test_a_spoilt_header_is_made_anew(self, path: Path) -> None:
        content = path.read_bytes()
        path.write_bytes(b"\x5a" * 100 + content[100:])
        _, saved = save(path)
        assert saved["concept"].rows == COUNT - 1

    def test_a_spoilt_first_page_leaves_nothing(self, path: Path) -> None:
        spoil(path, 0, 100)
        with pytest.raises(DatabaseError, match=r"its first page, .*; bring back a backup"):
            salvage(path, path.with_name("new.db"), index)
        assert [file.name for file in path.parent.iterdir()] == ["terms.db"]

    def test_an_empty_termbase_has_nothing_to_save(self, tmp_path: Path) -> None:
        with pytest.raises(DatabaseError, match="nothing can be read"):
            salvage(new_database(tmp_path), tmp_path / "new.db", index)


def commands(path: Path) -> list[Callable[[], object]]:
    """What people do with a database."""

    def read() -> list[Concept]:
        with open_reader(path) as reader:
            return [*reader.concepts(), *(hit.concept for hit in find(reader, "第7号文件"))]

    def write() -> None:
        with Store.open(path) as store:
            store.add(YIWU)
            store.replace(replace(EIGHT, id=5))
            store.remove(9)

    def remember() -> None:
        with Memory.open(path) as memory:
            memory.add_all([Unit("新的", "new"), Unit("第3号文件", "Document number 3")])
        with open_memory(path) as reader:
            list(reader.units())

    return [read, write, remember, lambda: examine(path)]


@pytest.mark.parametrize("seed", range(25))
def test_whatever_bytes_are_spoilt_the_user_is_told_in_one_line(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(_filled())
    for _ in range(chance.choice([1, 20, 300])):
        content[chance.randrange(len(content))] = chance.randrange(256)
    for command in range(len(commands(path))):
        path.write_bytes(content)
        for rest in ("-wal", "-shm"):
            path.with_name(f"terms.db{rest}").unlink(missing_ok=True)
        try:
            commands(path)[command]()
        except ZhtermError as error:
            assert "\n" not in str(error)
    path.write_bytes(content)
    try:
        salvage(path, path.with_name("new.db"), index)
    except ZhtermError as error:
        assert "\n" not in str(error)
    else:
        assert [fault.what for fault in examine(path.with_name("new.db")).faults] == []


@pytest.mark.parametrize("log", [b"", b"\x5a" * 5000])
def test_a_spoilt_log_does_no_harm(path: Path, log: bytes) -> None:
    path.with_name("terms.db-wal").write_bytes(log)
    with open_reader(path) as reader:
        assert len(list(reader.concepts())) == COUNT - 1
