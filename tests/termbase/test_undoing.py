"""A run is taken back whole: everything is as before, and undoing the undoing brings all of it again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.collect import file_concepts, import_concepts
from termbase.errors import ConflictError, InputError, ZhtermError
from termbase.model import Context, Language, Status
from termbase.place import Place
from termbase.reading import open_reader
from termbase.runs import last_run, run_of, runs
from termbase.store import Store
from termbase.undoing import Step, steps, take_back
from tests.termbase.stored import BELT, EIGHT, YIWU, concepts, contexts, entry, new_database, new_place

pytestmark = pytest.mark.usefixtures("on_each_database")

Change = Callable[[Store], object]


def seen(document: str, position: int = 0, text: str = "义乌港开放。") -> Context:
    return Context(document, text, Language.ZH_HANS, position, 0, 2)


def state(path: Place) -> list[Any]:
    """All that a termbase says, apart from its history and what was once a source or a word."""
    with open_reader(path) as reader:
        counted = reader.execute("SELECT concept_id, document, frequency FROM occurrence ORDER BY 1, 2", ())
        dated = reader.execute("SELECT name, date FROM document ORDER BY 1", ())
        found = [
            (concept.id, reader.find(term.text, chinese=term.language.is_chinese))
            for concept in reader.concepts()
            for term in concept.terms
        ]
        # contexts are kept by document
        whole = [replace(one, contexts=tuple(sorted(one.contexts, key=repr))) for one in reader.concepts()]
        return [whole, counted, dated, found]


def run(path: Place, *changes: Change, who: str = "ann", command: str = "test") -> int:
    """Do this in one run; returns its number."""
    with Store.open(path, who=who, command=command) as store:
        with store.transaction():
            for change in changes:
                change(store)
        return last_run(store).number


def undo(path: Place, number: int, *, keep_newer: bool = False) -> list[Step]:
    with Store.open(path, who="ann", command=f"undo {number}") as store, store.transaction():
        return list(take_back(store, number, keep_newer=keep_newer))


@pytest.fixture
def path(tmp_path: Path) -> Place:
    """A termbase of two concepts, one of them seen in a text, made in run 1."""
    path = new_place(tmp_path)
    run(
        path,
        lambda store: store.add(EIGHT),
        lambda store: store.add(YIWU),
        lambda store: store.record(2, "port.txt", [seen("port.txt"), seen("port.txt", 3)], 2),
        lambda store: store.date_document("port.txt", "2024-05-16"),
    )
    return path


def extraction(store: Store) -> None:
    """What an extraction files: contexts of a known concept, a new form, a proposal, a date."""
    known = replace(store.concept(2), contexts=(seen("port.txt", 5), seen("news.txt")), frequency=2)
    proposal = replace(BELT, status=Status.PROPOSED, contexts=(seen("news.txt"),), frequency=1)
    file_concepts(store, [known, proposal])
    store.date_document("news.txt", "2024-05-17")
    store.date_document("port.txt", "2024-05-15")


CHANGES: dict[str, Change] = {
    "an addition": lambda store: store.add(BELT),
    "an addition with contexts": lambda store: store.add(replace(BELT, contexts=(seen("a.txt"),), frequency=3)),
    "an edit": lambda store: store.replace(replace(store.concept(2), note="a city", terms=YIWU.terms[:1])),
    "an approval": lambda store: store.set_status(1, Status.REJECTED),
    "a removal": lambda store: store.remove(2),
    "a merger": lambda store: store.merge(2, 1),
    "a merger the other way": lambda store: store.merge(1, 2),
    "an import": lambda store: import_concepts(store, [replace(YIWU, note="a city"), BELT]),
    "an extraction": extraction,
    "a text that lost its contexts": lambda store: store.record(2, "port.txt", [], 0),
    "many changes of one concept": lambda store: [
        store.set_status(1, Status.REJECTED), store.replace(replace(store.concept(1), note="x")),
        store.record(1, "port.txt", [seen("port.txt")], 1), store.remove(1)],
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_run_is_taken_back_and_comes_again(path: Place, name: str) -> None:
    before = state(path)
    number = run(path, CHANGES[name])
    after = state(path)
    assert after != before
    planned = [(step.action, step.number) for step in planned_steps(path, number)]
    done = undo(path, number)
    assert state(path) == before
    assert [(step.action, step.number) for step in done] == planned
    assert all(step.is_whole for step in done)
    undo(path, number + 1)
    assert state(path) == after
    undo(path, number + 2)
    assert state(path) == before


def planned_steps(path: Place, number: int) -> list[Step]:
    with open_reader(path) as reader:
        return list(steps(reader, number))


_DOCUMENTS = st.sampled_from(["port.txt", "news.txt"])
_NUMBERS = st.integers(1, 4)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Any change; one of a concept that is not there does nothing."""
    number, other, concept = draw(_NUMBERS), draw(_NUMBERS), draw(concepts)
    document, kept, count = draw(_DOCUMENTS), draw(st.lists(contexts(), max_size=2)), draw(st.integers(0, 3))
    kept = [replace(context, document=document) for context in kept]
    options: list[Change] = [
        lambda store: store.add(concept),
        lambda store: store.replace(replace(concept, id=number)),
        lambda store: store.set_status(number, concept.status),
        lambda store: store.remove(number),
        lambda store: store.merge(number, other),
        lambda store: store.record(number, document, kept, count),
        lambda store: store.date_document(document, draw(st.sampled_from(["", "2024", "2025-01-01"]))),
    ]
    change = options[draw(st.integers(0, len(options) - 1))]

    def perhaps(store: Store) -> None:
        try:
            with store.transaction():
                change(store)
        except ZhtermError:
            pass

    return perhaps


