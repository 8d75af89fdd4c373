"""What can be asked of a termbase, in plain SQL: the same statements for a look-up and for the store.

A look-up executes them on the driver alone, without SQLAlchemy, which takes longer to load than to answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType

from termbase.connection import Connection, open_to_read
from termbase.errors import UnknownConceptError, unknown_concept
from termbase.indexing import text_keys
from termbase.model import Change, Concept, ConceptType, Status, Term
from termbase.place import Place
from termbase.rows import CONCEPT, CONTEXT, ITEM, TERM, Row, concept_of, context_of, grouped, item_of, term_of
from termbase.word_index import WordIndex

__all__ = ["Reader", "Reading", "open_reader"]

Execute = Callable[[str, Sequence[object]], list[Row]]
"""Gives all rows of a statement with `?` for its parameters; raises DatabaseError."""

# Enough that five statements serve many concepts, little enough to keep memory flat; below the 999 parameters that an
# older SQLite allows.
_PAGE = 500

_FREQUENCY = "SELECT concept_id, sum(frequency) FROM occurrence"
_CHANGE = (
    "SELECT r.at, r.who, h.action, h.concept_id, h.before, h.after "
    "FROM history h JOIN run r ON r.id = h.run_id WHERE h.concept_id = ? ORDER BY h.id"
)


class Reading:
    """What can be asked of a termbase; whoever can execute a statement can answer."""

    def __init__(self, execute: Execute, words: WordIndex) -> None:
        self.execute = execute
        self.words = words
        """How the words of terms are kept in this database."""

    def concept(self, concept_id: int) -> Concept:
        """The concept with its terms, items and contexts; raises UnknownConceptError."""
        for concept in self.concepts_of([concept_id]):
            return concept
        raise unknown_concept(concept_id)

    def concepts(
        self,
        *,
        status: Status | None = None,
        type: ConceptType | None = None,  # noqa: A002 - the field is called so everywhere
        with_contexts: bool = True,
    ) -> Iterator[Concept]:
        """All concepts in the order of their numbers, or those of a status or type; a page at a time is in memory."""
        equal = {"status": status, "type": type}
        for page in self._pages({f"{name} = ?": value for name, value in equal.items() if value is not None}):
            yield from self.concepts_of(page, with_contexts=with_contexts)

    def concepts_of(self, ids: Sequence[int], *, with_contexts: bool = True) -> list[Concept]:
        """The concepts with these numbers, at most 500, in the order of their numbers; unknown ones are left out."""
        among = _among(ids)
        rows = self.execute(f"{TERM} WHERE t.concept_id{among} ORDER BY t.concept_id, t.position", ids)
        terms = grouped(rows, term_of)
        items = grouped(self.execute(f"{ITEM} WHERE concept_id{among} ORDER BY concept_id, position", ids), item_of)
        contexts = grouped((), context_of)
        if with_contexts:
            rows = self.execute(f"{CONTEXT} WHERE concept_id{among} ORDER BY concept_id, id", ids)
            contexts = grouped(rows, context_of)
        counts = self.execute(f"{_FREQUENCY} WHERE concept_id{among} GROUP BY concept_id", ids)
        frequencies = dict(map(tuple, counts))
        return [
            concept_of(row, terms[row[0]], items[row[0]], contexts[row[0]], frequencies.get(row[0], 0))
            for row in self.execute(f"{CONCEPT} WHERE id{among} ORDER BY id", ids)
        ]

    def terms(self, *, status: Status | None = None) -> Iterator[tuple[int, Term]]:
        """Each term with the number of its concept, in order; without a status those of all but rejected concepts."""
        wanted = {"status <> ?": Status.REJECTED} if status is None else {"status = ?": status}
        for page in self._pages(wanted):
            statement = f"{TERM} WHERE t.concept_id{_among(page)} ORDER BY t.concept_id, t.position"
            for row in self.execute(statement, page):
                yield row[0], term_of(row)

    def find(self, text: str, *, chinese: bool) -> list[int]:
        """Numbers of the concepts that have a term with the key of this text, in either script, in order."""
        keys = text_keys(text, chinese=chinese)
        rows = self.execute(
            "SELECT DISTINCT t.concept_id FROM search_key k JOIN term t ON t.id = k.term_id "
            f"WHERE k.kind = ? AND k.key{_among(keys)} ORDER BY t.concept_id",
            ("zh" if chinese else "en", *keys),
        )
        return [concept_id for (concept_id,) in rows]

    def history(self, concept_id: int) -> list[Change]:
        """What happened to a concept, oldest first, also to one that was removed; raises UnknownConceptError."""
        changes = [Change(*row) for row in self.execute(_CHANGE, (concept_id,))]
        if not changes:
            raise UnknownConceptError(
                f"no entry ever had the number {concept_id}", remedy="see them: zhterm term list"
            )
        return changes

    def _pages(self, conditions: Mapping[str, str]) -> Iterator[list[int]]:
        """Pages of concept numbers; no statement stays open between them, so that concepts may change meanwhile."""
        where = " AND ".join(["id > ?", *conditions])
        last = 0
        while rows := self.execute(
            f"SELECT id FROM concept WHERE {where} ORDER BY id LIMIT {_PAGE}", (last, *conditions.values())
        ):
            page = [concept_id for (concept_id,) in rows]
            yield page
            last = page[-1]


class Reader(Reading):
    """A termbase that is only read, on the driver alone; close it, or use it in a `with` block."""

    def __init__(self, connection: Connection) -> None:
        self.place = connection.place
        self._connection = connection
        super().__init__(connection.rows, connection.words)

    def close(self) -> None:
        """Give up the database; it may be asked nothing more."""
        self._connection.close()

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_reader(location: str | Place) -> Reader:
    """Open a termbase for reading; raises DatabaseError where there is none."""
    return Reader(open_to_read(location))


def _among(values: Sequence[object]) -> str:
    return f" IN ({','.join('?' * len(values))})"
