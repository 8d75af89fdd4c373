"""What a run did to each concept, all its changes taken together: how it was before, how the run left it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from termbase.contributions import Contribution, contribution_of, mark_of, read_contributions
from termbase.history import DOCUMENTS, NO_CONCEPT, SEEN, concept_of, state_of
from termbase.model import Concept
from termbase.rows import Row
from termbase.staleness import changed_fields

if TYPE_CHECKING:
    from termbase.reading import Reading

__all__ = ["ALL", "Effect", "Lines", "date_effects", "effects"]

# Below the 999 parameters that an older SQLite allows
_PAGE = 500

State = dict[str, Any]
Lines = tuple[int, int]
"""Lines of the history in a row, by the numbers of the first and the last."""
ALL: Lines = (0, 2**31 - 1)


@dataclass(slots=True)
class Effect:
    """What a run did to one concept."""

    number: int
    first: int
    """Numbers of its first and last line of history in the run."""
    last: int
    was_there: bool
    is_there: bool
    before: State | None = None
    """The state before, without what documents contributed; None where that was not touched, or for a new concept."""
    after: State | None = None
    frequency: int = 0
    """Occurrences after it."""
    documents: dict[str, tuple[State | None, State | None]] = field(default_factory=dict)
    """What each document contributed before, and the mark of it after; None for nothing."""
    is_whole: bool = True
    """Whether the history has all that was changed; that of an older zhterm lacks what documents contributed."""

    @property
    def title(self) -> str:
        """A form of the concept, to know it by; empty where only documents contributed to it."""
        state = self.before or self.after or {}
        return str(state["terms"][0]["text"]) if state.get("terms") else ""

    @property
    def contributions(self) -> dict[str, Contribution]:
        """What documents contributed before, of those whose contribution was changed."""
        return {document: contribution_of(document, before) for document, (before, _) in self.documents.items()}

    @property
    def is_edit(self) -> bool:
        """Whether the concept itself was changed, not only what documents contributed."""
        return self.before is not None and bool(changed_fields(self.before, self.after or {}))

    def concept(self) -> Concept | None:
        """The concept before; None where it was not there."""
        return None if self.before is None else concept_of(self.before)

    def stands(self, reading: Reading, now: Concept | None) -> bool:
        """Whether the concept still is as the run left it, as far as the run touched it."""
        if now is None or not self.is_there:
            return (now is not None) is self.is_there
        if self.after is not None and changed_fields(self.after, state_of(now)):
            return False
        if not self.was_there and now.frequency != self.frequency:
            return False
        return all(self._contributed(reading, document) == mark for document, (_, mark) in self.documents.items())

    def take(self, line: Row) -> None:
        """Take in the next line of the run: number, action, before, after."""
        number, action, *texts = line
        before, after = (json.loads(text) if text else {} for text in texts)
        self.last, self.is_there = number, bool(after)
        self.is_whole &= _is_whole(action, before, after)
        self.frequency = after.get("frequency", 0)
        for state in (before, after):
            state.pop(SEEN, None)
        documents = [state.pop(DOCUMENTS, {}) for state in (before, after)]
        for document in (*documents[0], *documents[1]):
            first, _ = self.documents.get(document, (documents[0].get(document), None))
            self.documents[document] = (first, documents[1].get(document))
        if "terms" in before and self.before is None and self.was_there:
            self.before = before
        if "terms" in after:
            self.after = after

    def _contributed(self, reading: Reading, document: str) -> State | None:
        found = read_contributions(reading.execute, self.number, document).get(document)
        return None if found is None else mark_of(found)


def effects(reading: Reading, run: int, lines: Lines = ALL) -> Iterator[Effect]:
    """What a run did to each concept it touched, in the order of their numbers; a page at a time is in memory.

    With `lines` only what these lines of its history say.
    """
    last = NO_CONCEPT
    page = (
        "SELECT DISTINCT concept_id FROM history WHERE run_id = ? AND concept_id > ? AND id BETWEEN ? AND ? "
        f"ORDER BY concept_id LIMIT {_PAGE}"
    )
    while numbers := [number for (number,) in reading.execute(page, (run, last, *lines))]:
        found = reading.execute(
            "SELECT concept_id, id, action, before, after FROM history "
            "WHERE run_id = ? AND concept_id BETWEEN ? AND ? AND id BETWEEN ? AND ? ORDER BY concept_id, id",
            (run, numbers[0], numbers[-1], *lines),
        )
        yield from _folded(found)
        last = numbers[-1]


def date_effects(reading: Reading, run: int, lines: Lines = ALL) -> dict[str, tuple[str, str]]:
    """The documents that a run dated: their dates before and after, empty for none."""
    dated: dict[str, tuple[str, str]] = {}
    found = "SELECT before, after FROM history WHERE run_id = ? AND concept_id = ? AND id BETWEEN ? AND ? ORDER BY id"
    for texts in reading.execute(found, (run, NO_CONCEPT, *lines)):
        before, after = map(json.loads, texts)
        first, _ = dated.get(before["document"], (before["date"], ""))
        dated[before["document"]] = (first, after["date"])
    return dated


def _folded(lines: Iterable[Row]) -> Iterator[Effect]:
    effect: Effect | None = None
    for number, *line in lines:
        if effect is None or effect.number != number:
            if effect is not None:
                yield effect
            effect = Effect(number, line[0], line[0], was_there=bool(line[2]), is_there=True)
        effect.take(line)
    if effect is not None:
        yield effect


def _is_whole(action: str, before: State, after: State) -> bool:
    """Whether the line has what documents contributed, where it changed that."""
    if DOCUMENTS in before or DOCUMENTS in after or not before:
        return True
    is_counted = action == "collect" and not changed_fields(before, after)
    return not is_counted and before.get("frequency", 0) == after.get("frequency", 0)
