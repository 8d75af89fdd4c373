"""Two changed copies of one concept and the state they come from: what both are to be, and what a person has to say.

A field that one side changed is taken over; where both changed it differently, a decision wins over a proposal, and
between two decisions each side keeps its own, as a conflict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from termbase.model import Concept, Language, Origin, Source, Status, Term, Usage

__all__ = ["Conflict", "United", "united"]

_ORIGINS = list(Origin)
_UNKNOWN: Any = object()
_KEPT_APART = {"id", "terms", "contexts", "frequency", "version"}
_CONCEPT_FIELDS = [one.name for one in fields(Concept) if one.name not in _KEPT_APART]
_TERM_FIELDS = [one.name for one in fields(Term) if one.name not in {"language", "text"}]
# What the program noted, on which nobody decides: the greater stays
_NOTED = {"score", "reason"}

Key = tuple[Language, str, int]
"""What a term is known by: language, text, and which of several that are written alike."""
Terms = dict[Key, Term]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that both sides changed in another way."""

    field: str
    base: str
    first: str
    second: str


@dataclass(slots=True)
class United:
    """What each side is to be; the same where there is no conflict."""

    first: Concept
    second: Concept
    conflicts: list[Conflict]


def united(base: Concept | None, first: Concept, second: Concept) -> United:
    """Unite two copies; each keeps its own number, contexts and frequency.

    >>> from termbase.model import ConceptType
    >>> base = Concept(ConceptType.PLACE, (Term(Language.ZH_HANS, "义乌"),))
    >>> other = replace(base, terms=(*base.terms, Term(Language.EN, "Yiwu")))
    >>> both = united(base, replace(base, note="in Jinhua"), other)
    >>> both.first == both.second, both.first.note, [term.text for term in both.first.terms], both.conflicts
    (True, 'in Jinhua', ['义乌', 'Yiwu'], [])
    """
    prefer = _decided(first.status, second.status)
    settling = _Settling(prefer)
    cells = settling.fields("", _CONCEPT_FIELDS, base, first, second)
    terms = settling.terms(_keyed(base), _keyed(first) or {}, _keyed(second) or {})
    if not all(terms):
        shown = (" / ".join(term.text for term in one.terms) for one in (base, first, second) if one)
        settling.conflict("terms", *shown)
        terms = first.terms, second.terms
    return United(
        replace(first, **cells[0], terms=terms[0]),
        replace(second, **cells[1], terms=terms[1]),
        list(settling.conflicts.values()),
    )


