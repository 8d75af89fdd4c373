"""TMX 1.4: translation memories as every CAT tool exchanges them.

Written to the letter of the TMX 1.4 DTD, since OmegaT validates and refuses a whole file for less: `version="1.4"`,
all header attributes, `prop` before `tuv`, `xml:lang` with real regions, no character that XML cannot hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import product
from pathlib import Path

from termbase.errors import InputError
from termbase.language.tags import side_of
from tm.formats.tmx_entries import Entry, Variant, entries
from tm.model import Unit

__all__ = ["Header", "languages_of", "read", "write"]

# Not Char of XML 1.0 (section 2.2): controls but tab, LF and CR; surrogates; U+FFFE and U+FFFF.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PREFIX = "x-"
_HISTORY = ("creationdate", "creationid", "changedate", "changeid")


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a TMX file says about the file."""

    tool: str = "zhterm"
    tool_version: str = ""
    """Empty for the version that is installed."""
    segmentation: str = "sentence"
    """block, paragraph, sentence or phrase."""
    memory_format: str = "zhterm"
    """`o-tmf`: the format the units were kept in."""
    admin_language: str = "en-US"
    data_type: str = "plaintext"
    creator: str = ""


def write(
    units: Iterable[Unit],
    *,
    source: str = "zh-CN",
    target: str = "en-US",
    header: Header = Header(),
    created: datetime | None = None,
) -> Iterator[str]:
    """The text of a TMX file, piece by piece, to be written as UTF-8 without a BOM.

    `source` and `target` are the tags of the two languages, one of them Chinese; Trados imports nothing, without an
    error, unless they are its memory's pair. With `created` (UTC unless it says otherwise) the same units always give
    the same text; without it the file carries the time of writing. Characters that XML cannot hold are left out.
    Raises InputError when not exactly one of the two languages is Chinese.

    >>> print(*list(write([Unit("双循环", "dual circulation")]))[1:], sep="", end="")
    <tu>
    <tuv xml:lang="zh-CN"><seg>双循环</seg></tuv>
    <tuv xml:lang="en-US"><seg>dual circulation</seg></tuv>
    </tu>
    </body>
    </tmx>
    """
    chinese_first = side_of(source) != "en"
    if "" in (side_of(source), side_of(target)) or chinese_first is (side_of(target) != "en"):
        raise InputError(
            f"{source} and {target} are not Chinese and English", remedy="write for instance zh-CN and en-US"
        )
    return _written(units, source, target, header, created, chinese_first=chinese_first)


def _written(
    units: Iterable[Unit], source: str, target: str, header: Header, created: datetime | None, *, chinese_first: bool
) -> Iterator[str]:
    yield _head(source, header, created or datetime.now(UTC))
    tags = (source, target) if chinese_first else (target, source)
    for unit in units:
        zh = _variant(unit.zh_language or tags[0], unit.zh_markup or _text(unit.zh))
        en = _variant(unit.en_language or tags[1], unit.en_markup or _text(unit.en))
        first, second = (zh, en) if chinese_first else (en, zh)
        plain = not (unit.properties or unit.document) and unit.confidence == 1
        properties = "" if plain else "".join(_properties(unit))
        dates = _dates(unit) if unit.created or unit.changed or unit.created_by or unit.changed_by else ""
        yield f"<tu{dates}>\n{properties}{first}{second}</tu>\n"
    yield "</body>\n</tmx>\n"


def _variant(language: str, content: str) -> str:
    return f"{_opening(language)}{content}</seg></tuv>\n"


@lru_cache(maxsize=64)
def _opening(language: str) -> str:
    return f'<tuv xml:lang="{_attribute(language)}"><seg>'


def _dates(unit: Unit) -> str:
    """When and by whom the unit was made and changed, as attributes."""
    values = (unit.created, unit.created_by, unit.changed, unit.changed_by)
    return "".join(f' {name}="{_attribute(value)}"' for name, value in zip(_HISTORY, values, strict=True) if value)


