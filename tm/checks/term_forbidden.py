"""`term-forbidden`: a forbidden or superseded rendering stands in the target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from termbase.model import ConceptType, Usage
from termbase.recognise import Mention
from tm.checks.evidence.inflection import like, same_article
from tm.checks.evidence.quoted_speech import quotations
from tm.checks.model import Check, Direction, Job, Remark, Severity, each, in_target
from tm.checks.passage import Passage

__all__ = ["TERM_FORBIDDEN"]

_FORMERLY = re.compile(
    r"(?:\b(?:formerly|previously|originally|then|once|so-called|former name|old name)\b[^.;]{0,30}"
    r"|(?:原名|原称|旧称|曾称|前身)[^。；]{0,6})$",
    re.IGNORECASE,
)


_WRONG = frozenset({Usage.FORBIDDEN, Usage.SUPERSEDED})


def _forbidden(passage: Passage, job: Job) -> Iterator[Remark]:
    chinese = not passage.chinese_source
    mentions = passage.zh_mentions if chinese else passage.en_mentions
    if not any(one.term.usage in _WRONG for one in mentions):
        return
    for (start, end), group in groupby(mentions, key=lambda one: (one.start, one.end)):
        found = list(group)
        wrong = [one for one in found if _is_wrong(one, job, chinese=chinese)]
        if len(wrong) < len(found) and not _is_meant(wrong, passage):
            continue  # the form is right for another concept
        if not wrong or _is_told(passage.segment.target, start, end):
            continue
        meant = _is_meant(wrong, passage)
        if meant and _is_rendered_beside(wrong, passage, job):
            continue  # 1.6个百分点 are percentage points, and percent renders another figure
        if meant or _speaks_for_itself(wrong[0], passage, job):
            yield _remark(wrong[0], passage, job, meant=meant)


def _is_wrong(mention: Mention, job: Job, *, chinese: bool) -> bool:
    term = mention.term
    if term.usage not in _WRONG:
        return False
    return term not in job.terms.allowed(mention.concept_id, chinese=chinese, date=job.date)


def _is_meant(wrong: list[Mention], passage: Passage) -> bool:
    """Whether the source speaks of one of the concepts whose form this is."""
    mentions = passage.zh_mentions if passage.chinese_source else passage.en_mentions
    return not {one.concept_id for one in wrong}.isdisjoint(one.concept_id for one in mentions)


def _is_rendered_beside(wrong: list[Mention], passage: Passage, job: Job) -> bool:
    """Whether each mention of the concept in the source has a right rendering in the target."""
    concepts = {one.concept_id for one in wrong}
    sides = (passage.zh_mentions, passage.en_mentions)
    source, target = sides if passage.chinese_source else sides[::-1]
    asked = {(one.start, one.end) for one in source if one.concept_id in concepts}
    chinese = not passage.chinese_source
    given = {
        (one.start, one.end)
        for one in target
        if one.concept_id in concepts and not _is_wrong(one, job, chinese=chinese)
    }
    return 0 < len(asked) <= len(given)


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether the words are somebody else's or are named as the old ones: in a quotation, after `formerly`."""
    if _FORMERLY.search(text, 0, start):
        return True
    return any(
        first <= start and end <= after and end - start < len(text[first:after].strip(" ,.;:!?"))
        for first, after in quotations(text)
    )


def _remark(mention: Mention, passage: Passage, job: Job, *, meant: bool) -> Remark:
    chinese, alone = not passage.chinese_source, not passage.segment.source.strip()
    text = passage.segment.target
    written = text[mention.start : mention.end]
    allowed = job.terms.allowed(mention.concept_id, chinese=chinese, date=job.date)
    preferred = [one for one in allowed if one.usage is Usage.PREFERRED] or allowed
    state = "forbidden" if mention.term.usage is Usage.FORBIDDEN else "out of date"
    wanted = f": write “{preferred[0].text}”" if preferred else ""
    suggestion = None
    if preferred:
        suggestion = preferred[0].text if chinese else like(preferred[0].text, written)
    sure = meant and not _is_title(mention, job) and len(preferred) == 1 and suggestion is not None
    return in_target(
        passage,
        (mention.start, mention.end),
        f"“{written}” is {state} in the termbase{wanted}",
        suggestion=suggestion,
        safe=sure and (chinese or same_article(text[: mention.start], written, suggestion or "")),
        severity=Severity.NOTE if _is_of_others(mention, passage, job) or not (meant or alone) else None,
    )


def _is_title(mention: Mention, job: Job) -> bool:
    """Whether a form is somebody's title: that of others may be just this (prime minister, of other countries)."""
    return job.terms.concept(mention.concept_id).type is ConceptType.TITLE


def _is_of_others(mention: Mention, passage: Passage, job: Job) -> bool:
    """Whether a title in the source is a short one, that of others too: 总理 of any country, not 国务院总理."""
    if not _is_title(mention, job) or not passage.chinese_source:
        return False
    titles = [one for one in passage.zh_mentions if one.concept_id == mention.concept_id]
    return all(one.end - one.start <= _SHORT_TITLE for one in titles)


_SHORT_TITLE = 2


def _speaks_for_itself(mention: Mention, passage: Passage, job: Job) -> bool:
    """Whether a form can mean nothing but its concept: a name, or several words where there is no source to ask."""
    text = mention.term.text
    if _is_title(mention, job):
        return False
    if not passage.chinese_source:
        return len(text) > _LEAST_CHARACTERS
    return " " in text and (not text.islower() or not passage.zh.strip())


_LEAST_CHARACTERS = 3
"""Chinese forms of so few characters may stand in any text by chance."""

TERM_FORBIDDEN = Check(
    id="term-forbidden",
    says="a forbidden or outdated rendering stands in the translation",
    severity=Severity.WARNING,
    origin="the termbase",
    directions=frozenset(Direction),
    false_alarms=0.0028,
    begin=each(_forbidden),
)
