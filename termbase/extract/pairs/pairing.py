"""Which English renders which Chinese candidate, in a pair of aligned texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from termbase.extract.candidate import Candidate
from termbase.extract.pairs.beads import JoinedBeads
from termbase.extract.pairs.english_forms import EnglishForms
from termbase.extract.renderings import Renderer, Rendering
from termbase.extract.renderings.sample import sample_at
from termbase.language.keys import english_key, zh_key
from termbase.language.script import has_han, to_simplified
from termbase.model import ConceptType

__all__ = ["LEAST_SECOND", "LEAST_UNFOUND", "Pairing", "pair_candidates", "trust"]

# A wrong pairing costs a translator more than an open one. The scores are shares of right ones (see Rendering).
# English that the finder did not take for a term must be surer, and so must a rendering beside the first. Set by
# reading all 170 pairings of the sample pairs of seeds/articles.
_LEAST = 0.5
LEAST_UNFOUND = 0.68
LEAST_SECOND = 0.75
_FOUND_SHARE, _UNFOUND_SHARE = 0.35, 0.5
"""How much of the score hangs on what dictionary and sound share."""
_MOST_LETTERS = 12
"""English letters for a Chinese character: four times the usual; longer English names something around the term."""

_FAMILIES = {
    ConceptType.PERSON: "person",
    ConceptType.PLACE: "place",
    ConceptType.FACILITY: "place",
    ConceptType.TRANSPORT: "place",
    ConceptType.ORGANIZATION: "body",
    ConceptType.COMPANY: "body",
    ConceptType.TITLE: "title",
}
"""Types by the family within which the two languages may disagree; other types go with any but a person."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """A Chinese candidate, an English one, and how sure it is that they are one term (0 to 1)."""

    zh: Candidate
    en: Candidate
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A rendering of a Chinese candidate, its number among that one's renderings, and how far it is trusted."""

    trust: float
    number: int
    zh: Candidate
    rendering: Rendering


def pair_candidates(
    zh: Sequence[Candidate], en: Sequence[Candidate], joined: JoinedBeads, renderer: Renderer
) -> list[Pairing]:
    """The best one-to-one pairing, then further renderings of a term already paired; best first.

    A Chinese candidate is paired with an English one, or with words of the aligned sentence that the English finder
    did not take for a term.
    """
    glossed = list(_glossed(zh, en))
    settled = {pairing.zh for pairing in glossed}
    places: dict[str, list[tuple[int, int]]] = {}
    owners: dict[str, Candidate] = {}
    for candidate in (one for one in zh if one not in settled):
        for form, found in joined.zh_places(candidate).items():
            if owners.setdefault(form, candidate) is candidate or form == to_simplified(candidate.text):
                owners[form], places[form] = candidate, found
    english = EnglishForms(en, joined)
    rows = [
        row
        for form, several in renderer.of_sample(sample_at(joined.pairs, places), joined.en_spans(en)).items()
        for row in _rows(renderer, owners[form], form, _fitting(owners[form], several, english), english)
    ]
    return glossed + _assigned(rows, {english_key(pairing.en.text) for pairing in glossed}, english)


def trust(renderer: Renderer, zh: str, rendering: Rendering, *, found: bool) -> float:
    """The score, less where neither dictionary nor sound finds one form in the other: a part is no rendering.

    What the English finder took for a term has a border of its own, so it needs less of that. English that is far
    longer than the term, or renders only its beginning, is trusted half.
    """
    share = _FOUND_SHARE if found else _UNFOUND_SHARE
    score = rendering.score * (1 - share + share * renderer.coverage(zh, rendering.en))
    in_part = len(rendering.en) > _MOST_LETTERS * len(zh) or renderer.lacks_head(zh, rendering.en)
    return score / 2 if in_part else score


def _glossed(zh: Sequence[Candidate], en: Sequence[Candidate]) -> Iterator[Pairing]:
    """Pairs of which the Chinese stands beside the English in brackets."""
    by_key = {zh_key(candidate.text): candidate for candidate in reversed(zh)}
    for candidate in en:
        if has_han(candidate.gloss) and (chinese := by_key.get(zh_key(candidate.gloss))):
            yield Pairing(chinese, candidate, 1.0, "one stands beside the other in brackets")


def _fitting(zh: Candidate, renderings: Iterable[Rendering], english: EnglishForms) -> Iterator[Rendering]:
    """The renderings that are no name of another kind: an institution is not paired with a place."""
    for rendering in renderings:
        known = english.found(rendering.en)
        if known is None or not _clash(zh.type, known.type):
            yield rendering


def _clash(zh: ConceptType, en: ConceptType) -> bool:
    families = {_FAMILIES.get(zh), _FAMILIES.get(en)}
    return len(families) == 2 and (None not in families or "person" in families)


def _rows(
    renderer: Renderer, zh: Candidate, form: str, renderings: Iterable[Rendering], english: EnglishForms
) -> list[_Row]:
    """The renderings of a form of one candidate, the most trusted first; those of a variant count as second ones."""
    trusted = [
        (trust(renderer, form, rendering, found=english.found(rendering.en) is not None), rendering)
        for rendering in renderings
    ]
    trusted.sort(key=lambda row: -row[0])
    start = 0 if form == to_simplified(zh.text) else 1
    return [_Row(score, number, zh, rendering) for number, (score, rendering) in enumerate(trusted, start)]


def _assigned(rows: Sequence[_Row], taken: set[str], english: EnglishForms) -> list[Pairing]:
    """One to one first, the surest pairing first; then leftovers that are surely a second rendering."""
    # what dictionary and sound share counts twice, so that of 海铁联运 and 海铁联运业务量 the term gets the English
    ordered = sorted(rows, key=lambda row: (-row.trust * row.trust / row.rendering.score, row.zh.text, row.number))
    paired: dict[str, list[Pairing]] = defaultdict(list)
    for seconds in (False, True):
        for row in ordered:
            known = english.found(row.rendering.en)
            key = english_key(known.text if known else row.rendering.en)
            if key in taken or bool(row.number) is not seconds or (seconds and row.zh.text not in paired):
                continue
            pairing = _pairing(row, english, LEAST_SECOND if seconds else _LEAST)
            if pairing is not None:
                taken.add(key)
                paired[row.zh.text].append(pairing)
    return sorted((one for several in paired.values() for one in several), key=lambda one: -one.score)


def _pairing(row: _Row, english: EnglishForms, least: float) -> Pairing | None:
    rendering = row.rendering
    known = english.found(rendering.en)
    if row.trust < (least if known else max(least, LEAST_UNFOUND)):
        return None
    candidate = known or english.made(rendering.en, row.zh)
    if not candidate.occurrences:
        return None  # it crosses the border of two sentences
    sentences = "sentence" if rendering.places == 1 else f"{rendering.places} sentences"
    reason = f"stands for it in the aligned {sentences} ({rendering.score:.0%})"
    return Pairing(row.zh, candidate, round(row.trust, 3), reason)
