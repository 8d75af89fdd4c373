"""What a memory holds and a bilingual file says: units, links, segments. Values only, no library."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Link", "Segment", "Unit"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment and its translation."""

    zh: str
    en: str
    document: str = ""
    """The article or glossary the unit comes from."""
    confidence: float = 1.0
    """Of the alignment, from 0 to 1; 1 when a person or a termbase paired the two."""
    properties: tuple[tuple[str, str], ...] = ()
    """Free (name, value) pairs; written as TMX `prop` with the prefix `x-`."""
    zh_language: str = ""
    """The tag as the unit came with it, such as zh-TW; empty where nobody said."""
    en_language: str = ""
    created: str = ""
    """When, as TMX writes it: YYYYMMDDThhmmssZ; empty where unknown."""
    created_by: str = ""
    changed: str = ""
    changed_by: str = ""
    zh_markup: str = ""
    """The segment with its inline codes, as the XML inside TMX `seg`; empty where it has none."""
    en_markup: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of an alignment: sentence numbers of both texts; either side may be empty, not both."""

    zh_index: tuple[int, ...]
    en_index: tuple[int, ...]
    score: float
    """Confidence from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment of a bilingual file in the direction of the file, translated or not."""

    source: str
    """Plain text, without inline codes; empty in a text that comes without its source."""
    target: str
    """Empty where nothing is translated yet."""
    file: str
    number: int
    """Place in its file, from 1."""
    id: str = ""
    """What the file itself calls the segment."""
    source_language: str = ""
    """The tag as the file has it, such as zh-CN; empty where it has none."""
    target_language: str = ""
    source_codes: tuple[str, ...] = ()
    """The inline codes in their order, as the file writes them."""
    target_codes: tuple[str, ...] = ()
    note: str = ""
    """What the file tells the translator; several notes on lines of their own."""
    state: str = ""
    """How far the translation is, as the file says it: needs-translation, Draft, fuzzy; empty where it is silent."""
    line: int = 0
    """Where the segment begins, from 1; 0 where the format has no lines."""
