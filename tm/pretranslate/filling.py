"""Which segments of a file are filled, with what, and the account of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from tm.formats.inline import Inline, codes_of, text_of
from tm.formats.languages import pair_of
from tm.memory.reading import MemoryReader
from tm.pretranslate.proposal import Proposal, Query, proposals

__all__ = ["Filled", "Filling", "Slot"]

Place = TypeVar("Place")


@dataclass(frozen=True, slots=True)
class Slot(Generic[Place]):
    """A segment of a file as all formats have it."""

    place: Place
    """What the format knows of it."""
    number: int
    id: str
    source: Inline
    target: Inline
    languages: tuple[str, str]
    """Tags of source and target, empty where unknown."""
    locked: bool = False
    """Whether the file forbids a change, or there is no room for a target."""
    untouched: bool = False
    """Whether the target is known to be no translation: a copy of the source that nobody has worked on."""

    @property
    def is_translated(self) -> bool:
        """Whether there is a text or a code in the target that somebody may have put there."""
        return not self.untouched and bool(text_of(self.target).strip() or codes_of(self.target))


@dataclass(frozen=True, slots=True)
class Filled:
    """A segment that was filled."""

    number: int
    id: str
    source: str
    proposal: Proposal


@dataclass(slots=True)
class Filling:
    """The rules of one run over a file and its account."""

    memory: MemoryReader
    minimum: float
    """The least score of a match, from 0 to 1."""
    overwrite: bool = False
    """Whether translations that are there may be replaced."""
    report: Callable[[Filled], None] = lambda _: None
    """Told each filled segment."""
    watched: Callable[[Iterable[Any]], Iterable[Any]] = lambda slots: slots
    """Passes the segments on, one by one as they are asked for."""
    counts: Counter[str] = field(default_factory=Counter)
    """Segments by what became of them: context, exact, number, fuzzy; translated, locked, codes, none, languages."""

    def answers(self, slots: Iterable[Slot[Place]]) -> Iterator[tuple[Slot[Place], Proposal | None]]:
        """Each segment with what it is filled with; None for what is left as it is."""
        before = ""
        for slot, following in _with_next(self.watched(slots)):
            yield slot, self._answer(slot, before, text_of(following.source).strip() if following else "")
            before = text_of(slot.source).strip()

    def _answer(self, slot: Slot[Place], before: str, after: str) -> Proposal | None:
        source = text_of(slot.source)
        outcome, proposal = self._outcome(slot, source, before, after)
        if outcome:
            self.counts[outcome] += 1
        if proposal:
            self.report(Filled(slot.number, slot.id, source, proposal))
        return proposal

    def _outcome(self, slot: Slot[Place], source: str, before: str, after: str) -> tuple[str, Proposal | None]:
        if not source.strip():
            return "", None
        pair = pair_of(source, text_of(slot.target), slot.languages)
        if pair is None:
            return "languages", None
        if slot.locked:
            return "locked", None
        if slot.is_translated and not self.overwrite:
            return "translated", None
        query = Query(slot.source, pair[1], not pair[0].lower().startswith("en"), before, after)
        outcome = "none"
        for proposal in proposals(self.memory, query, self.minimum):
            if proposal is not None:
                return proposal.kind, proposal
            outcome = "codes"
        return outcome, None


def _with_next(slots: Iterable[Slot[Place]]) -> Iterator[tuple[Slot[Place], Slot[Place] | None]]:
    waiting = None
    for slot in slots:
        if waiting is not None:
            yield waiting, slot
        waiting = slot
    if waiting is not None:
        yield waiting, None
