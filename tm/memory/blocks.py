"""Blocks of the index: for each token the segments that have it, as bits of whole numbers.

A block holds up to 16,000 segments of one language and like length. For each character of their keys, and each power
of two, there is one row: the slots of the segments in which the character stands at least so often. Few slots are
kept as a list of 16-bit numbers, many as a bitmap. Rows and segments are found by one number each, so that no further
index is needed.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

__all__ = ["BLOCK", "SLOT_BITS", "Token", "bits_of", "postings", "row_of", "rows_of_block", "slots_of", "tokens_of"]

BLOCK = 16_000
"""Segments in a block: two bitmaps of them fit on a page of the file, and Python combines them in a quarter of a
microsecond."""
SLOT_BITS = 14
"""Room for the slot in the number of a segment."""

_BYTES = BLOCK // 8
# Slots from which on a bitmap is kept: a list of 128 takes as long to read, and an eighth of the room
_MANY = 128
_CHARACTER_BITS, _LEVEL_BITS = 21, 5
_SOME = re.compile(rb"[^\0]")
_BIT = tuple(1 << place for place in range(8))
_SLOTS = tuple(tuple(place for place in range(8) if byte >> place & 1) for byte in range(256))

Token = tuple[str, int]
"""A character of a key and a level: that it stands there at least 2 ** level times."""


def tokens_of(key: str) -> dict[Token, int]:
    """The tokens of a key, and for how many of its characters each stands.

    A segment that has tokens of a query has no more characters in common with it than these stand for: one that has
    the character c times, 2 ** level <= c < 2 ** (level + 1), is credited with as many as the query has below the
    next level.

    >>> tokens_of("天天天向上")
    {('天', 0): 1, ('天', 1): 2, ('向', 0): 1, ('上', 0): 1}
    """
    return {
        (character, level): min(count, (2 << level) - 1) - (1 << level) + 1
        for character, count in Counter(key).items()
        for level in range(count.bit_length())
    }


def row_of(block: int, token: Token) -> int:
    """The number of the row that says which segments of the block have the token."""
    character, level = token
    return (block << _CHARACTER_BITS | ord(character)) << _LEVEL_BITS | level


def rows_of_block(block: int) -> tuple[int, int]:
    """The first row number of a block, and the first one behind it."""
    return block << _CHARACTER_BITS + _LEVEL_BITS, block + 1 << _CHARACTER_BITS + _LEVEL_BITS


def postings(block: int, keys: Sequence[str]) -> Iterator[tuple[int, bytes]]:
    """The rows of a block of these keys, in order of their numbers.

    >>> [bits_of(members) for _, members in postings(1, ["天天", "天"])]
    [3, 1]
    """
    once: defaultdict[str, list[int]] = defaultdict(list)
    again: defaultdict[Token, list[int]] = defaultdict(list)
    for slot, key in enumerate(keys):
        distinct = set(key)
        for character in distinct:
            once[character].append(slot)
        if len(distinct) < len(key):
            occurrences = key.count
            for character in distinct:
                if (count := occurrences(character)) > 1:
                    for level in range(1, count.bit_length()):
                        again[character, level].append(slot)
    rows = [(row_of(block, (character, 0)), slots) for character, slots in once.items()]
    rows += [(row_of(block, token), slots) for token, slots in again.items()]
    rows.sort()
    return ((row, _members(slots)) for row, slots in rows)


def bits_of(members: bytes) -> int:
    """The slots of a row as the bits of a number."""
    if len(members) == _BYTES:
        return int.from_bytes(members, "little")
    slots = array("H", members)
    if sys.byteorder == "big":
        slots.byteswap()
    bits = bytearray(_BYTES)
    for slot in slots:
        bits[slot >> 3] |= _BIT[slot & 7]
    return int.from_bytes(bits, "little")


def slots_of(bits: int) -> list[int]:
    """The places of the bits that are set, in order.

    >>> slots_of(0b1000_0000_0101)
    [0, 2, 11]
    """
    data = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    return [match.start() << 3 | slot for match in _SOME.finditer(data) for slot in _SLOTS[data[match.start()]]]


def _members(slots: list[int]) -> bytes:
    if len(slots) < _MANY:
        few = array("H", slots)
        if sys.byteorder == "big":
            few.byteswap()
        return few.tobytes()
    bits = bytearray(_BYTES)
    for slot in slots:
        bits[slot >> 3] |= _BIT[slot & 7]
    return bytes(bits)
