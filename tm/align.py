"""Which sentences of two texts translate each other.

Lengths, as Gale and Church (1993) compare them, and the evidence of shared figures, Latin words and marks and, with a
lexicon, of words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from math import exp

from termbase.language.script import is_han
from termbase.recognise import Recogniser
from tm.evidence import traces
from tm.features import english_features, language_free_features, rendering_features
from tm.model import Link
from tm.path import LONGEST, Step, best_path

__all__ = ["align"]

# English characters per Chinese character: the two texts' own ratio, within what 90 % of correct news pairs have.
_RATIOS = (2.1, 5.7)
# The part of a Chinese character that a Latin letter, digit or mark in a Chinese text counts as
_OTHER_SHARE = 0.3
# Logistic fit of what is right to its weight, over 2,300 links of novels and a magazine, aligned with CC-CEDICT
_EVEN, _SLOPE = 1.5, 0.2
# Sentences that are left alone: right where a passage is left out, mostly wrong elsewhere
_ALONE = 0.5
# An English rendering further down in the dictionary is rarely the one in the text.
_RENDERINGS = 12

Lexicon = Callable[[str], Iterable[str]]


def align(
    zh: Sequence[str],
    en: Sequence[str],
    *,
    lexicon: Lexicon | None = None,
    recogniser: Recogniser | None = None,
    paragraphs: tuple[Sequence[int], Sequence[int]] | None = None,
) -> list[Link]:
    """The links of two texts, in order; every sentence is in exactly one.

    A sentence without a counterpart has a link with one side empty. `lexicon` gives the English renderings of a
    Chinese word and makes the links much better; `recogniser` finds terms that are known in both languages;
    `paragraphs` are the numbers of the paragraphs that the sentences of both texts stand in. The score of a link is
    the probability that it is right, as far as its own sentences tell.

    >>> zh = ["零跑汽车交付5.2万辆。", "增长了吗？没有。"]
    >>> for link in align(zh, ["Leapmotor delivered 52,000 cars.", "Did it grow?", "No."]):
    ...     print(link.zh_index, link.en_index)
    (0,) (0,)
    (1,) (1, 2)
    """
    words = [_words(text) if lexicon else [] for text in zh]
    renderings = _renderings(words, lexicon) if lexicon else {}
    chinese = [
        language_free_features(text) | {f"={word}" for word in known} for text, known in zip(zh, words, strict=True)
    ]
    english = [english_features(text) for text in en]
    for texts, features, chinese_side in ((zh, chinese, True), (en, english, False)):
        if recogniser is not None:
            for text, found in zip(texts, features, strict=True):
                found.update(f"%{mention.concept_id}" for mention in recogniser.find(text, chinese=chinese_side))
    for numbers, features in zip(paragraphs or (), (chinese, english), strict=False):
        for place, number in enumerate(numbers):
            if not place or number != numbers[place - 1]:
                features[place].add("¶")
    zh_lengths, en_lengths = [_length(text) for text in zh], [float(len(text)) for text in en]
    lowest, highest = _RATIOS
    ratio = min(max(sum(en_lengths) / (sum(zh_lengths) or 1.0), lowest), highest)
    steps = best_path(
        [length * ratio for length in zh_lengths], en_lengths, *traces(chinese, english, renderings, LONGEST)
    )
    return [link for step in steps for link in _links(step)]


def _words(text: str) -> list[str]:
    """The Chinese words of a sentence of two characters or more: one character is rendered as it is in 14 % only."""
    from termbase.language.words import cut

    return [word for word in dict.fromkeys(cut(text)) if len(word) > 1 and is_han(word[0])]


def _renderings(words: list[list[str]], lexicon: Lexicon) -> dict[str, set[str]]:
    """By which English features each Chinese word is shown; each word is looked up once."""
    return {
        f"={word}": rendering_features(islice(lexicon(word), _RENDERINGS))
        for word in dict.fromkeys(chain.from_iterable(words))
    }


def _length(text: str) -> float:
    """The length of a Chinese sentence in Chinese characters."""
    characters = [is_han(character) for character in text if not character.isspace()]
    return sum(1.0 if han else _OTHER_SHARE for han in characters)


def _links(step: Step) -> list[Link]:
    """The link of a step; sentences that are left alone have one each."""
    if step.zh and step.en:
        return [Link(tuple(step.zh), tuple(step.en), _confidence(step))]
    return [Link((zh,), (), _ALONE) for zh in step.zh] + [Link((), (en,), _ALONE) for en in step.en]


def _confidence(step: Step) -> float:
    """The probability that a link of two sides is right.

    >>> [_confidence(Step(range(1), range(1), weight)) for weight in (-8.0, 0.0, 20.0)]
    [0.475, 0.8176, 0.9959]
    """
    return round(1 / (1 + exp(-(_EVEN + _SLOPE * step.weight))), 4)
