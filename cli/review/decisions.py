"""A person's decisions, each written at once and with its history, and taken back one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from termbase.errors import ConflictError
from termbase.headlines import concept_without_contexts
from termbase.model import Concept, Status

if TYPE_CHECKING:
    from termbase.store import Store

__all__ = ["Decision", "Decisions", "Undone", "bare"]

_UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on an entry."""

    action: str
    """As in the history: approve, reject, edit or merge."""
    before: Concept
    after: Concept
    """As it is stored since; after a merger the entry that stayed."""
    merger: Merger | None = None


@dataclass(frozen=True, slots=True)
class Merger:
    """What it takes to part two entries that were merged."""

    target: Concept
    """The entry that stayed, as it was, with its contexts; the one that went is the decision's `before`."""
    source_counts: dict[str, int]
    """How often the one that went occurs in each document."""
    target_counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Undone:
    """A decision that was taken back."""

    decision: Decision
    number: int
    """The number of the entry now: a new one where a merger had removed it."""


class Decisions:
    """Decides for a person in a termbase: never over what somebody else has changed since it was shown."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._made: list[Decision] = []

    def __len__(self) -> int:
        return len(self._made)

    def change(self, shown: Concept, after: Concept, action: str = "edit") -> Decision | None:
        """Put a new state in the place of what was shown; None where the two are the same.

        Raises ConflictError when the entry is not what was shown any more; then nothing is written.
        """
        if bare(after) == bare(shown):
            return None
        with self._store.transaction():
            before = self._as_shown(shown)
            self._store.replace(after, action)
        return self._note(Decision(action, before, bare(after)))

    def merge(self, shown: Concept, into: Concept) -> Decision:
        """Unite the entry with another, which stays; an approved one takes the forms as approved.

        Raises ConflictError when one of the two is not what was shown any more, and for an entry with itself.
        """
        with self._store.transaction():
            source, target = self._with_contexts(shown), self._with_contexts(into)
            assert source.id is not None
            assert target.id is not None
            merger = Merger(target, self._counts(source.id), self._counts(target.id))
            after = _settled(self._store.merge(source.id, target.id), target)
            self._store.replace(after, "approve")
        return self._note(Decision("merge", source, bare(after), merger))

    def undo(self) -> Undone | None:
        """Take the last decision back, as a new change in the history; None where there is none left.

        Raises ConflictError when the entry was changed since; the decision then stands, and the one before is next.
        """
        if not self._made:
            return None
        decision = self._made[-1]
        try:
            with self._store.transaction():
                stored = self._as_shown(decision.after)
                before = decision.before
                if decision.merger is None:
                    restored = self._store.replace(_as_it_was(stored, before), _UNDO)
                else:
                    restored = self._part(stored, before, decision.merger)
        except ConflictError:
            self._made.pop()
            raise
        self._made.pop()
        assert restored.id is not None
        if restored.id != before.id:
            self._made = [_renumbered(made, before.id, restored.id) for made in self._made]
        return Undone(decision, restored.id)

    def _note(self, decision: Decision) -> Decision:
        self._made.append(decision)
        return decision

    def _part(self, united: Concept, source: Concept, merger: Merger) -> Concept:
        """Two entries again: the one that stayed as it was, the other one filed anew."""
        self._store.replace(_as_it_was(united, merger.target), _UNDO)
        self._recount(merger.target, merger.source_counts.keys(), merger.target_counts)
        restored = self._store.add(replace(source, id=None), _UNDO)
        self._recount(replace(source, id=restored.id), merger.source_counts.keys(), merger.source_counts)
        return restored

    def _recount(self, concept: Concept, documents: Iterable[str], counts: dict[str, int]) -> None:
        assert concept.id is not None
        for document in {*documents, *(context.document for context in concept.contexts)}:
            contexts = [context for context in concept.contexts if context.document == document]
            self._store.record(concept.id, document, contexts, counts.get(document, 0))

    def _counts(self, concept_id: int) -> dict[str, int]:
        rows = self._store.execute("SELECT document, frequency FROM occurrence WHERE concept_id = ?", (concept_id,))
        return dict(map(tuple, rows))

    def _as_shown(self, shown: Concept) -> Concept:
        """The entry as it is stored, which must be as it was shown; later runs may have counted it further."""
        assert shown.id is not None
        stored = concept_without_contexts(self._store, shown.id)
        if stored is None:
            raise ConflictError(f"entry {shown.id} is no longer there: it was removed or merged meanwhile")
        if bare(stored) != bare(shown):
            last = self._store.history(shown.id)[-1]
            raise ConflictError(
                f"entry {shown.id} was changed meanwhile ({last.action} by {last.who}); nothing was written",
                remedy="look at it again",
            )
        return bare(stored)

    def _with_contexts(self, shown: Concept) -> Concept:
        self._as_shown(shown)
        assert shown.id is not None
        return self._store.concept(shown.id)


def bare(concept: Concept) -> Concept:
    """The concept without what is counted: what a person decides on."""
    return replace(concept, contexts=(), frequency=0)


# What a decision may change
_DECIDED = (
    "type",
    "status",
    "terms",
    "subject",
    "definition_zh",
    "definition_en",
    "note",
    "items",
    "score",
    "reason",
)


def _as_it_was(stored: Concept, before: Concept) -> Concept:
    """The stored entry with the fields of an earlier state, so that what is counted stays."""
    return replace(stored, **{name: getattr(before, name) for name in _DECIDED})


def _settled(united: Concept, target: Concept) -> Concept:
    """The united concept; the forms that came to an approved one are approved, for a person has put them there."""
    if target.status is not Status.APPROVED:
        return united
    known = set(target.terms)
    terms = (
        term if term in known or term.status is not Status.PROPOSED else replace(term, status=Status.APPROVED)
        for term in united.terms
    )
    return replace(united, terms=tuple(terms))


def _renumbered(decision: Decision, old: int | None, new: int) -> Decision:
    """An earlier decision on an entry that has a new number since."""
    before, after, merger = decision.before, decision.after, decision.merger
    if merger is not None and merger.target.id == old:
        merger = replace(merger, target=replace(merger.target, id=new))
    return replace(
        decision,
        before=replace(before, id=new) if before.id == old else before,
        after=replace(after, id=new) if after.id == old else after,
        merger=merger,
    )
