"""What there is to review, asked of a termbase."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from termbase.headlines import concept_without_contexts, documents, first_places, headlines, some_contexts
from termbase.model import Concept, ConceptType, Context, Language, Status, Term
from termbase.store import Store
from tests.termbase.stored import new_store

pytestmark = pytest.mark.usefixtures("on_each_database")


def context(document: str, position: int, translation: str = "") -> Context:
    return Context(document, f"浙江{position}", Language.ZH_HANS, position, 0, 2, translation)


def concept(status: Status, *contexts: Context, form: Status = Status.APPROVED) -> Concept:
    terms = (Term(Language.ZH_HANS, "浙江"), Term(Language.EN, "Zhejiang", status=form))
    return Concept(ConceptType.PLACE, terms, status=status, contexts=contexts, score=0.25)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as store:
        store.add_all(
            (
                concept(Status.PROPOSED, context("b.zh.txt", 1), context("a.zh.txt", 5), context("a.zh.txt", 2, "Z")),
                concept(Status.APPROVED, context("b.zh.txt", 0)),
                concept(Status.APPROVED, form=Status.PROPOSED),
                concept(Status.REJECTED, form=Status.PROPOSED),
            )
        )
        yield store


def test_unsettled_are_proposals_and_approved_concepts_with_a_new_form(store: Store) -> None:
    assert [one.id for one in headlines(store)] == [1, 3]


@pytest.mark.parametrize(("status", "numbers"), [("proposed", [1]), ("approved", [2, 3]), ("rejected", [4])])
def test_a_status_is_asked_for_by_itself(store: Store, status: str, numbers: list[int]) -> None:
    found = headlines(store, Status(status))
    assert [one.id for one in found] == numbers
    assert {(one.type, one.status, one.score) for one in found} == {(ConceptType.PLACE, Status(status), 0.25)}


def test_documents_are_found_by_a_part_of_their_name(store: Store) -> None:
    assert documents(store) == ["a.zh.txt", "b.zh.txt"]
    assert documents(store, "A.ZH") == ["a.zh.txt"]
    assert documents(store, "c") == []


def test_a_concept_stands_first_where_the_first_document_has_it(store: Store) -> None:
    assert first_places(store) == {1: ("a.zh.txt", 2), 2: ("b.zh.txt", 0)}
    assert first_places(store, ["b.zh.txt"]) == {1: ("b.zh.txt", 1), 2: ("b.zh.txt", 0)}
    assert first_places(store, []) == {}


def test_contexts_with_a_translation_come_first_and_all_are_counted(store: Store) -> None:
    contexts, total = some_contexts(store, 1, 2)
    assert [one.position for one in contexts] == [2, 1]
    assert total == 3
    assert some_contexts(store, 99, 2) == ([], 0)


def test_a_concept_is_read_without_its_contexts(store: Store) -> None:
    found = concept_without_contexts(store, 1)
    assert found is not None
    assert (found.id, found.contexts) == (1, ())
    assert concept_without_contexts(store, 99) is None
