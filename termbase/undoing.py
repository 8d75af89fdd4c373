"""Taking back what a run did to the termbase: all of it, all that nobody changed later, or one change of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from termbase.effects import ALL, Effect, Lines, date_effects, effects
from termbase.errors import ConflictError
from termbase.runs import Run, run_of

if TYPE_CHECKING:
    from termbase.model import Concept
    from termbase.reading import Reading
    from termbase.store import Store

__all__ = ["Step", "last_line", "steps", "take_back"]

# Concepts read at a time
_PAGE = 200


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done to one concept, or to the date of a document, so that it is as before the run."""

    action: Literal["removed", "restored", "changed", "kept"]
    """Taken away again, brought back, put back to its former state, or left alone because it was changed later."""
    number: int
    """The concept; 0 for the date of a document."""
    title: str
    later: Run | None = None
    """The run that changed it later."""
    is_whole: bool = True
    """Whether contexts and counts are taken back too: the history of an older zhterm does not have them."""


def steps(reading: Reading, run: int) -> Iterator[Step]:
    """What taking back a run would do, in order."""
    for page in _pages(reading, effects(reading, run)):
        yield from (_step(reading, effect, now, run) for effect, now in page)
    for document, (before, after) in date_effects(reading, run).items():
        if before != after:
            is_as_left = _date_of(reading, document) == after
            yield Step("changed" if is_as_left else "kept", 0, document)


def last_line(reading: Reading) -> int:
    """The number of the last line of the history: what is changed from now on gets greater ones."""
    ((number,),) = reading.execute("SELECT coalesce(max(id), 0) FROM history", ())
    return int(number)


def take_back(store: Store, run: int, *, keep_newer: bool = False, lines: Lines = ALL) -> Iterator[Step]:
    """Take back a run, or these lines of it, in the transaction of the caller, which is to go through all steps.

    Raises ConflictError where something was changed later; with `keep_newer` that stays as it is.
    """
    for page in _pages(store, effects(store, run, lines)):
        done = [(_step(store, effect, now, run), effect, now) for effect, now in page]
        for step, effect, _ in done:
            if step.action == "kept" and not keep_newer:
                raise _changed_later(step, run) if lines is ALL else _changed_since(step)
            if step.action in {"restored", "changed"}:
                _restore(store, effect)
        # together: one by one they take ten times as long
        store.remove_all([now for step, _, now in done if step.action == "removed" and now is not None], "undo")
        yield from (step for step, _, _ in done)
    for document, (before, after) in date_effects(store, run, lines).items():
        if before == after:
            continue
        if _date_of(store, document) == after:
            store.date_document(document, before, "undo")
            yield Step("changed", 0, document)
        else:
            yield Step("kept", 0, document)


def _restore(store: Store, effect: Effect) -> None:
    if effect.was_there and effect.is_there and not effect.is_edit:
        store.contribute(effect.number, effect.contributions, "undo")
    else:
        store.restore(effect.number, effect.concept(), effect.contributions)


def _pages(reading: Reading, found: Iterator[Effect]) -> Iterator[list[tuple[Effect, Concept | None]]]:
    """Each effect that left something (not what came and went within the run), with the concept as it is now."""
    lasting = (effect for effect in found if effect.was_there or effect.is_there)
    while page := list(islice(lasting, _PAGE)):
        concepts = reading.concepts_of([effect.number for effect in page], with_contexts=False)
        present = {concept.id: concept for concept in concepts}
        yield [(effect, present.get(effect.number)) for effect in page]


def _step(reading: Reading, effect: Effect, now: Concept | None, run: int) -> Step:
    title = effect.title
    if not title and now is not None:
        title = now.terms[0].text if now.terms else ""
    if _is_interleaved(reading, effect, run) or not effect.stands(reading, now):
        return Step("kept", effect.number, title, _later(reading, effect, run))
    action: Literal["removed", "restored", "changed"] = "changed"
    if not (effect.was_there and effect.is_there):
        action = "restored" if effect.was_there else "removed"
    return Step(action, effect.number, title, None, effect.is_whole)


def _is_interleaved(reading: Reading, effect: Effect, run: int) -> bool:
    """Whether another run changed the concept between two changes of this run."""
    return effect.first < effect.last and bool(
        reading.execute(
            "SELECT 1 FROM history WHERE concept_id = ? AND id BETWEEN ? AND ? AND run_id <> ? LIMIT 1",
            (effect.number, effect.first, effect.last, run),
        )
    )


def _later(reading: Reading, effect: Effect, run: int) -> Run | None:
    """The last run that changed a concept after another run did."""
    rows = reading.execute(
        "SELECT run_id FROM history WHERE concept_id = ? AND id > ? AND run_id <> ? ORDER BY id DESC LIMIT 1",
        (effect.number, effect.first, run),
    )
    return run_of(reading, rows[0][0]) if rows else None


def _date_of(reading: Reading, document: str) -> str:
    rows = reading.execute("SELECT date FROM document WHERE name = ?", (document,))
    return str(rows[0][0]) if rows else ""


def _changed_later(step: Step, run: int) -> ConflictError:
    by = f"by {step.later}" if step.later else "by a run that the history does not name"
    back = f"take that back first (zhterm undo --run {step.later.number}), or " if step.later else ""
    return ConflictError(
        f"run {run} cannot be taken back whole: entry {step.number} ({step.title}) was changed later {by}",
        remedy=f"{back}leave such entries as they are: --keep-newer",
    )


def _changed_since(step: Step) -> ConflictError:
    by = f" by {step.later}" if step.later else ""
    return ConflictError(
        f"this cannot be taken back: entry {step.number} ({step.title}) was changed later{by}", remedy="it stands"
    )
