"""`capitalization`: a name or a sentence without its capital, or two capitalisations in one job."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from termbase.language.capitalised import capitalised_words
from termbase.language.english_classes import is_word
from tm.checks.evidence.capitals import CAPITALISED, inside_sentences, is_heading, name_pairs, words_inside
from tm.checks.evidence.lost_capitals import lost_capital
from tm.checks.evidence.names_in_small_letters import known_names, parts_of_names
from tm.checks.evidence.sentence_starts import inner_starts, sentence_start
from tm.checks.model import Check, Direction, Inspector, Job, Remark, Severity
from tm.checks.passage import Passage
from tm.model import Segment

__all__ = ["CAPITALIZATION"]

_STOPS = tuple("。！？.!?")
_CLOSERS = " ”’\"')）"


class _Capitals:
    """How often each word of the job stands inside sentences with and without its capital."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._ended = True
        self._file = ""
        self._big: Counter[str] = Counter()
        self._small: Counter[str] = Counter()
        self._names: Counter[tuple[str, str]] = Counter()

    def inspect(self, passage: Passage) -> Iterator[Remark]:
        text = passage.en
        if not text.strip():
            return
        self._job.archive.add(passage.segment)
        ended = self._ended or passage.segment.file != self._file
        self._file = passage.segment.file
        self._ended = all(one.rstrip(_CLOSERS).endswith(_STOPS) for one in (passage.zh, text) if one.strip())
        if self._ended and ended:
            yield from sentence_start(text)
        if ". " in text:
            yield from inner_starts(text)
        yield from parts_of_names(text)
        found = words_inside(text)
        yield from known_names(passage, found)
        if not is_heading(text):
            self._count(found, text)

    def finish(self) -> Iterator[tuple[Segment, Remark]]:
        lost = {word for word, count in self._small.items() if self._is_name(word, count)}
        pairs = {pair for pair, count in self._names.items() if count >= _LEAST_PAIRS}
        ends = {(one.lower(), other.lower()) for one, other in pairs}
        mixed: Counter[tuple[str, str]] = Counter()
        places = array("L")
        for number, segment in self._job.archive.segments():
            words = segment.target.split(" ")
            paired = not ends.isdisjoint(pairwise(segment.target.lower().split(" ")))
            if paired:
                mixed.update(pair for _, pair in _mixed(segment.target, pairs))
            if paired or not lost.isdisjoint(words):
                places.append(number)
        slips = {pair for pair, count in mixed.items() if count * _PAIRS_TO_ONE <= self._names[pair]}
        for number in places if lost or slips else ():
            segment = self._job.archive.segment(number)
            if not is_heading(segment.target):
                yield from ((segment, remark) for remark in _slips(segment.target, lost, slips))

    def _count(self, found: list[str], text: str) -> None:
        if len(self._big) + len(self._small) + len(self._names) > _MOST:
            return
        self._small.update(filter(str.islower, found))
        # at the beginning of a sentence too: only words that are in no dictionary are asked for
        self._big.update(CAPITALISED.findall(text))
        self._names.update(name_pairs(text))

    def _is_name(self, small: str, count: int) -> bool:
        """Whether a word has its capital so much more often that it must be a name."""
        big = self._big[small.capitalize()]
        if len(small) < _SHORTEST or big < _LEAST or small in _EITHER_WAY or is_word(small):
            return False
        return big >= count * _TO_ONE


_MOST = 300_000
"""Words and pairs counted, about 40 MB: those of some thousand articles. In a longer job what comes first decides."""
_SHORTEST, _LEAST, _TO_ONE = 4, 2, 2
"""A word that no dictionary of English has in small letters is a name when it stands so often with its capital, and
so many times as often as without. Of words that dictionaries have, 60 times as often was no proof (March, march)."""
_EITHER_WAY = frozenset({"internet", "premiership", "email", "blog", "march", "turkey", "china", "japan", "jordan"})
"""Younger than the dictionaries, or right in both ways."""
_LEAST_PAIRS, _PAIRS_TO_ONE = 4, 8


def _mixed(text: str, pairs: set[tuple[str, str]]) -> Iterator[tuple[re.Match[str], tuple[str, str]]]:
    """The words in small letters beside a capitalised one, where both have capitals elsewhere."""
    if not pairs or is_heading(text):
        return
    last: re.Match[str] | None = None
    for match in inside_sentences(text):
        if last is not None and last.end() + 1 == match.start() and last[1][0].isupper() != match[1][0].isupper():
            pair = (last[1].capitalize(), match[1].capitalize())
            if pair in pairs:
                yield (match if match[1][0].islower() else last), pair
        last = match


def _slips(text: str, lost: set[str], slips: set[tuple[str, str]]) -> Iterator[Remark]:
    """Where a word lacks the capital that it has elsewhere in the job."""
    marked = set()
    names = capitalised_words()
    for match in inside_sentences(text):
        if match[1] in lost and match[1] not in names:
            marked.add(match.start())
            yield lost_capital(match.span(), match[1], "as everywhere else in this job")
    for match, pair in _mixed(text, slips):
        if match.start() not in marked and match[1] not in names:
            yield lost_capital(match.span(), match[0], f"as in “{' '.join(pair)}” elsewhere")


def _begin(job: Job) -> Inspector:
    return _Capitals(job)


CAPITALIZATION = Check(
    id="capitalization",
    says="a name or a sentence begins without its capital",
    severity=Severity.WARNING,
    origin="The Chicago Manual of Style, chapter 8",
    directions=frozenset({Direction.ZH_EN, Direction.EN}),
    false_alarms=0.0039,
    begin=_begin,
)
