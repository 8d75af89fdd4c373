"""`doubled-word`: the same English word twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tm.checks.model import Check, Direction, Job, Remark, Severity, each
from tm.checks.passage import Passage

__all__ = ["DOUBLED_WORD"]

# Said twice on purpose: tenses (had had), a pronoun after a conjunction (that that), greetings, stress.
_ALLOWED = frozenset({"had", "that", "is", "bye", "ha", "no", "very", "so", "many", "much", "long", "there", "yes"})


def _doubled(passage: Passage, job: Job) -> Iterator[Remark]:
    for first, second in pairwise(passage.words):
        if not first.text.isalpha() or first.text.lower() != second.text.lower():
            continue
        if first.text.lower() in _ALLOWED or _is_a_name_of_two(first.text, second.text):
            continue
        if passage.en[first.end : second.start].strip(" \n\t"):
            continue
        yield Remark(
            f"“{second.text}” stands twice",
            en=(first.start, second.end),
            suggestion=first.text,
            safe=first.text.islower() or second.text.islower(),
        )


def _is_a_name_of_two(first: str, second: str) -> bool:
    """Walla Walla, Duran Duran, Yo-Yo: both capitals."""
    return first[0].isupper() and second[0].isupper()


DOUBLED_WORD = Check(
    id="doubled-word",
    says="a word stands twice in a row",
    severity=Severity.WARNING,
    origin="every proof-reader's first look",
    directions=frozenset({Direction.ZH_EN, Direction.EN}),
    false_alarms=None,
    begin=each(_doubled),
)
