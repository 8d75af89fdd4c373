"""Which English renders which Chinese candidate, in a pair of aligned texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from termbase.extract.beads import JoinedBeads
from termbase.extract.candidate import Candidate
from termbase.extract.renderings import Renderer, Rendering
from termbase.extract.renderings.sample import sample_at
from termbase.language.keys import english_key, zh_key
from termbase.language.script import has_han
from termbase.model import ConceptType

__all__ = ["Pairing", "pair_candidates"]

# A wrong pairing costs a translator more than an open one. The scores are shares of right ones (see Rendering), so the
# least is where two of three are right; English that the finder did not take for a term must be surer, and so must a
# rendering beside the first. Read on the sample pairs of seeds/articles.
_LEAST = 0.5
_LEAST_UNFOUND = 0.6
_LEAST_SECOND = 0.75

_FAMILIES = {
    ConceptType.PERSON: "person",
    ConceptType.PLACE: "place",
    ConceptType.FACILITY: "place",
    ConceptType.TRANSPORT: "place",
    ConceptType.ORGANIZATION: "body",
    ConceptType.COMPANY: "body",
}
"""Types by the family within which the two languages may disagree; other types go with any but a person."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """A Chinese candidate, an English one, and how sure it is that they are one term (0 to 1)."""

    zh: Candidate
    en: Candidate
    score: float
    reason: str


def pair_candidates(
    zh: Sequence[Candidate], en: Sequence[Candidate], joined: JoinedBeads, renderer: Renderer
) -> list[Pairing]:
    """The best one-to-one pairing, then further renderings of a term already paired; best first.

    A Chinese candidate is paired with an English one, or with words of the aligned sentence that the English finder
    did not take for a term.
    """
    glossed = list(_glossed(zh, en))
    settled_zh = {pairing.zh for pairing in glossed}
    settled_en = {english_key(pairing.en.text) for pairing in glossed}
    rest = [candidate for candidate in zh if candidate not in settled_zh]
    places = {candidate.text: list(joined.zh_places(candidate)) for candidate in rest}
    by_text = {candidate.text: candidate for candidate in rest}
    found = renderer.of_sample(sample_at(joined.pairs, places), joined.en_spans(en))
    english = _English(en, joined)
    return glossed + _assigned(found, by_text, settled_en, english)


class _English:
    """English candidates by their form, and new ones for words that were not taken for a term."""

    def __init__(self, candidates: Sequence[Candidate], joined: JoinedBeads) -> None:
        self._joined = joined
        self._known: dict[str, Candidate] = {}
        for candidate in candidates:
            for text in (candidate.text, *candidate.variants):
                self._known.setdefault(english_key(text), candidate)

    def found(self, text: str) -> Candidate | None:
        return self._known.get(english_key(text))

    def made(self, text: str, zh: Candidate) -> Candidate | None:
        """A candidate where the text stands in the sentences that are aligned with the Chinese one's."""
        places = tuple(self._joined.en_occurrences(text, zh))
        if not places:
            return None
        return Candidate(text, zh.type, places, zh.score, "renders a Chinese term in the aligned sentence")


def _assigned(
    found: Mapping[str, Sequence[Rendering]],
    by_text: Mapping[str, Candidate],
    taken: set[str],
    english: _English,
) -> list[Pairing]:
    """One to one first, the surest pairing first; then leftovers that are surely a second rendering."""
    rows = sorted(
        (-rendering.score, text, number, rendering)
        for text, renderings in found.items()
        for number, rendering in enumerate(_fitting(by_text[text], renderings, english))
    )
    paired: dict[str, list[Pairing]] = defaultdict(list)
    for seconds in (False, True):
        for _, text, number, rendering in rows:
            key = english_key(rendering.en)
            if key in taken or bool(number) is not seconds or (seconds and text not in paired):
                continue
            pairing = _pairing(by_text[text], rendering, english, _LEAST_SECOND if seconds else _LEAST)
            if pairing is not None:
                taken.add(key)
                paired[text].append(pairing)
    return sorted((one for several in paired.values() for one in several), key=lambda one: -one.score)


def _fitting(zh: Candidate, renderings: Iterable[Rendering], english: _English) -> list[Rendering]:
    """The renderings that are no name of another kind: an institution is not paired with a place."""
    fitting = []
    for rendering in renderings:
        known = english.found(rendering.en)
        families = {_FAMILIES.get(side.type) for side in (zh, known) if side is not None} - {None}
        if len(families) < 2 and (known is None or (known.type is zh.type) or ConceptType.PERSON not in (known.type, zh.type)):
            fitting.append(rendering)
    return fitting


def _pairing(zh: Candidate, rendering: Rendering, english: _English, least: float) -> Pairing | None:
    known = english.found(rendering.en)
    candidate = known or english.made(rendering.en, zh)
    if candidate is None or rendering.score < (least if known else max(least, _LEAST_UNFOUND)):
        return None
    sentences = "sentence" if rendering.count == 1 else f"{rendering.count} sentences"
    return Pairing(zh, candidate, rendering.score, f"stands for it in the aligned {sentences} ({rendering.score:.0%})")


def _glossed(zh: Sequence[Candidate], en: Sequence[Candidate]) -> Iterator[Pairing]:
    """Pairs of which one stands beside the other in brackets, in either text."""
    by_zh = {zh_key(candidate.text): candidate for candidate in reversed(zh)}
    reason = "one stands beside the other in brackets"
    for candidate in en:
        if has_han(candidate.gloss) and (chinese := by_zh.get(zh_key(candidate.gloss))):
            yield Pairing(chinese, candidate, 1.0, reason)
