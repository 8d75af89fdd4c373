"""XLIFF files filled: the target, its state and where it comes from; all other bytes stay.

Version 1: `state` and `state-qualifier` of the target, and the match with its score and origin as `alt-trans`, which
is what the standard has for it. Trados has its own place for both (`sdl:seg`), and so has memoQ (`mq:status`,
`mq:percent`); then only that is written. Version 2: `state` and `subState` of the segment. A fuzzy match has the
state needs-review-translation or initial, which translate-toolkit, and so Weblate, shows as needing an edit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tm.formats.inline import text_of
from tm.formats.patching import Patch, opened, patched, with_attributes
from tm.formats.xliff_content import marked_segments
from tm.formats.xliff_units import Place, places
from tm.formats.xml_records import Element, Record
from tm.pretranslate.filling import Filling, Slot
from tm.pretranslate.placing import written
from tm.pretranslate.proposal import Proposal

__all__ = ["filled"]

Answer = tuple[Slot[Place], Proposal | None]

_UNTOUCHED = frozenset({"new", "needs-translation", "initial"})
_USUAL = {True: "en-US", False: "zh-CN"}


def filled(path: Path, filling: Filling) -> Iterator[bytes]:
    """The file with its targets filled; raises FormatError for a broken one."""
    return patched(path, _patches(path, filling))


def _patches(path: Path, filling: Filling) -> Iterator[Patch]:
    first = True
    for _, some in groupby(filling.answers(_slots(path)), key=lambda answer: answer[0].place.record.base):
        answers = list(some)
        if not any(proposal for _, proposal in answers):
            continue
        if first:
            yield from _target_language(answers)
        first = False
        yield from sorted(_of_unit(answers), key=lambda patch: patch.start)


def _slots(path: Path) -> Iterator[Slot[Place]]:
    for number, place in enumerate(places(path, exact=True), start=1):
        copied = text_of(place.source).strip() == text_of(place.target).strip()
        yield Slot(
            place,
            number,
            place.id,
            place.source,
            place.target,
            (place.source_language, place.target_language),
            locked=_is_locked(place),
            untouched=copied and place.state in _UNTOUCHED,
        )


def _is_locked(place: Place) -> bool:
    """Whether the segment is closed, or its target has other segments than the source."""
    if place.is_locked:
        return True
    target = place.holder.first("target")
    is_part = place.source_element.name == "mrk"
    return is_part and place.target_element is None and target is not None and not _is_bare(target)


def _is_bare(target: Element) -> bool:
    return not any(isinstance(child, Element) or child.strip() for child in target.children)


def _target_language(answers: Sequence[Answer]) -> Iterator[Patch]:
    """What version 2 demands of a file with targets."""
    place = answers[0][0].place
    root = place.record.around[0]
    if place.record.element.name == "unit" and not place.target_language:
        language = _USUAL[place.source_language.lower().startswith("zh")]
        yield Patch(root.inner - 1, root.inner - 1, f' trgLang="{language}"')


def _of_unit(answers: Sequence[Answer]) -> Iterator[Patch]:
    place = answers[0][0].place
    if place.record.element.name == "unit":
        for slot, proposal in answers:
            if proposal:
                yield from _of_version_2(slot.place, proposal)
        return
    if place.source_element.name == "mrk":
        yield from _segmented(answers)
    else:
        yield from _unsegmented(place, next(filter(None, (proposal for _, proposal in answers))))
    for slot, proposal in answers:
        if proposal:
            yield from _settings(slot.place, proposal)
    yield from _of_memoq(place.record, [proposal for _, proposal in answers if proposal])


def _of_version_2(place: Place, proposal: Proposal) -> Iterator[Patch]:
    state = "translated" if proposal.is_exact else "initial"
    segment = place.holder
    tag = place.record.raw(segment.start, segment.inner)
    values = {"state": state, "subState": f"zhterm:{proposal.qualifier}"}
    yield Patch(segment.start, segment.inner, with_attributes(tag, values))
    yield _target(place, place.source_element, place.target_element, written(proposal.inline), {})


def _unsegmented(place: Place, proposal: Proposal) -> Iterator[Patch]:
    unit = place.record.element
    behind = unit.first("seg-source") or place.source_element
    values = {} if _has_own_state(place) else _state([proposal.is_exact])
    patch = _target(place, behind, place.target_element, written(proposal.inline), values)
    yield Patch(patch.start, patch.end, patch.text + _alternatives(place, [("", proposal)]))


def _segmented(answers: Sequence[Answer]) -> Iterator[Patch]:
    """Patches for the segments of one unit: in the target that is there, or a new one made like `seg-source`."""
    place = answers[0][0].place
    record, unit = place.record, place.record.element
    target, segmented = unit.first("target"), unit.first("seg-source")
    assert segmented, "marked segments stand in one"
    exact = [proposal.is_exact if proposal else slot.is_translated or None for slot, proposal in answers]
    values = {} if _has_own_state(place) else _state(exact)
    alternatives = _alternatives(
        place,
        [(slot.place.source_element.attributes.get("mid", ""), proposal) for slot, proposal in answers if proposal],
    )
    if target is None or not any(marked_segments(target)):
        patch = _target(place, segmented, target, _like_source(segmented, answers), values)
        yield Patch(patch.start, patch.end, patch.text + alternatives)
        return
    if values:
        yield Patch(target.start, target.inner, with_attributes(record.raw(target.start, target.inner), values))
    for slot, proposal in answers:
        part = slot.place.target_element
        if proposal and part:
            yield _replaced(record, part, written(proposal.inline), {})
    if alternatives:
        yield Patch(target.end, target.end, alternatives)


def _like_source(segmented: Element, answers: Sequence[Answer]) -> str:
    """The content of `seg-source`, with the translations in its segments."""
    record = answers[0][0].place.record
    pieces = []
    done = segmented.inner
    for slot, proposal in answers:
        part = slot.place.source_element
        pieces.append(record.raw(done, part.inner))
        pieces.append(written(proposal.inline) if proposal else "")
        done = part.outer
    return "".join([*pieces, record.raw(done, segmented.outer)])


def _target(place: Place, behind: Element, target: Element | None, content: str, values: dict[str, str]) -> Patch:
    """A target with that content, in the place of the one that is there, else behind the source."""
    if target is not None:
        return _replaced(place.record, target, content, values)
    name = _prefixed(place, "target")
    tag = with_attributes(f"<{name}>", values)
    return Patch(behind.end, behind.end, f"{place.record.indent(place.holder)}{tag}{content}</{name}>")


def _replaced(record: Record, element: Element, content: str, values: dict[str, str]) -> Patch:
    tag = record.raw(element.start, element.inner)
    name, tag = opened(tag)
    return Patch(element.start, element.end, f"{with_attributes(tag, values)}{content}</{name}>")


def _alternatives(place: Place, found: Sequence[tuple[str, Proposal]]) -> str:
    """Each match with score and origin, as the standard has it; empty where the tool has a place of its own."""
    if _has_own_state(place):
        return ""
    name, source, target = (_prefixed(place, name) for name in ("alt-trans", "source", "target"))
    whole = ""
    for mid, proposal in found:
        values = {"match-quality": f"{proposal.percent}%", "origin": proposal.origin or "zhterm"}
        tag = with_attributes(f"<{name}>", values | ({"mid": mid} if mid else {}))
        texts = written([proposal.stored_source]), written([proposal.stored_target])
        content = f"<{source}>{texts[0]}</{source}><{target}>{texts[1]}</{target}>"
        whole += f"{place.record.indent(place.holder)}{tag}{content}</{name}>"
    return whole


def _state(exact: Sequence[bool | None]) -> dict[str, str]:
    """The state of a target whose segments are exact (True), fuzzy (False) or still empty (None)."""
    if None in exact:
        return {"state": "needs-translation"}
    if all(exact):
        return {"state": "translated", "state-qualifier": "exact-match"}
    return {"state": "needs-review-translation", "state-qualifier": "fuzzy-match"}


def _has_own_state(place: Place) -> bool:
    unit = place.record.element
    return unit.first("{}seg-defs") is not None or "mq:status" in unit.attributes


def _settings(place: Place, proposal: Proposal) -> Iterator[Patch]:
    """What Trados shows beside the segment."""
    if place.settings is None:
        return
    values = {
        "conf": "Translated" if proposal.is_exact else "Draft",
        "origin": "tm",
        "origin-system": proposal.origin or "zhterm",
        "percent": str(proposal.percent),
    }
    start, inner = place.settings.start, place.settings.inner
    yield Patch(start, inner, with_attributes(place.record.raw(start, inner), values))


def _of_memoq(record: Record, found: Sequence[Proposal]) -> Iterator[Patch]:
    unit = record.element
    if "mq:status" in unit.attributes:
        percent = min(proposal.percent for proposal in found)
        values = {"mq:status": "Pretranslated", "mq:percent": str(percent)}
        yield Patch(unit.start, unit.inner, with_attributes(record.raw(unit.start, unit.inner), values))


def _prefixed(place: Place, name: str) -> str:
    """The name with the prefix that the file gives to names of XLIFF."""
    source, _ = opened(place.record.raw(place.source_element.start, place.source_element.inner))
    prefix = source.rpartition(":")[0]
    return f"{prefix}:{name}" if prefix else name
