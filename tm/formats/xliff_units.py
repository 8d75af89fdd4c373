"""The segments of an XLIFF file with all that is told of them, and where they stand in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tm.formats.inline import Inline, codes_of, text_of
from tm.formats.xliff_content import inline_of, marked_segments
from tm.formats.xml_records import Element, Record, records

__all__ = ["Place", "around", "places"]

_UNITS = ("trans-unit", "unit")
_LOCKED = frozenset({"true", "yes", "locked"})


@dataclass(frozen=True, slots=True)
class Place:
    """A segment for translation and its elements: (part of) a `trans-unit` in version 1, a `segment` in version 2."""

    record: Record
    """The whole unit."""
    document: str
    """The file that was to be translated (`original` in version 1, the id of `file` in version 2)."""
    id: str
    source_language: str
    target_language: str
    source: Inline
    target: Inline
    state: str
    note: str
    holder: Element
    """What the source and target stand in: the `trans-unit` or the `segment`."""
    source_element: Element
    """The `source`, `seg-source` or marked segment."""
    target_element: Element | None
    """The `target` or the marked segment in it; None where there is none."""
    settings: Element | None = None
    """What Trados tells of the segment (`sdl:seg`)."""

    @property
    def line(self) -> int:
        """Where the source begins."""
        return self.source_element.line

    @property
    def is_translated(self) -> bool:
        """Whether there is a text or a code in the target."""
        return bool(text_of(self.target).strip() or codes_of(self.target))

    @property
    def is_locked(self) -> bool:
        """Whether the file forbids a change of the segment."""
        told = [one.attributes.items() for one in (self.record.element, self.settings) if one is not None]
        return any(name.endswith("locked") and value in _LOCKED for some in told for name, value in some)


def places(path: Path, *, exact: bool = False) -> Iterator[Place]:
    """The segments for translation of an XLIFF 1.0–1.2, 2.0 or 2.1 file, in order; SDLXLIFF and MQXLIFF are 1.2.

    What is not to be translated, proposals (`alt-trans`, `matches`) and sub-flows in codes are passed over.
    Raises FormatError, with the line, when reading comes to a broken place.
    """
    for record in records(path, _UNITS, "xliff", exact=exact):
        if _translate(record):
            yield from _of_version_1(record) if record.element.name == "trans-unit" else _of_version_2(record)


def _translate(record: Record) -> bool:
    """Whether the unit is to be translated: the nearest element that says something counts."""
    told = [one.attributes.get("translate") for one in (*record.around, record.element)]
    return next((one for one in reversed(told) if one), "yes") != "no"


def _of_version_1(record: Record) -> Iterator[Place]:
    unit = record.element
    source, target = unit.first("source"), unit.first("target")
    if source is None:
        return
    languages = around(record, "file", "source-language"), around(record, "file", "target-language")
    named = unit.attributes.get("id", "")
    segmented = unit.first("seg-source")
    parts = list(marked_segments(segmented)) if segmented else []
    translated = {one.attributes.get("mid", ""): one for one in marked_segments(target)} if target else {}
    settings = _settings(unit)
    for part in parts or [source]:
        mid = part.attributes.get("mid", "") if parts else ""
        counterpart = translated.get(mid) if parts else target
        setting = settings.get(mid)
        yield Place(
            record,
            around(record, "file", "original"),
            f"{named}/{mid}" if parts else named,
            *languages,
            inline_of(part, record),
            inline_of(counterpart, record) if counterpart else (),
            _state(unit, target, setting),
            _notes(unit.all("note")),
            unit,
            part,
            counterpart,
            setting,
        )


def _of_version_2(record: Record) -> Iterator[Place]:
    unit = record.element
    languages = around(record, "xliff", "srcLang"), around(record, "xliff", "trgLang")
    notes = unit.first("notes")
    segments = list(unit.all("segment"))
    for segment in segments:
        source, target = segment.first("source"), segment.first("target")
        if source is None:
            continue
        named, own = unit.attributes.get("id", ""), segment.attributes.get("id", "")
        yield Place(
            record,
            around(record, "file", "id"),
            f"{named}/{own}" if own else named,
            *languages,
            inline_of(source, record),
            inline_of(target, record) if target else (),
            segment.attributes.get("state", ""),
            _notes(notes.all("note") if notes else ()),
            segment,
            source,
            target,
        )


def around(record: Record, name: str, attribute: str) -> str:
    """The value of an attribute of the nearest element of that name around the unit."""
    found = next((one for one in reversed(record.around) if one.name == name), None)
    return found.attributes.get(attribute, "") if found else ""


def _settings(unit: Element) -> dict[str, Element]:
    """What Trados tells of the segments, by their numbers."""
    definitions = unit.first("{}seg-defs")
    return {one.attributes.get("id", ""): one for one in definitions.all("{}seg")} if definitions else {}


def _state(unit: Element, target: Element | None, setting: Element | None) -> str:
    if setting is not None:
        return setting.attributes.get("conf", "")
    if target is not None and target.attributes.get("state"):
        return target.attributes["state"]
    return "approved" if unit.attributes.get("approved") == "yes" else ""


def _notes(notes: Iterator[Element] | tuple[()]) -> str:
    return "\n".join(text for note in notes if (text := note.text.strip()))
