"""`first-mention`: an abbreviation before its full form, or without one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from termbase.extract.english.abbreviations import initials_match
from tm.checks.evidence.known_abbreviations import KNOWN_ABBREVIATIONS
from tm.checks.model import Check, Direction, Inspector, Job, Remark, Severity
from tm.checks.passage import Passage
from tm.model import Segment

__all__ = ["FIRST_MENTION"]

_SHORT = re.compile(r"(?<![\w&@#./-])[A-Z](?:[A-Z]|&(?=[A-Z])){1,6}(?=s?(?![\w&@/]|[-.][A-Z]))")
_LATIN = re.compile("[A-Z]{2}")
_WORDS = re.compile(r"[A-Za-z][\w'’-]*|&")
_FURTHEST = 12
"""Words before a bracket among which the full form begins."""
_MOST = 20_000
_SHOUTED = re.compile(r"[A-Z]{2,}\W+[A-Z]{2,}\W+[A-Z]{2,}")


class _Abbreviations:
    """Where each abbreviation of a file stands first, and where its full form stands beside it."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._known = KNOWN_ABBREVIATIONS | job.style.known_abbreviations
        self._first: dict[tuple[str, str], tuple[int, tuple[int, int]]] = {}
        self._full: dict[tuple[str, str], tuple[int, str]] = {}

    def inspect(self, passage: Passage) -> Iterable[Remark]:
        text = passage.en
        if not _LATIN.search(text) or len(self._first) > _MOST or _SHOUTED.search(text):
            return ()
        for match in _SHORT.finditer(text):
            short = match[0]
            key = (passage.segment.file, short)
            if short in self._known or key in self._full or short in passage.zh:
                continue
            full = _full_form(text, match)
            number = self._job.archive.add(passage.segment)
            if full:
                self._full[key] = number, full
            else:
                self._first.setdefault(key, (number, match.span()))
        return ()

    def finish(self) -> Iterator[tuple[Segment, Remark]]:
        for key, (number, span) in self._first.items():
            segment = self._job.archive.segment(number)
            if key not in self._full:
                message = f"“{key[1]}” stands without its full form in the whole text"
                yield segment, Remark(message, en=span, severity=Severity.NOTE)
                continue
            later, full = self._full[key]
            where = self._job.archive.segment(later).number
            message = f"“{key[1]}” stands here before its full form, “{full}” in segment {where}"
            yield segment, Remark(message, en=span, suggestion=f"{full} ({key[1]})")


def _full_form(text: str, match: re.Match[str]) -> str:
    """The full form beside an abbreviation: before its bracket, or in a bracket after it; empty where there is none.

    >>> text = "the Yangtze River Delta (YRD)"
    >>> _full_form(text, re.search("YRD", text))
    'Yangtze River Delta'
    >>> text = "YRD (Yangtze River Delta)"
    >>> _full_form(text, re.search("YRD", text))
    'Yangtze River Delta'
    """
    before, after = text[: match.start()].rstrip(), text[match.end() :]
    opened = before.rfind("(")
    if opened >= 0 and ")" not in before[opened:]:
        words = list(_WORDS.finditer(before, 0, opened))[-_FURTHEST:]
        for first in words:
            if len(first[0]) > 3 and initials_match(
                [word[0] for word in words if word.start() >= first.start()], match[0]
            ):
                return before[first.start() : words[-1].end()]
    inside = re.match(r"s?\s*\(([^()]+)\)", after)
    if inside and initials_match(_WORDS.findall(inside[1]), match[0]):
        return inside[1]
    return ""


def _begin(job: Job) -> Inspector:
    return _Abbreviations(job)


FIRST_MENTION = Check(
    id="first-mention",
    says="an abbreviation stands before its full form, or without any",
    severity=Severity.WARNING,
    origin="The Chicago Manual of Style, 10.3: the full form at the first mention, with the abbreviation in brackets",
    directions=frozenset({Direction.ZH_EN, Direction.EN}),
    false_alarms=0.0002,
    begin=_begin,
)