@dataclass(slots=True)
class _Settling:
    prefer: int | None
    """Whose word counts, where one side is decided on and the other only proposed."""
    conflicts: dict[str, Conflict] = field(default_factory=dict)

    def conflict(self, name: str, base: object, first: object, second: object) -> None:
        told = (_told(value) for value in (base, first, second))
        self.conflicts.setdefault(name, Conflict(name, *told))

    def fields(
        self, title: str, names: Sequence[str], base: object, first: object, second: object
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """The fields of a concept or a term, for each side."""
        both: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
        for name in names:
            one, other = getattr(first, name), getattr(second, name)
            before = getattr(base, name) if base is not None else _unknown(one, other)
            settled = self._settle(f"{title}{name}", before, one, other)
            for side in (0, 1):
                both[side][name] = settled[side]
        return both

    def _settle(self, name: str, base: Any, one: Any, other: Any) -> tuple[Any, Any]:
        if other in (one, base):
            return one, one
        if one == base:
            return other, other
        kind = name.rsplit(" ", 1)[-1]
        if kind in _NOTED:
            return (max(one, other),) * 2
        if kind == "origin":
            return (min(one, other, key=_ORIGINS.index),) * 2
        prefer = _decided(one, other) if kind == "status" else self.prefer
        if prefer is not None:
            return ((one, other)[prefer],) * 2
        self.conflict(name, base, one, other)
        return one, other

    def terms(self, base: Terms | None, first: Terms, second: Terms) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
        """The terms of each side, in their order."""
        kept: tuple[Terms, Terms] = ({}, {})
        for key in _order(list(base or ()), list(first), list(second)):
            pair = self._term((base or {}).get(key), first.get(key), second.get(key))
            for side, term in zip(kept, pair, strict=True):
                if term is not None:
                    side[key] = term
        for language in Language:
            self._prefer_one(language, (first, second), kept)
        return tuple(kept[0].values()), tuple(kept[1].values())

    def _term(self, base: Term | None, one: Term | None, other: Term | None) -> tuple[Term | None, Term | None]:
        if one is None or other is None:
            there = one or other
            assert there is not None, "the key is of one of the two"
            if base is None:
                return there, there
            if there == base:
                return None, None
            self.conflict(_title(base), base.text, _changes(base, one), _changes(base, other))
            return one, other
        outer = self.prefer
        decided = _decided(one.status, other.status)
        self.prefer = outer if decided is None else decided
        cells = self.fields(f"{_title(one)} ", _TERM_FIELDS, base, one, other)
        self.prefer = outer
        return replace(one, **cells[0]), replace(other, **cells[1])

    def _prefer_one(self, language: Language, given: tuple[Terms, Terms], kept: tuple[Terms, Terms]) -> None:
        """Where each side prefers another term, a decision wins over a proposal; else each keeps its own."""
        before = [_preferred(terms, language) for terms in given]
        now = _preferred(kept[0], language) | _preferred(kept[1], language)
        new = [[key for key in now if key in before[side] and key not in before[1 - side]] for side in (0, 1)]
        if not all(new) or len(now) <= max(len(keys) for keys in before):
            return
        winner = self._winner(given, new)
        for side in (0, 1):
            for key in new[side]:
                if winner is None:
                    usages = [Usage.PREFERRED, Usage.ADMITTED]
                    self.conflict(f"{_title(given[side][key])} usage", "", usages[side], usages[1 - side])
                    _admit(kept[1 - side], key)
                elif winner != side:
                    _admit(kept[0], key)
                    _admit(kept[1], key)

    def _winner(self, given: tuple[Terms, Terms], new: list[list[Key]]) -> int | None:
        approved = [any(given[side][key].status is Status.APPROVED for key in new[side]) for side in (0, 1)]
        if self.prefer is not None or all(approved):
            return self.prefer
        return approved.index(True) if any(approved) else int(min(new[1]) < min(new[0]))


def _keyed(concept: Concept | None) -> Terms | None:
    if concept is None:
        return None
    found: Terms = {}
    for term in concept.terms:
        count = sum(1 for language, text, _ in found if (language, text) == (term.language, term.text))
        found[term.language, term.text, count] = term
    return found


def _order(base: list[Key], first: list[Key], second: list[Key]) -> list[Key]:
    """All keys in the order of the side that changed it, then what only the other side has."""
    if first == base:
        lead = second
    elif second == base:
        lead = first
    else:
        moved = [
            [key for key in keys if key in base] != [key for key in base if key in keys] for keys in (first, second)
        ]
        lead = (
            min(first, second, key=lambda keys: (-len(keys), keys))
            if moved[0] == moved[1]
            else (first, second)[moved.index(True)]
        )
    return list(dict.fromkeys((*lead, *first, *second)))


def _preferred(terms: Terms, language: Language) -> set[Key]:
    return {
        key
        for key, term in terms.items()
        if key[0] is language and term.usage is Usage.PREFERRED and term.status is not Status.REJECTED
    }


def _admit(terms: Terms, key: Key) -> None:
    if key in terms:
        terms[key] = replace(terms[key], usage=Usage.ADMITTED)


def _decided(first: Status, second: Status) -> int | None:
    """Which of two was decided on by a person, where the other is only proposed."""
    proposed = [status is Status.PROPOSED for status in (first, second)]
    return proposed.index(False) if any(proposed) and not all(proposed) else None


def _unknown(first: object, second: object) -> object:
    """The state before of what both sides have from the beginning: empty, where that is a state of one of them."""
    return next((value for value in (first, second) if value in ("", None, ())), _UNKNOWN)


def _title(term: Term) -> str:
    return f"{term.language} “{term.text}”"


def _told(value: object) -> str:
    if value is _UNKNOWN or value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(f"{one.zh} = {one.en}" for one in value)
    if isinstance(value, Source):
        return " ".join(filter(None, (value.issuer, value.title, value.date, value.url)))
    return str(value)


def _changes(base: Term, now: Term | None) -> str:
    """What became of a term, in words."""
    if now is None:
        return "removed"
    return ", ".join(
        f"{name} {_told(getattr(now, name))}" for name in _TERM_FIELDS if getattr(now, name) != getattr(base, name)
    )
