"""A memory that is only read, in plain SQL on the driver alone: SQLAlchemy takes longer to load than a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from types import TracebackType
from typing import Any

from termbase.connection import Connection, open_to_read
from termbase.place import Place
from tm.memory.blocks import SLOT_BITS, Token, bits_of, row_of
from tm.memory.rows import COLUMNS, unit_of
from tm.model import Unit

__all__ = ["Block", "MemoryReader", "open_memory"]

# Parameters of one statement; an older SQLite allows 999
_MANY = 900
# Units read at a time, so that memory stays flat and no statement stays open between them
_PAGE = 1_000
# Rows of bits kept for the next query: 4 KB each at most, 56 MB in all
_KEPT = 14_000

Block = tuple[int, int, int, int]
"""Number, size, and the lengths of the shortest and the longest key."""


class MemoryReader:
    """A memory open for reading; close it, or use it in a `with` block."""

    def __init__(self, connection: Connection) -> None:
        self.place = connection.place
        self._connection = connection
        self._bits: dict[int, int] = {}

    def close(self) -> None:
        """Give up the database; it may be asked nothing more."""
        self._connection.close()

    def __enter__(self) -> MemoryReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def units(self) -> Iterator[tuple[int, Unit]]:
        """All units with their numbers, in the order in which they came."""
        for row in self._pages(COLUMNS):
            yield row[-1], unit_of(row[:-1])

    def texts(self, document: str = "") -> Iterator[tuple[str, str]]:
        """Chinese and English of all units, or of those of a document, in the order in which they came."""
        for zh, en, _ in self._pages("zh, en", document):
            yield zh, en

    def last(self) -> int:
        """The highest number of a unit; 0 where there is none."""
        ((last,),) = self.rows("SELECT coalesce(max(id), 0) FROM unit")
        return int(last)

    def sides(self, after: int, upto: int, *, chinese: bool, having: Sequence[str] = ()) -> list[tuple[int, str]]:
        """Number and one side of the units beyond a number up to another one, in order.

        With `having` only of those whose side has one of these texts, to the letter: the database tells it in half
        the time that it takes to fetch all.
        """
        side = "zh" if chinese else "en"
        condition = f" AND ({' OR '.join([_holds(side)] * len(having))})" if having else ""
        return self.rows(
            f"SELECT id, {side} FROM unit WHERE id > ? AND id <= ?{condition} ORDER BY id", (after, upto, *having)
        )

    def count(self, document: str = "") -> int:
        """How many units there are, or how many of a document."""
        condition, parameters = _of_document(document)
        ((count,),) = self.rows(f"SELECT count(*) FROM unit WHERE id > 0{condition}", parameters)
        return int(count)

    def units_of(self, numbers: Iterable[int]) -> dict[int, Unit]:
        """The units with these numbers; unknown ones are left out."""
        found = self._among(f"SELECT {COLUMNS}, id FROM unit WHERE id", list(numbers))
        return {row[-1]: unit_of(row[:-1]) for row in found}

    def spread(self, most: int) -> Iterator[Unit]:
        """At most so many units, evenly from the whole memory, in no order; as fast however many there are."""
        last = self.last()
        yield from self.units_of(range(1, last + 1, -(-last // most) or 1)).values()

    def neighbours(self, number: int, *, chinese: bool) -> list[tuple[str, str]]:
        """One side of the units before and after this one, for each place where it stands; empty for none."""
        side = "zh" if chinese else "en"
        return self.rows(
            f"SELECT coalesce(one.{side}, ''), coalesce(other.{side}, '') "
            "FROM (SELECT previous, following FROM unit WHERE id = ? "
            "UNION ALL SELECT previous, following FROM unit_context WHERE unit_id = ?) AS place "
            "LEFT JOIN unit AS one ON one.id = place.previous LEFT JOIN unit AS other ON other.id = place.following",
            (number, number),
        )

    def vocabulary(self, words: Iterable[str], *, chinese: bool) -> dict[str, tuple[int, int]]:
        """Number and frequency of those of the words (in Chinese: characters) that are in the memory."""
        condition = "chinese" if chinese else "NOT chinese"
        statement = f"SELECT word, number, frequency FROM memory_word WHERE {condition} AND word"
        return {word: (number, count) for word, number, count in self._among(statement, list(words))}

    def blocks(self, *, chinese: bool) -> list[Block]:
        """The blocks of a language."""
        return self.rows("SELECT id, size, shortest, longest FROM block WHERE chinese = ?", (chinese,))

    def loose(self, *, chinese: bool) -> list[tuple[str, int]]:
        """Key and number of the unit of the segments that are in no block."""
        return self.rows("SELECT key, unit_id FROM segment WHERE id < 0 AND (id & 1) = ?", (int(chinese),))

    def segments(self, block: int, slots: Sequence[int], having: str = "") -> list[tuple[str, int]]:
        """Key and number of the unit of some segments of a block; with `having` of those with that in their key."""
        numbers = [block << SLOT_BITS | slot for slot in slots]
        if not having:
            return self._among("SELECT key, unit_id FROM segment WHERE id", numbers)
        return self._among(f"SELECT key, unit_id FROM segment WHERE {_holds('key')} AND id", numbers, having)

    def bits(self, block: int, tokens: Iterable[Token]) -> list[int]:
        """For each token the slots of the segments that have it, as the bits of a number."""
        numbers = [row_of(block, token) for token in tokens]
        known = {number: self._bits[number] for number in numbers if number in self._bits}
        missing = [number for number in numbers if number not in known]
        if missing:
            found = dict.fromkeys(missing, 0)
            rows = self._among("SELECT id, members FROM posting WHERE id", missing)
            found.update((number, bits_of(members)) for number, members in rows)
            known |= found
            self._keep(found)
        return [known[number] for number in numbers]

    def _keep(self, found: dict[int, int]) -> None:
        """Keep rows of bits for the next query; the oldest go first."""
        for number in list(islice(self._bits, max(len(self._bits) + len(found) - _KEPT, 0))):
            del self._bits[number]
        self._bits.update(found)

    def rows(self, statement: str, parameters: Sequence[object] = ()) -> list[Any]:
        """All rows of a reading statement."""
        return self._connection.rows(statement, parameters)

    def _pages(self, columns: str, document: str = "") -> Iterator[Any]:
        """These columns and the number of all units, or of those of a document, in the order of their numbers."""
        condition, parameters = _of_document(document)
        statement = f"SELECT {columns}, id FROM unit WHERE id > ?{condition} ORDER BY id LIMIT {_PAGE}"
        last = 0
        while page := self.rows(statement, (last, *parameters)):
            yield from page
            last = page[-1][-1]

    def _among(self, statement: str, values: list[Any], *before: object) -> list[Any]:
        found: list[Any] = []
        for start in range(0, len(values), _MANY):
            part = values[start : start + _MANY]
            found += self.rows(f"{statement} IN ({','.join('?' * len(part))})", [*before, *part])
        return found


def _holds(column: str) -> str:
    """The condition that a column has a text in it, in words that SQLite and PostgreSQL share."""
    return f"replace({column}, ?, '') <> {column}"


def _of_document(document: str) -> tuple[str, tuple[str, ...]]:
    """A further condition and its parameters for the units of a document; none for those of all."""
    return (" AND document = ?", (document,)) if document else ("", ())


def open_memory(location: str | Place) -> MemoryReader:
    """Open a memory for reading; raises DatabaseError where there is none."""
    return MemoryReader(open_to_read(location))
