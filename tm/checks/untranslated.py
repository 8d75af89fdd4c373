"""`untranslated`: text of the source language left in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.language.script import HAN
from tm.checks.model import Check, Direction, Job, Remark, Severity, each
from tm.checks.passage import Passage

__all__ = ["UNTRANSLATED"]

_CHINESE = re.compile(
    f"[“《「『【]?[{HAN}](?:[{HAN}，、。；：！？“”《》「」『』【】（）·\\s]*[{HAN}])?(?:[，、。；：！？]*[”》」』】])?"
)
_BRACKET = re.compile(r"[(（\[［]([^()（）\[\]［］]*)[)）\]］]")
# Who speaks of a character has to show it: the character 福 (fu).
_SHOWN = re.compile(r"\b(?:characters?|words?|written|surnames?|pronounced|radicals?|homophones?)\W+(?:\w+\W+)?$")
_ROMANISED_AFTER = re.compile(
    r"[”\"’']?\s*[(（,]\s*(?:or\s+)?[“\"'‘]?[A-Za-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{2,}[^()（）]{0,60}[)）]"
)

_WORD = re.compile("[A-Za-z]+")
_MOST_WORDS = 5
"""English words in a bracket that is a gloss: more make a remark in which Chinese has no place."""
_LONGEST_SHOWN = 2
"""Characters shown for themselves with their reading in a bracket: 福 (fu)."""
_ENGLISH_WORD = r"[A-Za-z][A-Za-z'’-]*"
_ENGLISH = re.compile(rf"{_ENGLISH_WORD}(?:,?\s+{_ENGLISH_WORD})+")
_LEAST_WORDS, _LEAST_SMALL = 5, 3
_LONGEST_LINK = 3
"""A run of English in Chinese is left over from so many words on, so many of them in small letters (of, the, and are
not counted): names and titles of works rightly stay, and have mostly capitals."""


def _left_over(passage: Passage, job: Job) -> Iterator[Remark]:
    segment = passage.segment
    if segment.source.strip() == segment.target.strip():
        return  # `same-as-source` says so
    yield from _chinese_left(passage, job) if passage.chinese_source else _english_left(passage)


def _chinese_left(passage: Passage, job: Job) -> Iterator[Remark]:
    if passage.en.isascii():
        return
    glosses = list(_glosses(passage)) if job.style.chinese_glosses else []
    for match in _CHINESE.finditer(passage.en):
        start, end = match.span()
        if any(first <= start and end <= after for first, after in glosses):
            continue
        if _SHOWN.search(passage.en, 0, start):
            continue
        if end - start <= _LONGEST_SHOWN and _ROMANISED_AFTER.match(passage.en, end):
            continue
        at = passage.zh.find(match[0])
        zh = (at, at + len(match[0])) if at >= 0 else None
        yield Remark(f"“{match[0]}” is still Chinese: translate or romanise it", zh=zh, en=(start, end))


def _glosses(passage: Passage) -> Iterator[tuple[int, int]]:
    """Brackets beside English words that show the Chinese of them; brackets of the source itself are none."""
    for match in _BRACKET.finditer(passage.en):
        before = passage.en[: match.start()].rstrip(" ”\"’'")
        if len(_WORD.findall(match[1])) > _MOST_WORDS:
            continue
        if before[-1:].isalnum() and f"（{match[1]}）" not in passage.zh and f"({match[1]})" not in passage.zh:
            yield match.span()


def _english_left(passage: Passage) -> Iterator[Remark]:
    """Runs of English that were copied from the source, but for those in brackets."""
    brackets = [match.span() for match in _BRACKET.finditer(passage.zh)]
    for match in _ENGLISH.finditer(passage.zh):
        words = match[0].split()
        if (
            len(words) < _LEAST_WORDS
            or sum(word.islower() and len(word) > _LONGEST_LINK for word in words) < _LEAST_SMALL
        ):
            continue
        if any(first <= match.start() and match.end() <= after for first, after in brackets):
            continue
        at = passage.en.find(match[0])
        if at >= 0:
            yield Remark(f"“{match[0]}” is still English", zh=match.span(), en=(at, at + len(match[0])))


UNTRANSLATED = Check(
    id="untranslated",
    says="words of the source are left in the translation",
    severity=Severity.ERROR,
    origin="the desk: no Chinese in English but as a gloss in brackets beside its rendering",
    directions=frozenset(Direction),
    false_alarms=0.0001,
    begin=each(_left_over),
)
