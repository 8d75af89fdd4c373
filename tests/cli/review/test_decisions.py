"""What a decision writes, and that it can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cli.review.decisions import Decisions
from cli.review.editing import rejected
from cli.review.session import Session
from termbase.editing import approved
from termbase.errors import ConflictError, UnknownConceptError
from termbase.model import Concept, ConceptType, Status
from termbase.place import Place
from termbase.store import Store
from termbase.undoing import take_back
from tests.cli.review.conftest import actions, stored

pytestmark = pytest.mark.usefixtures("on_each_database")


def shares(store: Store, number: int) -> dict[str, int]:
    rows = store.execute("SELECT document, frequency FROM occurrence WHERE concept_id = ?", (number,))
    return dict(map(tuple, rows))


def merge(session: Session, into: Concept) -> str:
    assert session.shown is not None
    return session.merge(session.shown, into)


def test_a_decision_is_in_the_database_at_once_with_who_made_it(session: Session, termbase: Place) -> None:
    session.approve()
    assert stored(termbase, 1).status is Status.APPROVED
    with Store.open(termbase) as store:
        assert [change.who for change in store.history(1)] == ["extract", "lin"]


def test_what_is_as_it_was_is_no_decision(session: Session, termbase: Place) -> None:
    session.visit(4)
    assert session.shown is not None
    assert session.decisions.change(session.shown, approved(session.shown)) is None
    assert actions(termbase, 4) == ["import"]


@pytest.mark.parametrize("number", [1, 2, 3, 5])
@pytest.mark.parametrize("change", [approved, rejected])
def test_every_change_taken_back_leaves_the_entry_as_it_was(
    session: Session, termbase: Place, number: int, change: type
) -> None:
    before = stored(termbase, number)
    session.visit(number)
    assert session.shown is not None
    session.decisions.change(session.shown, change(session.shown))
    assert stored(termbase, number) != before
    session.undo()
    assert stored(termbase, number) == before
    assert actions(termbase, number)[-1] == "undo"


def test_several_decisions_are_taken_back_the_last_one_first(session: Session, termbase: Place) -> None:
    before = [stored(termbase, number) for number in (1, 2, 5)]
    session.approve()
    session.reject()
    session.approve()
    assert [stored(termbase, number).status for number in (1, 2, 5)] == ["approved", "rejected", "approved"]
    assert session.undo() == "taken back: approve [bold]Ningbo[/] \ufffdCo."
    assert session.undo() == "taken back: reject 义新欧"
    assert session.undo() == "taken back: approve 八八战略"
    assert [stored(termbase, number) for number in (1, 2, 5)] == before
    assert session.undo().startswith("nothing to take back")


def test_a_merger_unites_and_an_approved_entry_takes_the_forms_as_approved(session: Session, termbase: Place) -> None:
    into = stored(termbase, 4)
    merge(session, into)
    united = stored(termbase, 4)
    assert {term.text: term.status for term in united.terms}["八八战略"] is Status.APPROVED
    assert (len(united.contexts), united.frequency) == (3, 7)
    with pytest.raises(UnknownConceptError):
        stored(termbase, 1)


def test_a_merger_into_a_proposal_approves_nothing(session: Session, termbase: Place) -> None:
    merge(session, stored(termbase, 2))
    united = stored(termbase, 2)
    assert {united.status, *(term.status for term in united.terms)} == {Status.PROPOSED}


def test_forms_that_an_approved_entry_had_open_stay_open_in_a_merger(session: Session, termbase: Place) -> None:
    merge(session, stored(termbase, 3))
    statuses = {term.text: term.status for term in stored(termbase, 3).terms}
    assert statuses["Four Thousands spirit"] is Status.PROPOSED
    assert statuses["Eight Eight Strategy"] is Status.APPROVED


def test_a_merger_taken_back_gives_both_entries_with_their_numbers_contexts_and_counts(
    session: Session, termbase: Place
) -> None:
    source, target, queue = stored(termbase, 1), stored(termbase, 4), list(session.queue.ids)
    counts = shares(session.store, 1), shares(session.store, 4)
    merge(session, target)
    assert session.undo() == "taken back: merge 八八战略"
    assert session.shown is not None
    assert (session.shown.id, session.queue.ids, session.queue.left) == (1, queue, len(queue))
    assert (stored(termbase, 1), stored(termbase, 4)) == (source, target)
    assert (shares(session.store, 1), shares(session.store, 4)) == counts
    assert [one.id for one in session.store.concepts()] == [1, 2, 3, 4, 5, 6]
    assert (actions(termbase, 1), actions(termbase, 4)[-1]) == (["import", "merge", "undo"], "undo")


def test_a_decision_before_a_merger_can_be_taken_back_after_it(session: Session, termbase: Place) -> None:
    before = stored(termbase, 1)
    assert session.shown is not None
    session.adjust(session.shown, replace(session.shown, type=ConceptType.EVENT), "type")
    merge(session, stored(termbase, 4))
    session.undo()
    assert stored(termbase, 1).type is ConceptType.EVENT
    session.undo()
    assert stored(termbase, 1) == before


def test_an_entry_that_came_back_can_be_decided_on_and_taken_back_again(session: Session, termbase: Place) -> None:
    source, target = stored(termbase, 1), stored(termbase, 4)
    for _ in range(2):
        merge(session, stored(termbase, 4))
        session.undo()
    session.approve()
    assert stored(termbase, 1).status is Status.APPROVED
    session.undo()
    assert (stored(termbase, 1), stored(termbase, 4)) == (source, target)


def test_a_merger_whose_contexts_a_later_run_counted_anew_stands(session: Session, termbase: Place) -> None:
    merge(session, stored(termbase, 4))
    with Store.open(termbase, who="wang", command="extract") as other:
        other.record(4, "green.zh.txt", [], 9)
    with pytest.raises(
        ConflictError, match=r"cannot be taken back: entry 4 .*changed later by run 3 \(extract, wang"
    ):
        session.undo()
    assert (stored(termbase, 4).frequency, shares(session.store, 4)["green.zh.txt"]) == (15, 9)
    with pytest.raises(UnknownConceptError):
        stored(termbase, 1)


def test_the_whole_review_is_one_run_that_undo_takes_back(session: Session, termbase: Place) -> None:
    before = [stored(termbase, number) for number in range(1, 7)]
    merge(session, stored(termbase, 4))
    session.undo()
    session.approve()
    session.reject()
    session.undo()
    with Store.open(termbase, who="lin", command="undo") as store, store.transaction():
        assert [step.action for step in take_back(store, session.store.writer.run)] == [
            "changed",
            "changed",
            "changed",
        ]
    assert [stored(termbase, number) for number in range(1, 7)] == before


def test_mergers_one_into_the_other_are_taken_back_in_turn(session: Session, termbase: Place) -> None:
    before = [stored(termbase, number) for number in (1, 2, 4)]
    merge(session, stored(termbase, 2))
    session.visit(2)
    merge(session, stored(termbase, 4))
    session.undo()
    session.undo()
    assert [stored(termbase, number) for number in (1, 2, 4)] == before


def test_an_entry_that_somebody_changed_meanwhile_is_not_overwritten(session: Session, termbase: Place) -> None:
    with Store.open(termbase, who="wang") as other:
        other.replace(replace(other.concept(1), note="ask the desk"))
    theirs = stored(termbase, 1)
    for decide in (session.approve, session.reject, lambda: merge(session, stored(termbase, 4))):
        shown = session.shown
        with pytest.raises(ConflictError, match=r"changed meanwhile.*wang"):
            decide()
        assert stored(termbase, 1) == theirs
        # the new state is shown; the old one is looked at again for the next way to decide
        assert session.shown is not None
        assert session.shown.note == "ask the desk"
        session.shown = shown
    session.show()
    session.approve()
    assert (stored(termbase, 1).note, stored(termbase, 1).status) == ("ask the desk", Status.APPROVED)


def test_a_merger_into_an_entry_changed_meanwhile_is_refused_whole(session: Session, termbase: Place) -> None:
    into = stored(termbase, 4)
    with Store.open(termbase, who="wang") as other:
        other.replace(replace(into, note="province"))
    with pytest.raises(ConflictError, match="entry 4"):
        merge(session, into)
    assert stored(termbase, 1).status is Status.PROPOSED


def test_an_entry_that_somebody_removed_is_told_and_the_review_goes_on(session: Session, termbase: Place) -> None:
    with Store.open(termbase, who="wang") as other:
        other.remove(1)
    with pytest.raises(ConflictError, match=r"entry 1 .*(removed|no longer there)"):
        session.approve()
    with pytest.raises(ConflictError, match="no entry"):
        session.approve()
    session.go(1)
    session.approve()
    assert stored(termbase, 2).status is Status.APPROVED


def test_further_counts_by_a_later_run_are_no_conflict_and_survive_an_undo(session: Session, termbase: Place) -> None:
    before = stored(termbase, 1)
    session.approve()
    with Store.open(termbase, who="extract") as other:
        other.record(1, "new.zh.txt", [replace(before.contexts[0], document="new.zh.txt")], 4)
    session.undo()
    after = stored(termbase, 1)
    assert replace(after, contexts=before.contexts, frequency=before.frequency) == before
    assert (after.frequency, len(after.contexts)) == (9, 3)


def test_a_decision_changed_since_stands_and_the_one_before_it_can_be_taken_back(
    session: Session, termbase: Place
) -> None:
    session.approve()
    session.approve()
    with Store.open(termbase, who="wang") as other:
        other.replace(replace(other.concept(2), note="ask the desk"))
    with pytest.raises(ConflictError, match="entry 2"):
        session.undo()
    assert stored(termbase, 2).note == "ask the desk"
    session.undo()
    assert stored(termbase, 1).status is Status.PROPOSED


def test_nothing_to_undo_is_none(session: Session) -> None:
    assert Decisions(session.store).undo() is None
