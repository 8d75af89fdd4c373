"""Which candidates of articles, pairs, a corpus or a memory have a form, and how they come by their scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from termbase.extract.candidate import Candidate
from termbase.extract.corpus.articles import candidate_of
from termbase.extract.corpus.candidates import CorpusCandidate
from termbase.extract.explanation import Explanation, explanations
from termbase.extract.pairs.beads import Bead, JoinedBeads
from termbase.extract.pairs.evidence import RenderingEvidence
from termbase.extract.pairs.memory_terms import MemoryTerm, MemoryTerms, Units
from termbase.extract.pairs.pairing import pair_candidates, trust
from termbase.extract.renderings import Renderer, Rendering
from termbase.extract.renderings.sample import sample_at
from termbase.language.keys import english_key
from termbase.language.script import to_simplified
from termbase.language.sentences import Sentence

__all__ = ["explained_in_article", "explained_in_corpus", "explained_in_memory", "explained_in_pair"]


def explained_in_article(asked: str, sentences: Sequence[Sentence], *, chinese: bool) -> list[Explanation]:
    """The candidates of one article with this form; where none is proposed, those below the limit."""
    return explanations(asked, _candidates(sentences, chinese=chinese)) or explanations(
        asked, _candidates(sentences, chinese=chinese, least=0.0)
    )


def explained_in_pair(
    asked: str, zh: Sequence[Sentence], en: Sequence[Sentence], beads: Sequence[Bead], renderer: Renderer
) -> Iterator[tuple[bool, Explanation]]:
    """The candidates of both articles of a pair (whether it is the Chinese one), with what speaks for renderings."""
    of_zh = explained_in_article(asked, zh, chinese=True)
    of_en = explained_in_article(asked, en, chinese=False)
    if not of_zh and not of_en:
        return
    # what competes for the words of the sentences: every candidate, and those that were asked for
    candidates_zh = list(dict.fromkeys([*_candidates(zh, chinese=True), *(one.candidate for one in of_zh)]))
    candidates_en = list(dict.fromkeys([*_candidates(en, chinese=False), *(one.candidate for one in of_en)]))
    joined = JoinedBeads(zh, en, beads)
    places = {form: at for one in candidates_zh for form, at in joined.zh_places(one).items()}
    rendered = renderer.of_sample(sample_at(joined.pairs, places), joined.en_spans(candidates_en))
    settled = {
        (form, english_key(text))
        for pairing in pair_candidates(candidates_zh, candidates_en, joined, renderer)
        for form in (pairing.zh.text, *pairing.zh.variants)
        for text in (pairing.en.text, *pairing.en.variants)
    }
    found = {english_key(form) for one in candidates_en for form in (one.text, *one.variants)}
    evidence = [
        _evidence(renderer, form, one, found=english_key(one.en) in found, settled=settled)
        for form, several in rendered.items()
        for one in several
    ]
    for one in of_zh:
        forms = {to_simplified(form) for form in (one.candidate.text, *one.candidate.variants)}
        yield True, replace(one, renderings=tuple(row for row in evidence if row.zh in forms))
    for one in of_en:
        keys = {english_key(form) for form in (one.candidate.text, *one.candidate.variants)}
        yield False, replace(one, renderings=tuple(row for row in evidence if english_key(row.en) in keys))


def explained_in_corpus(asked: str, candidates: Iterable[CorpusCandidate]) -> list[Explanation]:
    """The candidates of a corpus with this form."""
    return explanations(asked, [candidate_of(one) for one in candidates])


def explained_in_memory(asked: str, terms: MemoryTerms, units: Units, *, least: int) -> Iterator[Explanation]:
    """The terms of a memory with this form, Chinese or English, with what speaks for their renderings."""
    key = english_key(asked)
    for term in terms.terms(units, least=least):
        rows = tuple(_in_memory(terms.renderer, term))
        shown = rows if explanations(asked, [term.candidate]) else [row for row in rows if english_key(row.en) == key]
        if shown:
            yield Explanation(asked, term.candidate, tuple(shown))


def _in_memory(renderer: Renderer, term: MemoryTerm) -> Iterator[RenderingEvidence]:
    zh = term.candidate.text
    for one in term.renderings:
        shared, words = _shared(renderer, zh, one.en)
        yield RenderingEvidence(zh, one.en, one.score, one.units, shared, one.trust, one.settled, words)


def _evidence(
    renderer: Renderer, zh: str, one: Rendering, *, found: bool, settled: set[tuple[str, str]]
) -> RenderingEvidence:
    trusted = trust(renderer, zh, one, found=found)
    taken = (zh, english_key(one.en)) in settled
    shared, words = _shared(renderer, zh, one.en)
    return RenderingEvidence(zh, one.en, one.score, one.places, shared, trusted, taken, words)


def _shared(renderer: Renderer, zh: str, en: str) -> tuple[float, tuple[tuple[str, str, str], ...]]:
    """What dictionary and sound find of both forms in one another, as a share and word by word."""
    words = tuple(
        (part, " ".join(met), ", ".join(dict.fromkeys(met.values()))) for part, met in renderer.words_met(zh, en)
    )
    return renderer.coverage(zh, en), words


def _candidates(sentences: Sequence[Sentence], *, chinese: bool, least: float | None = None) -> list[Candidate]:
    """The candidates of an article; those below the limit too where `least` is given."""
    from termbase.extract.chinese.candidates import chinese_candidates
    from termbase.extract.english.candidates import english_candidates

    find = chinese_candidates if chinese else english_candidates
    return find(sentences) if least is None else find(sentences, least=least)
