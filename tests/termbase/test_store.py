"""The store: what is put in comes out, every change has its history, everything or nothing."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from termbase.errors import ConflictError, InputError, UnknownConceptError, ZhtermError
from termbase.history import from_json
from termbase.model import (
    Concept,
    ConceptType,
    Context,
    Item,
    Language,
    Source,
    Status,
    Term,
    Tier,
    Usage,
)
from termbase.store import Store
from tests.termbase.stored import BELT, EIGHT, YIWU, entry, new_place, new_store

pytestmark = pytest.mark.usefixtures("on_each_database")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path, who="Jiang", command="zhterm test") as store:
        yield store


def seen(document: str, position: int = 0) -> Context:
    return Context(document, "义乌国际商贸城开业。", Language.ZH_HANS, position, 0, 2, "Yiwu opens its market.")


def actions(store: Store, concept_id: int) -> list[str]:
    return [change.action for change in store.history(concept_id)]


class TestAdding:
    def test_a_concept_comes_back_with_its_number(self, store: Store) -> None:
        full = dataclasses.replace(
            EIGHT,
            terms=(
                *EIGHT.terms,
                Term(Language.EN, "Eight-Eight Strategy", Usage.ADMITTED, source=Source("Xinhua", tier=Tier.AGENCY)),
            ),
            subject="policy",
            definition_zh="八个优势\n八项举措",
            note="2003",
            items=(Item("八个优势", "eight advantages"), Item("八项举措")),
            contexts=(seen("a.txt"), seen("b.txt")),
            frequency=7,
            score=0.25,
            reason="in quotation marks",
        )
        added = store.add(full)
        assert added == dataclasses.replace(full, id=1)
        assert store.concept(1) == added

    def test_a_number_given_before_is_not_kept(self, store: Store) -> None:
        assert store.add(dataclasses.replace(EIGHT, id=70)).id == 1

    def test_a_number_is_never_given_twice(self, store: Store) -> None:
        store.add_all([EIGHT, BELT])
        store.remove(2)
        assert store.add(YIWU).id == 3

    def test_many_are_counted(self, store: Store) -> None:
        assert store.add_all([]) == 0
        assert store.add_all(entry(f"第{number}号文件") for number in range(6001)) == 6001
        assert [concept.id for concept in store.concepts()] == list(range(1, 6002))
        assert store.find("第5999号文件", chinese=True) == [6000]
        assert actions(store, 6001) == ["import"]

    def test_one_bad_concept_among_many_keeps_all_out(self, store: Store) -> None:
        with pytest.raises(InputError, match="empty"):
            store.add_all([EIGHT, BELT, entry(" ")])
        assert list(store.concepts()) == []

    def test_sources_are_kept_once(self, store: Store) -> None:
        source = Source("Xinhua", "八八战略", "https://example.org", "2023-06", Tier.AGENCY)
        others = [dataclasses.replace(source, date=f"20{year}") for year in range(10, 99)]
        terms = [Term(Language.EN, "Yiwu", source=source), *(Term(Language.EN, "Yiwu", source=one) for one in others)]
        for _ in range(2):
            store.add(Concept(ConceptType.PLACE, tuple(terms * 2)))
        assert store.execute("SELECT count(*) FROM source", ()) == [(90,)]

    @pytest.mark.parametrize(
        ("concept", "error"),
        [
            (Concept(ConceptType.PLACE, ()), ConflictError),
            (entry("  "), InputError),
            (entry("义\n乌"), InputError),
            (entry("义乌\x1b[31m"), InputError),
            (entry(en="Yiwu\u2028"), InputError),
            (entry(en="Yiwu\ud800"), InputError),
        ],
        ids=["no term", "spaces", "line break", "terminal code", "line separator", "surrogate"],
    )
    def test_what_is_no_term_is_refused(self, store: Store, concept: Concept, error: type[ZhtermError]) -> None:
        known = store.add(YIWU)
        with pytest.raises(error):
            store.add(concept)
        with pytest.raises(error):
            store.replace(dataclasses.replace(concept, id=1))
        assert list(store.concepts()) == [known]

    def test_a_note_that_is_no_unicode_is_refused(self, store: Store) -> None:
        with pytest.raises(InputError, match="no Unicode"):
            store.add(dataclasses.replace(YIWU, note="\udcff"))
        assert list(store.concepts()) == []


class TestFinding:
    def test_a_term_is_found_by_its_key(self, store: Store) -> None:
        store.add_all([EIGHT, BELT])
        assert store.find("《八八战略》", chinese=True) == [1]
        assert store.find("the double eight strategies", chinese=False) == [1]
        assert store.find("一带一路倡议", chinese=True) == [2]

    def test_both_scripts_lead_to_a_term(self, store: Store) -> None:
        store.add(Concept(ConceptType.PLACE, (Term(Language.ZH_HANT, "臺灣海峽"),)))
        store.add(entry("台湾海峡"))
        assert store.find("臺灣海峽", chinese=True) == store.find("台湾海峡", chinese=True) == [1, 2]

    def test_languages_are_kept_apart(self, store: Store) -> None:
        store.add(entry("GDP"))
        store.add(entry(en="GDP"))
        assert store.find("gdp", chinese=True) == [1]
        assert store.find("gdp", chinese=False) == [2]

    def test_a_part_of_a_term_is_not_it(self, store: Store) -> None:
        store.add(EIGHT)
        assert store.find("八八", chinese=True) == []
        assert store.find("double eight", chinese=False) == []

    def test_signs_alone_can_be_a_term(self, store: Store) -> None:
        store.add(entry("——", en="%"))
        assert store.find("——", chinese=True) == [1]
        assert store.find("%", chinese=False) == [1]


class TestReadingAll:
    def test_status_and_type_choose(self, store: Store) -> None:
        store.add_all([EIGHT, dataclasses.replace(YIWU, type=ConceptType.PLACE), BELT])
        store.set_status(1, Status.REJECTED)
        assert [concept.id for concept in store.concepts(status=Status.APPROVED)] == [2, 3]
        assert [concept.id for concept in store.concepts(type=ConceptType.STRATEGY)] == [1, 3]
        assert [concept.id for concept in store.concepts(status=Status.REJECTED, type=ConceptType.PLACE)] == []

    def test_contexts_may_be_left_out(self, store: Store) -> None:
        store.add(dataclasses.replace(YIWU, contexts=(seen("a.txt"),)))
        (concept,) = store.concepts(with_contexts=False)
        assert concept.contexts == ()

    def test_concepts_may_change_while_they_are_read(self, store: Store) -> None:
        store.add_all(entry(f"第{number}号", en=f"Number {number}") for number in range(1200))
        for concept in store.concepts():
            assert concept.id
            if concept.id % 2:
                store.remove(concept.id)
        assert [concept.id for concept in store.concepts()] == list(range(2, 1201, 2))

    def test_terms_of_rejected_concepts_are_asked_for(self, store: Store) -> None:
        store.add_all([EIGHT, YIWU, BELT])
        store.set_status(2, Status.REJECTED)
        store.set_status(3, Status.PROPOSED)
        assert list(store.terms()) == [(1, term) for term in EIGHT.terms] + [(3, term) for term in BELT.terms]
        assert list(store.terms(status=Status.REJECTED)) == [(2, term) for term in YIWU.terms]

    @pytest.mark.parametrize("number", [9, 0, -1])
    def test_an_unknown_number_is_told(self, store: Store, number: int) -> None:
        with pytest.raises(UnknownConceptError, match=f"the number {number}"):
            store.concept(number)
        for change in (store.remove, lambda id_: store.set_status(id_, Status.APPROVED), store.history):
            with pytest.raises(UnknownConceptError):
                change(number)

    def test_a_number_beyond_all_numbers_is_refused(self, store: Store) -> None:
        # a server compares it, and finds that it is none
        with pytest.raises((InputError, UnknownConceptError), match=r"too large|no entry"):
            store.concept(10**30)


class TestChanging:
    def test_a_replaced_concept_is_found_by_its_new_terms_only(self, store: Store) -> None:
        store.add(dataclasses.replace(EIGHT, contexts=(seen("a.txt"),), frequency=3))
        new = dataclasses.replace(BELT, id=1, note="new", items=(Item("带", "belt"),))
        stored = store.replace(new)
        assert stored == dataclasses.replace(new, contexts=(seen("a.txt"),), frequency=3) == store.concept(1)
        assert store.find("八八战略", chinese=True) == []
        assert store.find("一带一路倡议", chinese=True) == [1]
        assert actions(store, 1) == ["add", "edit"]

    def test_nothing_changed_is_no_change(self, store: Store) -> None:
        added = store.add(EIGHT)
        store.replace(dataclasses.replace(added, frequency=5, contexts=(seen("a.txt"),)))
        store.set_status(1, Status.APPROVED)
        assert store.concept(1) == added
        assert actions(store, 1) == ["add"]

    def test_a_concept_without_a_number_cannot_be_replaced(self, store: Store) -> None:
        with pytest.raises(ConflictError, match="without a number"):
            store.replace(EIGHT)

    def test_review_has_its_words(self, store: Store) -> None:
        store.add(dataclasses.replace(EIGHT, status=Status.PROPOSED))
        for status in (Status.APPROVED, Status.REJECTED, Status.PROPOSED):
            store.set_status(1, status)
            assert store.concept(1).status is status
        assert actions(store, 1) == ["add", "approve", "reject", "edit"]

    def test_a_removed_concept_leaves_only_its_history(self, store: Store) -> None:
        store.add(dataclasses.replace(EIGHT, contexts=(seen("a.txt"),), frequency=1, items=(Item("八"),)))
        store.remove(1)
        assert list(store.concepts()) == []
        for table in ("term", "search_key", "term_words", "context", "occurrence", "item"):
            assert store.execute(f"SELECT count(*) FROM {table}", ()) == [(0,)], table
        *_, last = store.history(1)
        assert (last.action, last.after) == ("remove", "")
        assert from_json(last.before).terms == EIGHT.terms

    def test_each_change_is_counted(self, store: Store) -> None:
        added = store.add(EIGHT)
        store.replace(dataclasses.replace(added, note="2003"))
        store.set_status(1, Status.REJECTED)
        assert store.execute("SELECT version FROM concept", ()) == [(3,)]


class TestHistory:
    def test_it_tells_who_what_and_when(self, store: Store) -> None:
        added = store.add(EIGHT)
        noted = store.replace(dataclasses.replace(added, note="2003"), action="import")
        first, second = store.history(1)
        assert (first.who, first.action, first.concept_id, first.before) == ("Jiang", "add", 1, "")
        assert from_json(first.after) == from_json(second.before) == added
        assert from_json(second.after) == noted
        assert second.action == "import"
        assert first.at.endswith("+00:00")
        assert len(first.at) == len("2026-11-21T20:00:00+00:00")

    def test_a_session_is_one_run_made_when_something_changes(self, tmp_path: Path) -> None:
        for _ in range(2):
            with new_store(tmp_path, command="zhterm extract a.txt") as store:
                assert list(store.concepts()) == []
                assert store.execute("SELECT count(*) FROM run", ()) == [(0,)]
                with pytest.raises(InputError):
                    store.add(entry("\x00"))
                store.add(EIGHT)
                store.add(YIWU)
                assert store.execute("SELECT id, command FROM run", ()) == [(1, "zhterm extract a.txt")]

    def test_a_run_taken_back_is_made_again(self, store: Store) -> None:
        with pytest.raises(ZeroDivisionError), store.transaction():
            store.add(EIGHT)
            raise ZeroDivisionError
        store.add(YIWU)
        assert store.execute("SELECT count(*) FROM run", ()) == [(1,)]
        assert [change.who for change in store.history(1)] == ["Jiang"]


class TestTransactions:
    def test_ctrl_c_takes_everything_back(self, store: Store) -> None:
        known = store.add(EIGHT)
        with pytest.raises(KeyboardInterrupt), store.transaction():
            store.remove(1)
            store.add(YIWU)
            raise KeyboardInterrupt
        assert list(store.concepts()) == [known]
        assert store.find("义乌", chinese=True) == []
        assert actions(store, 1) == ["add"]

    def test_ctrl_c_while_reading_an_import_takes_it_back(self, store: Store) -> None:
        def interrupted() -> Iterator[Concept]:
            yield from (entry(f"第{number}号") for number in range(7000))
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            store.add_all(interrupted())
        assert list(store.concepts()) == []

    def test_the_inner_one_ends_with_the_outer(self, store: Store) -> None:
        with pytest.raises(ZeroDivisionError), store.transaction():
            with store.transaction():
                store.add(EIGHT)
            raise ZeroDivisionError
        assert list(store.concepts()) == []

    def test_the_outer_one_survives_an_inner_failure(self, store: Store) -> None:
        with store.transaction():
            store.add(EIGHT)
            with pytest.raises(ZeroDivisionError), store.transaction():
                store.add(YIWU)
                raise ZeroDivisionError
            store.add(BELT)
        assert [concept.terms for concept in store.concepts()] == [EIGHT.terms, BELT.terms]
        assert store.find("义乌", chinese=True) == []

    def test_closing_inside_one_takes_it_back(self, tmp_path: Path) -> None:
        place = new_place(tmp_path)
        store = Store.open(place)
        transaction = store.transaction()
        transaction.__enter__()
        store.add(EIGHT)
        store.close()
        with Store.open(place) as again:
            assert list(again.concepts()) == []


class TestMerging:
    def test_everything_of_both_is_kept(self, store: Store) -> None:
        target = dataclasses.replace(EIGHT, contexts=(seen("a.txt"),), frequency=2, note="kept")
        other = entry("《八八战略》", en="Eight-Eight Strategy")
        source = dataclasses.replace(
            other,
            contexts=(seen("a.txt"), seen("b.txt")),
            frequency=5,
            note="dropped",
            definition_en="taken",
            items=(Item("优势"),),
        )
        store.add_all([target, source])
        united = store.merge(2, 1)
        assert united == store.concept(1)
        assert united == dataclasses.replace(
            target,
            id=1,
            terms=(*EIGHT.terms, dataclasses.replace(other.terms[1], usage=Usage.ADMITTED)),
            contexts=(seen("a.txt"), seen("b.txt")),
            frequency=7,
            definition_en="taken",
            items=(Item("优势"),),
        )
        with pytest.raises(UnknownConceptError):
            store.concept(2)
        assert store.find("eight-eight strategy", chinese=False) == [1]
        assert actions(store, 1) == ["import", "merge"]
        assert actions(store, 2) == ["import", "merge"]
        assert store.history(2)[-1].after == ""

    def test_the_last_of_a_document_replaces_what_both_contributed(self, store: Store) -> None:
        store.add_all([EIGHT, BELT])
        store.record(1, "a.txt", [seen("a.txt")], 2)
        store.record(2, "a.txt", [seen("a.txt", 4)], 3)
        assert store.merge(2, 1).frequency == 5
        store.record(1, "a.txt", [], 1)
        assert store.concept(1).frequency == 1

    def test_a_concept_is_not_merged_with_itself(self, store: Store) -> None:
        known = store.add(EIGHT)
        with pytest.raises(ConflictError, match="itself"):
            store.merge(1, 1)
        assert list(store.concepts()) == [known]

    @pytest.mark.parametrize("pair", [(1, 9), (9, 1)])
    def test_both_must_be_there(self, store: Store, pair: tuple[int, int]) -> None:
        known = store.add(EIGHT)
        with pytest.raises(UnknownConceptError):
            store.merge(*pair)
        assert list(store.concepts()) == [known]


class TestRecording:
    def test_a_document_is_counted_once(self, store: Store) -> None:
        store.add(YIWU)
        store.record(1, "a.txt", [seen("a.txt")], 3)
        store.record(1, "b.txt", [seen("b.txt"), seen("b.txt", 2)], 4)
        store.record(1, "a.txt", [seen("a.txt", 7)], 1)
        concept = store.concept(1)
        assert concept.frequency == 5
        assert sorted(concept.contexts, key=lambda context: context.document) == [
            seen("a.txt", 7),
            seen("b.txt"),
            seen("b.txt", 2),
        ]
        assert actions(store, 1) == ["add", "collect", "collect", "collect"]

    def test_the_same_again_is_no_change(self, store: Store) -> None:
        store.add(YIWU)
        for _ in range(2):
            store.record(1, "a.txt", [seen("a.txt")], 3)
        store.record(1, "b.txt", [], 0)
        assert actions(store, 1) == ["add", "collect"]
        change = store.history(1)[-1]
        assert (json.loads(change.before)["frequency"], json.loads(change.after)["frequency"]) == (0, 3)

    def test_a_document_can_lose_a_concept(self, store: Store) -> None:
        added = store.add(YIWU)
        store.record(1, "a.txt", [seen("a.txt")], 3)
        store.record(1, "a.txt", [], 0)
        assert store.concept(1) == added

    def test_what_came_with_the_concept_is_replaced_too(self, store: Store) -> None:
        store.add(dataclasses.replace(YIWU, contexts=(seen("a.txt"), seen("b.txt")), frequency=6))
        store.record(1, "b.txt", [], 0)
        assert store.concept(1).frequency == 5
        store.record(1, "a.txt", [seen("a.txt")], 2)
        assert store.concept(1).frequency == 2

    def test_a_context_of_another_document_is_refused(self, store: Store) -> None:
        added = store.add(YIWU)
        with pytest.raises(ConflictError, match="another document"):
            store.record(1, "a.txt", [seen("b.txt")], 1)
        assert store.concept(1) == added
