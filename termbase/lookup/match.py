"""What a look-up hands back, and which of two finds is the better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from termbase.lookup.index import Entry
from termbase.model import Concept, Status, Usage

__all__ = ["Field", "Find", "Hit", "LookupMatch", "MatchKind", "find", "score"]

Field = Literal["zh", "en", "pinyin", "initials"]
MatchKind = Literal["exact", "prefix", "contains", "southern", "nearly"]

# At the least share and at the whole: a beginning is always better than a part, a part than an error, whatever the
# lengths; within a kind the term with less beside the query is better. Southern spelling and errors may beat a part.
_SCORES: dict[MatchKind, tuple[float, float]] = {
    "exact": (0.96, 1.0),
    "prefix": (0.65, 0.95),
    "contains": (0.4, 0.65),
    "southern": (0.5, 0.85),
    "nearly": (0.0, 0.8),
}
# Letters name a term less surely than its text: many terms share their pinyin, and more their initials.
_CERTAINTY: dict[Field, float] = {"zh": 1.0, "en": 1.0, "pinyin": 0.97, "initials": 0.85}

_FIELDS = {field: place for place, field in enumerate(_CERTAINTY)}
_STATUSES = {str(status): place for place, status in enumerate((Status.APPROVED, Status.PROPOSED))}
_USAGES = {str(usage): place for place, usage in enumerate(Usage)}


@dataclass(frozen=True, slots=True)
class LookupMatch:
    """Why a concept was found."""

    field: Field
    """By what: its Chinese, its English, the pinyin, or the first letters of the pinyin."""
    kind: MatchKind
    """How: it is the query, begins with it, contains it, is it as southern speakers write it, or but for an error."""
    score: float
    """From 0 to 1; 1 is the same term."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that was found."""

    concept: Concept
    match: LookupMatch


class Find(NamedTuple):
    """A term that was found, before its concept is read."""

    entry: Entry
    match: LookupMatch

    @property
    def rank(self) -> tuple[float, int, int, int, int]:
        """Smallest is best: score, then what was approved, then the preferred term, the field, the older concept."""
        return (
            -self.match.score,
            _STATUSES[self.entry.status],
            _USAGES[self.entry.usage],
            _FIELDS[self.match.field],
            self.entry.concept_id,
        )


def find(entry: Entry, field: Field, kind: MatchKind, share: float = 1.0) -> Find:
    """The find of a term of which the query is this share (from 0 to 1), or to which it is so similar."""
    return Find(entry, LookupMatch(field, kind, score(field, kind, share)))


def score(field: Field, kind: MatchKind, share: float) -> float:
    """How good a match is, to three places.

    >>> score("zh", "exact", 1), score("zh", "prefix", 0.5), score("initials", "exact", 1)
    (1.0, 0.8, 0.85)
    """
    least, whole = _SCORES[kind]
    return round(_CERTAINTY[field] * (least + (whole - least) * min(share, 1.0)), 3)
