"""`capitalization`: a name or a sentence without its capital, or two capitalisations in one job."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from termbase.extract.english.tables import lines_of
from termbase.language.capitalised import capitalised_words
from termbase.language.english_classes import is_word
from termbase.language.surnames import surname_syllables
from termbase.language.syllables import is_syllable
from tm.checks.capitals import inside_sentences, is_heading, name_pairs, words_inside
from tm.checks.model import Check, Direction, Inspector, Job, Remark, Severity
from tm.checks.passage import Passage
from tm.model import Segment

__all__ = ["CAPITALIZATION"]

_FIRST = re.compile(r"[\s“\"‘'(\[]*([a-z][a-z’']*)(?![\w.@/]|-[A-Z\d])")
_AFTER_STOP = re.compile(r"(?<=[a-z]{3}\. )([a-z]{2,})(?![\w.@/])")
_ABBREVIATIONS = re.compile(
    r"\b(?:etc|Corp|dept|Dept|approx|Prof|Govt|govt|resp|incl|Univ|Sept|Gov|Sen|Gen|Rep|Capt)\.$"
)
_AFTER_NAME = re.compile(r"(?<![\w’'-])([A-Z][a-z]{1,7}) ([a-z]{3,})(?![\w@/]|-\w)")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.? ([a-z]{3,})(?![\w@/])")
_MONTH = re.compile(r"\b(?:in|on|of|since|until|from|by|to|last|this) (march|may)(?= \d{1,4}\b)")
_CAPITALISED = re.compile(r"(?<![\w’'-])[A-Z][a-z]{3,}")
_JOINED = re.compile(r"(?<![\w-])([a-z]{4,})-(?=[A-Z])")
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
            yield from _sentence_start(text)
        if ". " in text:
            yield from _inner_starts(text)
        yield from _parts_of_names(text)
        found = words_inside(text)
        yield from _known_names(passage, found)
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
        self._big.update(_CAPITALISED.findall(text))
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


def _sentence_start(text: str) -> Iterator[Remark]:
    match = _FIRST.match(text)
    if match is not None and len(text) > len(match[0]):
        yield _lost(match.span(1), match[1], "at the beginning of a sentence")


def _inner_starts(text: str) -> Iterator[Remark]:
    for match in _AFTER_STOP.finditer(text):
        if not _ABBREVIATIONS.search(text, 0, match.start() - 1):
            yield _lost(match.span(1), match[1], "at the beginning of a sentence")


def _slips(text: str, lost: set[str], slips: set[tuple[str, str]]) -> Iterator[Remark]:
    """Where a word lacks the capital that it has elsewhere in the job."""
    marked = set()
    names = capitalised_words()
    for match in inside_sentences(text):
        if match[1] in lost and match[1] not in names:
            marked.add(match.start())
            yield _lost(match.span(), match[1], "as everywhere else in this job")
    for match, pair in _mixed(text, slips):
        if match.start() not in marked and match[1] not in names:
            yield _lost(match.span(), match[0], f"as in “{' '.join(pair)}” elsewhere")


def _known_names(passage: Passage, found: list[str]) -> Iterator[Remark]:
    """Names of countries, days and peoples in small letters, and those of the termbase."""
    names = capitalised_words()
    marked: set[int] = set()
    for mention in passage.en_mentions:
        place = (mention.start, mention.end)
        written = passage.en[slice(*place)]
        if _lost_in_term(written.split(), mention.term.text.split()) and _is_meant(mention.concept_id, passage):
            marked.update(range(*place))
            message = f"“{written}” wants the capitals of “{mention.term.text}”"
            yield Remark(message, en=place, suggestion=mention.term.text)
    for match in () if names.isdisjoint(found) else inside_sentences(passage.en):
        if match[1] in names and match.start() not in marked:
            marked.update(range(*match.span()))
            yield _lost(match.span(), match[1], "as a name")
    shown = {name.lower() for name in _CAPITALISED.findall(passage.zh)} - names
    for match in () if shown.isdisjoint(found) else inside_sentences(passage.en):
        if match[1] in shown and match.start() not in marked and not is_word(match[1]):
            yield _lost(match.span(), match[1], "as in the source")
    if "-" in passage.en:
        for match in _JOINED.finditer(passage.en):
            if match[1] in names:
                yield _lost(match.span(1), match[1], "as a name")


def _parts_of_names(text: str) -> Iterator[Remark]:
    """Given names in small letters after a Chinese surname (Huang jiajia), and months before a day or a year."""
    for match in _AFTER_NAME.finditer(text):
        if match[1].lower() in surname_syllables() and not is_word(match[2]) and _is_pinyin(match[2]):
            yield _lost(match.span(2), match[2], "as a given name")
        elif match[1] in _given_names() and not is_word(match[2]) and match[2] not in capitalised_words():
            yield _lost(match.span(2), match[2], "as a family name")
    for match in _TITLED.finditer(text):
        yield _lost(match.span(1), match[1], "as a name")
    for match in _MONTH.finditer(text):
        yield _lost(match.span(1), match[1], "as a month")


@cache
def _given_names() -> frozenset[str]:
    return frozenset(lines_of("given_names.txt"))


@lru_cache(maxsize=4096)
def _is_pinyin(word: str) -> bool:
    """Whether a word is one or two syllables of pinyin, as given names are.

    >>> _is_pinyin("jiajia"), _is_pinyin("ning"), _is_pinyin("dettori")
    (True, True, False)
    """
    return is_syllable(word) or any(
        is_syllable(word[:cut]) and is_syllable(word[cut:]) for cut in range(1, len(word))
    )


def _lost_in_term(written: list[str], own: list[str]) -> bool:
    """Whether words lost capitals that a term has; the last one may (Zhejiang province), and a word that is no name.

    >>> _lost_in_term(["belt", "and", "road"], ["Belt", "and", "Road"]), _lost_in_term(["area"], ["Area"])
    (True, False)
    >>> _lost_in_term(["Zhejiang", "province"], ["Zhejiang", "Province"])
    False
    """
    if written == own or len(written) != len(own) or (len(own) == 1 and is_word(own[0])):
        return False
    small = [place for place, word in enumerate(written) if word.islower() and own[place][0].isupper()]
    return bool(small) and (small != [len(own) - 1] or len(own) == 1)


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
    false_alarms=0.0039,
    begin=_begin,
)
