"""The cells of one row of a glossary table, and the values they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from termbase.errors import FormatError
from termbase.formats.headings import COLUMNS, TRADITIONAL
from termbase.model import ConceptType, Kind, Source, Status, Tier, Usage

__all__ = ["Row", "row_of"]

Value = TypeVar("Value", bound=StrEnum)

_ONE_LINE = frozenset({*COLUMNS, TRADITIONAL}) - {"definition", "note", "items"}
_YES = frozenset({"yes", "y", "true", "x", "1", "forbidden", "是", "禁用"})
_NO = frozenset({"", "no", "n", "false", "0", "否"})
# Unicode category Cc, but for tab and line feed
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a glossary table, its values known; None where the cell is empty."""

    line: int
    zh: str
    en: str
    zh_hant: str = ""
    """The traditional form, of a table that has a column for it beside that of the simplified one."""
    concept: str = ""
    pinyin: str = ""
    type: ConceptType | None = None
    usage: Usage | None = None
    """Of the English term; of the Chinese one in a row without English. The same holds for `kind`."""
    kind: Kind | None = None
    status: Status = Status.APPROVED
    """A row is a person's decision unless it says otherwise."""
    subject: str = ""
    definition: str = ""
    note: str = ""
    items: str = ""
    source: Source | None = None


def row_of(cells: Mapping[str, str], line: int, *, path: Path | str | None = None) -> Row:
    """The values of one row, by column; raises FormatError, with the values there are, for a value that is none.

    >>> row_of({"zh": "义乌", "en": "Yiwu", "type": "Place"}, 2).type
    <ConceptType.PLACE: 'place'>
    >>> row_of({"zh": "义乌", "en": "Yiwu", "usage": "best"}, 2)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    termbase.errors.FormatError: there is no usage 'best'; use preferred, admitted, superseded, forbidden, or ...
    """
    clean = {column: _clean(column, text, line, path) for column, text in cells.items()}
    if not any(clean.get(side) for side in ("zh", TRADITIONAL, "en")):
        raise FormatError(
            "the row has neither Chinese nor English", path=path, line=line, remedy="fill in one of them"
        )
    return Row(
        line,
        usage=_usage(clean, line, path),
        type=_member(ConceptType, "type", clean, line, path),
        kind=_member(Kind, "kind", clean, line, path),
        status=_member(Status, "status", clean, line, path) or Status.APPROVED,
        source=_source(clean, _member(Tier, "tier", clean, line, path)),
        zh=clean.get("zh", ""),
        en=clean.get("en", ""),
        zh_hant=clean.get(TRADITIONAL, ""),
        **{name: clean.get(name, "") for name in ("concept", "pinyin", "subject", "definition", "note", "items")},
    )


def _clean(column: str, text: str, line: int, path: Path | str | None) -> str:
    """A cell without space around it; only definitions, notes and items may have several lines."""
    if column in _ONE_LINE:
        text = re.sub(r"[\t\n\r]+", " ", text)
    if control := _CONTROL.search(text):
        raise FormatError(
            f"there is a control character U+{ord(control[0]):04X} in the column {column}",
            path=path,
            line=line,
            remedy="delete it",
        )
    return text.strip()


def _member(
    values: type[Value], column: str, cells: Mapping[str, str], line: int, path: Path | str | None
) -> Value | None:
    text = cells.get(column, "")
    name = " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
    if not name:
        return None
    if name not in list(values):
        allowed = ", ".join(values)
        raise FormatError(
            f"there is no {column} {text!r}",
            path=path,
            line=line,
            remedy=f"use {allowed}, or name the column otherwise",
        )
    return values(name)


def _usage(cells: Mapping[str, str], line: int, path: Path | str | None) -> Usage | None:
    """The usage, which some tables tell by a column that says yes for a forbidden term."""
    answer = cells.get("forbidden", "").casefold()
    if answer in _YES:
        return Usage.FORBIDDEN
    if answer not in _NO:
        raise FormatError(
            f"a term is forbidden or not, and not {answer!r}", path=path, line=line, remedy="write yes, no or nothing"
        )
    return _member(Usage, "usage", cells, line, path)


def _source(cells: Mapping[str, str], tier: Tier | None) -> Source | None:
    """The source that a row names as `Issuer: Title` or `Issuer`."""
    name, url, date = cells.get("source", ""), cells.get("url", ""), cells.get("date", "")
    if not (name or url or date or tier):
        return None
    issuer, _, title = f" {name}".partition(": ")
    return Source(issuer.strip(), title.strip(), url, date, tier or Tier.FOUND)
