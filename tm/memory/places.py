"""Which units have a word or phrase: told by the index of the search, so that not the whole memory is read.

No unit that has it is left out, and they come in the order of their numbers, as if all were read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from itertools import islice
from operator import and_, or_

from termbase.language.script import to_simplified, to_traditional
from tm.keys import NUMBER, character_of, chinese_key, english_words
from tm.memory.blocks import Token, slots_of, tokens_of
from tm.memory.reading import MemoryReader
from tm.model import Unit

__all__ = ["in_both_scripts", "units_with"]

# Han figures become one sign in a key where they stand for a number, so that they tell nothing.
_FIGURES = frozenset("〇零一二三四五六七八九十百千万")
# So many candidates take 10 ms to fetch, or so many units to read; of what has more, the first units tell whether to
# read on.
_FEW = 3_000
_FIRST = 1_000
_PAGE = 200

Alternatives = Sequence[Token]
"""Tokens of which a segment has one at least."""


def units_with(
    reader: MemoryReader, text: str, has: Callable[[Unit], bool], *, chinese: bool, most: int
) -> Iterator[tuple[int, Unit]]:
    """The first units, at most so many, that have the text on that side, with their numbers; `has` looks at them."""
    wanted, shape = (_chinese if chinese else _english)(reader, text)
    if wanted:
        yield from islice(_candidates(reader, wanted, shape, has, chinese=chinese, most=most), most)
    else:
        yield from islice(((number, unit) for number, unit in reader.units() if has(unit)), most)


def _candidates(
    reader: MemoryReader,
    wanted: list[Alternatives],
    shape: re.Pattern[str],
    has: Callable[[Unit], bool],
    *,
    chinese: bool,
    most: int,
) -> Iterator[tuple[int, Unit]]:
    found = {
        block[0]: bits
        for block in reader.blocks(chinese=chinese)
        if (bits := reduce(and_, (_any_of(reader, block[0], tokens) for tokens in wanted)))
    }
    candidates = sum(bits.bit_count() for bits in found.values())
    hits = last = 0
    for read, (number, unit) in enumerate(reader.units() if candidates > _FEW else ()):
        # read on while the rest is likely to come sooner than all candidates are fetched
        if read >= _FIRST and (most - hits) * read > hits * candidates:
            break
        last = number
        if has(unit):
            hits += 1
            yield number, unit
    numbers = _numbers(reader, found, shape, chinese=chinese)
    yield from ((number, unit) for number, unit in _in_order(reader, numbers, last) if has(unit))


def in_both_scripts(text: str) -> set[str]:
    """A Chinese text as it is written, and in simplified and traditional characters.

    >>> sorted(in_both_scripts("发展"))
    ['发展', '發展']
    """
    return {text, to_simplified(text), to_traditional(text)}


def _chinese(reader: MemoryReader, text: str) -> tuple[list[Alternatives], re.Pattern[str]]:
    """The characters that a segment must have, and how its key looks; nothing where only figures are asked for."""
    # a form that is written by the phrase may have another key; then nothing is told
    key, *others = {chinese_key(form) for form in in_both_scripts(text)}
    if others:
        return [], re.compile("")
    told = "".join(sign for sign in key if sign not in _FIGURES and sign != NUMBER and sign.isalnum())
    whole = told == key
    return [[token] for token in tokens_of(told)], re.compile(re.escape(key) if whole else "")


def _english(reader: MemoryReader, text: str) -> tuple[list[Alternatives], re.Pattern[str]]:
    """The words that a segment must have, each perhaps with an ending behind an apostrophe, and how its key looks."""
    words = [word for word in english_words(text) if word[0].isalpha()]
    forms = [_characters(reader, word) for word in words]
    whole = words == english_words(text)
    shape = "".join(f"[{''.join(map(re.escape, form))}]" for form in forms if form) if whole else ""
    return [[(character, 0) for character in form] for form in forms], re.compile(shape)


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


def _numbers(reader: MemoryReader, found: dict[int, int], shape: re.Pattern[str], *, chinese: bool) -> list[int]:
    """Numbers of the units whose key has that shape, in order."""
    segments = reader.loose(chinese=chinese)
    for block, bits in found.items():
        segments += reader.segments(block, slots_of(bits))
    return sorted({number for key, number in segments if shape.search(key)})


def _in_order(reader: MemoryReader, numbers: list[int], last: int) -> Iterator[tuple[int, Unit]]:
    """The units with these numbers beyond the last one, a page at a time."""
    waiting = [number for number in numbers if number > last]
    for start in range(0, len(waiting), _PAGE):
        yield from sorted(reader.units_of(waiting[start : start + _PAGE]).items())
