"""Two people, one termbase: an edit of a stale copy is refused and says who changed what meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from termbase.errors import ConflictError
from termbase.model import Context, Language, Status
from termbase.reading import open_reader
from termbase.store import Store
from tests.termbase.stored import EIGHT, YIWU, new_database

SEEN = Context("port.txt", "义乌开放。", Language.ZH_HANS, 0, 0, 2)


@pytest.fixture
def ann(tmp_path: Path) -> Iterator[Store]:
    with Store.open(new_database(tmp_path), who="ann") as store:
        store.add(EIGHT)
        store.add(YIWU)
        yield store


@pytest.fixture
def ben(ann: Store, tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "terms.db", who="ben") as store:
        yield store


def test_an_edit_of_a_stale_copy_says_who_changed_what(ann: Store, ben: Store) -> None:
    stale = ann.concept(1)
    ben.replace(replace(ben.concept(1), note="2003", subject="policy"))
    with pytest.raises(
        ConflictError, match=r"entry 1 was changed meanwhile by ben, last at 20\S+: subject, note; look"
    ):
        ann.replace(replace(stale, note="mine"))
    assert ann.concept(1).note == "2003"
    ann.replace(replace(ann.concept(1), note="mine"))
    assert ann.concept(1).note == "mine"


def test_only_what_was_changed_after_the_copy_is_told(ann: Store, ben: Store) -> None:
    ben.replace(replace(ben.concept(1), subject="old"))
    stale = ann.concept(1)
    ben.set_status(1, Status.REJECTED)
    with pytest.raises(ConflictError, match=r": status;"):
        ann.replace(replace(stale, note="mine"))


def test_a_copy_stays_good_through_its_own_edits(ann: Store) -> None:
    concept = ann.add(replace(YIWU, note="a city"))
    for note in ("one", "two"):
        concept = ann.replace(replace(concept, note=note))
    assert ann.concept(3).note == "two"
    assert concept.version == ann.concept(3).version


def test_new_contexts_make_no_copy_stale(ann: Store, ben: Store) -> None:
    copy = ann.concept(2)
    ben.record(2, "port.txt", [SEEN], 1)
    after = ann.replace(replace(copy, note="seen"))
    assert (after.contexts, after.frequency) == ((SEEN,), 1)


@pytest.mark.parametrize("decision", ["status", "remove", "merge from", "merge into"])
def test_a_decision_on_a_stale_copy_is_refused(ann: Store, ben: Store, decision: str) -> None:
    version = ann.concept(1).version
    ben.replace(replace(ben.concept(1), note="2003"))
    with pytest.raises(ConflictError, match="entry 1 was changed meanwhile by ben"):
        match decision:
            case "status":
                ann.set_status(1, Status.REJECTED, version=version)
            case "remove":
                ann.remove(1, version=version)
            case "merge from":
                ann.merge(1, 2, versions=(version, 0))
            case _:
                ann.merge(2, 1, versions=(0, version))
    assert [concept.id for concept in ann.concepts()] == [1, 2]


def test_an_edit_of_what_was_removed_says_by_whom(ann: Store, ben: Store) -> None:
    copy = ann.concept(1)
    ben.remove(1)
    with pytest.raises(ConflictError, match=r"entry 1 was removed meanwhile by ben at 20"):
        ann.replace(replace(copy, note="mine"))


def test_a_copy_from_before_a_removal_is_stale_after_the_concept_came_back(ann: Store, ben: Store) -> None:
    copy = ann.concept(1)
    ben.remove(1)
    ben.restore(1, replace(copy, note="back"), {})
    with pytest.raises(ConflictError, match="changed meanwhile by ben"):
        ann.replace(replace(copy, note="mine"))


def test_a_reader_gives_the_version_too(ann: Store, tmp_path: Path) -> None:
    with open_reader(tmp_path / "terms.db") as reader:
        copy = reader.concept(1)
    ann.set_status(1, Status.REJECTED)
    with pytest.raises(ConflictError, match="changed meanwhile"):
        ann.replace(replace(copy, note="mine"))


def test_nobody_is_named_where_nobody_is_known(tmp_path: Path) -> None:
    with Store.open(new_database(tmp_path)) as store:
        copy = store.add(EIGHT)
        store.set_status(1, Status.REJECTED)
        with pytest.raises(ConflictError, match="entry 1 was changed meanwhile, last at"):
            store.replace(replace(copy, note="mine"))
