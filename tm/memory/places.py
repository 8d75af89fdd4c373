"""Which units have a word or phrase: told by the index of the search, so that not the whole memory is read.

No unit that has it is left out, and they come in the order of their numbers, as if all were read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from itertools import islice
from operator import and_, or_
from typing import NamedTuple

from termbase.language.script import has_han, to_simplified, to_traditional
from tm.keys import NUMBER, character_of, chinese_key, english_words
from tm.memory.blocks import Token, slots_of, tokens_of
from tm.memory.reading import MemoryReader
from tm.model import Unit

__all__ = ["in_both_scripts", "units_with"]

# Han figures become one sign in a key where they stand for a number, so that they tell nothing.
_FIGURES = frozenset("〇零一二三四五六七八九十百千万")
# So many candidates take some 5 ms to fetch. Of what has more, the units are read in order, so many at a time, as
# long as the rest is likely to come sooner than all candidates are fetched.
_FEW = 3_000
_WINDOW = 2_000
# How many units are read while one candidate is fetched: measured at 224,000 units. Where no key tells whether the
# candidate has the phrase, its text is fetched too.
_DEARER, _MUCH_DEARER = 2, 8
_PAGE = 200

Alternatives = Sequence[Token]
"""Tokens of which a segment has one at least."""


class _Query(NamedTuple):
    wanted: list[Alternatives]
    """Empty where the index tells nothing."""
    forms: list[str]
    """Texts of which a segment has one, to the letter; empty where letters may differ."""
    key: str = ""
    """What its key has; in English as an expression. Empty where the key does not tell."""
    shape: re.Pattern[str] = re.compile("")


def units_with(
    reader: MemoryReader, text: str, has: Callable[[str], bool], *, chinese: bool, most: int
) -> Iterator[tuple[int, Unit]]:
    """The first units, at most so many, that have the text on that side, with their numbers; `has` looks at one."""
    query = (_chinese if chinese else _english)(reader, text)
    yield from islice(_Places(reader, query, has, chinese=chinese, most=most).units(), most)


class _Places:
    """The units that have a text."""

    def __init__(
        self, reader: MemoryReader, query: _Query, has: Callable[[str], bool], *, chinese: bool, most: int
    ) -> None:
        self._reader, self._query, self._has = reader, query, has
        self._chinese, self._most = chinese, most

    def units(self) -> Iterator[tuple[int, Unit]]:
        """The first of them, in order, and perhaps some more."""
        last, end = 0, self._reader.last()
        told = bool(self._query.wanted)
        found = self._found() if told else {}
        candidates = sum(bits.bit_count() for bits in found.values())
        if not told or candidates > _FEW:
            patience = candidates * (_DEARER if self._query.key else _MUCH_DEARER) if told else end
            hits = 0
            while hits < self._most and last < end and self._rest(hits, last, end) <= patience:
                numbers = self._read(last, last + _WINDOW)
                last, hits = last + _WINDOW, hits + len(numbers)
                yield from self._in_order(numbers)
            if hits >= self._most:
                return
        if told:
            yield from self._in_order([number for number in self._numbers(found) if number > last])

    def _rest(self, hits: int, last: int, end: int) -> float:
        """How many units are still to be read, if they come as often as so far."""
        if not last:
            return 0
        return min((self._most - hits) * last / hits, end - last) if hits else end - last

    def _read(self, after: int, upto: int) -> list[int]:
        sides = self._reader.sides(after, upto, chinese=self._chinese, having=self._query.forms)
        return [number for number, side in sides if self._has(side)]

    def _found(self) -> dict[int, int]:
        """For each block the slots of the segments that have all tokens, as the bits of a number."""
        return {
            block[0]: bits
            for block in self._reader.blocks(chinese=self._chinese)
            if (bits := reduce(and_, (_any_of(self._reader, block[0], tokens) for tokens in self._query.wanted)))
        }

    def _numbers(self, found: dict[int, int]) -> list[int]:
        """Numbers of the units whose key has the right shape, in order."""
        segments = self._reader.loose(chinese=self._chinese)
        for block, bits in found.items():
            segments += self._reader.segments(block, slots_of(bits), self._query.key if self._chinese else "")
        return sorted({number for key, number in segments if self._query.shape.search(key)})

    def _in_order(self, numbers: list[int]) -> Iterator[tuple[int, Unit]]:
        """Those of the units with these numbers that have the text, a page at a time."""
        for start in range(0, len(numbers), _PAGE):
            for number, unit in sorted(self._reader.units_of(numbers[start : start + _PAGE]).items()):
                if self._has(unit.zh if self._chinese else unit.en):
                    yield number, unit


def in_both_scripts(text: str) -> set[str]:
    """A Chinese text as it is written, and in simplified and traditional characters.

    >>> sorted(in_both_scripts("发展"))
    ['发展', '發展']
    """
    return {text, to_simplified(text), to_traditional(text)}


def _chinese(reader: MemoryReader, text: str) -> _Query:
    """The characters that a segment must have, and how its key looks; nothing where only figures are asked for."""
    scripts = in_both_scripts(text)
    forms = sorted(scripts) if has_han(text) else []
    # a form that is written by the phrase may have another key; then nothing is told
    key, *others = {chinese_key(form) for form in scripts}
    if others:
        return _Query([], forms)
    told = "".join(sign for sign in key if sign not in _FIGURES and sign != NUMBER and sign.isalnum())
    whole = key if told == key else ""
    return _Query([[token] for token in tokens_of(told)], forms, whole, re.compile(re.escape(whole)))


def _english(reader: MemoryReader, text: str) -> _Query:
    """The words that a segment must have, each perhaps with an ending behind an apostrophe, and how its key looks."""
    words = [word for word in english_words(text) if word[0].isalpha()]
    characters = [_characters(reader, word) for word in words]
    whole = words == english_words(text)
    shape = "".join(f"[{''.join(map(re.escape, some))}]" for some in characters if some) if whole else ""
    return _Query([[(one, 0) for one in some] for some in characters], [], shape, re.compile(shape))


def _characters(reader: MemoryReader, word: str) -> list[str]:
    """What stands in keys for a word, alone or before an apostrophe."""
    # "(" is the sign behind the apostrophe
    rows = reader.rows(
        "SELECT number FROM memory_word WHERE NOT chinese AND (word = ? OR (word >= ? AND word < ?))",
        (word, f"{word}'", f"{word}("),
    )
    return [character_of(number) for (number,) in rows]


def _any_of(reader: MemoryReader, block: int, tokens: Alternatives) -> int:
    return reduce(or_, reader.bits(block, tokens), 0)
