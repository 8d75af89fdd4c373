"""Which segments may be near enough: none that is near enough is left out.

Let the query have m tokens and a segment n, counted as often as they stand there. Each edit spoils one place, so two
keys of likeness t or more (`tm.similarity`) have at least t * max(m, n) tokens in common. Hence a segment may lack at
most m - t * max(m, n) of the query's tokens; and of any part of the query with r tokens it has at least r minus that.
The rarest part is counted first, since its rows are short; where it leaves many, the rest is counted too.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from tm.memory.blocks import Token, slots_of
from tm.memory.counting import at_least, counted
from tm.memory.reading import Block, MemoryReader

__all__ = ["Query", "candidates", "in_reach"]

# Segments that the rarest tokens may leave before the others are counted: as many are compared in that time
_FEW = 48
# Against rounding: .7 * 10 is 7.000000000000001
_HAIR = 1e-9

Query = tuple[int, list[tuple[Token, int]]]
"""Number of tokens of a key, and the tokens with their weights, rarest first."""


def in_reach(blocks: list[Block], length: int, minimum: float) -> list[Block]:
    """The blocks with segments whose length alone allows the likeness, those of the query's length first.

    >>> in_reach([(1, 9, 2, 4), (2, 9, 5, 9), (3, 9, 10, 90)], 10, 0.5)
    [(3, 9, 10, 90), (2, 9, 5, 9)]
    """
    near = [
        block for block in blocks if block[2] * minimum <= length + _HAIR and block[3] + _HAIR >= length * minimum
    ]
    return sorted(near, key=lambda block: (max(block[2] - length, length - block[3], 0), block[0]))


def candidates(reader: MemoryReader, block: Block, query: Query, minimum: float) -> Iterator[tuple[float, list[int]]]:
    """Slots of the block that may hold segments of this likeness or more, those with more in common first.

    With each lot of slots comes the likeness that none of them, nor of the lots behind it, exceeds.
    """
    length, tokens = query
    number, size, shortest, _ = block
    lacking = length - ceil(minimum * max(length, shortest) - _HAIR)
    if lacking < 0:
        return
    everyone = (1 << size) - 1
    part, weight = _part(tokens, lacking)
    slices = counted(zip(reader.bits(number, [token for token, _ in part]), (w for _, w in part), strict=True))
    found = at_least(slices, weight - lacking, everyone)
    if len(part) < len(tokens) and found.bit_count() > _FEW:
        rest = tokens[len(part) :]
        more = zip(reader.bits(number, [token for token, _ in rest]), (w for _, w in rest), strict=True)
        slices = counted([*((bits, 1 << place) for place, bits in enumerate(slices)), *more])
        weight = length
        found &= at_least(slices, weight - lacking, everyone)
    if found.bit_count() <= _FEW:
        if found:
            yield 1.0, slots_of(found)
        return
    for count, slots in _in_order(slices, found, weight, everyone):
        yield (length - weight + count) / max(length, shortest), slots


def _part(tokens: list[tuple[Token, int]], lacking: int) -> tuple[list[tuple[Token, int]], int]:
    """The rarest tokens that are enough to tell, and how many characters they stand for.

    Half as many again as may lack: with fewer, too many segments are compared in vain; with more, rows are read in
    vain (rows, comparisons and sums counted, and weighed by estimated times, for 120 queries among a million units).
    """
    weight = 0
    for place, (_, one) in enumerate(tokens):
        weight += one
        if weight >= 1.5 * lacking + 3:
            return tokens[: place + 1], weight
    return tokens, weight


def _in_order(slices: list[int], found: int, weight: int, everyone: int) -> Iterator[tuple[int, list[int]]]:
    """The slots by falling count."""
    for count in range(weight, -1, -1):
        these = found & at_least(slices, count, everyone)
        if these:
            yield count, slots_of(these)
            found ^= these
        if not found:
            return
