"""How strongly a Chinese word and an English one belong together: by dictionary, by sound, and by meeting often."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from termbase.extract.renderings.generic_parts import GENERIC_PARTS
from termbase.extract.renderings.sound import may_be_pinyin
from termbase.language.keys import english_words, pinyin_letters
from termbase.language.script import has_han
from termbase.model import ConceptType

__all__ = ["Meanings", "Reading", "WordLinks"]

# A word in the dictionary's renderings, one with the same first five letters (economy, economic), one that renders a
# character of the word (alone, or beside renderings of the word), one that spells the word, a figure that begins with
# the word's digits (10, 10th). Set by hand; on the reports of 2015 and 2019 half of each costs .01 of the right
# renderings, and twice of each adds .004.
_MEANT, _ROOT, _CHARACTER, _CHARACTER_BESIDE, _SPELT, _FIGURE = 1.0, 0.7, 0.3, 0.15, 0.9, 0.9
_ROOT_LETTERS = 5
_SHORT_SOUND = 3
"""Letters: names that short sound like common words."""
# Dice's coefficient counts one meeting as half a one: most that meet once meet by chance.
_DISCOUNT = 0.5
_DISCOUNT_SHOWN = 0.8
_LEAST_DICE = 0.04
"""Weaker meetings are dropped: they are noise, and most of the time is spent on them."""
_MOST_PLACES = 300
"""Pairs in which the company of a word is counted: a bound on the cost of frequent words."""
_FEW_PAIRS = 200
"""In a smaller corpus meetings count less, in proportion: most words meet there once, and by chance. Set by reading
the pairings of the sample articles (35 pairs)."""
_FILLING = frozenset(("a", "an", "the", "of", "to", "in", "on", "for", "or", "and", "sb", "sth", "etc", "s"))


Reading = Callable[[str, ConceptType | None], str]
"""The pinyin of a Chinese text of a type."""


class Known(NamedTuple):
    """What a Chinese word may be in English, word by word."""

    words: frozenset[str]
    roots: frozenset[str]
    """The first letters of those words."""
    of_characters: frozenset[str]
    """What its characters, single and in twos, may be."""


class Meanings:
    """What the dictionary and the sound tell of Chinese words; each word is asked for once."""

    def __init__(self, english_of: Callable[[str], tuple[str, ...]], pinyin: Reading) -> None:
        self.english_of = english_of
        self._pinyin = pinyin
        self.of = lru_cache(maxsize=65_536)(self._of)
        self._words = lru_cache(maxsize=65_536)(self._words_of)
        self.sound = lru_cache(maxsize=65_536)(self._sound)
        self.sounds = lru_cache(maxsize=65_536)(self._sounds)

    def _sound(self, text: str) -> str:
        """The toneless letters of a Chinese text; empty for one in Latin letters."""
        return pinyin_letters(self._pinyin(text, None)) if has_han(text) else ""

    def _sounds(self, text: str) -> frozenset[str]:
        """The spellings of a Chinese text in letters, if it is a person's name and if not; ü also as u and yu."""
        if not has_han(text):
            return frozenset()
        plain = {self.sound(text), pinyin_letters(self._pinyin(text, ConceptType.PERSON))}
        return frozenset(spelling for sound in plain for spelling in (sound, *_without_v(sound)) if spelling)

    def _of(self, word: str) -> Known:
        words = self._words(word)
        roots = frozenset(one[:_ROOT_LETTERS] for one in words if len(one) >= _ROOT_LETTERS)
        pieces = [word[start : start + size] for size in (1, 2) for start in range(len(word) - size + 1)]
        characters = frozenset(one for piece in pieces if piece != word for one in self._words(piece))
        return Known(words, roots, characters)

    def _words_of(self, word: str) -> frozenset[str]:
        return frozenset(
            one
            for text in (*GENERIC_PARTS.get(word, ()), *self.english_of(word))
            for one in english_words(text)
            if one not in _FILLING
        )


