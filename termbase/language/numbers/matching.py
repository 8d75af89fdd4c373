"""Which values of a translation render which of the source, and what is left on either side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termbase.language.numbers.agreement import Agreement, agreement
from termbase.language.numbers.leftovers import COMPARED, said_elsewhere, wrong_renderings
from termbase.language.numbers.units import UNITS
from termbase.language.numbers.values import Date, Value

__all__ = ["Matching", "Pair", "match"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A value of the source and the one of the target that renders it, well or wrongly."""

    source: Value
    target: Value
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Matching:
    """What belongs together, and what has no counterpart."""

    pairs: list[Pair]
    source_left: list[Value]
    target_left: list[Value]

    @property
    def wrong(self) -> list[Pair]:
        """The pairs that differ in value or unit."""
        return [pair for pair in self.pairs if not pair.agreement.fits]


def match(source: Sequence[Value], target: Sequence[Value]) -> Matching:
    """The values of a source and of its translation one to one, the best agreement first.

    A value said once on one side and twice on the other is no leftover; nor are the ends of a range said apart, nor a
    date in two parts. What is left then and measures the same is paired as a wrong rendering, in order.

    >>> from termbase.language.numbers import values
    >>> result = match(
    ...     values("2019年出口3.5万亿元，增长13.1%", chinese=True),
    ...     values("In 2019 exports rose 13.1 percent to 3.5 billion yuan.", chinese=False),
    ... )
    >>> [(pair.source.text, pair.target.text, pair.agreement.difference) for pair in result.wrong]
    [('3.5万亿元', '3.5 billion yuan', '1,000 times too small')]
    >>> result.source_left, result.target_left
    ([], [])
    """
    pairs: dict[int, tuple[int, Agreement]] = {}
    taken: set[int] = set()
    for found, one, other in _fitting(source, target):
        if one not in pairs and other not in taken:
            pairs[one] = (other, found)
            taken.add(other)
    left = [index for index in range(len(source)) if index not in pairs]
    over = [index for index in range(len(target)) if index not in taken]
    source_left = [index for index in left if not said_elsewhere(source[index], target)]
    target_left = [index for index in over if not said_elsewhere(target[index], source, turned=True)]
    for found, one, other in wrong_renderings(source, target, source_left, target_left):
        if one not in pairs and other not in taken:
            pairs[one] = (other, found)
            taken.add(other)
    return Matching(
        [Pair(source[one], target[other], found) for one, (other, found) in sorted(pairs.items())],
        [source[index] for index in source_left if index not in pairs],
        [target[index] for index in target_left if index not in taken],
    )


def _fitting(source: Sequence[Value], target: Sequence[Value]) -> list[tuple[Agreement, int, int]]:
    """Pairs that fit, the best first, of equal ones those in the same place of their lists."""
    found = [
        (result, one, other) for one, other in _candidates(source, target)
        if (result := agreement(source[one], target[other])).fits
    ]  # fmt: skip
    scale = len(target) / max(len(source), 1)
    found.sort(
        key=lambda item: (item[0].verdict, _unlike(source[item[1]], target[item[2]]), abs(item[1] * scale - item[2]))
    )
    return found


def _unlike(one: Value, other: Value) -> int:
    """How many of kind, unit and plainness differ: 2018 is rather a year than 2018 metres."""
    if isinstance(one, Date) or isinstance(other, Date):
        if not (isinstance(one, Date) and isinstance(other, Date)):
            return 3
        return sum(
            getattr(one.first, name) != getattr(other.first, name)
            for name in ("year", "month", "day", "weekday", "hour")
        )
    return (one.kind is not other.kind) + (one.unit != other.unit) + (one.plain != other.plain)


def _candidates(source: Sequence[Value], target: Sequence[Value]) -> Iterator[tuple[int, int]]:
    for one in range(min(len(source), COMPARED)):
        for other in range(min(len(target), COMPARED)):
            yield one, other
    if len(source) <= COMPARED and len(target) <= COMPARED:
        return
    waiting: dict[object, list[int]] = defaultdict(list)
    for index in range(len(target) - 1, -1, -1):
        waiting[_key(target[index])].append(index)
    for index, value in enumerate(source):
        if same := waiting.get(_key(value)):
            yield index, same.pop()


def _key(value: Value) -> object:
    """Equal for values that are the same beyond doubt."""
    if isinstance(value, Date):
        return value.first, value.last
    factor = UNITS[value.unit].factor if value.unit else 1
    return abs(value.value) * factor, value.high
