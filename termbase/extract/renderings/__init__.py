"""The English of given Chinese terms, found in pairs of segments that translate one another.

For each place of a term the stretches of the English segment are weighed (dictionary, sound, words that meet in the
corpus, shape, edges); terms of one segment compete for its words; a term's places are then taken together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache

from termbase.extract.renderings.competition import Claim, shared_out
from termbase.extract.renderings.corpus import Corpus
from termbase.extract.renderings.coverage import coverage, lacks_head, words_met
from termbase.extract.renderings.division import divided
from termbase.extract.renderings.links import Meanings, Reading
from termbase.extract.renderings.ranking import Ranking, Rendering
from termbase.extract.renderings.sample import Sample, sampled
from termbase.extract.renderings.stretches import Stretches
from termbase.extract.renderings.tally import Tally
from termbase.extract.renderings.term_facts import TermFacts, facts_of
from termbase.language.script import to_simplified

__all__ = ["Renderer", "Rendering", "renderings"]

_LEAST = 0.02
"""Stretches less likely are forgotten: they change no choice and cost time."""


def renderings(terms: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, list[Rendering]]:
    """The renderings of Chinese terms in pairs (Chinese, English), best first, with CC-CEDICT as the dictionary.

    Terms that stand in no pair are left out. The pairs are read once; memory is bounded by the number of terms.

    >>> found = renderings(["数字贸易"], [("推动数字贸易发展。", "The city promotes the growth of digital trade.")])
    >>> found["数字贸易"][0].en
    'digital trade'
    """
    return _default_renderer().renderings(terms, pairs)


@cache
def _default_renderer() -> Renderer:
    from termbase.language.lexicon import default_lexicon
    from termbase.language.pinyin import pinyin
    from termbase.language.words import cut

    return Renderer(default_lexicon().english_of, pinyin, cut)


class Renderer:
    """Renders terms with a dictionary, a reading of Chinese and a word cutter; what it learns of words it keeps."""

    def __init__(
        self,
        english_of: Callable[[str], tuple[str, ...]],
        pinyin: Reading,
        cut: Callable[[str], list[str]],
    ) -> None:
        self._meanings = Meanings(english_of, pinyin)
        self._cut = cut

    def renderings(self, terms: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, list[Rendering]]:
        """The same as the function of this name."""
        originals: defaultdict[str, list[str]] = defaultdict(list)
        for term in terms:
            originals[to_simplified(term)].append(term)
        simplified = (pair for zh, en in pairs for pair in divided(to_simplified(zh), en))
        found = self.of_sample(sampled(originals, simplified))
        return {original: list(rows) for term, rows in found.items() for original in originals[term]}

    def coverage(self, zh: str, en: str) -> float:
        """How much of the two forms the dictionary and the sound find in one another, from 0 to 1."""
        return coverage(zh, en, self._cut, self._meanings)

    def words_met(self, zh: str, en: str) -> list[tuple[str, dict[str, str]]]:
        """For each word of the Chinese the words of the English that go with it, and how."""
        return words_met(zh, en, self._cut, self._meanings)

    def lacks_head(self, zh: str, en: str) -> bool:
        """Whether the English renders the beginning of the Chinese only (鸡毛换糖: chicken feathers)."""
        return lacks_head(zh, en, self._cut, self._meanings)

    def of_sample(
        self, sample: Sample, wanted: Mapping[int, Collection[tuple[int, int]]] | None = None
    ) -> dict[str, list[Rendering]]:
        """The renderings of the terms of a sample.

        `wanted` gives by the number of the pair the spans of its English that are known to be terms.
        """
        corpus = Corpus(sample.pairs, self._cut, self._meanings)
        facts = {term: facts_of(term, self._cut, self._meanings) for term in sample.places}
        tallies = {term: Tally() for term in sample.places}
        for number, claims in _claims(sample, corpus, facts, wanted or {}):
            segment = corpus.english[number]
            for claim, chances in zip(claims, shared_out(claims), strict=True):
                tallies[claim.term].add(
                    (segment.between(stretch.first, stretch.last), chance)
                    for stretch, chance in zip(claim.stretches, chances, strict=True)
                    if chance >= _LEAST
                )
        ranking = Ranking(corpus, sample, tallies)
        return {term: ranking.renderings(known) for term, known in facts.items()}


def _claims(
    sample: Sample,
    corpus: Corpus,
    facts: Mapping[str, TermFacts],
    wanted: Mapping[int, Collection[tuple[int, int]]],
) -> Iterable[tuple[int, list[Claim]]]:
    """For each pair in which terms stand what they claim of its English."""
    in_pair: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for term, places in sample.places.items():
        for number, start in places:
            in_pair[number].append((term, start))
    shown = {
        term: corpus.links.shown_by([number for number, _ in places], 1 / sample.scale[term])
        for term, places in sample.places.items()
        if len(places) > 1
    }
    for number, standing in sorted(in_pair.items()):
        stretches = Stretches(corpus.grid(number), corpus.neighbours, wanted.get(number, ()))
        yield (
            number,
            [Claim(term, start, stretches.of(facts[term], start, shown.get(term, {}))) for term, start in standing],
        )
