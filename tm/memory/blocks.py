"""Blocks of the index: for each token the segments that have it, as bits of whole numbers.

A block holds up to 32,000 segments of one language and like length. For each character of their keys, and each power
of two, there is one row: the slots of the segments in which the character stands at least so often. Few slots are
kept as the bytes that are not zero, many as a bitmap. Rows and segments are found by one number each, so that no
further index is needed.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import compress, islice
from operator import eq

__all__ = ["BLOCK", "SLOT_BITS", "Token", "bits_of", "postings", "row_of", "rows_of_block", "slots_of", "tokens_of"]

BLOCK = 32_000
"""Segments in a block. Half as many make twice the rows to fetch; of twice as many, more are counted in vain."""
SLOT_BITS = 16
"""Room for the slot in the number of a segment."""

# Slots from which on a bitmap is kept: fewer are read sooner, and in a tenth of the room, one by one
_MANY = 256
_CHARACTER_BITS, _LEVEL_BITS = 21, 5
_SOME = re.compile(rb"[^\0]")
_SLOTS = tuple(tuple(place for place in range(8) if byte >> place & 1) for byte in range(256))
_BITMAP, _FEW = b"\0", b"\1"

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


def postings(block: int, keys: Sequence[str], frequencies: Counter[str]) -> Iterator[tuple[int, bytes]]:
    """The rows of a block of these keys, in order of their numbers; adds how many of the keys have each character.

    >>> frequencies = Counter()
    >>> [bits_of(members) for _, members in postings(1, ["天天", "天"], frequencies)], frequencies["天"]
    ([3, 1], 2)
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for slot, key in enumerate(keys):
        # with repetitions: to look for them here takes longer than all the rest
        for character in key:
            places[character].append(slot)
    for character in sorted(places):
        slots, level = places.pop(character), 0
        frequencies[character] += len(slots)
        while slots:
            yield row_of(block, (character, level)), _members(slots, len(keys))
            # a slot that stands here n times stays n - 2 ** level times, so at the next level again
            slots = list(compress(slots, map(eq, slots, islice(slots, 1 << level, None))))
            frequencies[character] -= len(slots) if not level else 0
            level += 1


def bits_of(members: bytes) -> int:
    """The slots of a row as the bits of a number."""
    if members[-1:] == _BITMAP:
        return int.from_bytes(members, "little")
    size = len(members) // 3
    places = array("H", members[: 2 * size])
    if sys.byteorder == "big":
        places.byteswap()
    bits = bytearray(places[-1] + 1)
    for place, byte in zip(places, members[2 * size : -1], strict=True):
        bits[place] = byte
    return int.from_bytes(bits, "little")


def slots_of(bits: int) -> list[int]:
    """The places of the bits that are set, in order.

    >>> slots_of(0b1000_0000_0101)
    [0, 2, 11]
    """
    data = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    return [match.start() << 3 | slot for match in _SOME.finditer(data) for slot in _SLOTS[data[match.start()]]]


def _members(slots: list[int], size: int) -> bytes:
    """A row for these slots, which are in order and may come more than once."""
    return _bitmap(slots, size) if len(slots) >= _MANY else _few(slots)


def _few(slots: list[int]) -> bytes:
    found: defaultdict[int, int] = defaultdict(int)
    for slot in slots:
        found[slot >> 3] |= 1 << (slot & 7)
    places = array("H", found)
    if sys.byteorder == "big":
        places.byteswap()
    return places.tobytes() + bytes(found.values()) + _FEW


def _bitmap(slots: list[int], size: int) -> bytes:
    """One bit a slot: at first a byte a slot, then of these every eighth, eight times."""
    length = -(-size // 8)
    flags = bytearray(length * 8)
    for slot in slots:
        flags[slot] = 1
    bits = 0
    for place in range(8):
        bits |= int.from_bytes(flags[place::8], "little") << place
    return bits.to_bytes(length, "little") + _BITMAP
