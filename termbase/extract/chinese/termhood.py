"""How much a Chinese phrase or word deserves to be a term: recurrence, rarity in general Chinese, form, borders."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from termbase.extract.chinese.roles import Role, role_of
from termbase.extract.chinese.tables import Strength, headings, word_list
from termbase.language.words import frequency, part_of_speech

__all__ = ["Evidence", "keyness", "rarity", "termhood"]

# The words behind jieba's dictionary (sum of its frequencies).
_CORPUS = 60_101_967
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


def termhood(text: str, words: Sequence[str], evidence: Evidence) -> tuple[float, str]:
    """A score from 0 to 1 and its reason.

    The summands were chosen by reading the ranking of two articles of our own and of general news; none is fitted.

    >>> termhood("跨境电商", ("跨境", "电商"), Evidence(4, 3, 3, 4, 1000))[0] > 0.6
    True
    """
    if len(words) == 1:
        return _word_score(words[0], evidence)
    score = 0.30
    reasons = [f"a noun phrase of {len(words)} words"]
    recurrence = min(0.24, 0.12 * math.log2(max(evidence.count, 1)))
    if evidence.count > 1:
        reasons.append(f"{evidence.count} times")
    heading = _heading(text)
    if heading:
        score += 0.1 if headings()[heading].strength is Strength.PHRASE else 0.16
        reasons.append(f"ends with {heading}")
    elif text[-1] in word_list("term_ends"):
        score += 0.08
        reasons.append(f"ends with {text[-1]}")
    rare = sum(map(rarity, words)) / len(words)
    score += 0.2 * rare
    if evidence.count > 1 and min(evidence.left, evidence.right) > 1:
        score += 0.06
        reasons.append("between different neighbours")
    if evidence.whole == 0:
        score -= 0.2
    if part_of_speech(words[0]) == "a":
        score -= 0.1
    return min(score + recurrence, 0.95), ", ".join(reasons)


def _word_score(text: str, evidence: Evidence) -> tuple[float, str]:
    """A single word: only a rare one, or one that the dictionary does not know and the text repeats."""
    is_new = bool(role_of(text) & Role.NEW)
    if evidence.whole == 0 and (not is_new or min(evidence.left, evidence.right) < 2):
        return 0.0, "never by itself"
    if is_new:
        if evidence.count < 2 and text[-1] not in word_list("term_ends"):
            return 0.2, "a new word"
        return min(
            0.42 + 0.1 * math.log2(max(evidence.count, 1)), 0.8
        ), f"a word the dictionary lacks, {evidence.count} times"
    tag = part_of_speech(text)
    technical = text[-1] in word_list("term_ends") and tag in ("n", "nz", "vn", "j", "l")
    compound = len(text) > 2 and tag in ("n", "nz", "vn", "j")
    if not (technical or compound) and evidence.count < 3:
        return 0.2, "a word of general Chinese"
    recurrence = min(0.25, 0.1 * math.log2(max(evidence.count, 1)))
    score = (
        0.12 + (0.3 + recurrence) * rarity(text) * keyness(text, evidence) + (0.12 if technical or compound else 0.0)
    )
    return score, f"a word rare in general Chinese, {evidence.count} times"


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
