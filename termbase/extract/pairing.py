"""Which English candidate renders which Chinese candidate, in a pair of aligned texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termbase.extract.candidate import Candidate
from termbase.extract.likeness import Likeness
from termbase.model import ConceptType

__all__ = ["Bead", "Pairing", "pair_candidates"]

Bead = tuple[tuple[int, ...], tuple[int, ...]]
"""Sentence numbers of both texts that translate one another: Chinese, English."""

# Weights and thresholds were chosen on the two sample pairs of seeds/articles by reading every pairing: below
# .42 pairs that merely stand in one sentence come in; a rendering beside the best needs more, because a
# second rendering is rarer than a wrong one.
_LIKENESS_WEIGHT, _TOGETHER_WEIGHT, _TYPE_WEIGHT = 0.65, 0.25, 0.10
_LEAST = 0.42
_LEAST_LIKENESS = 0.25
_LEAST_SECOND = 0.70

_NAMES = {
    ConceptType.PERSON: 0,
    ConceptType.PLACE: 1,
    ConceptType.FACILITY: 1,
    ConceptType.TRANSPORT: 1,
    ConceptType.ORGANIZATION: 2,
    ConceptType.COMPANY: 2,
    ConceptType.TITLE: 3,
}
"""Types by the family within which the two languages may disagree; all others are one family."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """A Chinese candidate, an English one, and how sure it is that they are one term."""

    zh: Candidate
    en: Candidate
    score: float
    reason: str


def pair_candidates(
    zh: Sequence[Candidate], en: Sequence[Candidate], beads: Iterable[Bead], likeness: Likeness
) -> list[Pairing]:
    """The best one-to-one pairing, then further renderings of a term already paired; best first.

    Only candidates that stand in one bead are compared: the cost grows with the beads, not with the square
    of the candidates.
    """
    together, zh_beads, en_beads = _meetings(zh, en, beads)
    scored: list[tuple[float, int, int, str]] = []
    for (zh_number, en_number), count in together.items():
        alike, reason = likeness.of(zh[zh_number], en[en_number])
        if alike < _LEAST_LIKENESS:
            continue
        dice = 2 * count / (zh_beads[zh_number] + en_beads[en_number])
        agree = _family(zh[zh_number]) == _family(en[en_number])
        score = _LIKENESS_WEIGHT * alike + _TOGETHER_WEIGHT * dice + _TYPE_WEIGHT * agree
        if score >= _LEAST:
            scored.append((score, zh_number, en_number, reason))
    scored.sort(key=lambda row: (-row[0], row[1], row[2]))
    return [Pairing(zh[z], en[e], round(score, 3), reason) for score, z, e, reason in _assigned(scored)]


def _meetings(
    zh: Sequence[Candidate], en: Sequence[Candidate], beads: Iterable[Bead]
) -> tuple[Counter[tuple[int, int]], Counter[int], Counter[int]]:
    """How many beads each two candidates share, and how many each stands in."""
    zh_at, en_at = _by_sentence(zh), _by_sentence(en)
    together: Counter[tuple[int, int]] = Counter()
    zh_beads: Counter[int] = Counter()
    en_beads: Counter[int] = Counter()
    for zh_sentences, en_sentences in beads:
        left = {number for sentence in zh_sentences for number in zh_at.get(sentence, ())}
        right = {number for sentence in en_sentences for number in en_at.get(sentence, ())}
        zh_beads.update(left)
        en_beads.update(right)
        together.update((z, e) for z in left for e in right)
    return together, zh_beads, en_beads


def _by_sentence(candidates: Sequence[Candidate]) -> dict[int, set[int]]:
    numbers: dict[int, set[int]] = defaultdict(set)
    for number, candidate in enumerate(candidates):
        for place in candidate.occurrences:
            numbers[place.sentence].add(number)
    return numbers


def _family(candidate: Candidate) -> int:
    return _NAMES.get(candidate.type, -1)


def _assigned(scored: list[tuple[float, int, int, str]]) -> list[tuple[float, int, int, str]]:
    """One to one first; then leftovers that are surely a second rendering of a paired term."""
    zh_taken: set[int] = set()
    en_taken: set[int] = set()
    chosen = []
    for row in scored:
        if row[1] not in zh_taken and row[2] not in en_taken:
            zh_taken.add(row[1])
            en_taken.add(row[2])
            chosen.append(row)
    for row in scored:
        if row[0] >= _LEAST_SECOND and row[2] not in en_taken:
            en_taken.add(row[2])
            chosen.append(row)
    return chosen
