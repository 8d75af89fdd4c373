"""What comes next: which entries are to be reviewed, in which order, and which of them were seen and decided on."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from termbase.headlines import Headline, Place
from termbase.model import ConceptType, Status

__all__ = ["Filter", "Mark", "Order", "Queue", "ordered"]


class Order(StrEnum):
    """By what the queue is sorted."""

    SCORE = "score"
    TYPE = "type"
    DOCUMENT = "document"
    NUMBER = "number"

    @property
    def following(self) -> Order:
        """The next one, after the last the first.

        >>> Order.NUMBER.following
        <Order.SCORE: 'score'>
        """
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


class Mark(StrEnum):
    """What became of an entry in this session."""

    APPROVED = "approved"
    REJECTED = "rejected"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries are wanted."""

    status: Status | None = None
    """None: whatever is unsettled."""
    type: ConceptType | None = None
    document: str = ""
    """A part of the name of a document they stand in."""
    min_score: float = 0.0

    def __str__(self) -> str:
        score = f"score from {self.min_score:g}" if self.min_score else ""
        return ", ".join(filter(None, (self.status, self.type, self.document, score)))


def ordered(
    headlines: Iterable[Headline], wanted: Filter, order: Order, places: Mapping[int, Place] | None = None
) -> list[int]:
    """The numbers of the entries wanted, in order; ties by score, then by number.

    `places` says where entries stand: needed for the order by document, and with a document in the filter, whose
    places they are.

    >>> one = Headline(1, ConceptType.STRATEGY, Status.PROPOSED, 0.7)
    >>> two = Headline(2, ConceptType.COMPANY, Status.PROPOSED, 0.9)
    >>> ordered([one, two], Filter(), Order.SCORE), ordered([one, two], Filter(min_score=0.8), Order.NUMBER)
    ([2, 1], [2])
    >>> ordered([one, two], Filter(), Order.DOCUMENT, {1: ("a.zh.txt", 4), 2: ("b.zh.txt", 0)})
    [1, 2]
    """
    places = places or {}
    chosen = [
        one
        for one in headlines
        if (wanted.type is None or one.type is wanted.type)
        and one.score >= wanted.min_score
        and (not wanted.document or one.id in places)
    ]
    chosen.sort(key=lambda one: (*_rank(one, order, places), -one.score, one.id))
    return [one.id for one in chosen]


class Queue:
    """Entries in order, with a position among them; what was seen and decided stays known when it is filled anew.

    >>> queue = Queue([7, 8, 9])
    >>> queue.settle(Mark.APPROVED)
    >>> queue.current, queue.left, queue.mark(7)
    (8, 2, <Mark.APPROVED: 'approved'>)
    """

    def __init__(self, ids: Iterable[int] = ()) -> None:
        self.ids = list(ids)
        self.position = 0
        self._among = set(self.ids)
        self._seen: set[int] = set()
        self._marks: dict[int, Mark] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def current(self) -> int | None:
        """The number of the entry at the position; None in an empty queue."""
        return self.ids[self.position] if self.ids else None

    @property
    def left(self) -> int:
        """How many entries nobody has decided on in this session."""
        return len(self.ids) - sum(one in self._among for one in self._marks)

    def mark(self, concept_id: int) -> Mark | None:
        """What became of an entry."""
        return self._marks.get(concept_id)

    def is_seen(self, concept_id: int) -> bool:
        """Whether the entry was shown in this session."""
        return concept_id in self._seen

    def see(self) -> None:
        """Note that the current entry is shown."""
        if self.current is not None:
            self._seen.add(self.current)

    def go(self, place: int) -> None:
        """To this place, or the nearest there is."""
        self.position = max(0, min(place, len(self.ids) - 1))

    def settle(self, mark: Mark) -> None:
        """Mark the current entry, and on to the next that has no mark; after the last comes the first."""
        if self.current is not None:
            self._marks[self.current] = mark
            self._advance(self._marks)

    def next_unseen(self) -> bool:
        """On to the next entry that was neither shown nor decided on; False where there is none."""
        return self._advance(self._seen | self._marks.keys())

    def visit(self, concept_id: int) -> None:
        """To this entry, which is put in before the current one if the queue lacks it."""
        if concept_id in self._among:
            self.position = self.ids.index(concept_id)
        else:
            self.ids.insert(self.position, concept_id)
            self._among.add(concept_id)

    def reopen(self, concept_id: int) -> None:
        """Back to an entry whose decision was undone."""
        self._marks.pop(concept_id, None)
        self.visit(concept_id)

    def refill(self, ids: Iterable[int]) -> None:
        """Other entries or another order; the position stays with its entry if that is among them."""
        current = self.current
        self.ids = list(ids)
        self._among = set(self.ids)
        self.position = self.ids.index(current) if current is not None and current in self._among else 0

    def _advance(self, done: Container[int]) -> bool:
        for place in chain(range(self.position + 1, len(self.ids)), range(self.position)):
            if self.ids[place] not in done:
                self.position = place
                return True
        return False


def _rank(headline: Headline, order: Order, places: Mapping[int, Place]) -> tuple[object, ...]:
    if order is Order.TYPE:
        return (headline.type,)
    if order is Order.DOCUMENT:
        place = places.get(headline.id)
        return (place is None, place or ("", 0))
    return (headline.id,) if order is Order.NUMBER else ()
