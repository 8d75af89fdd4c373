"""Noun phrases and rare words of a text, scored by what the whole text says of them."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from termbase.extract.chinese.gathering import Form
from termbase.extract.chinese.phrases import noun_phrases
from termbase.extract.chinese.tables import type_of_form
from termbase.extract.chinese.termhood import Evidence, Termhood, termhood
from termbase.extract.chinese.words import WordedSentence

__all__ = ["recurring_forms"]


_Place = tuple[int, int, int, str]
"""Number of the sentence in the texts given, of the first word and of the word after the last, and the phrase that it
is part of; itself when it fills its stretch. A plain tuple, which the garbage collector need not look at."""


def recurring_forms(
    texts: Sequence[WordedSentence],
    closed: Mapping[int, Sequence[tuple[int, int]]],
    known: Container[str],
    *,
    least_score: float,
) -> tuple[list[Form], set[str]]:
    """Phrases and words that reach a score, and the texts of those that do not; what is known already is left out."""
    size = sum(len(sentence.pieces) for sentence in texts)
    forms: list[Form] = []
    weaker: set[str] = set()
    for text, places in _phrases(texts, closed).items():
        if len(places) == 1:
            whole = int(places[0][3] == text)
        else:
            whole = sum([longest == text for _, _, _, longest in places])
        if (not whole and _only_nested(places)) or text in known:
            continue
        measured = _weighed(text, places, whole, texts, size)
        if measured.score < least_score:
            weaker.add(text)
            continue
        form = Form(text, type_of_form(text), measured.score, termhood=measured)
        for number, first, after, _ in places:
            sentence = texts[number]
            form.stands(sentence.position, sentence.bounds[first], sentence.bounds[after])
        forms.append(form)
    return forms, weaker


def _only_nested(places: Sequence[_Place]) -> bool:
    """Whether C-value (Frantzi, Ananiadou and Mima 2000) leaves less than one occurrence of a nested phrase.

    It takes from its frequency the mean frequency of the longest phrases that it is part of.
    """
    count = len(places)
    return count == 1 or count - count / len({longest for _, _, _, longest in places}) < 1


def _weighed(text: str, places: Sequence[_Place], whole: int, texts: Sequence[WordedSentence], size: int) -> Termhood:
    number, first, after, _ = places[0]
    words = texts[number].pieces[first:after]
    left = right = 1
    if len(places) > 1:
        left = len({_before(texts[number], first) for number, first, _, _ in places})
        right = len({_behind(texts[number], after) for number, _, after, _ in places})
    return termhood(text, words, Evidence(len(places), whole, left, right, size))


def _before(sentence: WordedSentence, word: int) -> str:
    """The character before a word; the beginning of each sentence is one of its own."""
    start = sentence.bounds[word]
    return sentence.text[start - 1] if start else f"<{sentence.position}"


def _behind(sentence: WordedSentence, word: int) -> str:
    """The character behind the word before this one; the end of each sentence is one of its own."""
    end = sentence.bounds[word]
    return sentence.text[end] if end < len(sentence.text) else f">{sentence.position}"


def _phrases(
    texts: Sequence[WordedSentence], closed: Mapping[int, Sequence[tuple[int, int]]]
) -> dict[str, list[_Place]]:
    """The places of each phrase."""
    phrases: dict[str, list[_Place]] = {}
    for number, sentence in enumerate(texts):
        text, bounds = sentence.text, sentence.bounds
        for first, after, longest in noun_phrases(sentence, closed.get(sentence.position, ())):
            phrase = text[bounds[first] : bounds[after]]
            place = (number, first, after, longest)
            known = phrases.get(phrase)
            if known is None:
                phrases[phrase] = [place]
            else:
                known.append(place)
    return phrases
