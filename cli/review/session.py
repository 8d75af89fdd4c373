"""A review as it goes on, without a screen: the queue, the entry that is shown, and what a person does with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from cli.review.decisions import Decisions
from cli.review.editing import is_unsettled, new_forms, rejected
from cli.review.entry import counted_forms, headline, name_of
from cli.review.queue import Filter, Mark, Order, Queue
from cli.review.waiting import queue_of
from termbase.editing import approved
from termbase.errors import ConflictError
from termbase.headlines import concept_without_contexts, some_contexts
from termbase.lookup import find
from termbase.lookup.alike import find_alike
from termbase.model import Concept, Context, Status

if TYPE_CHECKING:
    from termbase.store import Store

__all__ = ["Session"]

Result = TypeVar("Result")

_CONTEXTS = 20
"""Contexts shown of an entry: more than a person reads, few enough to be there at once."""
_FOUND = 30
_LIKELY = 15
_AGAIN = "z takes it back"


class Session:
    """What a person sees and does; each method that decides returns a line that says what was done.

    They raise ConflictError when the entry was changed by somebody else since it was shown; it is then read anew, and
    nothing was written.
    """

    def __init__(self, store: Store, wanted: Filter | None = None, order: Order = Order.SCORE) -> None:
        self.store = store
        self.wanted = wanted or Filter()
        self.order = order
        self.queue = Queue()
        self.decisions = Decisions(store)
        self.shown: Concept | None = None
        """The current entry as it was when it was read; None when the queue is empty or the entry is gone."""
        self.contexts: Sequence[Context] = ()
        self.total = 0
        """How many contexts the entry has."""
        self._titles: dict[int, tuple[str, str, float]] = {}
        self.fill()

    def fill(self) -> None:
        """Read the queue anew, with what came in meanwhile."""
        self.queue.refill(queue_of(self.store, self.wanted, self.order))
        self.show()

    def show(self) -> None:
        """Read the current entry."""
        self.shown, self.contexts, self.total = None, (), 0
        if (number := self.queue.current) is not None:
            self.shown = concept_without_contexts(self.store, number)
            self.contexts, self.total = some_contexts(self.store, number, _CONTEXTS)
            self.queue.see()
            if self.shown is not None:
                self._titles[number] = self._title(self.shown)

    def go(self, place: int) -> None:
        """Show the entry at a place of the queue."""
        self.queue.go(place)
        self.show()

    def visit(self, concept_id: int) -> None:
        """Show an entry, which joins the queue if it is not in it."""
        self.queue.visit(concept_id)
        self.show()

    def next_unseen(self) -> str:
        """Show the next entry that was not shown yet."""
        if not self.queue.next_unseen():
            return "every entry of the queue was seen"
        self.show()
        return ""

    def titles(self, ids: Sequence[int]) -> list[tuple[str, str, float]]:
        """Name, English beside it, and score of these entries, at most 500; those of removed ones as last read."""
        missing = [number for number in ids if number not in self._titles]
        for concept in self.store.concepts_of(missing, with_contexts=False) if missing else ():
            assert concept.id is not None
            self._titles[concept.id] = self._title(concept)
        return [self._titles.get(number, ("–", "", 0.0)) for number in ids]

    def approve(self) -> str:
        """Approve the entry with its proposed forms, and on to the next."""
        shown = self._entry()
        if self._decide(lambda: self.decisions.change(shown, approved(shown), "approve")) is None:
            return self._settled(Mark.APPROVED, f"{name_of(shown)} is approved already")
        return self._settled(Mark.APPROVED, f"approved {name_of(shown)}; {_AGAIN}")

    def reject(self) -> str:
        """Reject the entry, or of an approved one the new forms, and on to the next."""
        shown = self._entry()
        forms = new_forms(shown) if shown.status is Status.APPROVED else []
        if self._decide(lambda: self.decisions.change(shown, rejected(shown), "reject")) is None:
            return self._settled(Mark.REJECTED, f"{name_of(shown)} is rejected already")
        what = f"rejected {counted_forms(len(forms))} of" if forms else "rejected"
        return self._settled(Mark.REJECTED, f"{what} {name_of(shown)}; {_AGAIN}")

    def save(self, shown: Concept, after: Concept) -> str:
        """Put an edited entry in the place of the one that was shown, and on to the next."""
        self._decide(lambda: self.decisions.change(shown, after))
        return self._settled(Mark.APPROVED, f"saved {name_of(after)}, {after.status}; {_AGAIN}")

    def adjust(self, shown: Concept, after: Concept, what: str) -> str:
        """Put a slightly changed entry (type, usage, source) in the place of the one that was shown, and stay."""
        if self._decide(lambda: self.decisions.change(shown, after)) is None:
            return f"{what}: as it was"
        self.show()
        more = "; still proposed, a approves" if is_unsettled(after) else ""
        return f"{what}{more}; {_AGAIN}"

    def merge(self, shown: Concept, into: Concept) -> str:
        """Unite the entry that was shown with another, which stays, and on to the next."""
        self._decide(lambda: self.decisions.merge(shown, into))
        assert into.id is not None
        self._titles.pop(into.id, None)
        return self._settled(Mark.MERGED, f"merged {name_of(shown)} into {into.id} {name_of(into)}; {_AGAIN}")

    def undo(self) -> str:
        """Take the last decision of the session back, and show its entry."""
        undone = self._decide(self.decisions.undo)
        if undone is None:
            return "nothing to take back: no decision of this session is left"
        before, after = undone.before, undone.after
        assert before.id is not None
        if before.status is after.status and undone.action == "edit":
            self.queue.visit(before.id)
        else:
            self.queue.reopen(before.id)
        self._titles.pop(after.id or 0, None)
        self.show()
        return f"taken back: {undone.action} {name_of(before)}"

    def find(self, text: str) -> list[Concept]:
        """The entries that a look-up finds."""
        return [hit.concept for hit in find(self.store, text, limit=_FOUND)] if text.strip() else []

    def likely_targets(self) -> list[Concept]:
        """Entries that the one shown may be merged into: the same or nearly, in Chinese or in English."""
        return [hit.concept for hit in find_alike(self.store, self._entry(), limit=_LIKELY)]

    def _entry(self) -> Concept:
        if self.shown is None:
            raise ConflictError("there is no entry to decide on", remedy="f changes the filter, q ends the review")
        return self.shown

    def _decide(self, change: Callable[[], Result]) -> Result:
        try:
            return change()
        except ConflictError:
            self.show()
            raise

    def _settled(self, mark: Mark, line: str) -> str:
        if (number := self.queue.current) is not None and mark is not Mark.MERGED:
            # under its new name
            self._titles.pop(number, None)
        self.queue.settle(mark)
        self.show()
        return line

    @staticmethod
    def _title(concept: Concept) -> tuple[str, str, float]:
        return (*headline(concept), concept.score)
