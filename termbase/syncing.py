"""Two databases, each with changes of its own, brought to the same state: three-way, by their histories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from termbase.contributions import NOTHING, Contribution, read_contributions
from termbase.counterparts import changed_pairs
from termbase.lineage import ACTION, Fork, Lineage, fork, lineages_of
from termbase.model import Concept, Context
from termbase.store import Adopted
from termbase.three_way import Conflict, united

if TYPE_CHECKING:
    from termbase.reading import Reading
    from termbase.store import Store

__all__ = ["Side", "Step", "carry_out", "steps"]

# Pairs read at a time
_PAGE = 200

Contributions = dict[str, Contribution]


@dataclass(slots=True)
class Side:
    """A concept in one of the two databases."""

    lineage: Lineage
    before: Concept | None
    """None where it is not there."""
    after: Concept | None = None
    contributions: Contributions = field(default_factory=dict)
    """What documents are to have contributed, of those of which that changes."""

    @property
    def number(self) -> int:
        """0 where it never was there."""
        return self.lineage.number

    @property
    def is_changed(self) -> bool:
        """Whether there is something to write."""
        return self.after != self.before or bool(self.contributions)


@dataclass(slots=True)
class Step:
    """What is to be done with one concept."""

    first: Side
    second: Side
    conflicts: list[Conflict] = field(default_factory=list)
    is_adopted: bool = False
    """Whether one side never had it."""

    @property
    def title(self) -> str:
        """A form to know it by."""
        for concept in (self.first.before, self.second.before):
            if concept is not None:
                term = concept.preferred(chinese=True) or concept.terms[0]
                return term.text
        return ""


def steps(first: Reading, second: Reading) -> Iterator[Step]:
    """What there is to do, concept by concept; also where only a note is due that both came to the same.

    Cost: one pass over both histories, then what was changed.
    """
    waiting = iter(changed_pairs(first, second))
    while page := list(islice(waiting, _PAGE)):
        ones = _sides(first, [one for one, _ in page])
        others = _sides(second, [other for _, other in page])
        for one, other in zip(ones, others, strict=True):
            yield _step((first, second), one, other)


def carry_out(first: Store, second: Store, found: Iterable[Step]) -> Iterator[Step]:
    """Write steps, in a transaction of the caller on each side, who is to go through all of them.

    Each line of history names what it took in, so that the next synchronisation begins from here; but not where there
    is a conflict, which is to be found again.
    """
    waiting = iter(found)
    while page := list(islice(waiting, _PAGE)):
        # together: on a server one by one they take thirty times as long
        _adopt(first, [(step.second, step.first) for step in page if not step.first.number])
        _adopt(second, [(step.first, step.second) for step in page if not step.second.number])
        for step in page:
            if not step.is_adopted:
                _write(first, second, step)
        yield from page


def _adopt(store: Store, found: list[tuple[Side, Side]]) -> None:
    """File what the other side has and this one never had."""
    lot = []
    for theirs, ours in found:
        assert ours.after is not None, "it is there"
        lot.append(Adopted(ours.after, ours.contributions, _seen(theirs.lineage, ours.lineage, same=True)))
    for number, (_, ours) in zip(store.adopt(lot, ACTION) if lot else (), found, strict=True):
        ours.lineage.number = number


def _write(first: Store, second: Store, step: Step) -> None:
    one, other = step.first, step.second
    settled = not step.conflicts
    if one.is_changed:
        seen = _seen(other.lineage, one.lineage, same=not other.is_changed) if settled else None
        first.restore(one.number, one.after, one.contributions, ACTION, seen)
    if other.is_changed or (settled and not one.is_changed):
        (lineage,) = lineages_of(first, [one.number]).values()
        seen = _seen(lineage, other.lineage, same=True) if settled else None
        second.restore(other.number, other.after, other.contributions, ACTION, seen)


def _seen(of: Lineage, to: Lineage, *, same: bool) -> dict[str, Any]:
    """The changes of a lineage that another takes in, and whether it then is as behind the last of them."""
    known = to.known()
    seen: dict[str, Any] = {"changes": [name for name in of.known() if name not in known]}
    if same and of.lines:
        seen["same"] = of.lines[-1].name
    return seen


def _sides(reading: Reading, numbers: list[int | None]) -> list[Side]:
    there = [number for number in numbers if number is not None]
    found = {one.id: one for one in reading.concepts_of(there, with_contexts=False)} if there else {}
    lineages = lineages_of(reading, there) if there else {}
    return [
        Side(Lineage(0), None) if number is None else Side(lineages[number], found.get(number)) for number in numbers
    ]


def _step(readings: tuple[Reading, Reading], one: Side, other: Side) -> Step:
    step = Step(one, other, is_adopted=not (one.number and other.number))
    parted = fork(one.lineage, other.lineage)
    one.after, other.after = one.before, other.before
    if one.before is not None and other.before is not None:
        both = united(parted.state if parted else None, one.before, other.before)
        one.after, other.after, step.conflicts = both.first, both.second, both.conflicts
        _unite_contributions(readings, step, parted)
    else:
        _remove_or_add(readings, step, parted)
    return step


def _remove_or_add(readings: tuple[Reading, Reading], step: Step, parted: Fork | None) -> None:
    """Of two sides one has the concept: the other never had it, or removed it."""
    sides = (step.first, step.second)
    here = 0 if step.first.before is not None else 1
    there = sides[here].before
    assert there is not None, "one of the two has it"
    place = (parted.first, parted.second)[here] if parted else -1
    if parted is None or parted.state is None:
        sides[1 - here].after = replace(there, id=None, frequency=0)
        sides[1 - here].contributions = read_contributions(readings[here].execute, sides[here].number)
    elif _bare(there) == _bare(parted.state) and not sides[here].lineage.documents(place):
        sides[here].after = None
    else:
        told = ["removed", "removed"]
        told[here] = "changed"
        step.conflicts.append(Conflict("entry", step.title, *told))


def _unite_contributions(readings: tuple[Reading, Reading], step: Step, parted: Fork | None) -> None:
    """Of each document what the side says that changed it; where both did, the sentences and the greater count."""
    sides = (step.first, step.second)
    found = [read_contributions(readings[side].execute, sides[side].number) for side in (0, 1)]
    places = (parted.first, parted.second) if parted else (-1, -1)
    changed = [sides[side].lineage.documents(places[side]) for side in (0, 1)]
    for document in sorted({*found[0], *found[1]}):
        one, other = (contributions.get(document, NOTHING) for contributions in found)
        if _sorted(one) == _sorted(other):
            continue
        alone = document in changed[0], document in changed[1]
        changed_by_one = parted is not None and alone[0] != alone[1]
        result = (one if alone[0] else other) if changed_by_one else _both(one, other)
        for side, before in zip(sides, (one, other), strict=True):
            if _sorted(before) != _sorted(result):
                side.contributions[document] = result


def _both(one: Contribution, other: Contribution) -> Contribution:
    contexts = tuple(sorted({*one.contexts, *other.contexts}, key=_place))
    return Contribution(max(one.frequency, other.frequency), contexts)


def _sorted(one: Contribution) -> tuple[int, list[Context]]:
    return one.frequency, sorted(one.contexts, key=_place)


def _place(context: Context) -> tuple[int, int, int, str, str, str]:
    return (
        context.position, context.start, context.end, context.language, context.sentence, context.translation,
    )  # fmt: skip


def _bare(concept: Concept) -> Concept:
    return replace(concept, id=None, frequency=0, contexts=())
