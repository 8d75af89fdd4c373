"""UTX 1.20, the glossary format of AAMT: a header, then a pair of terms a line, separated by tabs.

The term status of UTX says what a pair is worth: approved, provisional (proposed here), non-standard (outdated here),
forbidden, rejected. Lines end with CR LF, as the standard and the readers of it want.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from termbase.errors import FormatError, unreadable
from termbase.formats.grouping import concepts_of
from termbase.formats.records import Record, fitted
from termbase.formats.rows import Row
from termbase.formats.spreading import rows_of
from termbase.language.encodings import decode
from termbase.language.tags import side_of
from termbase.model import Concept, ConceptType, Status, Usage

__all__ = ["describe", "read", "write"]

_COLUMNS = ("src", "tgt", "src:pos", "term status", "concept id", "src:pinyin", "comment")
_NAMES = frozenset({ConceptType.PERSON, ConceptType.PLACE, ConceptType.ORGANIZATION, ConceptType.COMPANY})
_STATUSES: dict[str, tuple[Usage | None, Status]] = {
    "": (None, Status.APPROVED),
    "-": (None, Status.APPROVED),
    "approved": (None, Status.APPROVED),
    "provisional": (None, Status.PROPOSED),
    "non-standard": (Usage.SUPERSEDED, Status.APPROVED),
    "forbidden": (Usage.FORBIDDEN, Status.APPROVED),
    "rejected": (None, Status.REJECTED),
}


def write(concepts: Iterable[Concept], *, created: date | None = None) -> Iterator[str]:
    r"""The lines of a glossary for translating from Chinese into English, to be written as UTF-8 without a BOM.

    Entries that have only one side are left out. Without `created` the header has the day of writing (UTC).

    >>> from termbase.model import Language, Term
    >>> terms = (Term(Language.ZH_HANS, "义乌", pinyin="Yìwū"), Term(Language.EN, "Yiwu"))
    >>> list(write([Concept(ConceptType.PLACE, terms)], created=date(2024, 5, 6)))[0]
    '#UTX 1.20; zh-CN/en-US; 2024-05-06; creator: zhterm\r\n'
    """
    day = created or datetime.now(UTC).date()
    yield f"#UTX 1.20; zh-CN/en-US; {day.isoformat()}; creator: zhterm\r\n"
    yield "#" + "\t".join(_COLUMNS) + "\r\n"
    for number, concept in enumerate(concepts, start=1):
        kind = "properNoun" if concept.type in _NAMES else "noun"
        note = concept.note
        for cells in sorted(rows_of(concept, str(concept.id or number)), key=_rank):
            if cells.get("zh") and cells.get("en"):
                status = _status(cells)
                row = (cells["zh"], cells["en"], kind, status, cells["concept"], cells.get("pinyin", ""), note)
                yield _line(row)
                note = ""  # once is enough for readers that show all pairs of an entry


def read(path: Path) -> Iterator[Concept]:
    """The concepts of a glossary between Chinese and English, in either direction.

    The whole file is understood before the first concept is handed out. Raises InputError for a file that cannot be
    read and FormatError, with the line, for one that breaks the format.
    """
    columns, lines = _table(path)
    rows = [_row(columns, line, cells, path) for line, cells in lines]
    return iter(list(concepts_of(rows, path=path)))


def describe(path: Path) -> Iterator[str]:
    """The columns of a glossary and how many pairs it has."""
    columns, lines = _table(path)
    yield f"{len(lines)} pairs; columns: {', '.join(columns)}"


def _rank(cells: dict[str, str]) -> bool:
    """Preferred pairs first: UTX knows no other mark for them."""
    return cells["usage"] != Usage.PREFERRED


def _status(cells: dict[str, str]) -> str:
    if cells["usage"] == Usage.FORBIDDEN:
        return "forbidden"
    if cells["usage"] == Usage.SUPERSEDED:
        return "non-standard"
    return {"proposed": "provisional", "rejected": "rejected"}.get(cells["status"], "approved")


def _line(cells: Iterable[str]) -> str:
    """A space keeps a line that begins with # from being read as a comment."""
    text = "\t".join(re.sub(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+", " ", cell) for cell in cells)
    return f"{' ' if text.startswith('#') else ''}{text}\r\n"


def _table(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The names of the columns, as those of a glossary from Chinese (`src`), and the cells of each line."""
    try:
        lines = decode(path.read_bytes(), path).replace("\r\n", "\n").split("\n")
    except OSError as error:
        raise unreadable(error, path) from error
    count = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    header = lines[:count]
    if not header or not header[0].upper().startswith("#UTX"):
        raise FormatError("the first line is no header of UTX", path=path, line=1, remedy="begin it with #UTX 1.20")
    columns = header[-1].lstrip("#").lower().split("\t")
    if not {"src", "tgt"} <= set(columns):
        raise FormatError(
            "the last line of the header names no columns src and tgt", path=path, line=count, remedy="name them"
        )
    if _from_english(header[0], path):
        other = {"src": "tgt", "tgt": "src"}
        columns = [":".join([other.get(name, name), *rest]) for name, *rest in (one.split(":") for one in columns)]
    body = enumerate(lines[count:], start=count + 1)
    return columns, [(line, text.split("\t")) for line, text in body if text.strip() and not text.startswith("#")]


def _from_english(header: str, path: Path) -> bool:
    """Whether the first language is English; raises FormatError unless the two are Chinese and English."""
    languages = next((part for part in header.split(";")[1:] if "/" in part), "")
    sides = [side_of(tag.strip()) for tag in languages.split("/")]
    if len(sides) != 2 or "" in sides or (sides[0] == "en") is (sides[1] == "en"):
        raise FormatError(
            f"the languages are {languages.strip() or 'not told'}",
            path=path,
            line=1,
            remedy="the first line must say zh-CN/en-US or en-US/zh-CN",
        )
    return sides[0] == "en"


def _row(columns: list[str], line: int, cells: list[str], path: Path) -> Row:
    texts = fitted(Record(line, tuple(cells)), len(columns), path=path)
    found = {name: cell.strip() for name, cell in zip(columns, texts, strict=True)}
    if not found["src"] or not found.get("tgt"):
        raise FormatError("the row has no pair of terms", path=path, line=line, remedy="fill in both sides")
    status = found.get("term status", "").lower()
    if status not in _STATUSES:
        known = ", ".join(name for name in _STATUSES if name.isalpha() or "n" in name)
        raise FormatError(f"there is no term status {status!r}", path=path, line=line, remedy=f"use {known}")
    usage, state = _STATUSES[status]
    return Row(
        line,
        found["src"],
        found["tgt"],
        concept=found.get("concept id", ""),
        pinyin=found.get("src:pinyin", ""),
        usage=usage,
        status=state,
        note=found.get("comment", ""),
    )
