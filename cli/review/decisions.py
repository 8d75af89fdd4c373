"""A person's decisions, each written at once and with its history, and taken back one after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from termbase.errors import ConflictError
from termbase.model import Concept, Status
from termbase.undoing import last_line, take_back

if TYPE_CHECKING:
    from termbase.effects import Lines
    from termbase.store import Store

__all__ = ["Decision", "Decisions"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on an entry."""

    action: str
    """As in the history: approve, reject, edit or merge."""
    before: Concept
    """The entry as it was shown."""
    after: Concept
    """As it was stored; after a merger the entry that stayed."""
    lines: Lines
    """Where the history has it."""


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
        if after == shown:
            return None
        with self._store.transaction():
            first = last_line(self._store) + 1
            stored = self._store.replace(after, action)
            lines = (first, last_line(self._store))
        return self._keep(Decision(action, shown, stored, lines))

    def merge(self, shown: Concept, into: Concept) -> Decision:
        """Unite the entry with another, which stays; an approved one takes the forms as approved.

        Raises ConflictError when one of the two is not what was shown any more, and for an entry with itself.
        """
        assert shown.id is not None
        assert into.id is not None
        with self._store.transaction():
            first = last_line(self._store) + 1
            united = self._store.merge(shown.id, into.id, versions=(shown.version, into.version))
            after = self._store.replace(_settled(united, into), "approve")
            lines = (first, last_line(self._store))
        return self._keep(Decision("merge", shown, after, lines))

    def undo(self) -> Decision | None:
        """Take the last decision back, as a new change in the history, and return it; None where there is none left.

        Raises ConflictError when the entry was changed since; the decision then stands, and the one before is next.
        """
        if not self._made:
            return None
        decision = self._made[-1]
        try:
            with self._store.transaction():
                list(take_back(self._store, self._store.writer.run, lines=decision.lines))
        except ConflictError:
            self._made.pop()
            raise
        return self._made.pop()

    def _keep(self, decision: Decision) -> Decision:
        self._made.append(decision)
        return decision


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
