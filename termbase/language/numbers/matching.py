"""Which values of a translation render which of the source, and what is left on either side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from termbase.language.numbers.agreement import Agreement, Verdict, agreement
from termbase.language.numbers.units import UNITS
from termbase.language.numbers.values import Date, Quantity, Value

__all__ = ["Matching", "Pair", "match"]

# Segments have a few values; of a table in one segment the first are compared one by one, the rest by equal value.
_COMPARED = 64


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
    source_left = [index for index in left if not _said_elsewhere(source[index], target)]
    target_left = [index for index in over if not _said_elsewhere(target[index], source, turned=True)]
    for found, one, other in _wrong(source, target, source_left, target_left):
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
    for one in range(min(len(source), _COMPARED)):
        for other in range(min(len(target), _COMPARED)):
            yield one, other
    if len(source) <= _COMPARED and len(target) <= _COMPARED:
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


def _said_elsewhere(value: Value, others: Sequence[Value], *, turned: bool = False) -> bool:
    """Whether a value is said on the other side, though another one has taken that place."""
    return any(_holds(value, other, turned=turned) for other in others[:_COMPARED]) or (
        isinstance(value, Quantity) and value.ranges and _ends_said(value, others, turned=turned)
    )


def _holds(value: Value, other: Value, *, turned: bool) -> bool:
    result = agreement(other, value) if turned else agreement(value, other)
    if result.verdict is Verdict.SAME or (result.fits and not result.difference):
        return True
    if isinstance(other, Quantity) and other.ranges:
        return any(_holds(value, end, turned=turned) for end in _ends(other))
    return False


def _ends(quantity: Quantity) -> list[Quantity]:
    return [
        replace(quantity, value=end, low=end, high=end) for end in (quantity.low, quantity.high) if end is not None
    ]


def _ends_said(value: Quantity, others: Sequence[Value], *, turned: bool) -> bool:
    return all(any(_holds(end, other, turned=turned) for other in others[:_COMPARED]) for end in _ends(value))


def _wrong(
    source: Sequence[Value], target: Sequence[Value], source_left: list[int], target_left: list[int]
) -> list[tuple[Agreement, int, int]]:
    """Pairs of leftovers that measure the same and differ, first those with a wrong unit or a wrong power of ten."""
    found = []
    for one in source_left[:_COMPARED]:
        for other in target_left[:_COMPARED]:
            result = agreement(source[one], target[other])
            if result.verdict in {Verdict.UNIT, Verdict.VALUE} and _comparable(source[one], target[other]):
                found.append((result, one, other))
    scale = len(target) / max(len(source), 1)
    found.sort(key=lambda item: (item[0].verdict, "times" not in item[0].difference, abs(item[1] * scale - item[2])))
    return found


def _comparable(one: Value, other: Value) -> bool:
    """Whether a difference of two leftovers is worth saying: both must be kept, and they are of one kind."""
    if not (one.plain and other.plain):
        return False
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return one.kind is other.kind
    return isinstance(one, Date) and isinstance(other, Date)
