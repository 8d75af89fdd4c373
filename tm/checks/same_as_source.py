"""`same-as-source`: the source stands where its translation should."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.language.script import has_han
from tm.checks.model import Check, Direction, Job, Remark, Severity, each, in_target
from tm.checks.passage import Passage

__all__ = ["SAME_AS_SOURCE"]

_SMALL_WORD = re.compile(r"(?<![^\s(“\"])[a-z]{2,}(?![^\s,.;:!?)”\"])")
_LEAST_SMALL_WORDS = 2
"""English words in small letters that make a sentence: a name, a title or an address is rightly left as it is."""


def _same(passage: Passage, job: Job) -> Iterator[Remark]:
    source, target = passage.segment.source.strip(), passage.segment.target.strip()
    if source and source == target and _wants_translation(source, job.direction):
        yield in_target(passage, (0, len(passage.segment.target)), "the source was copied here; it is not translated")


def _wants_translation(text: str, direction: Direction) -> bool:
    """Whether a text has words that the other language would write otherwise.

    >>> _wants_translation("数字经济", Direction.ZH_EN), _wants_translation("GDP 3.5%", Direction.ZH_EN)
    (True, False)
    >>> _wants_translation("Ports grow fast.", Direction.EN_ZH), _wants_translation("Port of Oslo", Direction.EN_ZH)
    (True, False)
    """
    if direction is Direction.ZH_EN:
        return has_han(text)
    return len(_SMALL_WORD.findall(text)) >= _LEAST_SMALL_WORDS


SAME_AS_SOURCE = Check(
    id="same-as-source",
    says="the source was copied instead of translated",
    severity=Severity.ERROR,
    origin="what every checking tool has; names and numbers may stay as they are",
    directions=frozenset({Direction.ZH_EN, Direction.EN_ZH}),
    false_alarms=0.0,
    begin=each(_same),
)
