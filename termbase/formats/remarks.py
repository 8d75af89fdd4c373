"""What a format has no field for, said in notes that people and our readers understand: `pinyin: Yìwū`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from termbase.model import Concept, ConceptType, Item, Source, Status, Term, Tier

__all__ = ["Remarks", "of_concept", "of_term", "remarks_in"]

Value = TypeVar("Value", bound=StrEnum)

_LABELS = (
    "note",
    "type",
    "status",
    "item",
    "pinyin",
    "valid from",
    "valid until",
    "match",
    "source url",
    "source date",
    "source tier",
)
_OTHER_NAMES = {"拼音": "pinyin", "hanyu pinyin": "pinyin", "类型": "type", "状态": "status"}
_LABELLED = re.compile(rf"({'|'.join([*_LABELS, *_OTHER_NAMES])})\s*[:：]\s*(.+)", re.DOTALL | re.IGNORECASE)
_EXACT_CASE, _NO_INFLECTION = "exact case", "no inflection"


@dataclass(frozen=True, slots=True)
class Remarks:
    """What notes say."""

    values: dict[str, list[str]] = field(default_factory=dict)
    """By label."""

    def one(self, label: str) -> str:
        """The first value of a label; empty when there is none."""
        return next(iter(self.values.get(label, ())), "")

    @property
    def note(self) -> str:
        """All that has no other label."""
        return "\n".join(dict.fromkeys(self.values.get("note", ())))

    @property
    def type(self) -> ConceptType | None:
        """The type of the concept; None when nothing tells it."""
        return _member(ConceptType, self.one("type"))

    @property
    def status(self) -> Status | None:
        """The review state; None when nothing tells it."""
        return _member(Status, self.one("status"))

    @property
    def items(self) -> tuple[Item, ...]:
        """What the slogan counts."""
        pairs = (text.partition(" = ") for text in self.values.get("item", ()))
        return tuple(Item(zh.strip(), en.strip()) for zh, _, en in pairs)

    @property
    def exact_case(self) -> bool:
        """Whether a term matches only in its own case."""
        return _EXACT_CASE in self.values.get("match", ())

    @property
    def inflect(self) -> bool:
        """Whether a term matches in the plural too."""
        return _NO_INFLECTION not in self.values.get("match", ())

    def source(self, name: str, url: str = "") -> Source | None:
        """The source that a format names as `Issuer: Title`, with what the notes add; None when nothing is known."""
        url = url or self.one("source url")
        date, tier = self.one("source date"), _member(Tier, self.one("source tier"))
        if not (name or url or date or tier):
            return None
        issuer, _, title = f" {name}".partition(": ")
        return Source(issuer.strip(), title.strip(), url, date, tier or Tier.FOUND)


def of_concept(concept: Concept) -> Iterator[str]:
    r"""The notes of a concept: its type, its state unless approved, its items, and its note.

    >>> list(of_concept(Concept(ConceptType.PLACE, (), note="Type: I\nmean")))
    ['type: place', 'note: Type: I\nmean']
    """
    yield f"type: {concept.type}"
    if concept.status is not Status.APPROVED:
        yield f"status: {concept.status}"
    for item in concept.items:
        yield f"item: {item.zh} = {item.en}" if item.en else f"item: {item.zh}"
    if concept.note:
        yield f"note: {concept.note}" if _LABELLED.fullmatch(concept.note) else concept.note


def of_term(term: Term) -> Iterator[str]:
    """The notes of a term: pinyin, state, validity, how it matches, and what a source's name does not tell."""
    if term.pinyin:
        yield f"pinyin: {term.pinyin}"
    if term.status is not Status.APPROVED:
        yield f"status: {term.status}"
    for label, value in (("valid from", term.valid_from), ("valid until", term.valid_until)):
        if value:
            yield f"{label}: {value}"
    if term.exact_case:
        yield f"match: {_EXACT_CASE}"
    if not term.inflect:
        yield f"match: {_NO_INFLECTION}"
    if term.source:
        if term.source.date:
            yield f"source date: {term.source.date}"
        yield f"source tier: {term.source.tier}"


def remarks_in(notes: Iterable[str]) -> Remarks:
    r"""What notes say, ours and others'.

    >>> found = remarks_in(["拼音：Yìwū", "Status: unclear", "a city"])
    >>> found.one("pinyin"), found.note
    ('Yìwū', 'Status: unclear\na city')
    """
    values: dict[str, list[str]] = {}
    for note in map(str.strip, notes):
        label, text = _parted(note)
        if text:
            values.setdefault(label, []).append(text)
    return Remarks(values)


def _parted(note: str) -> tuple[str, str]:
    """The label and the text; a note whose label is not meant as ours is a note."""
    found = _LABELLED.fullmatch(note)
    if not found:
        return "note", note
    label, text = found[1].lower(), found[2].strip()
    label = _OTHER_NAMES.get(label, label)
    kinds: dict[str, type[StrEnum]] = {"type": ConceptType, "status": Status, "source tier": Tier}
    if label in kinds and _member(kinds[label], text) is None:
        return "note", note
    return label, text


def _member(values: type[Value], text: str) -> Value | None:
    name = " ".join(text.casefold().split())
    return values(name) if name in list(values) else None
