"""`punctuation`: marks of the other language, marks without a partner, a missing full stop, spaces before marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from termbase.language.script import HAN
from tm.checks.evidence.pairs_of_marks import unpaired
from tm.checks.evidence.wide_marks import wide_marks
from tm.checks.model import Check, Direction, Job, Remark, Severity, each, in_target
from tm.checks.passage import Passage

__all__ = ["PUNCTUATION"]

_SPACE_BEFORE = re.compile(r"(?<=[^\s.,;:?!(\[“‘—–-])[ \u00a0]+([,;:?!)\]]|\.(?![\w.]))(?![-()DPo/\\])")
_SPACE_AFTER = re.compile(r"(?<=[(\[“])[ \u00a0]+(?=\S)")
# No two stops in a row but ... and ?!
_DOUBLED = re.compile(
    r"([,;:])\s*[,;:.](?![\w.])|(?<![.\s])(?<!\b[A-Za-z])(?<!etc)\.\.(?![.\w])|(?<=[a-z]{4})(?<!dept|govt)\.,"
)
_NO_SPACE = re.compile(r"(?<=[a-z])[,;](?=[A-Za-z])|(?<=[a-z]{3})[?!](?=[A-Z][a-z])")
# One look for all of these; nearly every text has none.
_SUSPECT = re.compile(r"[ \u00a0][,.;:?!)\]]|[(\[“][ \u00a0]|[,;:]\s*[,;:.]|\.[.,]|[,;?!][A-Za-z]")
_CLOSERS = "”’\"')）」』》]】 "
_STOPS = "。！？!?.…"
_NARROW_IN_CHINESE = re.compile(
    rf"(?<=[{HAN}）》”])\s*([,;:?!])\s*(?=[{HAN}（《“A-Za-z]|$)|(?<=[{HAN}）》”])\.(?=\s|$)"
)
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_STRAIGHT_IN_CHINESE = re.compile(rf'(?<=[{HAN}，。：；])"|"(?=[{HAN}])')


def _marks(passage: Passage, job: Job) -> Iterator[Remark]:
    if not passage.segment.target.strip():
        return
    yield from _lonely(passage)
    yield from _unfinished(passage)
    if passage.chinese_source:
        yield from _english(passage, job)
    else:
        yield from _chinese(passage)


def _english(passage: Passage, job: Job) -> Iterator[Remark]:
    text = passage.en
    for mark in wide_marks(text):
        written = text[mark.start : mark.end].strip(" ")
        yield Remark(
            f"the Chinese mark {written or 'U+3000'} in English",
            en=(mark.start, mark.end),
            suggestion=mark.suggestion,
            safe=mark.sure,
        )
    yield from _house_quotes(text, job.style.quotation_marks)
    if not _SUSPECT.search(text):
        return
    for match in _SPACE_BEFORE.finditer(text):
        yield Remark(f"a space before {match[1]}", en=match.span(), suggestion=match[1], safe=True)
    for match in _SPACE_AFTER.finditer(text):
        yield Remark("a space after an opening mark", en=match.span(), suggestion="", safe=True)
    for match in _DOUBLED.finditer(text):
        yield Remark(f"two marks in a row: {match[0]}", en=match.span())
    for match in _NO_SPACE.finditer(text):
        yield Remark(f"no space after {match[0]}", en=match.span(), suggestion=f"{match[0]} ", safe=False)


def _house_quotes(text: str, wanted: str) -> Iterator[Remark]:
    """Quotation marks other than those of the house."""
    other = {"curly": '"', "straight": "[“”]"}.get(wanted)
    for match in re.finditer(other, text) if other else ():
        if not text[max(match.start() - 1, 0)].isdigit():
            yield Remark(f"the house writes {wanted} quotation marks", en=match.span())


def _lonely(passage: Passage) -> Iterator[Remark]:
    """Marks without a partner, where those of the source have theirs; at the edge of a quotation only a note.

    A quotation that runs on is opened in each paragraph and closed in the last, so without a source quotation marks
    say nothing.
    """
    segment = passage.segment
    lonely = unpaired(segment.target)
    if not lonely:
        return
    alone = not segment.source.strip()
    source = {mark for _, mark in unpaired(segment.source)}
    if len(_OPENING_SINGLE.findall(segment.source)) != len(_CLOSING_SINGLE.findall(segment.source)):
        source.add("“")
    for place, mark in lonely:
        quotes = mark in _QUOTES
        if alone if quotes else mark in source:
            continue
        if quotes and not source.isdisjoint(_QUOTES):
            continue
        yield in_target(
            passage,
            (place, place + 1),
            f"{segment.target[place]} has no partner",
            severity=Severity.NOTE if quotes and _may_run_on(segment.target, place) else None,
        )


_QUOTES = frozenset('“”"「」『』')
_OPENING_SINGLE = re.compile(r"(?<![^\s(“\"])['‘](?=[^\W\d])")
_CLOSING_SINGLE = re.compile(r"['’](?=[\s,.)”\"]|$)")


def _may_run_on(text: str, place: int) -> bool:
    """Whether a quotation mark begins the segment, or ends a clause that may have begun in the one before."""
    return not text[:place].strip() or text[place - 1] in ",.!?，。！？…"


def _unfinished(passage: Passage) -> Iterator[Remark]:
    """A sentence of the source ends with a stop and its translation without any."""
    source, target = passage.segment.source.rstrip(_CLOSERS), passage.segment.target.rstrip()
    if source[-1:] not in _STOPS or not source or target.endswith(tuple(".!?…。！？:：")):
        return
    if source.endswith(".") and re.search(r"\b[A-Z][a-z]{0,3}\.$", source):
        return  # an abbreviation: Co., U.S.
    bare = target.rstrip(_CLOSERS + "“‘")
    if bare and bare[-1] not in ".!?…。！？:：—-;；" and not bare[-1].isspace():
        stop = "。" if not passage.chinese_source else "."
        # sure, and the least of slips: of 9,979 pairs of translated news 76 have it
        remark = in_target(passage, (len(target) - 1, len(target)), f"the sentence ends without {stop}")
        yield replace(remark, severity=Severity.NOTE)


def _chinese(passage: Passage) -> Iterator[Remark]:
    for match in _NARROW_IN_CHINESE.finditer(passage.zh):
        mark = match[0].strip()
        # between two names it may stand for a mark that was lost: 杰克?莱西
        safe = mark != "?" or match.end() == len(passage.zh.rstrip(_CLOSERS))
        yield Remark(f"the half-width mark {mark} in Chinese", zh=match.span(), suggestion=_WIDE[mark], safe=safe)
    for match in _STRAIGHT_IN_CHINESE.finditer(passage.zh):
        yield Remark("a straight quotation mark in Chinese: “ or ” is meant", zh=match.span())


PUNCTUATION = Check(
    id="punctuation",
    says="a mark of the other language, without a partner, doubled or missing",
    severity=Severity.WARNING,
    origin="GB/T 15834-2011; The Chicago Manual of Style, chapter 6",
    directions=frozenset(Direction),
    false_alarms=0.0075,
    begin=each(_marks),
)
