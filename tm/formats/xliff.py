"""XLIFF 1.0 to 2.1, with SDLXLIFF and MQXLIFF: the segments, and the translated ones as units of a memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tm.formats.inline import text_of
from tm.formats.languages import pair_of
from tm.formats.place import segment_of
from tm.formats.tmx_codes import markups_of
from tm.formats.xliff_facts import is_own
from tm.formats.xliff_own import with_facts
from tm.formats.xliff_units import Place, places
from tm.model import Segment, Unit

__all__ = ["read", "segments"]


def read(path: Path) -> Iterator[Unit]:
    """The translated Chinese–English segments, as a stream; their inline codes become those of TMX.

    Raises FormatError, with the line, when reading comes to a broken place: store the units in one transaction.
    """
    for place in places(path):
        source, target = text_of(place.source), text_of(place.target)
        languages = pair_of(source, target, (place.source_language, place.target_language))
        if languages and source.strip() and target.strip():
            yield _unit(place, path, chinese_source=not languages[0].lower().startswith("en"))


def segments(path: Path) -> Iterator[Segment]:
    """The segments for translation, in languages of any kind; raises FormatError as `read` does."""
    for number, place in enumerate(places(path), start=1):
        yield segment_of(place, path, number)


def _unit(place: Place, path: Path, *, chinese_source: bool) -> Unit:
    order = 1 if chinese_source else -1
    zh, en = (text_of(place.source), text_of(place.target))[::order]
    zh_language, en_language = (place.source_language, place.target_language)[::order]
    zh_markup, en_markup = markups_of(place.source, place.target)[::order]
    named = "#".join(filter(None, (place.document, place.id)))
    properties = tuple((name, text) for name, text in (("id", named), ("note", place.note)) if text)
    unit = Unit(
        zh,
        en,
        path.name,
        properties=properties,
        zh_language=zh_language,
        en_language=en_language,
        zh_markup=zh_markup,
        en_markup=en_markup,
    )
    return with_facts(unit, place, order) if is_own(place.record) else unit
