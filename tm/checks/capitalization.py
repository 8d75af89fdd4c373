"""`capitalization`: a name or a sentence without its capital, or two capitalisations in one job."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from termbase.language.capitalised import capitalised_words
from termbase.language.english_classes import is_word
from tm.checks.capitals import inside_sentences, is_heading
from tm.checks.model import Check, Direction, Inspector, Job, Remark, Severity
from tm.checks.passage import Passage
from tm.model import Segment

__all__ = ["CAPITALIZATION"]

_FIRST = re.compile(r"[\s“\"‘'(\[]*([a-z][a-z’']*)(?![\w.@/]|-[A-Z\d])")
_AFTER_STOP = re.compile(r"(?<=[a-z]{3}\. )([a-z]{2,})(?![\w.@/])")
_ABBREVIATIONS = re.compile(
    r"\b(?:etc|Corp|dept|Dept|approx|Prof|Govt|govt|resp|incl|Univ|Sept|Gov|Sen|Gen|Rep|Capt)\.$"
)
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
        heading = is_heading(text)
        if self._ended and ended:
            yield from _sentence_start(text)
        yield from _inner_starts(text)
        yield from _known_names(passage)
        if not heading:
            self._count(text)

    def finish(self) -> Iterator[tuple[Segment, Remark]]:
        lost = {word for word, count in self._small.items() if self._is_name(word, count)}
        pairs = {pair for pair, count in self._names.items() if count >= _LEAST_PAIRS}
        mixed: Counter[tuple[str, str]] = Counter()
        for _, segment in self._job.archive.segments():
            mixed.update(pair for _, pair in _mixed(segment.target, pairs))
        names = capitalised_words()
        slips = {pair for pair, count in mixed.items() if count * _PAIRS_TO_ONE <= self._names[pair]}
        for _, segment in self._job.archive.segments():
            text = segment.target
            if is_heading(text):
                continue
            marked = set()
            for match in inside_sentences(text):
                if match[1] in lost and match[1] not in names:
                    marked.add(match.start())
                    yield segment, _lost(match.span(), match[1], "as everywhere else in this job")
            for match, pair in _mixed(text, slips):
                if match.start() not in marked:
                    yield segment, _lost(match.span(), match[0], f"as in “{' '.join(pair)}” elsewhere")

    def _count(self, text: str) -> None:
        if len(self._big) + len(self._small) + len(self._names) > _MOST:
            return
        before, end = "", -1
        for match in inside_sentences(text):
            word = match[1]
            if word[0].isupper():
                self._big[word] += 1
                if before and match.start() == end + 1:
                    self._names[before, word] += 1
                before, end = word, match.end()
            else:
                self._small[word] += 1
                before = ""

    def _is_name(self, small: str, count: int) -> bool:
        """Whether a word has its capital so much more often that it must be a name."""
        big = self._big[small.capitalize()]
        if len(small) < _SHORTEST or big < _LEAST or small in _EITHER_WAY or is_word(small):
            return False
        return big >= count * _TO_ONE


_MOST = 300_000
"""Words and pairs counted, about 40 MB: those of some thousand articles. In a longer job what comes first decides."""
_SHORTEST, _LEAST, _TO_ONE = 4, 3, 3
"""A word that no dictionary of English has in small letters is a name when it stands so often with its capital, and so
many times as often as without. Of words that dictionaries have, 60 times as often was no proof (March, march)."""
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


def _sentence_start(text: str) -> Iterator[Remark]:
    match = _FIRST.match(text)
    if match is not None and len(text) > len(match[0]):
        yield _lost(match.span(1), match[1], "at the beginning of a sentence")


def _inner_starts(text: str) -> Iterator[Remark]:
    for match in _AFTER_STOP.finditer(text):
        if not _ABBREVIATIONS.search(text, 0, match.start() - 1):
            yield _lost(match.span(1), match[1], "at the beginning of a sentence")


def _known_names(passage: Passage) -> Iterator[Remark]:
    """Names of countries, days and peoples in small letters, and those of the termbase."""
    names = capitalised_words()
    for match in inside_sentences(passage.en):
        if match[1] in names:
            yield _lost(match.span(), match[1], "as a name")
    for mention in passage.en_mentions:
        written, own = passage.en[mention.start : mention.end].split(), mention.term.text.split()
        if len(written) == len(own) and (len(own) > 1 or not is_word(own[0])):
            small = [word for word, name in zip(written, own, strict=True) if word.islower() and name[0].isupper()]
            if small == written[-1:] and len(own) > 1:
                continue  # Zhejiang province, Alibaba group: many houses write it so
            if small and not names.issuperset(small) and _is_meant(mention.concept_id, passage):
                place = (mention.start, mention.end)
                message = f"“{' '.join(written)}” wants the capitals of “{mention.term.text}”"
                yield Remark(message, en=place, suggestion=mention.term.text)


def _is_meant(concept: int, passage: Passage) -> bool:
    """Whether the source speaks of the concept; without a source nobody knows a name from a common noun."""
    return any(one.concept_id == concept for one in passage.zh_mentions)


def _lost(span: tuple[int, int], written: str, why: str) -> Remark:
    return Remark(f"“{written}” wants a capital {why}", en=span, suggestion=_capital(written))


def _capital(written: str) -> str:
    return written[0].upper() + written[1:]


def _begin(job: Job) -> Inspector:
    return _Capitals(job)


CAPITALIZATION = Check(
    id="capitalization",
    says="a name or a sentence begins without its capital",
    severity=Severity.WARNING,
    origin="The Chicago Manual of Style, chapter 8",
    directions=frozenset({Direction.ZH_EN, Direction.EN}),
    false_alarms=None,
    begin=_begin,
)
