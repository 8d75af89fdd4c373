"""Which entry comes next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cli.review.queue import Filter, Mark, Order, Queue, ordered
from termbase.headlines import Headline
from termbase.model import ConceptType, Status

ONES = [
    Headline(1, ConceptType.STRATEGY, Status.PROPOSED, 0.5),
    Headline(2, ConceptType.COMPANY, Status.PROPOSED, 0.9),
    Headline(3, ConceptType.STRATEGY, Status.APPROVED, 0.9),
    Headline(4, ConceptType.COMPANY, Status.PROPOSED, 0.7),
]


def test_the_surest_comes_first_and_the_older_one_of_two_equals() -> None:
    assert ordered(ONES, Filter(), Order.SCORE) == [2, 3, 4, 1]


def test_types_stay_together_by_score_within() -> None:
    assert ordered(ONES, Filter(), Order.TYPE) == [2, 4, 3, 1]


def test_by_document_entries_come_as_one_reads_and_those_without_a_place_last() -> None:
    places = {4: ("a.zh.txt", 9), 1: ("b.zh.txt", 0), 2: ("a.zh.txt", 10)}
    assert ordered(ONES, Filter(), Order.DOCUMENT, places) == [4, 2, 1, 3]


def test_a_filter_leaves_out_types_low_scores_and_other_documents() -> None:
    assert ordered(ONES, Filter(type=ConceptType.COMPANY), Order.NUMBER) == [2, 4]
    assert ordered(ONES, Filter(min_score=0.7), Order.NUMBER) == [2, 3, 4]
    assert ordered(ONES, Filter(document="a"), Order.NUMBER, {4: ("a", 1)}) == [4]


def test_a_filter_says_what_it_wants() -> None:
    assert str(Filter(Status.REJECTED, ConceptType.COMPANY, "port", 0.5)) == "rejected, company, port, score from 0.5"
    assert not str(Filter())


def test_a_decision_brings_the_next_open_entry_and_after_the_last_the_first() -> None:
    queue = Queue([1, 2, 3])
    queue.go(1)
    queue.settle(Mark.APPROVED)
    assert queue.current == 3
    queue.settle(Mark.REJECTED)
    assert queue.current == 1
    queue.settle(Mark.APPROVED)
    assert (queue.current, queue.left) == (1, 0)


def test_next_unseen_passes_over_what_was_shown() -> None:
    queue = Queue([1, 2, 3])
    for place in (0, 1):
        queue.go(place)
        queue.see()
    queue.go(0)
    assert queue.next_unseen()
    assert queue.current == 3
    queue.see()
    assert not queue.next_unseen()


def test_an_empty_queue_has_no_current_entry_and_nothing_happens_in_it() -> None:
    queue = Queue()
    queue.see()
    queue.settle(Mark.APPROVED)
    queue.go(5)
    assert (queue.current, queue.left, queue.next_unseen()) == (None, 0, False)


def test_a_visit_puts_an_unknown_entry_before_the_current_one_and_only_once() -> None:
    queue = Queue([1, 2])
    queue.go(1)
    queue.visit(9)
    queue.visit(9)
    assert (queue.ids, queue.current) == ([1, 9, 2], 9)


def test_an_entry_that_is_reopened_is_at_its_place_and_undecided() -> None:
    queue = Queue([1, 2, 3])
    queue.settle(Mark.MERGED)
    queue.reopen(1)
    assert (queue.ids, queue.current, queue.mark(1), queue.left) == ([1, 2, 3], 1, None, 3)


def test_other_entries_keep_the_position_where_they_can() -> None:
    queue = Queue([1, 2, 3])
    queue.go(2)
    queue.refill([3, 4])
    assert queue.current == 3
    queue.refill([5, 6])
    assert queue.current == 5


@given(st.lists(st.integers(1, 60), unique=True), st.lists(st.integers(0, 60)))
def test_each_entry_is_decided_once_wherever_one_jumps(ids: list[int], jumps: list[int]) -> None:
    queue = Queue(ids)
    for jump in (*jumps, *range(len(ids))):
        queue.go(jump)
        if queue.current is not None and queue.mark(queue.current) is None:
            left = queue.left
            queue.settle(Mark.APPROVED)
            assert queue.left == left - 1
    assert queue.left == 0
