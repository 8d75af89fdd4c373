"""Noun phrases and rare words of a text, scored by what the whole text says of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from termbase.extract.chinese.gathering import Form
from termbase.extract.chinese.phrases import noun_phrases
from termbase.extract.chinese.tables import type_of_form
from termbase.extract.chinese.termhood import Evidence, termhood
from termbase.extract.chinese.words import Word, WordedSentence

__all__ = ["recurring_forms"]


@dataclass
class _Phrase:
    """All places of one phrase."""

    words: tuple[Word, ...] = ()
    places: list[tuple[int, int, int]] = field(default_factory=list)
    whole: int = 0
    left: set[str] = field(default_factory=set)
    right: set[str] = field(default_factory=set)
    longer: dict[str, int] = field(default_factory=dict)
    """The longest phrases that it is part of."""

    def mean_of_longer(self) -> float:
        """What C-value (Frantzi, Ananiadou and Mima 2000) takes from a nested term: their mean frequency."""
        return sum(self.longer.values()) / len(self.longer) if self.longer else 0.0


def recurring_forms(
    texts: Sequence[WordedSentence], closed: Mapping[int, Sequence[tuple[int, int]]], known: Container[str]
) -> Iterator[Form]:
    """Phrases and words, each with its score; those known already are left out."""
    phrases = _phrases(texts, closed)
    size = sum(len(sentence.words) for sentence in texts)
    for text, phrase in phrases.items():
        if text in known or (not phrase.whole and len(phrase.places) - phrase.mean_of_longer() < 1):
            continue
        evidence = Evidence(len(phrase.places), phrase.whole, len(phrase.left), len(phrase.right), size)
        measured = termhood(text, phrase.words, evidence)
        yield Form(text, type_of_form(text), measured.score, termhood=measured, places=set(phrase.places))


def _phrases(texts: Sequence[WordedSentence], closed: Mapping[int, Sequence[tuple[int, int]]]) -> dict[str, _Phrase]:
    phrases: defaultdict[str, _Phrase] = defaultdict(_Phrase)
    for sentence in texts:
        text = sentence.text
        for words, longest in noun_phrases(sentence, closed.get(sentence.position, ())):
            start, end = words[0].start, words[-1].end
            phrase = phrases[text[start:end]]
            phrase.words = phrase.words or tuple(words)
            phrase.places.append((sentence.position, start, end))
            if end - start == len(longest):
                phrase.whole += 1
            else:
                phrase.longer[longest] = phrase.longer.get(longest, 0) + 1
            phrase.left.add(text[start - 1] if start else f"<{sentence.position}")
            phrase.right.add(text[end] if end < len(text) else f">{sentence.position}")
    return dict(phrases)
