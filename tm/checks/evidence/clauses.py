"""The clauses of a Chinese text and how much of each the English has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from termbase.language.lexicon import default_lexicon
from termbase.language.script import HAN
from termbase.language.words import cut
from tm.align.features import WORD, english_features, language_free_features, rendering_features
from tm.checks.passage import Passage

__all__ = ["Clause", "Comparison", "compared"]

_BORDER = re.compile(r"[，。；：！？,;:!?…]+")
_HAN = re.compile(f"[{HAN}]")
# An English rendering further down in the dictionary is rarely the one in the text.
_RENDERINGS = 12


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two marks."""

    start: int
    end: int
    size: int
    """In Chinese characters."""
    words: int
    """Words of the dictionary, names in Latin letters, figures."""
    rendered: int
    """Those of them that the English may have."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A Chinese text beside its English."""

    clauses: tuple[Clause, ...]
    words: int
    """Different words of the English that say something."""
    unexplained: int
    """Those of them that no word of the Chinese accounts for."""


def compared(passage: Passage) -> Comparison:
    """The clauses of a passage with what the English has of each, by CC-CEDICT, figures and Latin letters.

    >>> from tm.checks.terms import Terms
    >>> from tm.model import Segment
    >>> segment = Segment("港口开放，飞机起飞。", "The port is open.", "a.tsv", 1)
    >>> found = compared(Passage(segment, Terms([]), chinese_source=True))
    >>> [(clause.words, clause.rendered) for clause in found.clauses], found.unexplained
    ([(2, 2), (2, 0)], 0)
    """
    english = frozenset(english_features(passage.en))
    explained: set[str] = set()
    clauses = []
    for start, end in _borders(passage.zh):
        text = passage.zh[start:end]
        shown = [stems & english for word in cut(text) if len(word) > 1 and (stems := _renderings(word))]
        shown += [english & {one} for one in language_free_features(text) if one[0] in "#@"]
        explained.update(*shown)
        clauses.append(Clause(start, end, len(_HAN.findall(text)), len(shown), sum(map(bool, shown))))
    content = {feature for feature in english if feature[0] == WORD}
    return Comparison(tuple(clauses), len(content), len(content - explained))


def _borders(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _BORDER.finditer(text):
        yield start, mark.start()
        start = mark.end()
    if start < len(text):
        yield start, len(text)


@lru_cache(maxsize=65_536)
def _renderings(word: str) -> frozenset[str]:
    return frozenset(rendering_features(default_lexicon().english_of(word)[:_RENDERINGS]))
