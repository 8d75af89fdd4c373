"""Where concepts are kept: every change in a transaction, with its history."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from types import TracebackType

from sqlalchemy import delete, update

from termbase import schema
from termbase.database import BUSY_SECONDS
from termbase.errors import ConflictError
from termbase.filing import check, file_concepts, file_contexts, refile_concept, remove_concept, set_frequencies
from termbase.history import to_json
from termbase.merging import merged, new_contexts
from termbase.model import Concept, Context, Status
from termbase.place import Place
from termbase.reading import Reading
from termbase.writing import Writer

__all__ = ["Store"]

# Concepts filed at a time: their rows are held in memory, and the word index writes once for each lot
_LOT = 5_000
_ACTIONS = {Status.APPROVED: "approve", Status.REJECTED: "reject", Status.PROPOSED: "edit"}


class Store(Reading):
    """A termbase that can be changed; made by `Store.open`; close it, or use it in a `with` block."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(writer.rows, writer.words)
        self.writer = writer

    @classmethod
    def open(cls, location: str | Place, *, who: str = "", command: str = "", wait: float = BUSY_SECONDS) -> Store:
        """Open the database, make a file where there is none, and bring an older one up to date after a backup.

        `who` and `command` go into the history; `wait` is how many seconds to wait for another writer. Raises
        DatabaseError.
        """
        return cls(Writer.open(location, who=who, command=command, wait=wait))

    def close(self) -> None:
        """Give up the database; a transaction still open is taken back."""
        self.writer.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def transaction(self) -> AbstractContextManager[None]:
        """Everything in it or nothing; one inside another is kept only if the outer one is."""
        return self.writer.transaction()

    def add(self, concept: Concept, action: str = "add") -> Concept:
        """File a new concept; returns it with its number."""
        with self.transaction():
            number = self._next_number()
            self._add_lot([concept], number, action)
        return dataclasses.replace(concept, id=number)

    def add_all(self, concepts: Iterable[Concept], action: str = "import") -> int:
        """File many new concepts, all or none; returns how many. Memory stays flat."""
        waiting = iter(concepts)
        with self.transaction():
            first = number = self._next_number()
            while lot := list(islice(waiting, _LOT)):
                self._add_lot(lot, number, action)
                number += len(lot)
        return number - first

    def replace(self, concept: Concept, action: str = "edit") -> Concept:
        """Put this state in the place of the stored concept of its number, but for contexts and frequency."""
        check(concept)
        with self.transaction():
            before = self._stored(concept)
            after = dataclasses.replace(concept, contexts=before.contexts, frequency=before.frequency)
            if after != before:
                self._change(before, after, action)
        return after

    def set_status(self, concept_id: int, status: Status) -> None:
        """Approve, reject or propose anew."""
        with self.transaction():
            before = self.concept(concept_id)
            after = dataclasses.replace(before, status=status)
            if after != before:
                table = schema.concept
                changed = {"status": status.value, "version": table.c.version + 1}
                self.writer.write(update(table).where(table.c.id == concept_id).values(changed))
                self._note(_ACTIONS[status], before, after)

    def remove(self, concept_id: int) -> None:
        """Delete a concept; its history stays."""
        with self.transaction():
            before = self.concept(concept_id)
            remove_concept(self.writer, concept_id)
            self._note("remove", before, None)

    def merge(self, source_id: int, into_id: int) -> Concept:
        """Unite the first concept with the second, which stays; returns it. Raises ConflictError on itself."""
        if source_id == into_id:
            raise ConflictError(f"concept {into_id} cannot be merged with itself", remedy="give two numbers")
        with self.transaction():
            source, target = self.concept(source_id), self.concept(into_id)
            frequencies = Counter(self._frequencies(into_id))
            frequencies.update(self._frequencies(source_id))
            file_contexts(self.writer, into_id, new_contexts(source, target))
            set_frequencies(self.writer, into_id, frequencies)
            remove_concept(self.writer, source_id)
            self._note("merge", source, None)
            united = dataclasses.replace(merged(source, target), frequency=frequencies.total())
            self._change(target, united, "merge")
            return self.concept(into_id)

    def record(self, concept_id: int, document: str, contexts: Sequence[Context], frequency: int) -> None:
        """Put these contexts and this frequency in the place of what the document contributed before."""
        if any(context.document != document for context in contexts):
            raise ConflictError("a context is of another document", path=document, remedy="record each by itself")
        with self.transaction():
            before = self.concept(concept_id)
            known = [context for context in before.contexts if context.document == document]
            counted = self._frequencies(concept_id).get(document, 0)
            if known != list(contexts):
                table = schema.context
                here = (table.c.concept_id == concept_id) & (table.c.document == document)
                self.writer.write(delete(table).where(here))
                file_contexts(self.writer, concept_id, contexts)
            if counted != frequency:
                set_frequencies(self.writer, concept_id, {document: frequency})
            if known != list(contexts) or counted != frequency:
                after = dataclasses.replace(before, frequency=before.frequency - counted + frequency)
                self._note("collect", before, after)

    def date_document(self, document: str, date: str) -> None:
        """Say of which day a document is (ISO 8601); an empty date takes away what was said."""
        with self.transaction():
            table = schema.document
            self.writer.write(delete(table).where(table.c.name == document))
            if date:
                self.writer.insert(table, [(document, date)])

    def _add_lot(self, concepts: Sequence[Concept], first: int, action: str) -> None:
        for concept in concepts:
            check(concept)
        numbered = list(enumerate(concepts, first))
        file_concepts(self.writer, numbered)
        run = self.writer.run
        self.writer.insert(
            schema.history,
            [(None, run, number, action, "", to_json(concept, number)) for number, concept in numbered],
        )

    def _next_number(self) -> int:
        """A number no concept ever had, so that no two share a history."""
        ((last,),) = self.execute(
            "SELECT coalesce(max(number), 0) FROM (SELECT max(id) AS number FROM concept "
            "UNION ALL SELECT max(concept_id) FROM history) numbers",
            (),
        )
        return int(last) + 1

    def _stored(self, concept: Concept) -> Concept:
        if concept.id is None:
            raise ConflictError("a concept without a number cannot be replaced", remedy="add it")
        return self.concept(concept.id)

    def _frequencies(self, concept_id: int) -> dict[str, int]:
        rows = self.execute("SELECT document, frequency FROM occurrence WHERE concept_id = ?", (concept_id,))
        return dict(map(tuple, rows))

    def _change(self, before: Concept, after: Concept, action: str) -> None:
        assert after.id is not None
        refile_concept(self.writer, after.id, after)
        self._note(action, before, after)

    def _note(self, action: str, before: Concept, after: Concept | None) -> None:
        line = (None, self.writer.run, before.id, action, to_json(before), "" if after is None else to_json(after))
        self.writer.insert(schema.history, [line])