class WordLinks:
    """The links between the words of a corpus of pairs; the cost grows with its length.

    `chinese` and `english` give the distinct words of each pair.

    >>> meanings = Meanings(lambda word: ("digital", "figure"), lambda word, type_: "")
    >>> links = WordLinks([["数字"]], [["digital"]], meanings)
    >>> links.of("数字")["digital"] > 1
    True
    """

    def __init__(
        self, chinese: Sequence[Collection[str]], english: Sequence[Collection[str]], meanings: Meanings
    ) -> None:
        self._english = english
        self._meanings = meanings
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(chinese):
            for word in words:
                self._places[word].append(number)
        self.counts: Counter[str] = Counter()
        """In how many pairs each English stem stands."""
        for words in english:
            self.counts.update(words)
        self._rooted: defaultdict[str, list[str]] = defaultdict(list)
        for stem in self.counts:
            if len(stem) >= _ROOT_LETTERS:
                self._rooted[stem[:_ROOT_LETTERS]].append(stem)
        self._figures = [stem for stem in self.counts if stem[0].isdigit()]
        self._rows: dict[str, dict[str, float]] = {}
        self._spelt: dict[int, tuple[frozenset[str], frozenset[str]]] = {}

    def of(self, word: str) -> dict[str, float]:
        """The English stems that may render a Chinese word, with their weights."""
        row = self._rows.get(word)
        if row is None:
            row = self._rows[word] = self._by_knowledge(word)
            for stem, weight in self._by_meeting(self._places.get(word, ())).items():
                row[stem] = row.get(stem, 0.0) + weight
        return row

    def shown_by(self, numbers: Collection[int], share: float) -> dict[str, float]:
        """The stems that stand in these pairs rather than in others, by Dice's coefficient.

        The pairs are a share (0 to 1) of those in which what is looked for stands.
        """
        together = Counter(stem for number in numbers for stem in self._english[number])
        size = len(numbers)
        return {
            stem: 2 * (count - _DISCOUNT_SHOWN) / (size + self.counts[stem] * share)
            for stem, count in together.items()
            if count > 1
        }

    def _by_meeting(self, places: Sequence[int]) -> dict[str, float]:
        together: Counter[str] = Counter()
        for number in places[:_MOST_PLACES]:
            together.update(self._english[number])
        share = max(1.0, len(places) / _MOST_PLACES)
        size, counts = len(places), self.counts
        trust = min(1.0, len(self._english) / _FEW_PAIRS)
        return {
            stem: trust * 2 * (count * share - _DISCOUNT) / (size + counts[stem])
            for stem, count in together.items()
            if count * share - _DISCOUNT >= _LEAST_DICE / 2 * (size + counts[stem])
        }

    def _by_knowledge(self, word: str) -> dict[str, float]:
        row: dict[str, float] = {}
        if not has_han(word):
            if word.isdigit():
                row.update((stem, _FIGURE) for stem in self._figures if stem.startswith(word))
        else:
            known = self._meanings.of(word)
            weight = _CHARACTER_BESIDE if known.words else _CHARACTER
            self._enter(row, known.of_characters, weight)
            if self._may_be_spelt(word):
                self._enter(row, (self._meanings.sound(word),), _SPELT)
            for root in known.roots:
                self._enter(row, self._rooted.get(root, ()), _ROOT)
            self._enter(row, known.words, _MEANT)
        self._enter(row, (word,), _MEANT)
        return row

    def _may_be_spelt(self, word: str) -> bool:
        """Whether a stem begins as the first character sounds or ends as the last: to spell all words takes long."""
        spelt = self._spelt.get(len(word))
        if spelt is None:
            stems = [stem for stem in self.counts if len(stem) > _SHORT_SOUND and may_be_pinyin(stem, len(word))]
            starts = frozenset(stem[:size] for stem in stems for size in range(1, len(stem)))
            ends = frozenset(stem[-size:] for stem in stems for size in range(1, len(stem)))
            spelt = self._spelt[len(word)] = starts, ends
        sound = self._meanings.sound
        return bool(spelt[0]) and (sound(word[0]) in spelt[0] or sound(word[-1]) in spelt[1])

    def _enter(self, row: dict[str, float], stems: Iterable[str], weight: float) -> None:
        row.update((stem, weight) for stem in stems if stem in self.counts)


def _without_v(sound: str) -> tuple[str, ...]:
    return (sound.replace("v", "u"), sound.replace("v", "yu")) if "v" in sound else ()
