"""TMX files filled: units that lack a segment get one, with properties that say what it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tm.formats.patching import Patch, opened, patched, with_attributes
from tm.formats.tmx_segments import Place, places
from tm.pretranslate.filling import Filling, Slot
from tm.pretranslate.placing import written
from tm.pretranslate.proposal import Proposal

__all__ = ["filled"]


def filled(path: Path, filling: Filling) -> Iterator[bytes]:
    """The file with its units filled; raises FormatError for a broken one."""
    return patched(path, _patches(path, filling))


def _patches(path: Path, filling: Filling) -> Iterator[Patch]:
    for slot, proposal in filling.answers(_slots(path)):
        if proposal:
            yield from sorted(_of_unit(slot.place, proposal), key=lambda patch: patch.start)


def _slots(path: Path) -> Iterator[Slot[Place]]:
    for number, place in enumerate(places(path, exact=True), start=1):
        languages = place.source_language, place.target_language
        yield Slot(place, number, place.id, place.source, place.target, languages)


def _of_unit(place: Place, proposal: Proposal) -> Iterator[Patch]:
    unit = place.record.element
    first = unit.first("tuv")
    assert first, "the source stands in one"
    yield Patch(first.start, first.start, _properties(place, proposal))
    segment = f"<seg>{written(proposal.inline)}</seg>"
    variant = place.target_variant
    if variant is None:
        name = "xml:lang" if "xml:lang" in place.source_variant.attributes else "lang"
        tag = with_attributes("<tuv>", {name: place.target_language})
        end = place.source_variant.end
        yield Patch(end, end, f"{place.record.indent(place.record.element)}{tag}{segment}</tuv>")
    elif (present := variant.first("seg")) is not None:
        yield Patch(present.start, present.end, segment)
    else:
        _, tag = opened(place.record.raw(variant.start, variant.inner))
        yield Patch(variant.start, variant.end, f"{tag}{segment}</tuv>")


def _properties(place: Place, proposal: Proposal) -> str:
    """Properties stand before the segments: OmegaT refuses a file in which they do not."""
    told = {"x-match": proposal.qualifier, "x-score": f"{proposal.percent}%", "x-origin": proposal.origin}
    behind = place.record.indent(place.record.element)
    return "".join(
        f"{with_attributes('<prop>', {'type': name})}{written([value])}</prop>{behind}"
        for name, value in told.items()
        if value
    )
