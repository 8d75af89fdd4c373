"""Two copies of a termbase that went apart come together again: three-way, by their histories."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.contributions import read_contributions
from termbase.model import Concept, Context, Item, Language, Source, Status, Term, Usage
from termbase.place import Place
from termbase.reading import open_reader
from termbase.runs import last_run
from termbase.store import Store
from termbase.syncing import Step, carry_out, steps
from termbase.three_way import Conflict
from termbase.undoing import take_back
from tests.termbase.stored import BELT, EIGHT, YIWU, entry, new_database

Pair = tuple[Path, Path]


def opened(place: Place, who: str = "jiang") -> Store:
    return Store.open(place, who=who, command="test")


def change(place: Place, do: Callable[[Store], Any]) -> None:
    with opened(place) as store:
        do(store)


def edit(place: Place, number: int, **cells: Any) -> None:
    change(place, lambda store: store.replace(replace(store.concept(number), **cells)))


def synced(first: Place, second: Place) -> list[Step]:
    """Synchronise, and give the steps in which something was written or is to be decided."""
    with ExitStack() as stack:
        stores = [stack.enter_context(Store.open(place, who="jiang", command="sync")) for place in (first, second)]
        for store in stores:
            stack.enter_context(store.transaction())
        return [
            step
            for step in carry_out(stores[0], stores[1], steps(stores[0], stores[1]))
            if step.first.is_changed or step.second.is_changed or step.conflicts
        ]


def conflicts(done: list[Step]) -> list[Conflict]:
    return [conflict for step in done for conflict in step.conflicts]


def content(place: Place) -> list[Any]:
    """All there is, without numbers and in an order of its own."""
    found = []
    with open_reader(place) as reader:
        for concept in reader.concepts(with_contexts=False):
            assert concept.id is not None
            told = read_contributions(reader.execute, concept.id)
            places = {name: (one.frequency, sorted(map(str, one.contexts))) for name, one in told.items()}
            found.append(repr((replace(concept, id=None), sorted(places.items()))))
    return sorted(found)


def texts(place: Place) -> set[str]:
    with open_reader(place) as reader:
        return {term.text for concept in reader.concepts() for term in concept.terms}


def lines(place: Place) -> int:
    with open_reader(place) as reader:
        ((count,),) = reader.execute("SELECT count(*) FROM history", ())
    return int(count)


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    """A termbase of three entries, and a copy of it."""
    base = new_database(tmp_path, "laptop.db")
    change(base, lambda store: [store.add(one) for one in (EIGHT, BELT, YIWU)])
    copy = tmp_path / "team.db"
    shutil.copy(base, copy)
    return base, copy


def test_two_copies_have_nothing_to_tell_each_other(pair: Pair) -> None:
    assert synced(*pair) == []


def test_what_one_side_changed_the_other_takes_over(pair: Pair) -> None:
    edit(pair[0], 1, note="2003", items=(Item("优势", "strength"),))
    edit(pair[1], 2, type=EIGHT.type, subject="trade")
    assert [(step.title, step.first.is_changed, step.second.is_changed) for step in synced(*pair)] == [
        ("八八战略", False, True),
        ("“一带一路”倡议", True, False),
    ]
    assert content(pair[0]) == content(pair[1])
    before = lines(pair[0]), lines(pair[1])
    assert synced(*pair) == []
    assert (lines(pair[0]), lines(pair[1])) == before


def test_different_fields_and_terms_of_one_entry_are_united(pair: Pair) -> None:
    edit(pair[0], 1, note="2003", terms=(*EIGHT.terms, Term(Language.EN, "Eight-Eight", Usage.ADMITTED)))
    edit(pair[1], 1, subject="policy", terms=(*EIGHT.terms, Term(Language.ZH_HANT, "八八戰略")))
    assert conflicts(synced(*pair)) == []
    assert content(pair[0]) == content(pair[1])
    with open_reader(pair[0]) as reader:
        found = reader.concept(1)
    assert (found.note, found.subject) == ("2003", "policy")
    assert {term.text for term in found.terms} == {"八八战略", "Double-Eight Strategy", "Eight-Eight", "八八戰略"}
    assert synced(*pair) == []


def test_one_field_changed_in_two_ways_is_a_conflict_until_the_two_are_alike(pair: Pair) -> None:
    edit(pair[0], 1, note="2003")
    edit(pair[1], 1, note="July 2003", subject="policy")
    expected = [Conflict("note", "", "2003", "July 2003")]
    for _ in range(3):
        assert conflicts(synced(*pair)) == expected
    with open_reader(pair[0]) as one, open_reader(pair[1]) as other:
        assert (one.concept(1).note, other.concept(1).note) == ("2003", "July 2003")
        assert one.concept(1).subject == "policy"
    edit(pair[0], 1, note="July 2003")
    assert conflicts(synced(*pair)) == []
    assert content(pair[0]) == content(pair[1])
    edit(pair[1], 1, note="later")
    assert conflicts(synced(*pair)) == []
    assert content(pair[0]) == content(pair[1])


def test_the_same_change_on_both_sides_is_none_and_the_next_one_is_no_conflict(pair: Pair) -> None:
    for place in pair:
        edit(place, 1, note="2003")
    edit(pair[0], 2, subject="trade")
    synced(*pair)
    edit(pair[1], 1, note="2004")
    assert conflicts(synced(*pair)) == []
    with open_reader(pair[0]) as reader:
        assert reader.concept(1).note == "2004"


def test_a_change_that_is_taken_back_later_is_taken_back_on_the_other_side_too(pair: Pair) -> None:
    edit(pair[0], 1, note="2003")
    synced(*pair)
    edit(pair[0], 1, note="")
    assert conflicts(synced(*pair)) == []
    with open_reader(pair[1]) as reader:
        assert reader.concept(1).note == ""


def test_what_is_new_on_each_side_comes_to_the_other_though_the_numbers_collide(pair: Pair) -> None:
    for place, one in zip(
        pair, (entry("双循环", en="dual circulation"), entry("义新欧", en="Yixin'ou")), strict=True
    ):
        change(place, lambda store, one=one: store.add(one))  # type: ignore[misc]
    synced(*pair)
    assert content(pair[0]) == content(pair[1])
    assert {"双循环", "义新欧"} < texts(pair[0])
    assert synced(*pair) == []
    edit(pair[1], 5, note="from the laptop")
    synced(*pair)
    with open_reader(pair[0]) as reader:
        assert reader.concept(4).note == "from the laptop"


def test_entries_added_apart_are_one_by_the_rule_of_an_import(pair: Pair) -> None:
    change(pair[0], lambda store: store.add(replace(entry("双循环", en="dual circulation"), note="2020")))
    change(pair[1], lambda store: store.add(entry("双循环", "shuāng xúnhuán")))
    assert conflicts(synced(*pair)) == []
    assert content(pair[0]) == content(pair[1])
    with open_reader(pair[1]) as reader:
        (number,) = reader.find("双循环", chinese=True)
        found = reader.concept(number)
    assert (found.note, found.terms[0].pinyin) == ("2020", "shuāng xúnhuán")
    assert synced(*pair) == []


def test_termbases_without_a_common_past_are_united(tmp_path: Path) -> None:
    one, other = (new_database(tmp_path, name) for name in ("one.db", "other.db"))
    change(one, lambda store: store.add_all([EIGHT, YIWU]))
    change(other, lambda store: store.add_all([BELT, EIGHT]))
    assert conflicts(synced(one, other)) == []
    assert content(one) == content(other)
    assert len(content(one)) == 3
    assert synced(one, other) == []


def test_what_one_side_removed_and_nobody_changed_is_removed(pair: Pair) -> None:
    change(pair[0], lambda store: store.remove(3))
    synced(*pair)
    assert texts(pair[1]) == texts(pair[0])
    assert "义乌" not in texts(pair[1])
    assert synced(*pair) == []


@pytest.mark.parametrize("turned", [False, True])
def test_what_one_side_removed_and_the_other_changed_is_kept_and_told(pair: Pair, *, turned: bool) -> None:
    change(pair[0], lambda store: store.remove(3))
    edit(pair[1], 3, note="in Jinhua")
    given = pair[::-1] if turned else pair
    for _ in range(2):
        (conflict,) = conflicts(synced(given[0], given[1]))
        assert {conflict.first, conflict.second} == {"removed", "changed"}
    assert "义乌" in texts(pair[1])
    change(pair[1], lambda store: store.remove(3))
    assert synced(*pair) == []


def test_an_entry_that_comes_again_after_its_removal_comes_to_both(pair: Pair) -> None:
    change(pair[0], lambda store: store.remove(3))
    synced(*pair)
    with opened(pair[0]) as store:
        removal = last_run(store)
    assert removal.command == "test"
    with opened(pair[0]) as store, store.transaction():
        list(take_back(store, removal.number))
    synced(*pair)
    assert "义乌" in texts(pair[1])
    assert synced(*pair) == []


@pytest.mark.parametrize("decision", [Status.APPROVED, Status.REJECTED])
def test_a_decision_wins_over_a_proposal(tmp_path: Path, decision: Status) -> None:
    one, other = (new_database(tmp_path, name) for name in ("one.db", "other.db"))
    change(one, lambda store: store.add(entry("双循环", en="double cycle", status=Status.PROPOSED)))
    change(other, lambda store: store.add(entry("双循环", en="dual circulation", status=decision)))
    assert conflicts(synced(one, other)) == []
    assert content(one) == content(other)
    with open_reader(one) as reader:
        found = reader.concept(1)
    assert found.status is decision
    assert [(term.text, term.usage.value) for term in found.terms if term.language is Language.EN] == [
        ("double cycle", "admitted"),
        ("dual circulation", "preferred"),
    ] or decision is Status.REJECTED


def test_an_approval_against_a_rejection_is_a_conflict(tmp_path: Path) -> None:
    base = new_database(tmp_path, "one.db")
    change(base, lambda store: store.add(entry("双循环", status=Status.PROPOSED)))
    copy = Path(shutil.copy(base, tmp_path / "other.db"))
    change(base, lambda store: store.set_status(1, Status.APPROVED))
    change(copy, lambda store: store.set_status(1, Status.REJECTED))
    assert conflicts(synced(base, copy)) == [Conflict("status", "proposed", "approved", "rejected")]


def test_two_preferred_renderings_are_a_conflict_and_both_have_both(pair: Pair) -> None:
    zh = EIGHT.terms[0]
    edit(pair[0], 1, terms=(zh, Term(Language.EN, "Eight-Eight Strategy")))
    edit(pair[1], 1, terms=(zh, Term(Language.EN, "Strategy of Eights")))
    expected = [
        Conflict("en “Eight-Eight Strategy” usage", "", "preferred", "admitted"),
        Conflict("en “Strategy of Eights” usage", "", "admitted", "preferred"),
    ]
    for _ in range(2):
        assert sorted(conflicts(synced(*pair)), key=lambda one: one.field) == expected
    assert texts(pair[0]) == texts(pair[1])
    with open_reader(pair[1]) as reader:
        preferred = reader.concept(1).preferred(chinese=False)
    assert preferred is not None
    assert preferred.text == "Strategy of Eights"


def test_a_term_removed_here_and_changed_there_stays_there(pair: Pair) -> None:
    zh, en = EIGHT.terms
    edit(pair[0], 1, terms=(zh,))
    edit(pair[1], 1, terms=(zh, replace(en, source=Source("新华社", date="2003"))))
    for _ in range(2):
        assert conflicts(synced(*pair)) == [
            Conflict("en “Double-Eight Strategy”", "Double-Eight Strategy", "removed", "source 新华社 2003")
        ]


def test_an_entry_never_loses_its_last_term(pair: Pair) -> None:
    zh, en = EIGHT.terms
    edit(pair[0], 1, terms=(zh,))
    edit(pair[1], 1, terms=(en,))
    for _ in range(2):
        (conflict,) = conflicts(synced(*pair))
        assert conflict.field == "terms"


def test_what_was_found_in_texts_is_united(pair: Pair) -> None:
    def found(document: str, *positions: int) -> Callable[[Store], None]:
        sentences = [Context(document, "义乌港开放。", Language.ZH_HANS, place, 0, 2) for place in positions]
        return lambda store: store.record(3, document, sentences, len(positions))

    change(pair[0], found("一.txt", 0, 4))
    change(pair[1], found("二.txt", 3))
    change(pair[0], found("三.txt", 0))
    change(pair[1], found("三.txt", 0, 7))
    synced(*pair)
    assert content(pair[0]) == content(pair[1])
    with open_reader(pair[0]) as reader:
        assert reader.concept(3).frequency == 5
    assert synced(*pair) == []
    change(pair[0], found("一.txt"))
    synced(*pair)
    with open_reader(pair[1]) as reader:
        assert reader.concept(3).frequency == 3


def test_a_merger_comes_to_the_other_side(pair: Pair) -> None:
    change(pair[0], lambda store: store.merge(3, 2))
    synced(*pair)
    assert content(pair[0]) == content(pair[1])
    assert len(content(pair[1])) == 2


def test_a_synchronisation_that_is_taken_back_can_be_made_again(pair: Pair) -> None:
    edit(pair[0], 1, note="2003")
    edit(pair[1], 1, subject="policy")
    change(pair[1], lambda store: store.add(entry("双循环")))
    before = content(pair[0]), content(pair[1])
    synced(*pair)
    after = content(pair[0])
    for place in pair:
        with opened(place) as store, store.transaction():
            list(take_back(store, last_run(store).number))
    assert (content(pair[0]), content(pair[1])) == before
    synced(*pair)
    assert content(pair[0]) == content(pair[1]) == after


@pytest.mark.parametrize("lost", [0, 1])
def test_a_program_that_is_killed_between_the_two_sides_is_made_up_for(pair: Pair, tmp_path: Path, lost: int) -> None:
    edit(pair[0], 1, note="2003")
    edit(pair[1], 1, subject="policy")
    change(pair[0], lambda store: store.add(entry("双循环")))
    change(pair[1], lambda store: store.remove(3))
    kept = shutil.copy(pair[lost], tmp_path / "kept")
    synced(*pair)
    whole = content(pair[1 - lost])
    shutil.copy(kept, pair[lost])
    assert conflicts(synced(*pair)) == []
    assert content(pair[0]) == content(pair[1]) == whole


def test_changes_travel_by_a_third_database(pair: Pair, tmp_path: Path) -> None:
    third = Path(shutil.copy(pair[0], tmp_path / "third.db"))
    edit(pair[0], 1, note="2003")
    synced(pair[0], third)
    synced(third, pair[1])
    edit(pair[0], 1, note="2004")
    assert conflicts(synced(*pair)) == []
    assert conflicts(synced(third, pair[1])) == []
    assert content(pair[0]) == content(pair[1]) == content(third)


def test_a_file_and_a_server_come_to_the_same(pair: Pair) -> None:
    from tests.postgres import new_termbase, server_url

    server_url()
    server = new_termbase()
    synced(pair[0], server)
    assert content(server) == content(pair[0])
    edit(pair[0], 1, note="2003")
    edit(server, 1, subject="policy")
    change(server, lambda store: store.remove(2))
    assert conflicts(synced(server, pair[0])) == []
    assert content(server) == content(pair[0])
    assert synced(pair[0], server) == []


def test_the_same_thing_done_to_what_is_no_longer_the_same_is_no_common_past(pair: Pair) -> None:
    """In the same second, by the same person."""
    found = [Context("一.txt", "八八战略。", Language.ZH_HANS, 0, 0, 4)]
    edit(pair[0], 1, terms=(*EIGHT.terms, Term(Language.ZH_HANT, "八八戰略")))
    for place in pair:
        change(place, lambda store: store.record(1, "一.txt", found, 1))
        with sqlite3.connect(place) as connection:
            connection.execute("UPDATE run SET at = '2024-05-06T07:08:09+00:00'")
        connection.close()
    assert conflicts(synced(*pair)) == []
    assert texts(pair[0]) == texts(pair[1])
    assert "八八戰略" in texts(pair[1])


_TEXTS = st.sampled_from(["双循环", "义新欧", "dual circulation", "Yixin'ou", "试验田"])
_LANGUAGES = st.sampled_from([Language.ZH_HANS, Language.EN])
_TERMS = st.builds(
    Term,
    _LANGUAGES,
    _TEXTS,
    usage=st.sampled_from(Usage),
    status=st.sampled_from(Status),
    pinyin=st.sampled_from(["", "a"]),
)
_EDITS = st.tuples(
    st.sampled_from(["add", "term", "drop", "note", "subject", "status", "remove", "collect", "merge"]),
    st.integers(0, 3),
    _TERMS,
    st.sampled_from(["", "2003", "2004"]),
)


def apply(store: Store, made: tuple[str, int, Term, str]) -> None:
    what, place, term, text = made
    present = [one.id or 0 for one in store.concepts(with_contexts=False)]
    if what == "add" or not present:
        store.add(Concept(EIGHT.type, (term,)))
        return
    number = present[place % len(present)]
    stored = store.concept(number)
    if what == "term":
        store.replace(replace(stored, terms=(*stored.terms, term)))
    elif what == "drop" and len(stored.terms) > 1:
        store.replace(replace(stored, terms=stored.terms[1:]))
    elif what in {"note", "subject"}:
        store.replace(replace(stored, **{what: text}))
    elif what == "status":
        store.set_status(number, term.status)
    elif what == "remove":
        store.remove(number)
    elif what == "collect":
        found = [Context("一.txt", text, Language.ZH_HANS, place, 0, 1)] if text else []
        store.record(number, "一.txt", found, len(found))
    elif what == "merge" and number != present[0]:
        store.merge(number, present[0])


def edited(place: Path, changes: list[Any]) -> None:
    with opened(place) as store:
        for made in changes:
            apply(store, made)


@settings(max_examples=60)
@given(st.lists(_EDITS, max_size=4), st.lists(_EDITS, max_size=4), st.lists(_EDITS, max_size=2))
def test_random_changes_come_together(first: list[Any], second: list[Any], later: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        one = new_database(Path(folder), "one.db")
        change(one, lambda store: store.add_all([EIGHT, BELT]))
        other = Path(shutil.copy(one, Path(folder) / "other.db"))
        edited(one, first)
        edited(other, second)
        for round_ in ([], later):
            edited(one, round_)
            turned = [Path(shutil.copy(path, f"{path}.turned")) for path in (other, one)]
            found = conflicts(synced(one, other))
            again = lines(one), lines(other)
            assert conflicts(synced(one, other)) == found
            assert (lines(one), lines(other)) == again
            assert len(conflicts(synced(*turned))) == len(found)
            assert content(turned[1]) == content(one)
            assert content(turned[0]) == content(other)
            if not found:
                assert content(one) == content(other)


@settings(max_examples=40)
@given(st.lists(_EDITS, max_size=5), st.lists(_EDITS, max_size=5))
def test_no_term_is_lost_that_nobody_removed(first: list[Any], second: list[Any]) -> None:
    keeping = {"add", "term", "note", "subject", "status", "collect"}
    with TemporaryDirectory() as folder:
        one = new_database(Path(folder), "one.db")
        change(one, lambda store: store.add_all([EIGHT, BELT]))
        other = Path(shutil.copy(one, Path(folder) / "other.db"))
        for path, changes in ((one, first), (other, second)):
            edited(path, [made for made in changes if made[0] in keeping])
        before = texts(one) | texts(other)
        synced(one, other)
        assert texts(one) == texts(other) == before