def read(path: Path) -> Iterator[Unit]:
    """The Chinese–English units of a TMX file, as a stream; units of other languages are passed over.

    Languages are told by their first part, in any case and with - or _. Where a unit has several segments of a
    language there is a unit for each pair, except that a simplified Chinese segment excludes traditional ones. A unit
    without text in one of the two languages is passed over. Inline codes are left out of the texts, and kept beside
    them.
    Raises FormatError, with the line, when reading comes to a broken place: store the units in one transaction.
    """
    for entry in entries(path):
        yield from _units(entry)


def languages_of(path: Path) -> dict[str, int]:
    """The language tags in a TMX file and how many segments each has, as they are written, most first."""
    counted = Counter(variant.language or "(none)" for entry in entries(path) for variant in entry.variants)
    return dict(counted.most_common())


def _units(entry: Entry) -> Iterator[Unit]:
    sides: dict[str, list[Variant]] = {"zh-Hans": [], "zh-Hant": [], "en": [], "": []}
    for variant in entry.variants:
        if variant.text and not variant.text.isspace():
            sides[side_of(variant.language)].append(variant)
    chinese, english = sides["zh-Hans"] or sides["zh-Hant"], sides["en"]
    if not (chinese and english):
        return
    properties = [(name.removeprefix(_PREFIX), text) for name, text in entry.properties]
    document = _taken(properties, "document") or ""
    confidence = _confidence(properties)
    properties += [("note", text) for text in entry.notes]
    kept = tuple(properties)
    seen = set()
    for zh, en in product(chinese, english):
        if (zh.text, en.text, zh.markup, en.markup) in seen:
            continue
        seen.add((zh.text, en.text, zh.markup, en.markup))
        created, created_by, changed, changed_by = (
            entry.attributes.get(name) or _latest(name, zh, en) for name in _HISTORY
        )
        yield Unit(
            zh.text,
            en.text,
            document,
            confidence,
            kept,
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


def _taken(properties: list[tuple[str, str]], name: str) -> str | None:
    """The first property of that name, which is then no free property any more."""
    for place, (key, text) in enumerate(properties):
        if key == name:
            del properties[place]
            return text
    return None


def _confidence(properties: list[tuple[str, str]]) -> float:
    """The confidence of the alignment; what is no number from 0 to 1 stays a free property of another tool."""
    for place, (key, text) in enumerate(properties):
        if key == "confidence" and re.fullmatch(r"0(\.\d+)?|1(\.0+)?", text):
            del properties[place]
            return float(text)
    return 1.0


def _head(source: str, header: Header, created: datetime) -> str:
    moment = created if created.tzinfo else created.replace(tzinfo=UTC)
    attributes = {
        "creationtool": header.tool,
        "creationtoolversion": header.tool_version or _installed_version(),
        "segtype": header.segmentation,
        "o-tmf": header.memory_format,
        "adminlang": header.admin_language,
        "srclang": source,
        "datatype": header.data_type,
        "creationdate": moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ"),
    }
    if header.creator:
        attributes["creationid"] = header.creator
    written = " ".join(f'{name}="{_attribute(value)}"' for name, value in attributes.items())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header {written}/>\n<body>\n'


def _installed_version() -> str:
    from importlib.metadata import version

    return version("zhterm")


def _properties(unit: Unit) -> Iterator[str]:
    if unit.document:
        yield _property("document", unit.document)
    if unit.confidence != 1:
        yield _property("confidence", f"{unit.confidence:.4f}")
    for name, text in unit.properties:
        yield f"<note>{_text(text)}</note>\n" if name == "note" else _property(name, text)


@lru_cache(maxsize=4096)
def _property(name: str, text: str) -> str:
    return f'<prop type="{_attribute(name if name.startswith(_PREFIX) else _PREFIX + name)}">{_text(text)}</prop>\n'


def _text(text: str) -> str:
    r"""A text as the content of an element; a carriage return is written so that no parser makes a line feed of it.

    >>> _text("R&D投入 < 3%\x07\r\n")
    'R&amp;D投入 &lt; 3%&#13;\n'
    """
    # One call tells that nothing unprintable, hence nothing illegal, is in most texts.
    if not text.isprintable():
        text = _ILLEGAL.sub("", text)
        if "\r" in text:
            return _escaped(text).replace("\r", "&#13;")
    return _escaped(text)


def _escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def _attribute(text: str) -> str:
    """A text as the value of an attribute."""
    return _text(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")
