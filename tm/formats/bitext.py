"""Pairs from the bilingual files that translate-toolkit reads (XLIFF, PO), and from tab-separated lines.

Which side is Chinese is told by the language tags of the file; where there are none, by the text of each pair. Pairs
that are not Chinese and English, or have an empty side, are passed over.
"""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from itertools import chain, islice, product
from pathlib import Path
from typing import Any

from termbase.errors import FormatError, InputError
from termbase.formats.headings import Headings, recognise
from termbase.language.encodings import decode
from termbase.language.script import is_chinese
from tm.formats.languages import side_of
from tm.model import Unit

__all__ = ["read_po", "read_tsv", "read_xliff"]

# Lines by which it is told which column is Chinese
_SAMPLE = 1_000
# Bytes looked through at a time
_CHUNK = 1 << 20


def read_xliff(path: Path) -> Iterator[Unit]:
    """The translated segments of an XLIFF 1.x or 2.x file; inline codes as translate-toolkit renders them.

    Raises FormatError, with the line where it is known, for a broken file.
    """
    from translate.storage.xliff import xlifffile  # noqa: TID251 - its home
    from translate.storage.xliff2 import Xliff2File  # noqa: TID251 - its home

    data = _bytes(path)
    try:
        store = _parsed(xlifffile, data, path)
    except FormatError as first:
        # The reader of version 1 refuses version 2, and the other way round.
        if first.line is not None:
            raise
        store = _parsed(Xliff2File, data, path)
    tags = (store.getsourcelanguage() or "", store.gettargetlanguage() or "")
    for one in store.units:
        if one.istranslatable():
            yield from _units(one, tags, path, (("id", _id(one)), ("note", one.getnotes() or "")))


def _id(one: Any) -> str:
    """The id of a unit; translate-toolkit puts U+0004 between the file's name and the id."""
    return (one.getid() or "").replace("\x04", "#")


def read_po(path: Path) -> Iterator[Unit]:
    """The finished entries of a PO file: no fuzzy, obsolete or untranslated ones; each plural form makes a pair.

    Raises FormatError for a broken file.
    """
    from translate.storage.pypo import pofile  # noqa: TID251 - its home

    store = _parsed(pofile, _bytes(path), path)
    tags = ("", store.gettargetlanguage() or "")
    for one in store.units:
        if not (one.isheader() or one.isobsolete() or one.isfuzzy()):
            yield from _units(one, tags, path, (("context", one.getcontext()), ("note", one.getnotes())))


def read_tsv(path: Path) -> Iterator[Unit]:
    """The pairs of a tab-separated file of two columns, or of any columns of which a heading row names two.

    Without a heading row the column with more Chinese in the first thousand lines is the Chinese one. Quotation marks
    are text. Raises FormatError, with the line, when reading comes to a row with another number of columns.
    """
    rows = _rows(path)
    sample = list(islice(rows, _SAMPLE))
    if not sample:
        return
    headings = recognise(sample[0][1])
    named = not headings.missing
    width = len(sample[0][1]) if named else 2
    zh, en, start = _columns(headings if named else None, [cells for _, cells in sample if len(cells) == width])
    for number, cells in chain(sample, rows):
        if len(cells) != width:
            raise FormatError(
                f"the row has {len(cells)} columns and not {width}",
                path=path,
                line=number,
                remedy="write Chinese, a tab and English, or name the columns in the first row",
            )
        if start:
            start = 0
        elif cells[zh].strip() and cells[en].strip():
            yield Unit(cells[zh].strip(), cells[en].strip(), path.name)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line that is not empty, with its number."""
    for number, line in enumerate(_lines(path), start=1):
        if line.strip():
            yield number, line.removesuffix("\n").removesuffix("\r").split("\t")


def _lines(path: Path) -> Iterator[str]:
    """The lines of a text file: one by one where it is UTF-8; only another encoding is found by reading all of it."""
    if not _is_utf8(path):
        yield from decode(_bytes(path), path).split("\n")
        return
    with path.open("rb") as file:
        # refuses what is no text, though its bytes may be UTF-8
        decode(file.read(_CHUNK).rpartition(b"\n")[0], path)
    with path.open(encoding="utf-8-sig", newline="\n") as text:
        yield from text


def _is_utf8(path: Path) -> bool:
    decoder = getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while data := file.read(_CHUNK):
                if b"\0" in data:
                    return False
                decoder.decode(data)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    except OSError as error:
        raise InputError(f"the file cannot be read ({error.strerror})", path=path) from error
    return True


def _columns(headings: Headings | None, rows: list[list[str]]) -> tuple[int, int, int]:
    """The places of the Chinese and the English column, and the row with which the pairs begin."""
    start = 0 if headings is None else 1
    if headings is not None and "zh" in headings.columns:
        return headings.columns.index("zh"), headings.columns.index("en"), start
    first, second = (0, 1) if headings is None else (headings.columns.index(side) for side in ("term", "translation"))
    chinese = [sum(is_chinese(cells[place]) for cells in rows[start:]) for place in (first, second)]
    return (first, second, start) if chinese[0] >= chinese[1] else (second, first, start)


def _units(one: Any, tags: tuple[str, str], path: Path, properties: Iterable[tuple[str, str]]) -> Iterator[Unit]:
    """The pairs of one unit of translate-toolkit, plural forms each with each."""
    kept = tuple((name, text) for name, text in properties if text)
    for source, target in dict.fromkeys(product(_forms(one.source), _forms(one.target))):
        zh_first = _chinese_first(source, target, tags)
        if zh_first is not None:
            yield Unit(*((source, target) if zh_first else (target, source)), path.name, properties=kept)


def _forms(text: Any) -> list[str]:
    """The plural forms of a text, mostly one, without the empty ones."""
    return [str(form) for form in getattr(text, "strings", [text]) if form and not form.isspace()]


def _chinese_first(source: str, target: str, tags: tuple[str, str]) -> bool | None:
    """Whether the source is the Chinese side; None when the pair is not Chinese and English.

    >>> _chinese_first("2023", "2023", ("zh-CN", "en")), _chinese_first("Yiwu", "义乌", ("", ""))
    (True, False)
    >>> _chinese_first("Yiwu", "Yiwu", ("", "fr")) is None
    True
    """
    sides = [side_of(tag)[:2] for tag in tags]
    if any(tag and not side for tag, side in zip(tags, sides, strict=True)):
        return None
    if set(sides) == {"zh", "en"}:
        return sides[0] == "zh"
    if is_chinese(source) is is_chinese(target):
        return None
    return is_chinese(source)


def _parsed(store: Any, data: bytes, path: Path) -> Any:
    """The file as translate-toolkit reads it; what goes wrong there becomes a FormatError."""
    from translate.storage.base import ParseError  # noqa: TID251 - its home

    try:
        return store.parsestring(data)
    except SyntaxError as error:  # lxml's XMLSyntaxError
        raise FormatError(
            f"the XML is broken: {error.msg}", path=path, line=error.lineno or 1, remedy="mend it there"
        ) from error
    except (ParseError, ValueError, StopIteration, AssertionError) as error:
        # the last two: the root is another one, or there is no file element
        reason = str(error) or "its elements are not those of the format"
        raise FormatError(f"the file cannot be read: {reason}", path=path, remedy="save it anew as UTF-8") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"the file cannot be read ({error.strerror})", path=path) from error
