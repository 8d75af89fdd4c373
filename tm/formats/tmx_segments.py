"""The units of a TMX file as segments, from its source language to the other one, translated or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from termbase.language.tags import side_of
from tm.formats.inline import Inline
from tm.formats.place import segment_of
from tm.formats.tmx_codes import inline_of
from tm.formats.xml_records import Element, Record, records
from tm.model import Segment

__all__ = ["Place", "places", "segments"]

_USUAL = {"zh": "en-US", "en": "zh-CN"}
"""The language on the other side."""


@dataclass(frozen=True, slots=True)
class Place:
    """A unit with its source and the places where the target stands or is missing."""

    record: Record
    """The whole `tu`."""
    id: str
    source_language: str
    target_language: str
    """Where no segment has one, that of the units before, else en-US or zh-CN."""
    source: Inline
    target: Inline
    source_variant: Element
    target_variant: Element | None
    """The `tuv`; None where there is none."""
    note: str
    state = ""
    """TMX has none."""

    @property
    def line(self) -> int:
        """Where the source begins."""
        return self.source_variant.line


def segments(path: Path) -> Iterator[Segment]:
    """The units for which there is a source; raises FormatError when reading comes to a broken place."""
    for number, place in enumerate(places(path), start=1):
        yield segment_of(place, path, number)


def places(path: Path, *, exact: bool = False) -> Iterator[Place]:
    """The units in order; of several segments of a language the first counts.

    The source is in the language that the unit or the header names, else the first one in Chinese or English.
    """
    named, target = "", ""
    for record in records(path, ("header", "tu"), "tmx", exact=exact):
        if record.element.name == "header":
            named = record.element.attributes.get("srclang", "")
            continue
        place = _place(record, record.element.attributes.get("srclang") or named, target)
        if place:
            target = place.target_language
            yield place


def _place(record: Record, named: str, known: str) -> Place | None:
    unit = record.element
    variants = [(_language(one), one) for one in unit.all("tuv")]
    source = _first(variants, side_of(named)[:2]) or _first(variants, "zh") or _first(variants, "en")
    source = source or next(iter(variants), None)
    if source is None:
        return None
    usual = _USUAL.get(side_of(source[0])[:2], "")
    other = side_of(usual)[:2]
    target = _first(variants, other) or next((one for one in variants if one is not source), None)
    language = target[0] if target else known if side_of(known)[:2] == other else usual
    return Place(
        record,
        unit.attributes.get("tuid", ""),
        source[0],
        language,
        _segment(source[1], record),
        _segment(target[1], record) if target else (),
        source[1],
        target[1] if target else None,
        "\n".join(text for note in unit.all("note") if (text := note.text.strip())),
    )


def _language(variant: Element) -> str:
    return variant.attributes.get("xml:lang") or variant.attributes.get("lang", "")


def _first(variants: list[tuple[str, Element]], side: str) -> tuple[str, Element] | None:
    """The first segment of that side; the one with a text where there is one."""
    found = [one for one in variants if side and side_of(one[0])[:2] == side]
    written = [one for one in found if (segment := one[1].first("seg")) and segment.text.strip()]
    return next(iter(written or found), None)


def _segment(variant: Element, record: Record) -> Inline:
    segment = variant.first("seg")
    return inline_of(segment, record) if segment else ()
