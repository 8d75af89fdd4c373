"""`quotation`: a slogan in “ ” or a title in 《》 lost its marking and has no capitals either."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from termbase.extract.chinese.tables import word_list
from tm.checks.evidence.fingerprint import fingerprint
from tm.checks.model import Check, Direction, Inspector, Job, Remark, Severity
from tm.checks.passage import Passage
from tm.model import Segment

__all__ = ["QUOTATION"]

_TITLE = re.compile("《([^《》]{2,})》")
_SLOGAN = re.compile("“([^“”，。！？；：、]{3,10})”")
_NUMBERED = re.compile("[一二三四五六七八九十百千双两]")
_MARK = re.compile("[“”\"‘’«»《》*_]|(?<![A-Za-z])'(?=[A-Z])")
# Two words with capitals, also with small ones between them, or one inside the sentence
_CAPITALS = re.compile(r"(?<=[a-z,;:0-9)] )[A-Z][\w’'-]*|[A-Z][\w’'-]*(?: (?:of|the|and|for|on|in|to|a|with))* [A-Z]")
_MOST = 50_000


class _Marked:
    """The slogans and titles marked so far: at their second mention the marks may go."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._seen: set[int] = set()

    def inspect(self, passage: Passage) -> Iterator[Remark]:
        if ("《" not in passage.zh and "“" not in passage.zh) or not passage.en.strip():
            return
        for match in [*_TITLE.finditer(passage.zh), *_slogans(passage.zh)]:
            key = fingerprint(match[1])
            if key in self._seen:
                continue
            if len(self._seen) < _MOST:
                self._seen.add(key)
            if not _is_shown(passage) and not self._is_settled(match, passage):
                kind = "the title" if match[0][0] == "《" else "the slogan"
                yield Remark(
                    f"{kind} {match[0]} has neither quotation marks nor capitals in the translation",
                    zh=match.span(),
                )

    def finish(self) -> Iterable[tuple[Segment, Remark]]:
        return ()

    def _is_settled(self, match: re.Match[str], passage: Passage) -> bool:
        """Whether the termbase has a plain form of it, and that stands in the translation."""
        start, end = match.span()
        there = {one.concept_id for one in passage.en_mentions}
        return any(one.start < end and start < one.end and one.concept_id in there for one in passage.zh_mentions)


def _slogans(text: str) -> Iterator[re.Match[str]]:
    """Quoted stretches that are slogans: numbered, or ending in 战略, 精神, 行动 and the like."""
    heads = tuple(word_list("slogan_heads"))
    for match in _SLOGAN.finditer(text):
        if match[1].endswith(heads) and (_NUMBERED.search(match[1]) or len(match[1]) > 3):
            yield match


def _is_shown(passage: Passage) -> bool:
    """Whether anything in the translation is marked: by quotation marks, italics or capitals inside a sentence."""
    codes = passage.segment.target_codes
    return bool(_MARK.search(passage.en) or _CAPITALS.search(passage.en) or any("<i" in code for code in codes))


def _begin(job: Job) -> Inspector:
    return _Marked(job)


QUOTATION = Check(
    id="quotation",
    says="a slogan or a title lost its quotation marks and has no capitals",
    severity=Severity.WARNING,
    origin="GB/T 15834-2011 marks names of works with 《》, slogans with “ ”; Chicago 8.156, 14.86",
    directions=frozenset({Direction.ZH_EN}),
    false_alarms=0.0002,
    begin=_begin,
)
