"""How many of a query's tokens each segment of a block has, for all segments at once.

The counts are bit-sliced: slice i has the i-th binary digit of every segment's count, as the bits of one number, so
that an addition is a handful of operations on whole numbers (carry-save adders, as in Harley and Seal's population
count: Warren, Hacker's Delight, 5-1).
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["at_least", "counted"]


def counted(members: Iterable[tuple[int, int]]) -> list[int]:
    """The slices of the counts, lowest digit first; each row of bits counts as often as its weight says.

    >>> slices = counted([(0b110, 1), (0b100, 1), (0b101, 2)])
    >>> [sum((digit >> slot & 1) << place for place, digit in enumerate(slices)) for slot in range(3)]
    [2, 1, 4]
    """
    levels: list[list[int]] = []
    for bits, weight in members:
        for place in range(weight.bit_length()):
            if place == len(levels):
                levels.append([])
            if bits and weight >> place & 1:
                levels[place].append(bits)
    slices: list[int] = []
    for waiting in levels:
        carried: list[int] = []
        while len(waiting) > 2:
            one, two, three = waiting.pop(), waiting.pop(), waiting.pop()
            both = one ^ two
            carried.append(one & two | both & three)
            waiting.append(both ^ three)
        if len(waiting) == 2:
            one, two = waiting.pop(), waiting.pop()
            carried.append(one & two)
            waiting.append(one ^ two)
        slices.append(waiting[0] if waiting else 0)
        carried = [bits for bits in carried if bits]
        if len(slices) < len(levels):
            levels[len(slices)] += carried
        elif carried:
            levels.append(carried)
    return slices


def at_least(slices: list[int], count: int, everyone: int) -> int:
    """The segments whose count is no less than this, as bits; `everyone` has the bits of all segments.

    >>> bin(at_least(counted([(0b110, 1), (0b100, 1)]), 2, 0b111))
    '0b100'
    """
    if count <= 0:
        return everyone
    if count.bit_length() > len(slices):
        return 0
    more, equal = 0, everyone
    for place in range(len(slices) - 1, -1, -1):
        both = equal & slices[place]
        if count >> place & 1:
            equal = both
        else:
            more |= both
            equal ^= both
    return more | equal
