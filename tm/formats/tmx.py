"""TMX 1.4: translation memories as every CAT tool exchanges them.

Written to the letter of the TMX 1.4 DTD, since OmegaT validates and refuses a whole file for less: `version="1.4"`,
all header attributes, `prop` before `tuv`, `xml:lang` with real regions, no character that XML cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import chain

from termbase.formats.xml_text import attribute, content
from tm.formats.languages import is_from_chinese
from tm.formats.tmx_facts import HISTORY, PREFIX
from tm.formats.tmx_units import languages_of, read
from tm.model import Unit

__all__ = ["Header", "languages_of", "read", "write"]


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
    encoding: str = "UTF-8",
    known: frozenset[str] = frozenset(),
) -> Iterator[str]:
    """The text of a TMX file, piece by piece, to be written as UTF-8 without a BOM, or in the `encoding` it names.

    `source` and `target` are the tags of the two languages, one of them Chinese; Trados imports nothing, without an
    error, unless they are its memory's pair. Properties in `known` are written without x- before their names.
    With `created` (UTC unless it says otherwise) the same units always give
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
    chinese_first = is_from_chinese(source, target)
    head = _head(source, header, created or datetime.now(UTC), encoding)
    return chain((head,), _body(units, (source, target), known, chinese_first=chinese_first))


def _body(
    units: Iterable[Unit], pair: tuple[str, str], known: frozenset[str], *, chinese_first: bool
) -> Iterator[str]:
    tags = pair if chinese_first else pair[::-1]
    for unit in units:
        zh = f"{_opening(unit.zh_language or tags[0])}{unit.zh_markup or content(unit.zh)}</seg></tuv>\n"
        en = f"{_opening(unit.en_language or tags[1])}{unit.en_markup or content(unit.en)}</seg></tuv>\n"
        first, second = (zh, en) if chinese_first else (en, zh)
        dates = _dates(unit.created, unit.created_by, unit.changed, unit.changed_by)
        properties = _properties(unit.document, unit.confidence, unit.properties, known)
        yield f"<tu{dates}>\n{properties}{first}{second}</tu>\n"
    yield "</body>\n</tmx>\n"


@lru_cache(maxsize=64)
def _opening(language: str) -> str:
    return f"<tuv xml:lang={attribute(language)}><seg>"


# those of the units around it are mostly the same
@lru_cache(maxsize=256)
def _dates(*history: str) -> str:
    """When and by whom the unit was made and changed, as attributes."""
    return "".join(f" {name}={attribute(value)}" for name, value in zip(HISTORY, history, strict=True) if value)


def _head(source: str, header: Header, created: datetime, encoding: str) -> str:
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
    written = " ".join(f"{name}={attribute(value)}" for name, value in attributes.items())
    return f'<?xml version="1.0" encoding="{encoding}"?>\n<tmx version="1.4">\n<header {written}/>\n<body>\n'


def _installed_version() -> str:
    from importlib.metadata import version

    return version("zhterm")


@lru_cache(maxsize=256)
def _properties(
    document: str, confidence: float, properties: tuple[tuple[str, str], ...], known: frozenset[str]
) -> str:
    told = [_property("document", document)] if document else []
    if confidence != 1:
        told.append(_property("confidence", f"{confidence:.4f}"))
    told += [
        f"<note>{content(text)}</note>\n" if name == "note" else _property(name, text, known=name in known)
        for name, text in properties
    ]
    return "".join(told)


@lru_cache(maxsize=4096)
def _property(name: str, text: str, *, known: bool = False) -> str:
    named = name if known or name.startswith(PREFIX) else PREFIX + name
    return f"<prop type={attribute(named)}>{content(text)}</prop>\n"
