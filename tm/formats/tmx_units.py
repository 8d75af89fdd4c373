"""The Chinese–English units of a TMX file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from termbase.language.tags import side_of
from tm.formats.tmx_chunks import chunks
from tm.formats.tmx_entries import Entry, Reading, Variant, entries
from tm.formats.tmx_facts import HISTORY, facts_of
from tm.formats.tmx_plain import UNIT_END, pieces, plain_units
from tm.model import Unit

__all__ = ["languages_of", "read", "units_of"]


def read(path: Path) -> Iterator[Unit]:
    """The Chinese–English units of a TMX file, as a stream; units of other languages are passed over.

    Languages are told by their first part, in any case and with - or _. Where a unit has several segments of a
    language there is a unit for each pair, except that a simplified Chinese segment excludes traditional ones. A unit
    without text in one of the two languages is passed over. Inline codes are left out of the texts, and kept beside
    them.
    Raises FormatError, with the line, when reading comes to a broken place: store the units in one transaction.
    """
    reading = Reading(path)
    for text, plain in pieces(chunks(path)):
        if plain:
            yield from _plainly(reading, text)
        else:
            yield from units_of(reading.entries(text))
    reading.end()


def languages_of(path: Path) -> dict[str, int]:
    """The language tags in a TMX file and how many segments each has, as they are written, most first."""
    counted = Counter(variant.language or "(none)" for entry in entries(path) for variant in entry.variants)
    return dict(counted.most_common())


def _plainly(reading: Reading, text: str) -> Iterator[Unit]:
    """The units of a piece: what is plain by the expression, the rest, unit by unit, by the parser."""
    start = 0
    while start < len(text):
        found = list(plain_units(text, start))
        end = found[-1][0] if found else start
        if end > start:
            reading.check(text[start:end])
            yield from (unit for _, unit in found if unit)
        start = end
        while start < len(text) and (start == end or not reading.between_units):
            behind = text.find(UNIT_END, start)
            behind = behind + len(UNIT_END) if behind >= 0 else len(text)
            yield from units_of(reading.entries(text[start:behind]))
            start = behind


def units_of(found: Iterable[Entry]) -> Iterator[Unit]:
    """The units of entries."""
    for entry in found:
        yield from _pairs(entry)


def _pairs(entry: Entry) -> Iterator[Unit]:
    sides: dict[str, list[Variant]] = {"zh-Hans": [], "zh-Hant": [], "en": [], "": []}
    for variant in entry.variants:
        if variant.text and not variant.text.isspace():
            sides[side_of(variant.language)].append(variant)
    chinese, english = sides["zh-Hans"] or sides["zh-Hant"], sides["en"]
    if not (chinese and english):
        return
    facts = facts_of(entry.properties, entry.notes)
    seen = set()
    for zh, en in product(chinese, english):
        if (zh.text, en.text, zh.markup, en.markup) not in seen:
            seen.add((zh.text, en.text, zh.markup, en.markup))
            created, created_by, changed, changed_by = (
                entry.attributes.get(name) or _latest(name, zh, en) for name in HISTORY
            )
            yield Unit(
                zh.text,
                en.text,
                *facts,
                zh.language,
                en.language,
                created,
                created_by,
                changed,
                changed_by,
                zh.markup,
                en.markup,
            )


def _latest(name: str, zh: Variant, en: Variant) -> str:
    """What the segments say where the unit says nothing: the English one first, mostly the translation."""
    return en.attributes.get(name) or zh.attributes.get(name, "")
