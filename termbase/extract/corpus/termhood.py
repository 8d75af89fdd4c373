"""How much a form of a Chinese corpus deserves to be a term, as a sum whose parts can be shown."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from termbase.extract.chinese.tables import headings, name_endings
from termbase.extract.components import Component, Effect, score_of
from termbase.extract.corpus.tally import Tally
from termbase.extract.corpus.traits import GROUPS, traits_of
from termbase.extract.corpus.whole import Corpus
from termbase.extract.corpus.word_counts import WordBorders
from termbase.language.words import frequency

__all__ = ["components", "termhood"]

# The words behind jieba's dictionary (sum of its frequencies); 50 keeps words it lacks from standing for everything.
_GENERAL = 60_101_967
_UNSEEN = 50
_PRIOR = 3.0
"""Occurrences with which an average word joins what is known of a word: one sight of a border proves little."""

# Weights of a logistic regression on two years of HKMA reports (2015, 2023), rounded; they were fitted together with
# the rows of `data/traits.tsv`, which says how, and whose groups stand beside them with a weight of 1.
_PARTS: Mapping[str, tuple[float, str]] = {
    "name": (3.69, "how surely a finder of names or slogans took it for one"),
    "whole": (0.72, "share of its places where it stands alone, between borders or verbs"),
    "before": (0.33, "different characters before it (accessor variety), in doublings"),
    "after": (0.47, "different characters after it (accessor variety), in doublings"),
    "frequency": (0.14, "occurrences, in doublings"),
    "documents": (0.19, "documents with it, in doublings"),
    "keyness": (0.44, "how much more frequent its words are here than in general Chinese, in powers of ten"),
    "keyness of one word": (0.7, "the same once more for a single word, which has nothing else to show"),
    "frequency of one word": (-0.54, "occurrences of a single word, in doublings: common words are no terms"),
    "cohesion": (0.11, "mutual information of its words, in bits for each joint"),
    "nested": (-0.69, "never more often than a longer one that it is part of (C-value)"),
    "begins a name": (-0.03, "share of its places where a longer name goes on after it"),
    "ends a name": (-0.92, "share of its places where a longer name ends with it"),
    "within a name": (-0.08, "share of its places where a longer name goes on on both sides"),
    "begins": (0.12, "how often its first word has a border before it, against all words, in doublings"),
    "ends": (0.32, "how often its last word has a border after it, against all words, in doublings"),
    "heading": (0.11, "its last word is a heading of terms or names"),
    "rarest word": (-0.6, "keyness of its rarest word alone: a form is not a term by one rare word"),
}
_BIAS = -4.63
_WEIGHTS = dict.fromkeys(GROUPS, 1.0) | {name: weight for name, (weight, _) in _PARTS.items()}
_DECIMALS = 3
"""Of what was measured, so that the parts that are shown make the very score."""


def components(tally: Tally, corpus: Corpus) -> tuple[Component, ...]:
    """The parts of the score that are not 0, the weightiest first, after the one that all forms share."""
    measured = _measured(tally, corpus)
    parts = [
        Component(f"{name}: {says}", round(value, _DECIMALS), weight, Effect.LOG_ODDS)
        for name, value in measured.items()
        if value
        for weight, says in [_PARTS.get(name) or (1.0, GROUPS[name])]
    ]
    start = Component("what all forms begin with", 1, _BIAS, Effect.LOG_ODDS)
    return (start, *sorted(parts, key=lambda part: -abs(part.amount)))


def termhood(tally: Tally, corpus: Corpus) -> float:
    """The score that the components make together, without making them: most forms are never shown."""
    amounts = [round(value, _DECIMALS) * _WEIGHTS[name] for name, value in _measured(tally, corpus).items() if value]
    # in the order of the components, or the last digit would differ from theirs
    odds = sum([_BIAS, *sorted(amounts, key=abs, reverse=True)])
    return score_of((Component("", odds, 1, Effect.LOG_ODDS),))


def _measured(tally: Tally, corpus: Corpus) -> dict[str, float]:
    measured = {
        "name": tally.weight,
        "whole": tally.free / tally.count,
        "before": math.log2(max(len(tally.left), 1)),
        "after": math.log2(max(len(tally.right), 1)),
        "frequency": math.log2(tally.count),
        "documents": math.log2(tally.documents),
        "heading": float(_has_heading(tally.text)),
    }
    measured |= _names(tally, corpus) | traits_of(tally)
    if not tally.words:
        return measured
    words = tally.words.split(" ")
    keys = [_keyness(word, corpus) for word in words]
    keyness = sum(keys) / len(keys)
    measured |= {
        "keyness": keyness,
        "rarest word": max(keys),
        "nested": float(corpus.longer.get(tally.text, 0) >= tally.count),
        "begins": _border(corpus.words.get(words[0]), corpus.left, left=True),
        "ends": _border(corpus.words.get(words[-1]), corpus.right, left=False),
    }
    if len(words) == 1:
        measured |= {
            "keyness of one word": keyness,
            "frequency of one word": math.log2(tally.count),
        }
    else:
        measured["cohesion"] = _cohesion(tally.count, words, corpus)
    return measured


def _names(tally: Tally, corpus: Corpus) -> dict[str, float]:
    places = corpus.inside.get(tally.text, (0, 0, 0))
    kinds = ("begins a name", "ends a name", "within a name")
    return {kind: min(count / tally.count, 1.0) for kind, count in zip(kinds, places, strict=True)}


def _keyness(word: str, corpus: Corpus) -> float:
    borders = corpus.words.get(word)
    here = ((borders.count if borders else 0) + 0.5) / corpus.size
    return math.log10(here * _GENERAL / (frequency(word) + _UNSEEN))


def _cohesion(count: int, words: Sequence[str], corpus: Corpus) -> float:
    joints = len(words) - 1
    together = math.log2(count) + joints * math.log2(corpus.size)
    apart = sum(math.log2(max(corpus.words[word].count if word in corpus.words else 1, 1)) for word in words)
    return (together - apart) / joints


def _border(borders: WordBorders | None, share: float, *, left: bool) -> float:
    if borders is None:
        return 0.0
    seen = borders.left if left else borders.right
    return math.log2((seen + _PRIOR * share) / (borders.count + _PRIOR) / share)


def _has_heading(text: str) -> bool:
    ends = (text[start:] for start in range(1, len(text) - 1))
    return any(end in headings() or end in name_endings() for end in ends)