@settings(max_examples=60)
@given(st.lists(changes(), max_size=5), st.lists(changes(), min_size=1, max_size=6))
def test_whatever_a_run_did_is_taken_back(first: list[Change], second: list[Change]) -> None:
    with TemporaryDirectory() as folder:
        path = new_database(Path(folder))
        run(path, lambda store: store.add(YIWU), *first)
        before = state(path)
        with Store.open(path) as store:
            count = len(runs(store, 99))
        run(path, *second)
        after = state(path)
        with open_reader(path) as reader:
            number = last_run(reader).number
            nothing_done = len(runs(reader, 99)) == count
        if nothing_done:
            assert after == before
            return
        undo(path, number)
        assert state(path) == before
        with open_reader(path) as reader:
            last = last_run(reader).number
        if last != number:
            undo(path, last)
        assert state(path) == after


class TestWhatWasChangedLater:
    def test_is_refused_with_the_entry_and_the_run(self, path: Place) -> None:
        first = run(path, CHANGES["an edit"])
        run(path, lambda store: store.set_status(2, Status.REJECTED), who="ben", command="term reject")
        before = state(path)
        with pytest.raises(
            ConflictError, match=r"run 2 .*entry 2 \(义乌\) .* later by run 3 \(term reject, ben, 20.*--run 3"
        ):
            undo(path, first)
        assert state(path) == before

    def test_stays_when_the_rest_is_taken_back(self, path: Place) -> None:
        first = run(path, CHANGES["an edit"], lambda store: store.set_status(1, Status.REJECTED))
        later = run(path, lambda store: store.replace(replace(store.concept(2), subject="mine")))
        done = undo(path, first, keep_newer=True)
        assert [(step.action, step.number) for step in done] == [("changed", 1), ("kept", 2)]
        assert done[1].later is not None
        assert done[1].later.number == later
        with open_reader(path) as reader:
            assert (reader.concept(1).status, reader.concept(2).subject) == (Status.APPROVED, "mine")

    def test_that_was_itself_taken_back_is_no_hindrance(self, path: Place) -> None:
        before = state(path)
        first = run(path, CHANGES["an edit"])
        second = run(path, lambda store: store.set_status(2, Status.REJECTED))
        undo(path, second)
        undo(path, first)
        assert state(path) == before

    def test_contexts_are_taken_back_under_a_later_edit(self, path: Place) -> None:
        first = run(path, lambda store: store.record(1, "news.txt", [seen("news.txt")], 4))
        run(path, lambda store: store.replace(replace(store.concept(1), note="mine")))
        undo(path, first)
        with open_reader(path) as reader:
            concept = reader.concept(1)
        assert (concept.note, concept.contexts, concept.frequency) == ("mine", (), 0)

    def test_a_text_read_again_later_keeps_its_contexts(self, path: Place) -> None:
        first = run(path, lambda store: store.record(1, "news.txt", [seen("news.txt")], 1))
        run(path, lambda store: store.record(1, "news.txt", [seen("news.txt", 9)], 1))
        with pytest.raises(ConflictError, match="entry 1"):
            undo(path, first)

    def test_a_new_entry_seen_in_later_texts_is_not_taken_away(self, path: Place) -> None:
        first = run(path, CHANGES["an addition"])
        run(path, lambda store: store.record(3, "news.txt", [seen("news.txt")], 1))
        with pytest.raises(ConflictError, match=r"entry 3 .*later by run 3"):
            undo(path, first)

    def test_another_run_between_two_changes_of_a_run_is_seen(self, path: Place) -> None:
        with Store.open(path) as long, Store.open(path, who="ben") as short:
            long.set_status(1, Status.REJECTED)
            short.replace(replace(short.concept(1), note="between"))
            long.set_status(1, Status.APPROVED)
            number = runs(long, 2)[1].number
        with pytest.raises(ConflictError, match=r"entry 1 .*run 3 \(ben, "):
            undo(path, number)

    def test_a_run_taken_back_is_not_taken_back_twice(self, path: Place) -> None:
        first = run(path, CHANGES["an addition"])
        undo(path, first)
        with pytest.raises(ConflictError, match=r"entry 3 .*later by run 3 \(undo 2"):
            undo(path, first)

    def test_a_date_told_later_stays(self, path: Place) -> None:
        first = run(path, lambda store: store.date_document("port.txt", "2020"))
        run(path, lambda store: store.date_document("port.txt", "2021"))
        assert [(step.action, step.title) for step in undo(path, first)] == [("kept", "port.txt")]
        assert state(path)[2] == [("port.txt", "2021")]
        assert [step.action for step in planned_steps(path, first)] == ["kept"]


