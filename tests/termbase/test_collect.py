"""How what was read is filed: never over what a person decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from termbase.collect import Outcome, file_concepts, import_concepts
from termbase.model import Concept, ConceptType, Context, Item, Language, Origin, Status, Term, Usage
from termbase.store import Store
from tests.termbase.stored import new_store

pytestmark = pytest.mark.usefixtures("on_each_database")

PLACE = ConceptType.PLACE


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path, who="a reviser") as store:
        yield store


def concept(zh: str = "", *en: str, status: Status = Status.APPROVED) -> Concept:
    terms = [Term(Language.ZH_HANS, zh, status=status)] if zh else []
    terms += [
        Term(Language.EN, text, Usage.PREFERRED if number == 0 else Usage.ADMITTED, status=status)
        for number, text in enumerate(en)
    ]
    return Concept(PLACE, tuple(terms), status=status)


def proposed(zh: str = "", *en: str, document: str = "a.txt") -> Concept:
    context = Context(document, f"{zh} {en}", Language.EN, 0, 0, 1)
    return replace(concept(zh, *en, status=Status.PROPOSED), contexts=(context,), frequency=2, score=0.5)


def english(store: Store, id_: int) -> list[tuple[str, str, str]]:
    return [
        (term.text, str(term.usage), str(term.status))
        for term in store.concept(id_).terms
        if term.language is Language.EN
    ]


def test_a_new_proposal_is_filed_as_proposed_with_its_contexts_and_count(store: Store) -> None:
    (filed,), outcome = file_concepts(store, [proposed("丽水", "Lishui")])
    assert outcome == Outcome(added=1)
    stored = store.concept(filed.id or 0)
    assert (stored.status, stored.frequency, len(stored.contexts)) == (Status.PROPOSED, 2, 1)


def test_the_same_proposal_from_two_documents_is_one_concept_with_both_counts(store: Store) -> None:
    for document in ("a.txt", "b.txt", "a.txt"):
        file_concepts(store, [proposed("丽水", "Lishui", document=document)])
    (stored,) = store.concepts()
    assert stored.frequency == 4
    assert {context.document for context in stored.contexts} == {"a.txt", "b.txt"}


def test_an_open_proposal_gets_the_chinese_that_a_later_article_shows(store: Store) -> None:
    file_concepts(store, [proposed("", "Lishui")])
    file_concepts(store, [proposed("丽水", "Lishui", document="b.txt")])
    (stored,) = store.concepts()
    assert [term.text for term in stored.terms] == ["Lishui", "丽水"]


def test_two_chinese_terms_with_one_english_stay_two_concepts(store: Store) -> None:
    file_concepts(store, [proposed("市场主体", "market entities"), proposed("经营主体", "market entities")])
    assert len(list(store.concepts())) == 2


def test_a_new_rendering_of_an_approved_concept_is_only_proposed(store: Store) -> None:
    id_ = store.add(concept("八八战略", "Double-Eight Strategy")).id or 0
    file_concepts(store, [proposed("八八战略", "Eight-Eight Strategy")])
    assert english(store, id_) == [
        ("Double-Eight Strategy", "preferred", "approved"),
        ("Eight-Eight Strategy", "admitted", "proposed"),
    ]
    assert store.concept(id_).status is Status.APPROVED


def test_a_rejected_concept_stays_away(store: Store) -> None:
    id_ = store.add(concept("丽水", "Beautiful Water")).id or 0
    store.set_status(id_, Status.REJECTED)
    filed, outcome = file_concepts(store, [proposed("丽水", "Lishui")])
    assert (filed, outcome) == ([], Outcome(skipped=1))
    assert store.concept(id_).frequency == 0


def test_one_document_is_filed_whole_or_not_at_all(store: Store) -> None:
    broken = replace(proposed("丽水", "Lishui"), id=99)
    with pytest.raises(Exception, match="99"):
        file_concepts(store, [proposed("衢州", "Quzhou"), broken])
    assert list(store.concepts()) == []


def test_an_import_fills_what_is_empty_and_keeps_what_is_there(store: Store) -> None:
    id_ = store.add(replace(concept("五水共治", "Five-Water Co-Governance"), note="mine")).id or 0
    given_ = replace(
        concept("五水共治", "Five Waters"),
        note="theirs",
        definition_en="a programme",
        items=(Item("治污水", "sewage"),),
    )
    assert import_concepts(store, [given_]) == Outcome(changed=1)
    stored = store.concept(id_)
    assert (stored.note, stored.definition_en, stored.items) == ("mine", "a programme", (Item("治污水", "sewage"),))
    assert english(store, id_)[1][:2] == ("Five Waters", "admitted")


def test_an_import_settles_a_proposal(store: Store) -> None:
    (filed,), _ = file_concepts(store, [proposed("丽水", "Beautiful Water")])
    import_concepts(store, [concept("丽水", "Lishui")])
    stored = store.concept(filed.id or 0)
    assert stored.status is Status.APPROVED
    assert english(store, filed.id or 0) == [
        ("Lishui", "preferred", "approved"),
        ("Beautiful Water", "admitted", "proposed"),
    ]
    assert stored.frequency == 2


def test_the_origin_of_an_imported_form_is_the_import(store: Store) -> None:
    import_concepts(store, [concept("丽水", "Lishui")])
    assert {term.origin for stored in store.concepts() for term in stored.terms} == {Origin.IMPORT}


def test_an_english_row_goes_again_to_the_concept_it_went_to_first(store: Store) -> None:
    glossary = [
        concept("丽水"),
        concept("", "Lishui", "Quzhou"),
        concept("丽水", "Lishui"),
        concept("衢州", "Lishui"),
    ]
    import_concepts(store, glossary)
    before = list(store.concepts())
    assert import_concepts(store, glossary) == Outcome(unchanged=4)
    assert list(store.concepts()) == before


WORDS = st.sampled_from(["丽水", "衢州", "宁波", "“丽水”", ""])
NAMES = st.lists(st.sampled_from(["Lishui", "Quzhou", "Ningbo", "the Ningbo"]), max_size=2, unique=True)
GLOSSARY = st.lists(
    st.builds(lambda zh, en: (zh, en), WORDS, NAMES).filter(lambda row: bool(row[0] or row[1])), max_size=5
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=GLOSSARY)
@example(rows=[("丽水", ["Quzhou"]), ("", ["Quzhou", "Ningbo"]), ("", ["Lishui", "Quzhou"])])
def test_the_second_import_of_any_glossary_changes_nothing(rows: list[tuple[str, list[str]]], tmp_path: Path) -> None:
    glossary = [concept(zh, *en) for zh, en in rows]
    with new_store(tmp_path) as store:
        import_concepts(store, glossary)
        before = list(store.concepts())
        again = import_concepts(store, glossary)
        assert (again.added, again.changed) == (0, 0)
        assert list(store.concepts()) == before
