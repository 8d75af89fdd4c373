"""What can be wrong with a server, each brought about for real and told in one line without a password."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg  # noqa: TID251 - does what other programs do
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termbase.connection import open_to_write
from termbase.engine import sqlalchemy_connection
from termbase.errors import DatabaseError, InputError
from termbase.indexing import index_words, word_row
from termbase.lookup import find
from termbase.model import Concept, Language
from termbase.place import Server, place_of
from termbase.reading import open_reader
from termbase.schema import metadata
from termbase.store import Store
from termbase.versions import SCHEMA_VERSION
from tests.postgres import made_with, new_termbase, server_url, url_of
from tests.termbase.stored import BELT, EIGHT, YIWU, concepts, entry
from tm.memory.store import Memory

OPENERS: list[Callable[[str], object]] = [Store.open, open_reader]
both = pytest.mark.parametrize("opener", OPENERS, ids=["store", "reader"])


def raises(words: str) -> pytest.RaisesExc[DatabaseError]:
    """A DatabaseError with these words, a place and a remedy, on one line."""
    return pytest.raises(DatabaseError, match=words, check=lambda error: bool(error.path and error.remedy))


@pytest.fixture(scope="module", autouse=True)
def server() -> None:
    server_url()


@pytest.fixture
def place() -> Server:
    return new_termbase()


@pytest.fixture
def other(place: Server) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """Another program, connected to the same database."""
    with psycopg.connect(place.uri, autocommit=True) as connection:
        yield connection


class TestReaching:
    @both
    def test_no_server_answers(self, opener: Callable[[str], object], tmp_path: Path) -> None:
        with raises("no server answers; check host and port"):
            opener(f"postgresql+psycopg://jiang:geheim@/terms?host={tmp_path}")

    @both
    def test_no_such_database(self, opener: Callable[[str], object]) -> None:
        with raises("no such database; make it: createdb"):
            opener(url_of("not_there"))

    def test_no_such_user(self) -> None:
        with raises("does not know this user|the user or the password is wrong"):
            open_reader(url_of("postgres", user="nobody_known:geheim"))

    def test_no_password_is_ever_told(self, tmp_path: Path) -> None:
        for url in (
            f"postgresql+psycopg://jiang:geheim@/terms?host={tmp_path}",
            f"postgresql+psycopg://jiang@/terms?host={tmp_path}&password=geheim",
            "postgresql+psycopg://jiang:ge@heim@127.0.0.1:1/terms",
            "postgresql+psycopg://jiang:ge/heim@127.0.0.1:1/terms",
            "mysql://jiang:geheim@127.0.0.1/terms",
        ):
            with pytest.raises(DatabaseError) as told:
                Store.open(url)
            assert "heim" not in str(told.value)
            assert "heim" not in repr(Server(url))

    @pytest.mark.parametrize("url", ["mysql://h/terms", "sqlite:///terms.db", "postgresql+asyncpg://h/terms"])
    def test_other_kinds_of_servers_are_refused(self, url: str) -> None:
        with raises("only a file or a PostgreSQL server can be opened; give the path of a file, or postgresql"):
            place_of(url)

    def test_a_missing_driver_is_told(self, place: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "psycopg", None)
        with raises(r'is not installed; pipx install "zhterm\[postgres\]"'):
            open_reader(place)


class TestWhatItIsNot:
    @both
    def test_a_database_that_is_not_in_utf_8(self, opener: Callable[[str], object]) -> None:
        url = url_of(made_with("TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'"))
        with raises("its text is in SQL_ASCII, not in UTF-8; make another: createdb -E UTF8"):
            opener(url)

    def test_the_c_locale_is_right(self) -> None:
        url = url_of(made_with("TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"))
        with Store.open(url) as store:
            store.add_all([EIGHT, BELT, YIWU])
            assert [hit.concept.id for hit in find(store, "yiw")] == [3]

    def test_nothing_in_it_yet(self) -> None:
        with raises("nothing in it yet; fill it"):
            open_reader(url_of("postgres"))

    @both
    def test_the_tables_of_another_program(self, opener: Callable[..., object]) -> None:
        for table in ("alembic_version (version_num text)", "term (id int)"):
            url = url_of(made_with("TEMPLATE template0"))
            with psycopg.connect(Server(url).uri, autocommit=True) as connection:
                connection.execute(f"CREATE TABLE {table}".encode())
            with raises("the tables of another program"):
                opener(url)

    @both
    def test_the_work_of_a_newer_zhterm(
        self, opener: Callable[[Server], object], place: Server, other: psycopg.Connection
    ) -> None:
        other.execute("UPDATE alembic_version SET version_num = '9000'")
        with raises(f"newer zhterm .schema 9000, this program knows {SCHEMA_VERSION}"):
            opener(place)


class TestTrouble:
    def test_another_writer_is_waited_for_and_then_told(self, place: Server) -> None:
        with Store.open(place, wait=0.05) as store, Store.open(place) as busy:
            with busy.transaction():
                busy.add(EIGHT)
                with raises("somebody else is writing to it; try again"):
                    store.add(YIWU)
                # neither readers nor the memory need wait
                with open_reader(place) as reader:
                    assert list(reader.concepts()) == []
                Memory.open(place, wait=0.05).close()
            assert store.add(YIWU).id == 2

    def test_a_reader_cannot_write(self, place: Server) -> None:
        with open_reader(place) as reader, raises("may only be read"):
            reader.execute("DELETE FROM concept", ())

    def test_a_connection_that_is_cut_is_told(self, place: Server, other: psycopg.Connection) -> None:
        with raises("the server was shut down|connection was lost"), Store.open(place) as store, store.transaction():
            store.add(EIGHT)
            other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'zhterm'")
            store.add(YIWU)
        with open_reader(place) as reader:
            assert list(reader.concepts()) == []

    def test_what_no_text_of_a_server_may_have_is_refused(self, place: Server) -> None:
        with Store.open(place) as store:
            with pytest.raises(InputError, match="NUL"):
                find(store, "八\0八")
            with pytest.raises(InputError, match="no Unicode"):
                find(store, "caf\udce9")

    def test_what_was_written_outlives_a_killed_writer(self, place: Server) -> None:
        program = (
            "import os, sys; from tests.termbase.stored import EIGHT, YIWU, Store\n"
            "store = Store.open(sys.argv[1]); store.add(EIGHT)\n"
            "with store.transaction():\n    store.add(YIWU); os._exit(9)"
        )
        killed = subprocess.run([sys.executable, "-c", program, place.url], check=False, cwd=Path.cwd())
        assert killed.returncode == 9
        with Store.open(place) as store:
            assert [concept.id for concept in store.concepts()] == [1]


class TestTogether:
    def test_eight_writers_give_every_concept_a_number_of_its_own(self, place: Server) -> None:
        program = (
            "import sys; from tests.termbase.stored import entry, Store\n"
            "with Store.open(sys.argv[1], who=sys.argv[2], wait=60) as store:\n"
            "    for number in range(5): store.add(entry(f'第{number}号', en=f'Number {number}'))\n"
            "    for concept in store.concepts():\n"
            "        store.replace(__import__('dataclasses').replace(store.concept(concept.id), note=sys.argv[2]))\n"
        )
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", program, place.url, f"w{number}"], cwd=Path.cwd(), stderr=subprocess.PIPE
            )
            for number in range(8)
        ]
        told = [writer.communicate()[1].decode().strip().rpartition("\n")[2] for writer in writers]
        # an edit of what somebody else has changed meanwhile may be refused; nothing else may happen
        assert [line for line in told if line and "ConflictError" not in line] == []
        with open_reader(place) as reader:
            assert [concept.id for concept in reader.concepts()] == list(range(1, 41))
            assert all(reader.history(number)[0].action == "add" for number in range(1, 41))

    def test_two_may_make_the_same_termbase(self) -> None:
        url = url_of(made_with("TEMPLATE template0 ENCODING 'UTF8'"))
        program = "import sys; from tests.termbase.stored import EIGHT, Store; Store.open(sys.argv[1]).add(EIGHT)"
        processes = [subprocess.Popen([sys.executable, "-c", program, url]) for _ in range(3)]
        assert [process.wait(120) for process in processes] == [0, 0, 0]
        with open_reader(url) as reader:
            assert [concept.id for concept in reader.concepts()] == [1, 2, 3]


def test_the_migrations_make_the_tables_of_the_schema(place: Server) -> None:
    connection = open_to_write(place, wait=1)
    try:
        with sqlalchemy_connection(connection) as shared:
            ours = {"include_name": lambda name, kind, _: kind != "table" or name != "term_words"}
            assert compare_metadata(MigrationContext.configure(shared, opts=ours), metadata) == []
    finally:
        connection.close()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(added=st.lists(concepts, max_size=4), replaced=concepts)
def test_what_is_added_or_changed_comes_back_and_is_found(added: list[Concept], replaced: Concept) -> None:
    with Store.open(new_termbase()) as store:
        store.add_all([*added, EIGHT])
        last = len(added) + 1
        store.replace(dataclasses.replace(replaced, id=last, contexts=(), frequency=0))
        kept = [dataclasses.replace(one, id=number) for number, one in enumerate(added, 1)]
        kept.append(dataclasses.replace(replaced, id=last, contexts=(), frequency=0))
        assert list(store.concepts()) == kept
        for concept in kept:
            for term in concept.terms:
                assert concept.id in store.find(term.text, chinese=term.language.is_chinese)
        words = {
            (word_row(len(key), number), word)
            for number, language, key in store.execute("SELECT id, language, key FROM term", ())
            for word in index_words(key, chinese=Language(language).is_chinese)
        }
        assert {tuple(row) for row in store.execute("SELECT row_id, word FROM term_words", ())} == words


def test_the_server_knows_at_once_what_was_filed_in_bulk(place: Server) -> None:
    with Store.open(place) as store:
        store.add_all(entry(f"第{number}号文件", en=f"Document {number}") for number in range(300))
        # without statistics its plans read whole tables
        ((counted,),) = store.execute("SELECT reltuples FROM pg_class WHERE oid = 'term_words'::regclass", ())
        assert counted > 1_000
        assert find(store, "第7号文件")[0].concept.id == 8
