"""Sentences of an English text that begin without their capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.checks.evidence.lost_capitals import lost_capital
from tm.checks.model import Remark

__all__ = ["inner_starts", "sentence_start"]

_FIRST = re.compile(r"[\s“\"‘'(\[]*([a-z][a-z’']*)(?![\w.@/]|-[A-Z\d])")
_AFTER_STOP = re.compile(r"(?<=[a-z]{3}\. )([a-z]{2,})(?![\w.@/])")
_ABBREVIATIONS = re.compile(
    r"\b(?:etc|Corp|dept|Dept|approx|Prof|Govt|govt|resp|incl|Univ|Sept|Gov|Sen|Gen|Rep|Capt)\.$"
)


def sentence_start(text: str) -> Iterator[Remark]:
    """Where a text begins with a small letter."""
    match = _FIRST.match(text)
    if match is not None and len(text) > len(match[0]):
        yield lost_capital(match.span(1), match[1], "at the beginning of a sentence")


def inner_starts(text: str) -> Iterator[Remark]:
    """Where a sentence inside a text does."""
    for match in _AFTER_STOP.finditer(text):
        if not _ABBREVIATIONS.search(text, 0, match.start() - 1):
            yield lost_capital(match.span(1), match[1], "at the beginning of a sentence")
