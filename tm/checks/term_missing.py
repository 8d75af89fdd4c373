"""`term-missing`: an approved term stands in the source and none of its renderings in the target."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from termbase.language.folding import fold
from termbase.model import Term
from termbase.recognise import Mention
from tm.checks.evidence.doubtful_mentions import cuts_a_word, is_loose, is_part_of_a_foreign_name, points_back
from tm.checks.model import Check, Direction, Inspector, Job, Remark, Severity
from tm.checks.passage import Passage
from tm.checks.standing import acronym_of, head_of
from tm.model import Segment

__all__ = ["TERM_MISSING"]

_NEAR = 3
"""Segments for which a thing that was named stays in mind, so that `it` or `the city` can stand for it."""


class _Missing:
    """What is missing in each segment, by what was named in those before: what was named may be shortened."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._number = 0
        self._file = ""
        self._named: dict[int, int] = {}

    def inspect(self, passage: Passage) -> Iterator[Remark]:
        if passage.segment.file != self._file:
            self._file = passage.segment.file
            self._named.clear()
        self._number += 1
        if not passage.segment.target.strip():
            return
        chinese = passage.chinese_source
        standing = {one.concept_id for one in (passage.en_mentions if chinese else passage.zh_mentions)}
        mentions = passage.zh_mentions if chinese else passage.en_mentions
        for _, group in groupby(mentions, key=lambda one: (one.start, one.end)):
            found = list(group)
            rendered = [one.concept_id for one in found if self._is_rendered(one, passage, standing)]
            self._named.update(dict.fromkeys(rendered, self._number))
            if not rendered and (remark := self._remark(found[0], passage)):
                yield remark

    def finish(self) -> Iterable[tuple[Segment, Remark]]:
        return ()

    def _allowed(self, mention: Mention, *, chinese: bool) -> list[Term]:
        return self._job.terms.allowed(mention.concept_id, chinese=chinese, date=self._job.date)

    def _is_rendered(self, mention: Mention, passage: Passage, standing: set[int]) -> bool:
        allowed = self._allowed(mention, chinese=not passage.chinese_source)
        if mention.concept_id in standing or not allowed:
            return True
        if not passage.chinese_source:
            folded = fold(passage.zh).text
            return any(_stands_in_chinese(fold(one.text).text, folded) for one in allowed)
        if any(passage.en_words.have(one.text) for one in allowed):
            return True
        if mention.concept_id not in self._named:
            return False
        shortened = {form for one in allowed for form in (head_of(one.text), acronym_of(one.text))} - {""}
        return not shortened.isdisjoint(passage.en_words.words)

    def _remark(self, mention: Mention, passage: Passage) -> Remark | None:
        chinese = passage.chinese_source
        if self._number - self._named.get(mention.concept_id, -_NEAR) < _NEAR and points_back(passage):
            return None
        if chinese and (cuts_a_word(mention, passage) or is_part_of_a_foreign_name(mention, passage.zh)):
            return None
        allowed = self._allowed(mention, chinese=not chinese)
        written = (passage.zh if chinese else passage.en)[mention.start : mention.end]
        wanted = " or ".join(f"“{one.text}”" for one in allowed[:_SHOWN])
        span = (mention.start, mention.end)
        kind = self._job.terms.concept(mention.concept_id).type
        loose = is_loose(kind, mention, allowed, chinese=chinese) or (
            chinese and any(passage.en_words.share(one.text) >= _HALF for one in allowed)
        )
        return Remark(
            f"“{written}” is {wanted} in the termbase, and no such words stand in the translation",
            zh=span if chinese else None,
            en=None if chinese else span,
            severity=Severity.NOTE if loose else None,
        )


_HALF = 0.5
"""With so many of its words there a rendering was shortened, or is another body's name (State Department for State
Council): of 60 such places in human translations of news a translator would mend two."""
_SHOWN = 3
"""Renderings that a message names."""


def _stands_in_chinese(term: str, text: str) -> bool:
    """Whether a folded term stands in a folded text, also divided: 进口和出口 for 进出口, 省、市政府 for 省政府.

    >>> _stands_in_chinese("宁波港", "宁波、舟山港"), _stands_in_chinese("数字经济", "经济的数字化")
    (True, False)
    """
    if term in text:
        return True
    return any(
        re.search(f"{re.escape(term[:cut])}[^。；！？]{{1,8}}{re.escape(term[cut:])}", text)
        for cut in range(1, len(term))
    )


def _begin(job: Job) -> Inspector:
    return _Missing(job)


TERM_MISSING = Check(
    id="term-missing",
    says="an approved term has none of its renderings in the translation",
    severity=Severity.WARNING,
    origin="the termbase",
    directions=frozenset({Direction.ZH_EN, Direction.EN_ZH}),
    false_alarms=0.0057,
    begin=_begin,
)
