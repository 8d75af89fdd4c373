"""`doubled-word`: the same word twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.language.english import zipf
from termbase.language.english_classes import is_word
from termbase.language.script import HAN
from tm.checks.model import Check, Direction, Job, Remark, Severity, each
from tm.checks.passage import Passage

__all__ = ["DOUBLED_WORD"]

_TWICE = re.compile(r"(?<![\w’'-])([A-Za-z](?:[A-Za-z’'-]*[A-Za-z])?)[ \n]+(\1)(?![\w’'-])", re.IGNORECASE)
# Said twice on purpose: the past perfect of have, greetings, stress.
_ALLOWED = frozenset(
    {"had", "bye", "ha", "no", "very", "so", "many", "much", "long", "there", "hear", "yes", "far", "really", "knock"}
)
# Two sentences meet: what it is is a port; she said that that was true (a verb follows).
_BEFORE_IS_IS = re.compile(
    r"\b(?:what|where|how|who|all|thing|problem|reason|question|point)\b[^.;]*$", re.IGNORECASE
)
_AFTER_THAT_THAT = re.compile(r"\s+(?:is|was|would|will|could|can|may|might|must|should|had|has|does|did)\b")
_SAID_TWICE = re.compile(rf"([{HAN}]{{1,5}})·?\1")

_EVERYDAY = 5.0
"""Words so frequent (Zipf) are no names: it, the, this."""

# No verb or adjective that may be doubled in Chinese (研究研究, 高高): particles, prepositions, pronouns, links, and
# any four characters or more.
_TWICE_IN_CHINESE = re.compile(
    "(?<!的)(的)的(?![的确])|(?<![在存])(在)在|(?<!被)(被)被|(?<!与)(与)与(?!会)|"
    rf"(我们|他们|她们|它们|以及|因为|但是|所以|如果|并且|而且|为了|通过|对于|关于)\5|([{HAN}]{{4,}})\6"
)


def _doubled(passage: Passage, job: Job) -> Iterator[Remark]:
    yield from _in_english(passage) if passage.chinese_source else _in_chinese(passage)


def _in_english(passage: Passage) -> Iterator[Remark]:
    for match in _TWICE.finditer(passage.en):
        first, second = match.groups()
        if _on_purpose(match, passage):
            continue
        yield Remark(
            f"“{second}” stands twice",
            en=match.span(),
            suggestion=first,
            safe=second.islower(),
        )


def _on_purpose(match: re.Match[str], passage: Passage) -> bool:
    first, second = match.groups()
    word = first.lower()
    if len(word) == 1 and word != "a":
        return True
    if word == "is":
        return _BEFORE_IS_IS.search(passage.en, 0, match.start()) is not None
    if word == "that":
        return _AFTER_THAT_THAT.match(passage.en, match.end()) is not None
    return word in _ALLOWED or (first[0].isupper() and second[0].isupper() and _may_be_a_name(first, passage))


def _may_be_a_name(word: str, passage: Passage) -> bool:
    """Walla Walla, Lang Lang: both with capitals, and the source says something twice too."""
    if passage.zh and zipf(word) < _EVERYDAY:
        return _SAID_TWICE.search(passage.zh) is not None
    return not is_word(word)


def _in_chinese(passage: Passage) -> Iterator[Remark]:
    if _TWICE.search(passage.en):
        return
    for match in _TWICE_IN_CHINESE.finditer(passage.zh):
        word = next(filter(None, match.groups()))
        yield Remark(f"“{word}” stands twice", zh=match.span(), suggestion=word, safe=len(word) == 1)


DOUBLED_WORD = Check(
    id="doubled-word",
    says="a word stands twice in a row",
    severity=Severity.WARNING,
    origin="every proof-reader's first look",
    directions=frozenset(Direction),
    false_alarms=0.0016,
    begin=each(_doubled),
)
