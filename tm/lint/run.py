"""What each reader makes of a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from termbase.errors import InputError, unreadable
from tm.lint.events import Inspector, inspect
from tm.lint.inspectors.memoq import inspect_memoq
from tm.lint.inspectors.omegat import inspect_omegat
from tm.lint.inspectors.tbx import TbxInspector
from tm.lint.inspectors.tmx import TmxInspector
from tm.lint.inspectors.xliff import XliffInspector
from tm.lint.model import STRICT, Report
from tm.lint.readers import asked
from tm.lint.remarks import Remarks

__all__ = ["FORMATS", "format_of", "is_known", "lint"]

FORMATS: dict[str, tuple[str, ...]] = {
    "tmx": (".tmx",),
    "tbx": (".tbx",),
    "xliff": (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"),
    "omegat": (".utf8", ".tab", ".tsv", ".txt", ".csv"),
    "memoq": (".csv",),
}
"""The formats with their endings; of a table the heading tells whose it is."""

# What a table of memoQ has in its heading row, and a glossary of OmegaT that says so in its first line.
_MEMOQ, _OMEGAT = b"Entry_ID", b"-*- coding"


def format_of(path: Path, name: str | None = None) -> str:
    """The format of a file: as named, else by its ending, and for tables by the heading row.

    Raises InputError, which names the formats there are.

    >>> format_of(Path("news.SDLXLIFF")), format_of(Path("memory.xml"), "tmx")
    ('xliff', 'tmx')
    """
    known = ", ".join(FORMATS)
    if name is not None:
        if name not in FORMATS:
            raise InputError(f"there is no format {name!r} to lint", path=path, remedy=f"choose one of {known}")
        return name
    ending = path.suffix.lower()
    for one, endings in FORMATS.items():
        if ending in endings:
            return "memoq" if ending == ".csv" and _MEMOQ in _start(path) else one
    raise InputError(
        f"the ending {ending or '(none)'} belongs to no format to lint",
        path=path,
        remedy=f"name the format: --format, one of {known}",
    )


def is_known(path: Path) -> bool:
    """Whether a file in a folder is surely of a format: texts and tables only where their first bytes say so."""
    ending = path.suffix.lower()
    if ending in (".txt", ".csv", ".tsv"):
        start = _start(path)
        return _OMEGAT in start or (ending == ".csv" and _MEMOQ in start)
    return any(ending in endings for endings in FORMATS.values())


def lint(
    path: Path, name: str | None = None, readers: Sequence[str] = (), pair: tuple[str, str] | None = None
) -> Report:
    """What the readers (by their ids; default: all) say of a file; `pair` are the languages of a Trados memory.

    Memory does not grow with an XML file or a glossary of OmegaT. Raises InputError for a file that cannot be read,
    one of no known format, and readers that do not exist or none of which reads the format.
    """
    format_ = format_of(path, name)
    chosen = asked(readers, format_)
    if not chosen:
        raise InputError(f"nothing is known of how {', '.join(readers)} reads {format_}", path=path)
    remarks = Remarks()
    title = _inspected(path, format_, remarks, pair, strict=any(one.id == STRICT for one in chosen))
    ids = {one.id for one in chosen}
    told = tuple(one for one in remarks.all() if ids.intersection(one.rule.readers))
    return Report(path.as_posix(), format_, title, chosen, told)


def _inspected(path: Path, format_: str, remarks: Remarks, pair: tuple[str, str] | None, *, strict: bool) -> str:
    if format_ == "omegat":
        return inspect_omegat(path, remarks)
    if format_ == "memoq":
        return inspect_memoq(path, remarks)
    inspector = _inspector(path, format_, remarks, pair, strict=strict)
    inspect(path, inspector, remarks)
    return inspector.title


def _inspector(
    path: Path, format_: str, remarks: Remarks, pair: tuple[str, str] | None, *, strict: bool
) -> Inspector:
    if format_ == "tmx":
        return TmxInspector(path, remarks, pair)
    if format_ == "tbx":
        return TbxInspector(path, remarks)
    return XliffInspector(path, remarks, strict=strict)


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            # a heading row in UTF-16 has zeros between its letters
            return file.read(4096).replace(b"\0", b"")
    except OSError as error:
        raise unreadable(error, path) from error
