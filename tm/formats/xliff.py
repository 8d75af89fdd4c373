"""XLIFF 1.0 to 2.1, with SDLXLIFF and MQXLIFF: the segments, and the translated ones as units of a memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tm.formats.inline import codes_of, text_of
from tm.formats.languages import pair_of
from tm.formats.tmx_codes import markups_of
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
        yield Segment(
            text_of(place.source),
            text_of(place.target),
            path.as_posix(),
            number,
            place.id,
            place.source_language,
            place.target_language,
            tuple(code.xml for code in codes_of(place.source)),
            tuple(code.xml for code in codes_of(place.target)),
            place.note,
            place.state,
            place.source_element.line,
        )


def _unit(place: Place, path: Path, *, chinese_source: bool) -> Unit:
    named = "#".join(filter(None, (place.document, place.id)))
    properties = tuple((name, text) for name, text in (("id", named), ("note", place.note)) if text)
    texts = text_of(place.source), text_of(place.target)
    languages = place.source_language, place.target_language
    order = 1 if chinese_source else -1
    zh, en = texts[::order]
    zh_language, en_language = languages[::order]
    zh_markup, en_markup = markups_of(place.source, place.target)[::order]
    return Unit(
        zh,
        en,
        path.name,
        properties=properties,
        zh_language=zh_language,
        en_language=en_language,
        zh_markup=zh_markup,
        en_markup=en_markup,
    )
