"""Renderings that a pair of texts teaches: words that stand in linked sentences again and again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from tm.align.features import WORD

__all__ = ["learned"]

# Chosen on novels 1, 3, 5 and every other eighth of a magazine: strict F1 +.008 and ±0 there, +.021 and ±0 on the
# other halves. With words that stand together only twice the magazine loses .004.
_TOGETHER = 3
_DICE = 0.5


def learned(
    linked: Iterable[tuple[Collection[str], Collection[str]]], known: Mapping[str, Collection[str]]
) -> dict[str, set[str]]:
    """The known renderings with those that the linked sentences add.

    `linked` has the features of the Chinese and of the English side of each link. A word renders another one when the
    two stand together in three links or more and in at least half of all links that have either (Dice's coefficient).

    >>> learned([({"=贝索斯"}, {"=bezos", "=says"}), ({"=贝索斯"}, {"=bezos"}), ({"=贝索斯"}, {"=bezos"})], {})
    {'=贝索斯': {'=bezos'}}
    """
    places: dict[str, list[int]] = defaultdict(list)
    english: list[list[str]] = []
    for number, (zh, en) in enumerate(linked):
        english.append([feature for feature in en if feature[0] == WORD])
        for feature in zh:
            if feature[0] == WORD:
                places[feature].append(number)
    counts = Counter(chain.from_iterable(english))
    renderings = {word: set(shown) for word, shown in known.items()}
    for word, numbers in places.items():
        # word by word: the pairs of all words of a book would fill the memory
        if len(numbers) >= _TOGETHER:
            together = Counter(chain.from_iterable(english[number] for number in numbers))
            shown = {
                other
                for other, count in together.items()
                if count >= _TOGETHER and 2 * count >= _DICE * (len(numbers) + counts[other])
            }
            if shown:
                renderings.setdefault(word, set()).update(shown)
    return renderings
