"""How what was read is filed: proposals and imports, never over what a person decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from termbase.extract.proposals import with_new_forms
from termbase.model import Concept, Origin, Status, Term, Usage

if TYPE_CHECKING:
    from termbase.reading import Reading
    from termbase.store import Store

__all__ = ["Outcome", "Step", "file_concepts", "import_concepts", "import_steps", "same_concepts"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the concepts handed in."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    """Left out because a person rejected the concept."""

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.skipped + other.skipped,
        )


def file_concepts(store: Store, concepts: Iterable[Concept]) -> tuple[list[Concept], Outcome]:
    """File what a document or corpus gave, in one transaction; returns the concepts as they now stand, in order.

    A known concept gets its contexts and its new forms (as proposed terms); a new one is added as proposed; one that
    a person rejected stays away.
    """
    filed: list[Concept] = []
    outcome = Outcome()
    with store.transaction():
        for concept in concepts:
            result, stored = _file(store, concept)
            outcome += result
            if stored is not None:
                filed.append(stored)
    return filed, outcome


def import_concepts(store: Store, concepts: Iterable[Concept]) -> Outcome:
    """Take in the concepts of a glossary, in one transaction.

    The rules, in order: a concept is the same as a stored one that has its preferred Chinese form (script and
    quotation marks aside), or, when one of the two has no Chinese, its preferred English. A proposed concept takes
    over everything the glossary says and becomes approved: an import is a person's decision. A concept that a
    person approved keeps its preferred terms; forms it lacks are added, a second preferred one as admitted. Empty
    fields are filled, filled fields stay. The second import of a file changes nothing.
    """
    with store.transaction():
        return sum((step.outcome for step in import_steps(store, concepts)), Outcome())


@dataclass(frozen=True, slots=True)
class Step:
    """What an import did with one concept."""

    action: Literal["added", "changed", "unchanged", "skipped"]
    before: Concept | None
    """As it was stored; None for a new one."""
    after: Concept
    """As it is stored now; one that was skipped as the glossary has it."""

    @property
    def outcome(self) -> Outcome:
        """The step as counts."""
        return Outcome(**{self.action: 1})


def import_steps(store: Store, concepts: Iterable[Concept]) -> Iterator[Step]:
    """Take in concepts one by one, by the rules of `import_concepts`; to be run in one transaction."""
    for concept in concepts:
        ids = same_concepts(store, concept)
        if not ids:
            yield Step("added", None, store.add(_imported(concept), action="import"))
            continue
        stored, merged = _best_fit([store.concept(id_) for id_ in ids], _imported(concept))
        if stored.status is Status.REJECTED:
            yield Step("skipped", stored, concept)
        elif merged == stored:
            yield Step("unchanged", stored, stored)
        else:
            yield Step("changed", stored, store.replace(merged, action="import"))


def _file(store: Store, concept: Concept) -> tuple[Outcome, Concept | None]:
    id_ = concept.id
    if id_ is None:
        ids = same_concepts(store, concept)
        if not ids:
            added = store.add(replace(concept, contexts=(), frequency=0), action="collect")
            _record(store, added, concept)
            return Outcome(added=1), replace(added, contexts=concept.contexts, frequency=concept.frequency)
        id_ = ids[0]
    stored = store.concept(id_)
    if stored.status is Status.REJECTED:
        return Outcome(skipped=1), None
    updated = with_new_forms(stored, (_as_variant(term) for term in concept.terms if term.status is Status.PROPOSED))
    changed = updated != stored
    if changed:
        store.replace(updated, action="collect")
    _record(store, updated, concept)
    result = replace(updated, contexts=concept.contexts, frequency=concept.frequency)
    return Outcome(changed=int(changed), unchanged=int(not changed)), result


def _as_variant(term: Term) -> Term:
    return term if term.usage is not Usage.PREFERRED else replace(term, usage=Usage.ADMITTED)


def _record(store: Store, stored: Concept, found: Concept) -> None:
    assert stored.id is not None, "the store gives every concept an id"
    documents = dict.fromkeys(context.document for context in found.contexts)
    # what was counted beyond the contexts kept of a corpus stands with the first document
    uncounted = found.frequency - len(found.contexts)
    for document in documents:
        contexts = [context for context in found.contexts if context.document == document]
        store.record(stored.id, document, contexts, len(contexts) + uncounted)
        uncounted = 0


def same_concepts(store: Reading, concept: Concept) -> list[int]:
    """Stored concepts that are this one, by the rule of import_concepts."""
    zh, en = concept.preferred(chinese=True), concept.preferred(chinese=False)
    if zh is not None:
        ids = store.find(zh.text, chinese=True)
        if ids:
            return ids
    if en is None:
        return []
    ids = store.find(en.text, chinese=False)
    still_open = [id_ for id_ in ids if store.concept(id_).preferred(chinese=True) is None]
    if zh is not None:
        return still_open
    return [*still_open, *(id_ for id_ in ids if id_ not in still_open)]


def _best_fit(stored: list[Concept], given: Concept) -> tuple[Concept, Concept]:
    """Of several concepts that may be the given one, the one that has all of it, else the first; and the merger.

    Without this a second import could go to another concept than the first.
    """
    mergers = [(one, _merged(one, given)) for one in stored]
    return next(((one, merged) for one, merged in mergers if one == merged), mergers[0])


def _imported(concept: Concept) -> Concept:
    terms = tuple(
        term if term.origin is not Origin.PERSON else replace(term, origin=Origin.IMPORT) for term in concept.terms
    )
    return replace(concept, terms=terms)


def _merged(stored: Concept, given: Concept) -> Concept:
    """The stored concept with what the given one adds, by the rules of import_concepts."""
    if stored.status is Status.PROPOSED and given.status is Status.APPROVED:
        merged = with_new_forms(replace(given, id=stored.id), (_as_variant(term) for term in stored.terms))
        return replace(merged, contexts=stored.contexts, frequency=stored.frequency, score=stored.score)
    preferred = {chinese for chinese in (True, False) if stored.preferred(chinese=chinese) is not None}
    new = (_as_variant(term) if term.language.is_chinese in preferred else term for term in given.terms)
    merged = with_new_forms(stored, new)
    return replace(
        merged,
        subject=stored.subject or given.subject,
        definition_zh=stored.definition_zh or given.definition_zh,
        definition_en=stored.definition_en or given.definition_en,
        note=stored.note or given.note,
        items=stored.items or given.items,
    )
