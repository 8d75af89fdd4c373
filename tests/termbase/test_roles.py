"""The roles of docs/team.md: a reader reads, a proposer adds proposals, an editor does everything."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg  # noqa: TID251 - does what whoever keeps a server does
import pytest

from termbase.collect import file_concepts
from termbase.errors import DatabaseError
from termbase.lookup import find
from termbase.model import Concept, Context, Language, Status, Term
from termbase.place import Server
from termbase.reading import open_reader
from termbase.store import Store
from tests.postgres import new_termbase, server_url
from tests.termbase.stored import EIGHT, YIWU, entry
from tm.memory.store import Memory
from tm.model import Unit

PAGE = Path(__file__).parents[2] / "docs" / "team.md"
CONTEXT = Context("a.txt", "义乌的八八战略", Language.ZH_HANS, 0, 3, 7)
VARIANT = dataclasses.replace(
    EIGHT,
    terms=(EIGHT.terms[0], Term(Language.EN, "Eight Eights", status=Status.PROPOSED)),
    contexts=(CONTEXT,),
    frequency=1,
)
NEW = dataclasses.replace(entry("丽水", "Líshuǐ", "Lishui", Status.PROPOSED), contexts=(CONTEXT,), frequency=1)


def proposed(concept: Concept) -> Concept:
    terms = tuple(dataclasses.replace(term, status=Status.PROPOSED) for term in concept.terms)
    return dataclasses.replace(concept, terms=terms, status=Status.PROPOSED)


@pytest.fixture
def as_() -> Iterator[Callable[[str], Server]]:
    """The place of a termbase with one approved concept, as a user with a role sees it."""
    server_url()
    place = new_termbase()
    with Store.open(place) as store:
        store.add(EIGHT)
    (roles,) = re.findall(r"<!-- roles -->\n```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    users = [f"zhterm_test_{role}" for role in ("reader", "proposer", "editor")]
    with psycopg.connect(place.uri, autocommit=True) as connection:
        # twice, as after an update
        connection.execute(roles.encode())
        connection.execute(roles.encode())
        for user in users:
            connection.execute(f"DROP ROLE IF EXISTS {user}".encode())
            connection.execute(f"CREATE USER {user} IN ROLE {user.replace('_test', '')}".encode())
    yield lambda role: Server(re.sub("//[^/]*@", f"//zhterm_test_{role}@", place.url, count=1))
    with psycopg.connect(place.uri, autocommit=True) as connection:
        for user in users:
            connection.execute(f"DROP ROLE {user}".encode())


def test_a_reader_looks_up_and_writes_nothing(as_: Callable[[str], Server]) -> None:
    with open_reader(as_("reader")) as reader:
        assert [hit.concept.id for hit in find(reader, "八八")] == [1]
    with Store.open(as_("reader")) as store:
        for change in (lambda: store.add(proposed(YIWU)), lambda: store.set_status(1, Status.REJECTED)):
            with pytest.raises(DatabaseError, match=r"no right to do this .*; ask whoever keeps the database"):
                change()


def test_a_proposer_adds_what_an_article_shows(as_: Callable[[str], Server]) -> None:
    with Store.open(as_("proposer")) as store:
        for _ in range(2):
            file_concepts(store, [proposed(NEW), VARIANT])
            store.date_document("a.txt", "2026-11-22")
        first, second = store.concepts()
        assert [str(term.status) for term in first.terms] == ["approved", "approved", "proposed"]
        assert (first.frequency, second.status) == (1, Status.PROPOSED)


def test_a_proposer_changes_nothing_that_is_approved(as_: Callable[[str], Server]) -> None:
    with Store.open(as_("proposer")) as store:
        known = store.concept(1)
        for change in (
            lambda: store.add(YIWU),
            lambda: store.set_status(1, Status.REJECTED),
            lambda: store.remove(1),
            lambda: store.replace(dataclasses.replace(known, note="mine")),
            lambda: store.replace(dataclasses.replace(known, terms=known.terms[:1])),
        ):
            with pytest.raises(DatabaseError, match="no right"):
                change()
        assert list(store.concepts()) == [known]


def test_an_editor_does_everything(as_: Callable[[str], Server]) -> None:
    with Store.open(as_("editor")) as store:
        # more than are inserted one by one
        assert store.add_all(entry(f"第{number}号", en=f"Number {number}") for number in range(300)) == 300
        store.set_status(1, Status.REJECTED)
        store.merge(3, 2)
        store.remove(4)
        assert len(list(store.concepts())) == 299
    with Memory.open(as_("editor")) as memory:
        assert memory.add_all([Unit("义乌", "Yiwu")]).added == 1
