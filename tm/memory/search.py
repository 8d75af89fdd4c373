"""The nearest earlier translations of a segment: exact, in context, or nearly so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from termbase.language.script import is_chinese
from tm.keys import NUMBER, character_of, chinese_key, english_key, english_words, numbers
from tm.memory.blocks import tokens_of
from tm.memory.candidates import Query, candidates, in_reach
from tm.memory.reading import MemoryReader
from tm.model import Unit
from tm.similarity import nearest_keys, score

__all__ = ["Match", "keyed", "search"]

# Tried first: where enough is as near as this, the far more numerous rows for less are never read
_NEAR = 0.85
# Characters of words that are not in the memory: from the end of Unicode, where the vocabulary never comes
_UNKNOWN = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Match:
    """A unit that is near a query."""

    unit_id: int
    unit: Unit
    chinese: bool
    """Whether the query is Chinese, and so the unit's English the translation."""
    score: float
    kind: str = "fuzzy"
    """context, exact, number (nothing but figures differs) or fuzzy."""
    adapted: str = ""
    """The translation with the figures of the query, where only figures differ and each is in it; to be checked."""

    @property
    def source(self) -> str:
        """The side in the language of the query."""
        return self.unit.zh if self.chinese else self.unit.en

    @property
    def target(self) -> str:
        """The translation."""
        return self.unit.en if self.chinese else self.unit.zh


def search(
    reader: MemoryReader,
    text: str,
    *,
    minimum: float = 0.7,
    limit: int = 5,
    chinese: bool | None = None,
    before: str = "",
    after: str = "",
) -> list[Match]:
    """The units whose side in the language of the text is nearest to it, best first; none with that score is missed.

    The language is told by content unless it is given. `before` and `after` are the segments around the text; an
    exact match whose neighbours are the same is a context match and comes first. Of equal scores the unit with the
    newest date comes first, then the one that came last.
    """
    chinese = is_chinese(text) if chinese is None else chinese
    searching = _Searching(reader, text, chinese=chinese, limit=limit)
    if not searching.length or limit < 1:
        return []
    near = max(_NEAR, minimum)
    searching.run(near)
    if near > minimum and searching.threshold(minimum) <= near:
        searching.run(minimum)
    matches = searching.best()
    return _in_context(reader, matches, before, after)


class _Searching:
    """One search: the query's key and the best units so far."""

    def __init__(self, reader: MemoryReader, text: str, *, chinese: bool, limit: int) -> None:
        self._reader, self._text, self._chinese, self._limit = reader, text, chinese, limit
        self._key, self._query = keyed(reader, text, chinese=chinese)
        self.length = len(self._key)
        self._found: dict[int, Match] = {}
        self._floor = 0.0
        self._seen: set[int] = set()

    def threshold(self, minimum: float) -> float:
        """What a further match must have: the minimum, or the score of the last one that would be shown."""
        return max(minimum, self._floor)

    def run(self, minimum: float) -> None:
        """Find what has this score or more."""
        self._compare(self._reader.loose(chinese=self._chinese), minimum)
        for block in in_reach(self._reader.blocks(chinese=self._chinese), self.length, minimum):
            for bound, slots in candidates(self._reader, block, self._query, self.threshold(minimum)):
                if bound + 1e-9 < self.threshold(minimum):
                    break
                self._compare(self._reader.segments(block[0], slots), minimum)

    def best(self) -> list[Match]:
        """The units found, best first."""
        ordered = sorted(self._found.values(), key=_rank, reverse=True)
        return ordered[: self._limit]

    def _compare(self, segments: list[tuple[str, int]], minimum: float) -> None:
        fresh = [(key, number) for key, number in segments if number not in self._seen]
        near = nearest_keys(self._key, [key for key, _ in fresh], self.threshold(minimum))
        near.sort(reverse=True)
        for start in range(0, len(near), 32):
            lot = near[start : start + 32]
            if lot[0][0] + 1e-9 < self.threshold(minimum):
                return
            numbers = {fresh[place][1]: likeness for likeness, place in lot}
            for number, unit in self._reader.units_of(numbers).items():
                self._take(number, unit, numbers[number], minimum)

    def _take(self, number: int, unit: Unit, likeness: float, minimum: float) -> None:
        stored = unit.zh if self._chinese else unit.en
        reached = score(self._text, stored, likeness)
        if reached >= self.threshold(minimum):
            self._seen.add(number)
            self._found[number] = self._match(number, unit, reached, likeness)
            if len(self._found) >= self._limit:
                self._floor = sorted((match.score for match in self._found.values()), reverse=True)[self._limit - 1]

    def _match(self, number: int, unit: Unit, reached: float, likeness: float) -> Match:
        stored, target = (unit.zh, unit.en) if self._chinese else (unit.en, unit.zh)
        if reached == 1:
            return Match(number, unit, self._chinese, reached, "exact")
        if likeness < 1 or numbers(self._text) == numbers(stored):
            return Match(number, unit, self._chinese, reached)
        # the reading of numbers takes as long to import as a cold search without it
        from tm.figures import adapted

        return Match(number, unit, self._chinese, reached, "number", adapted(self._text, stored, target))


def keyed(reader: MemoryReader, text: str, *, chinese: bool) -> tuple[str, Query]:
    """The key of a text as this memory writes it, and its tokens with the rarest first."""
    words = list(dict.fromkeys(chinese_key(text) if chinese else english_words(text)))
    known = reader.vocabulary(words, chinese=chinese)
    if chinese:
        key = chinese_key(text)
        frequencies = {word: count for word, (_, count) in known.items()}
    else:
        characters = _characters(words, known)
        key = english_key(text, characters)
        frequencies = {characters[word]: count for word, (_, count) in known.items()}
    tokens = tokens_of(key)
    rarest = sorted(tokens.items(), key=lambda item: (frequencies.get(item[0][0], 0) >> item[0][1], item[0]))
    return key, (len(key), rarest)


def _characters(words: list[str], known: dict[str, tuple[int, int]]) -> dict[str, str]:
    unknown: Iterator[int] = iter(range(_UNKNOWN, 0, -1))
    return {
        word: NUMBER if word == NUMBER else character_of(known[word][0]) if word in known else chr(next(unknown))
        for word in words
    }


def _rank(match: Match) -> tuple[bool, float, str, int]:
    return match.kind == "context", match.score, match.unit.changed or match.unit.created, match.unit_id


def _in_context(reader: MemoryReader, matches: list[Match], before: str, after: str) -> list[Match]:
    """The matches, those first that stood between the same neighbours."""
    if not (before or after):
        return matches
    raised = []
    for match in matches:
        kind = match.kind
        if kind == "exact":
            places = reader.neighbours(match.unit_id, chinese=match.chinese)
            if any((not before or before == there) and (not after or after == next_) for there, next_ in places):
                kind = "context"
        raised.append(replace(match, kind=kind))
    return sorted(raised, key=_rank, reverse=True)