class TestAnOlderHistory:
    """Before schema 5 the history had no contexts."""

    @pytest.mark.parametrize("name", ["a removal", "a merger", "a text that lost its contexts"])
    def test_what_it_does_not_have_is_told(self, path: Place, name: str) -> None:
        if not isinstance(path, Path):
            pytest.skip("there was none on a server")
        number = run(path, CHANGES[name])
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for side in ("before", "after"):
                connection.execute(
                    f"UPDATE history SET {side} = json_remove({side}, '$.documents') WHERE run_id = ? AND {side} <> ''",
                    (number,),
                )
        done = undo(path, number)
        assert not all(step.is_whole for step in done)

    def test_its_edits_are_whole(self, path: Place) -> None:
        number = run(path, CHANGES["an edit"])
        assert all(step.is_whole for step in undo(path, number))


class TestRuns:
    def test_they_are_listed_newest_first_with_what_they_changed(self, path: Place) -> None:
        run(path, CHANGES["a merger"], who="ben", command="term merge")
        with open_reader(path) as reader:
            last, first = runs(reader, 9)
            assert (last.number, last.who, last.command, last.changes, last.units) == (2, "ben", "term merge", 2, 0)
            assert first.changes == 3
            assert run_of(reader, 2) == last_run(reader) == last

    def test_one_that_is_not_there_is_told(self, path: Place) -> None:
        with open_reader(path) as reader, pytest.raises(InputError, match="there is no run 7; see them"):
            run_of(reader, 7)

    def test_nothing_done_is_nothing_to_take_back(self, tmp_path: Path) -> None:
        with open_reader(new_database(tmp_path)) as reader, pytest.raises(InputError, match="nothing to take back"):
            last_run(reader)


def test_many_concepts_are_taken_back(path: Place) -> None:
    before = state(path)
    number = run(
        path, lambda store: store.add_all(entry(f"第{one}号文件", en=f"Document {one}") for one in range(1200))
    )
    assert len(undo(path, number)) == 1200
    assert state(path) == before
