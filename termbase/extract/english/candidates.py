"""English articles: what in them may be a term, best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termbase.extract.candidate import Candidate
from termbase.extract.english.abbreviations import abbreviations
from termbase.extract.english.casing import Casing
from termbase.extract.english.fixed_phrases import fixed_phrases
from termbase.extract.english.gathering import Gathering
from termbase.extract.english.glosses import glossed
from termbase.extract.english.neighbouring_names import neighbouring_names
from termbase.extract.english.overlaps import without_covered
from termbase.extract.english.paraphrased import paraphrased_slogans
from termbase.extract.english.proper_nouns import proper_nouns
from termbase.extract.english.quoted import quoted_terms
from termbase.extract.english.recurring import recurring_terms
from termbase.extract.english.span import Span
from termbase.extract.english.tagged import TaggedSentence, tagged_sentences
from termbase.extract.english.titles import official_titles
from termbase.language.sentences import Sentence

__all__ = ["english_candidates"]

_LEAST_SCORE = 0.5
"""Candidates below are not proposed: termhood is set so that .5 parts what a translator keeps from what not."""


def english_candidates(sentences: Sequence[Sentence], *, least: float = _LEAST_SCORE) -> list[Candidate]:
    """The terms that one English document may hold: names, slogans, abbreviations, terms of the field; best first.

    Candidates with a score below `least` are left out.

    >>> article = [Sentence("Ruan Fude, chairman of Jack Holdings Group, hailed the “Four Thousands” spirit.", 0, 0)]
    >>> [(found.text, found.type.value) for found in english_candidates(article)]
    [('Four Thousands spirit', 'policy phrase'), ('Ruan Fude', 'person'), ('Jack Holdings Group', 'company')]
    """
    read = tagged_sentences(sentences)
    spans = list(neighbouring_names(without_covered(_spans(read)), read))
    shown, chinese = glossed(spans, read)
    candidates = Gathering([*spans, *shown], read).candidates(chinese)
    kept = [candidate for candidate in candidates if candidate.score >= least]
    return sorted(kept, key=_rank)


def _spans(read: Sequence[TaggedSentence]) -> Iterator[Span]:
    casing = Casing(read)
    marks = [casing.marks(sentence) for sentence in read]
    for sentence, named in zip(read, marks, strict=True):
        yield from proper_nouns(sentence, named)
        yield from quoted_terms(sentence)
        yield from paraphrased_slogans(sentence)
        yield from abbreviations(sentence)
        yield from fixed_phrases(sentence)
        yield from official_titles(sentence)
    yield from recurring_terms(read, marks)


def _rank(candidate: Candidate) -> tuple[float, int, int]:
    """Best first; what is equally good stays in the order of the text."""
    first = candidate.occurrences[0]
    return -candidate.score, first.sentence, first.start
