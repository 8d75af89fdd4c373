"""What is left when values are paired: said elsewhere on the other side after all, or rendered wrongly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from termbase.language.numbers.agreement import Agreement, Verdict, agreement
from termbase.language.numbers.values import Date, Quantity, Value

__all__ = ["COMPARED", "said_elsewhere", "wrong_renderings"]

COMPARED = 64
"""Segments have a few values; of a table in one segment so many are compared one by one, the rest by equal value."""


def said_elsewhere(value: Value, others: Sequence[Value], *, turned: bool = False) -> bool:
    """Whether a value is said on the other side, though another one has taken that place."""
    return any(_holds(value, other, turned=turned) for other in others[:COMPARED]) or (
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
    return all(any(_holds(end, other, turned=turned) for other in others[:COMPARED]) for end in _ends(value))


def wrong_renderings(
    source: Sequence[Value], target: Sequence[Value], source_left: list[int], target_left: list[int]
) -> list[tuple[Agreement, int, int]]:
    """Pairs of leftovers that measure the same and differ, first those with a wrong unit or a wrong power of ten."""
    found = []
    for one in source_left[:COMPARED]:
        for other in target_left[:COMPARED]:
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
