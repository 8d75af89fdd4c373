"""How much a Chinese phrase or word deserves to be a term: recurrence, rarity in general Chinese, form, borders."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from termbase.extract.chinese.roles import Role, role_of
from termbase.extract.chinese.tables import Strength, headings, word_list
from termbase.extract.components import Component, Effect
from termbase.language.lexicon import default_lexicon
from termbase.language.words import frequency, part_of_speech

__all__ = ["Evidence", "Termhood", "is_mostly_verb", "keyness", "rarity", "termhood"]

# The words behind jieba's dictionary (sum of its frequencies).
_CORPUS = 60_101_967
# Doublings of the occurrences that count, of a phrase and of a word that the dictionary lacks: with more, frequency
# alone would make a term.
_MOST_DOUBLINGS, _MOST_OF_NEW = 2.0, 3.8
# A word that is in one of 30,000 is neither rare nor common (集装箱 411, 货物 1,482, 企业 34,826 of 60 million).
_MIDDLE = 2_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a phrase in a text."""

    count: int
    """Occurrences outside longer terms."""
    whole: int
    """Of them, those that fill the stretch between two dividing words."""
    left: int
    """Different neighbours before it."""
    right: int
    size: int
    """Words in the text."""


class Termhood(NamedTuple):
    """What the score of a phrase or word is made of."""

    parts: tuple[tuple[str, float, float], ...]
    """Name, value and constant of each; the first is the start."""

    @property
    def score(self) -> float:
        """The sum of the parts, held between 0 and 1."""
        return min(1.0, max(0.0, sum([value * constant for _, value, constant in self.parts])))

    @property
    def reason(self) -> str:
        """The parts that speak for it, in words."""
        return ", ".join([name for name, value, constant in self.parts if value * constant >= 0])

    @property
    def components(self) -> tuple[Component, ...]:
        """The parts for an explanation."""
        (name, value, constant), *others = self.parts
        start = Component(name, value, constant)
        return start, *(Component(*part, Effect.SUMMAND) for part in others)


def termhood(text: str, words: Sequence[str], evidence: Evidence) -> Termhood:
    """How much a phrase deserves to be a term.

    The summands were chosen by reading the ranking of two articles of our own and of general news; none is fitted.

    >>> termhood("跨境电商", ("跨境", "电商"), Evidence(4, 3, 3, 4, 1000)).score > 0.6
    True
    """
    if len(words) == 1:
        return _of_word(words[0], evidence)
    parts = [(f"a noun phrase of {len(words)} words", 1.0, 0.3)]
    if evidence.count > 1:
        parts.append((f"{evidence.count} times", min(math.log2(evidence.count), _MOST_DOUBLINGS), 0.12))
    heading = _heading(text)
    if heading:
        parts.append((f"ends with {heading}", 1.0, 0.1 if headings()[heading].strength is Strength.PHRASE else 0.16))
    elif text[-1] in word_list("term_ends"):
        parts.append((f"ends with {text[-1]}", 1.0, 0.08))
    elif is_mostly_verb(words[-1]):
        parts.append(("ends with a verb", 1.0, -0.15))
    parts.append(("rarity of its words in general Chinese", sum(map(rarity, words)) / len(words), 0.2))
    if evidence.count > 1 and min(evidence.left, evidence.right) > 1:
        parts.append(("between different neighbours", 1.0, 0.06))
    if evidence.whole == 0:
        parts.append(("never by itself", 1.0, -0.2))
    if part_of_speech(words[0]) == "a":
        parts.append(("an adjective begins it", 1.0, -0.1))
    return Termhood(tuple(parts))


def _of_word(text: str, evidence: Evidence) -> Termhood:
    """A single word: only a rare one, or one that the dictionary does not know and the text repeats."""
    is_new = bool(role_of(text) & Role.NEW)
    if evidence.whole == 0 and (not is_new or min(evidence.left, evidence.right) < 2):
        return Termhood((("a word that is never by itself", 1.0, 0.0),))
    if is_new:
        if evidence.count < 2 and text[-1] not in word_list("term_ends"):
            return Termhood((("a word the dictionary lacks, met once", 1.0, 0.2),))
        start = ("a word the dictionary lacks", 1.0, 0.42)
        times = (f"{evidence.count} times", min(math.log2(max(evidence.count, 1)), _MOST_OF_NEW), 0.1)
        return Termhood((start, times) if evidence.count > 1 else (start,))
    technical = text[-1] in word_list("term_ends") and part_of_speech(text) in ("n", "nz", "vn", "j", "l")
    compound = len(text) > 2 and part_of_speech(text) in ("n", "nz", "vn", "j")
    if not (technical or compound) and evidence.count < 3:
        return Termhood((("a word of general Chinese", 1.0, 0.2),))
    recurrence = min(0.25, 0.1 * math.log2(max(evidence.count, 1)))
    rare = rarity(text) * keyness(text, evidence)
    parts = [("a word", 1.0, 0.12), (f"rare in general Chinese, {evidence.count} times here", rare, 0.3 + recurrence)]
    if technical or compound:
        parts.append((f"ends with {text[-1]}" if technical else "a compound", 1.0, 0.12))
    return Termhood(tuple(parts))


@functools.lru_cache(maxsize=20_000)
def is_mostly_verb(word: str) -> bool:
    """Whether most senses in CC-CEDICT are a verb's, whatever the cutter takes it for, and it is no nominal verb.

    >>> is_mostly_verb("印证"), is_mostly_verb("发展"), is_mostly_verb("仓库")
    (True, False, False)
    """
    senses = default_lexicon().english_of(word)
    verbs = sum(sense.startswith("to ") for sense in senses)
    return 2 * verbs > len(senses) and word not in word_list("nominal_verbs")


@functools.lru_cache(maxsize=100_000)
def rarity(word: str) -> float:
    """From 0 for the commonest words of general Chinese to 1 for those its dictionary lacks.

    >>> rarity("企业") < rarity("货物") < rarity("集装箱") < rarity("标准箱") < rarity("海铁")
    True
    """
    count = frequency(word)
    return 1 / (1 + math.sqrt(count / _MIDDLE))


def keyness(word: str, evidence: Evidence) -> float:
    """From 0, no more frequent in the text than in general Chinese, to 1, a hundred times so.

    >>> keyness("市场", Evidence(5, 5, 5, 5, 1000)) < 0.6 < keyness("标准箱", Evidence(5, 5, 5, 5, 1000))
    True
    """
    here = (evidence.count + 1) / max(evidence.size, 1)
    ratio = here * _CORPUS / (frequency(word) + 1)
    return min(max(math.log10(ratio) / 2, 0.0), 1.0)


def _heading(text: str) -> str:
    known = headings()
    for start in range(1, len(text) - 1):
        if text[start:] in known:
            return text[start:]
    return ""
