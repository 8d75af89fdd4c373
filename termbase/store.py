"""Where concepts are kept: every change in a transaction, with its history."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from types import TracebackType
from typing import Any

from sqlalchemy import delete, update

from termbase import schema
from termbase.contributions import NOTHING, Contribution, marks_of, read_contributions, states_of
from termbase.database import BUSY_SECONDS
from termbase.errors import ConflictError, unknown_concept
from termbase.filing import check, file_concepts, file_contexts, refile_concept, remove_concepts, set_frequencies
from termbase.history import NO_CONCEPT, collected_to_json, date_to_json, to_json
from termbase.merging import merged, new_contexts
from termbase.model import Concept, Context, Status
from termbase.place import Place
from termbase.precaution import Precaution
from termbase.reading import Reading
from termbase.staleness import changed_meanwhile, removed_meanwhile
from termbase.writing import Writer

__all__ = ["Adopted", "Store"]

# Concepts filed at a time: their rows are held in memory, and the word index writes once for each lot
_LOT = 5_000
_ACTIONS = {Status.APPROVED: "approve", Status.REJECTED: "reject", Status.PROPOSED: "edit"}


@dataclasses.dataclass(frozen=True, slots=True)
class Adopted:
    """A concept of another database, on its way into this one."""

    concept: Concept
    contributions: Mapping[str, Contribution]
    seen: Mapping[str, Any] | None
    """The changes it has behind it."""


class Store(Reading):
    """A termbase that can be changed; made by `Store.open`; close it, or use it in a `with` block."""

    def __init__(self, writer: Writer, *, backs_up: bool = True) -> None:
        super().__init__(writer.rows, writer.words)
        self.writer = writer
        self.precaution = Precaution(writer.place if backs_up else None)

    @classmethod
    def open(
        cls,
        location: str | Place,
        *,
        who: str = "",
        command: str = "",
        wait: float = BUSY_SECONDS,
        backs_up: bool = True,
    ) -> Store:
        """Open the database, make a file where there is none, and bring an older one up to date after a backup.

        `who` and `command` go into the history; `wait` is how many seconds to wait for another writer. `backs_up` is
        whether a copy is made by itself once much is changed; for that a view of the file is held from the first
        change on, so that its write-ahead log grows. Raises DatabaseError.
        """
        return cls(Writer.open(location, who=who, command=command, wait=wait), backs_up=backs_up)

    def close(self) -> None:
        """Give up the database; a transaction still open is taken back."""
        self.precaution.close()
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
            number = self.next_number()
            self._add_lot([concept], number, action)
        return dataclasses.replace(concept, id=number, version=1)

    def add_all(self, concepts: Iterable[Concept], action: str = "import") -> int:
        """File many new concepts, all or none; returns how many. Memory stays flat."""
        waiting = iter(concepts)
        with self.transaction():
            first = number = self.next_number()
            while lot := list(islice(waiting, _LOT)):
                self._add_lot(lot, number, action)
                number += len(lot)
        return number - first

    def replace(self, concept: Concept, action: str = "edit") -> Concept:
        """Put this state in the place of the stored concept of its number, but for contexts and frequency.

        Raises ConflictError where the stored one was changed after this copy was read, and says by whom.
        """
        check(concept)
        with self.transaction():
            before = self._stored(concept)
            after = dataclasses.replace(
                concept, contexts=before.contexts, frequency=before.frequency, version=before.version
            )
            if after != before:
                self._change(before, after, action)
                after = dataclasses.replace(after, version=before.version + 1)
        return after

    def set_status(self, concept_id: int, status: Status, *, version: int = 0) -> None:
        """Approve, reject or propose anew; `version` is that of the copy by which it was decided."""
        with self.transaction():
            before = self._current(concept_id, version)
            after = dataclasses.replace(before, status=status)
            if after != before:
                table = schema.concept
                changed = {"status": status.value, "version": table.c.version + 1}
                self.writer.write(update(table).where(table.c.id == concept_id).values(changed))
                self._note(_ACTIONS[status], before, after)

    def remove(self, concept_id: int, *, version: int = 0) -> None:
        """Delete a concept; its history stays, and has all of it."""
        with self.transaction():
            self.remove_all([self._current(concept_id, version)], "remove")

    def remove_all(self, concepts: Sequence[Concept], action: str, seen: Mapping[str, Any] | None = None) -> None:
        """Delete concepts as they are stored, some hundreds at most."""
        lines = []
        for concept in concepts:
            assert concept.id is not None, "a stored concept has a number"
            documents = states_of(read_contributions(self.execute, concept.id))
            lines.append((concept.id, action, to_json(concept, documents=documents, seen=seen), ""))
        with self.transaction():
            remove_concepts(self.writer, [number for number, *_ in lines])
            self._note_lines(lines)

    def merge(self, source_id: int, into_id: int, *, versions: tuple[int, int] = (0, 0)) -> Concept:
        """Unite the first concept with the second, which stays; returns it. Raises ConflictError on itself.

        `versions` are those of the copies by which it was decided.
        """
        if source_id == into_id:
            raise ConflictError(f"entry {into_id} cannot be merged with itself", remedy="give two numbers")
        with self.transaction():
            source, target = (self._current(*one) for one in zip((source_id, into_id), versions, strict=True))
            from_source = read_contributions(self.execute, source_id)
            before = self._contributions(into_id, from_source)
            frequencies = {
                document: before[document].frequency + one.frequency for document, one in from_source.items()
            }
            file_contexts(self.writer, into_id, new_contexts(source, target))
            set_frequencies(self.writer, into_id, frequencies)
            self.remove_all([source], "merge")
            united = dataclasses.replace(merged(source, target), frequency=target.frequency + source.frequency)
            self._change(target, united, "merge", before)
            return self.concept(into_id)

    def record(self, concept_id: int, document: str, contexts: Sequence[Context], frequency: int) -> None:
        """Put these contexts and this frequency in the place of what the document contributed before."""
        if any(context.document != document for context in contexts):
            raise ConflictError("a context is of another document", path=document, remedy="record each by itself")
        with self.transaction():
            self.contribute(concept_id, {document: Contribution(frequency, tuple(contexts))}, "collect")

    def contribute(self, concept_id: int, contributions: Mapping[str, Contribution], action: str) -> None:
        """Put these contributions of documents in the place of theirs so far; those of other documents stay."""
        with self.transaction():
            frequency = self._bare(concept_id).frequency
            before = self._contributions(concept_id, contributions)
            if self._file_contributions(concept_id, before, contributions):
                added = sum(one.frequency - before[document].frequency for document, one in contributions.items())
                self._note_line(
                    concept_id,
                    action,
                    collected_to_json(concept_id, frequency, states_of(before)),
                    collected_to_json(concept_id, frequency + added, marks_of(contributions)),
                )

    def restore(
        self,
        number: int,
        concept: Concept | None,
        contributions: Mapping[str, Contribution],
        action: str = "undo",
        seen: Mapping[str, Any] | None = None,
    ) -> None:
        """Make the concept of a number what it was, with what these documents contributed; None takes it away.

        `seen` are the changes of another database that this takes in.
        """
        with self.transaction():
            there = self.concepts_of([number], with_contexts=False)
            if concept is None:
                self.remove_all(there, action, seen)
            elif there:
                before = self._contributions(number, contributions)
                self._file_contributions(number, before, contributions)
                self._change(there[0], concept, action, before, seen)
            else:
                self._revive(dataclasses.replace(concept, id=number), contributions, action, seen)

    def adopt(self, lot: Sequence[Adopted], action: str) -> list[int]:
        """File concepts of another database under new numbers, some hundreds at most; returns the numbers."""
        with self.transaction():
            first = self.next_number()
            numbered = list(enumerate(lot, first))
            file_concepts(self.writer, [(number, _without_contexts(one.concept)) for number, one in numbered])
            lines = []
            for number, one in numbered:
                self._file_contributions(number, dict.fromkeys(one.contributions, NOTHING), one.contributions)
                frequency = sum(found.frequency for found in one.contributions.values())
                counted = dataclasses.replace(one.concept, frequency=frequency)
                documents = marks_of(one.contributions)
                lines.append((number, action, "", to_json(counted, number, documents=documents, seen=one.seen)))
            self._note_lines(lines)
        return [number for number, _ in numbered]

    def date_document(self, document: str, date: str, action: str = "collect") -> None:
        """Say of which day a document is (ISO 8601); an empty date takes away what was said."""
        with self.transaction():
            table = schema.document
            known = self.execute("SELECT date FROM document WHERE name = ?", (document,))
            before = known[0][0] if known else ""
            if date != before:
                self.writer.write(delete(table).where(table.c.name == document))
                if date:
                    self.writer.insert(table, [(document, date)])
                self._note_line(NO_CONCEPT, action, date_to_json(document, before), date_to_json(document, date))

    def _add_lot(self, concepts: Sequence[Concept], first: int, action: str) -> None:
        for concept in concepts:
            check(concept)
        self.precaution.count(len(concepts))
        numbered = list(enumerate(concepts, first))
        file_concepts(self.writer, numbered)
        run = self.writer.run
        self.writer.insert(
            schema.history,
            [(None, run, number, action, "", to_json(concept, number)) for number, concept in numbered],
        )

    def next_number(self) -> int:
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
        return self._current(concept.id, concept.version)

    def _current(self, concept_id: int, version: int) -> Concept:
        """The stored concept; raises ConflictError where this version of it is not the last one."""
        for concept in self.concepts_of([concept_id]):
            if version and version != concept.version:
                raise changed_meanwhile(self, concept_id, concept.version - version)
            return concept
        raise removed_meanwhile(self, concept_id) if version else unknown_concept(concept_id)

    def _bare(self, concept_id: int) -> Concept:
        """The stored concept without its contexts, of which there may be many."""
        for concept in self.concepts_of([concept_id], with_contexts=False):
            return concept
        raise unknown_concept(concept_id)

    def _contributions(self, concept_id: int, documents: Iterable[str]) -> dict[str, Contribution]:
        """What these documents contributed so far."""
        return {
            document: read_contributions(self.execute, concept_id, document).get(document, NOTHING)
            for document in documents
        }

    def _file_contributions(
        self, concept_id: int, before: Mapping[str, Contribution], after: Mapping[str, Contribution]
    ) -> bool:
        """Put contributions in the place of others; returns whether anything changed."""
        table = schema.context
        changed = {document: one for document, one in after.items() if one != before[document]}
        for document, one in changed.items():
            if one.contexts != before[document].contexts:
                here = (table.c.concept_id == concept_id) & (table.c.document == document)
                self.writer.write(delete(table).where(here))
                file_contexts(self.writer, concept_id, one.contexts)
        if changed:
            set_frequencies(self.writer, concept_id, {document: one.frequency for document, one in changed.items()})
        return bool(changed)

    def _revive(
        self, concept: Concept, contributions: Mapping[str, Contribution], action: str, seen: Mapping[str, Any] | None
    ) -> None:
        """File a concept that was removed under the number it had, with a version that no copy of it has."""
        assert concept.id is not None
        bare = _without_contexts(concept)
        file_concepts(self.writer, [(concept.id, bare)])
        ((changes,),) = self.execute("SELECT count(*) FROM history WHERE concept_id = ?", (concept.id,))
        table = schema.concept
        self.writer.write(update(table).where(table.c.id == concept.id).values(version=changes + 1))
        self._file_contributions(concept.id, dict.fromkeys(contributions, NOTHING), contributions)
        frequency = sum(one.frequency for one in contributions.values())
        line = to_json(dataclasses.replace(bare, frequency=frequency), documents=marks_of(contributions), seen=seen)
        self._note_line(concept.id, action, "", line)

    def _change(
        self,
        before: Concept,
        after: Concept,
        action: str,
        contributed: Mapping[str, Contribution] | None = None,
        seen: Mapping[str, Any] | None = None,
    ) -> None:
        """File the new state; `contributed` is what documents had contributed where that changed too."""
        assert before.id is not None
        refile_concept(self.writer, before.id, after)
        if contributed is None:
            self._note(action, before, after)
            return
        now = self._contributions(before.id, contributed)
        frequency = self._bare(before.id).frequency
        self._note_line(
            before.id,
            action,
            to_json(before, documents=states_of(contributed)),
            to_json(dataclasses.replace(after, frequency=frequency), before.id, documents=marks_of(now), seen=seen),
        )

    def _note(self, action: str, before: Concept, after: Concept) -> None:
        assert before.id is not None
        self._note_line(before.id, action, to_json(before), to_json(after))

    def _note_line(self, number: int, action: str, before: str, after: str) -> None:
        self._note_lines([(number, action, before, after)])

    def _note_lines(self, lines: Sequence[tuple[int, str, str, str]]) -> None:
        if lines:
            self.precaution.count(len(lines))
            run = self.writer.run
            self.writer.insert(schema.history, [(None, run, *line) for line in lines])


def _without_contexts(concept: Concept) -> Concept:
    return dataclasses.replace(concept, contexts=(), frequency=0)
