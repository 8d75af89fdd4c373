"""In how many units of a memory a Chinese term meets each of its renderings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from termbase.extract.renderings.chinese_segment import TermFinder
from termbase.language.keys import english_key
from termbase.language.script import to_simplified

__all__ = ["rendering_counts"]


def rendering_counts(
    renderings: Mapping[str, Iterable[str]], units: Iterable[tuple[str, str]]
) -> Counter[tuple[str, str]]:
    """How many units have the Chinese term and the English form, number and case put aside.

    Nested terms count too: 数字经济 in 数字经济大省.

    >>> units = [("发展数字经济。", "It develops the digital economy."), ("数字经济大省", "a large digital province")]
    >>> rendering_counts({"数字经济": ["digital economy"]}, units)
    Counter({('数字经济', 'digital economy'): 1})
    """
    keys = {term: {text: f" {english_key(text)} " for text in texts} for term, texts in renderings.items()}
    finder = TermFinder(keys)
    counts: Counter[tuple[str, str]] = Counter()
    for zh, en in units:
        side = ""
        for term, _ in finder.find(to_simplified(zh)):
            side = side or f" {english_key(en)} "
            counts.update((term, text) for text, key in keys[term].items() if key in side)
    return counts
