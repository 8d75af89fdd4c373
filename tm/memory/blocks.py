"""Blocks of the index: for each token the segments that have it, as bits of whole numbers.

A block holds up to 16,384 segments of one language and like length. For each token and each count there is one row:
the slots of the segments in which the token stands at least so often. Few slots are kept as a list of 16-bit numbers,
many as a bitmap. Rows and segments are found by one number each, so that no further index is needed.
"""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

__all__ = ["BLOCK", "MOST", "bits_of", "postings", "row_of", "rows_of_block", "slots_of", "tokens_of"]

BLOCK = 1 << 14
"""Segments in a block: bitmaps of 2 KB, which Python combines in a quarter of a microsecond."""
MOST = 256
"""How often a token counts; what stands in a segment more often is compared but not indexed."""

_BYTES = BLOCK // 8
# Slots from which on a bitmap is kept: a list of 128 takes as long to read, and an eighth of the room
_MANY = 128
_CHARACTER_BITS, _COUNT_BITS = 21, 8
_BIT = tuple(1 << place for place in range(8))
_SLOTS = tuple(tuple(place for place in range(8) if byte >> place & 1) for byte in range(256))

Token = tuple[str, int]
"""A character of a key, and which of its occurrences there, from 0."""


def tokens_of(key: str) -> list[Token]:
    """The tokens of a key: a character that stands in it twice makes two.

    >>> tokens_of("天天向上")
    [('天', 0), ('天', 1), ('向', 0), ('上', 0)]
    """
    return [(character, number) for character, count in Counter(key).items() for number in range(count)]


def row_of(block: int, token: Token) -> int:
    """The number of the row that says which segments of the block have the token."""
    character, number = token
    return (block << _CHARACTER_BITS | ord(character)) << _COUNT_BITS | number


def rows_of_block(block: int) -> tuple[int, int]:
    """The first row number of a block, and the first one behind it."""
    return block << _CHARACTER_BITS + _COUNT_BITS, block + 1 << _CHARACTER_BITS + _COUNT_BITS


def postings(block: int, keys: Sequence[str]) -> Iterator[tuple[int, bytes]]:
    """The rows of a block of these keys, in order of their numbers.

    >>> [bits_of(members) for _, members in postings(1, ["天天", "天"])]
    [3, 1]
    """
    once: dict[str, list[int]] = {}
    again: dict[Token, list[int]] = {}
    for slot, key in enumerate(keys):
        distinct = set(key)
        for character in distinct:
            if character in once:
                once[character].append(slot)
            else:
                once[character] = [slot]
        if len(distinct) < len(key):
            for character, count in Counter(key).items():
                for number in range(1, min(count, MOST)):
                    again.setdefault((character, number), []).append(slot)
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
    return [
        place << 3 | slot
        for place, byte in enumerate(bits.to_bytes((bits.bit_length() + 7) // 8, "little"))
        if byte
        for slot in _SLOTS[byte]
    ]


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
