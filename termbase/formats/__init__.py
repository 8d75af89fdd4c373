"""Glossary files: one module and one table row per format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from termbase.errors import InputError
from termbase.model import Concept

__all__ = ["FORMATS", "Direction", "Format", "choose", "format_of", "later"]

Value = TypeVar("Value")
Direction = Literal["read", "write"]


@dataclass(frozen=True, slots=True)
class Format(Generic[Value]):
    """A kind of file, what survives in it, and the functions that read and write it.

    `read` raises FormatError for a broken file. It may do so after the first values (a memory is a stream), so take
    all values in one transaction or collect them before any is stored.
    """

    name: str
    """As typed after `--format`."""
    suffixes: tuple[str, ...]
    """Lower case, with the dot; the first one is the usual one."""
    title: str
    carries: str
    """What is kept when values are written and read again."""
    loses: str
    read: Callable[[Path], Iterator[Value]] | None
    write: Callable[..., Iterator[str | bytes]] | None
    """Takes the values; of a memory also `source` and `target`, the tags of the languages. Texts are written as
    UTF-8, bytes as they are."""
    drops: tuple[str, ...] = ()
    """Names of what values may have and the format does not keep, as in `losses.KINDS`; only these can be told."""
    describe: Callable[[Path], Iterator[str]] | None = None
    """What a reader makes of a file, in sentences: which columns or languages it found, what it passes over."""


def later(module: str, function: str) -> Callable[..., Any]:
    """A function of a module that is imported at the first call, so that a table of formats costs nothing to import.

    >>> later("termbase.language.keys", "zh_key")("“八八战略”")
    '八八战略'
    """

    def call(*arguments: Any, **options: Any) -> Any:
        return getattr(import_module(module), function)(*arguments, **options)

    return call


def choose(
    formats: Mapping[str, Format[Value]], path: Path | str, name: str | None, can: Direction | None
) -> Format[Value]:
    """The format of that name, else the first of the table with the file's suffix, that can do what is asked.

    Raises InputError, which names the formats there are.
    """
    able = {key: one for key, one in formats.items() if can is None or getattr(one, can) is not None}
    known = ", ".join(able)
    if name is not None:
        if name in able:
            return able[name]
        what = f"the format {name} has nothing to {can}" if name in formats else f"there is no format {name!r}"
        raise InputError(what, path=path, remedy=f"choose one of {known}")
    suffix = Path(path).suffix.lower()
    for one in able.values():
        if suffix in one.suffixes:
            return one
    if can == "read" and Path(path).is_dir():
        raise InputError("is a folder, not a file", path=path, remedy="name the files in it")
    raise InputError(
        f"the ending {suffix or '(none)'} belongs to no format to {can or 'read or write'}",
        path=path,
        remedy=f"name the format: --format, one of {known}",
    )


def format_of(path: Path | str, name: str | None = None, *, can: Direction | None = None) -> Format[Concept]:
    """The glossary format of a file, by its name if one is given, else by the file's suffix.

    >>> format_of("terms.TSV").name, format_of("terms.out", "markdown").name
    ('tsv', 'markdown')
    >>> format_of("terms.md", can="read")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    termbase.errors.InputError: terms.md: the ending .md belongs to no format to read; name the format: ...
    """
    return choose(FORMATS, path, name, can)


_TABLE_CARRIES = (
    "terms with usage, kind, pinyin, status and source; type, subject, definitions, note and items of the concept"
)
_TABLE_LOSES = (
    "contexts, history, counts, reasons, validity, match options; the script of a form that is alike in both"
)
_TABLE_DROPS = ("contexts", "counts and scores", "reasons", "validity", "match options")
_OMEGAT_CARRIES = "preferred and admitted terms; pinyin, note, outdated and forbidden terms in the comment"
_OMEGAT_LOSES = "type, sources, items, contexts"
_OMEGAT_DROPS = (
    "types",
    "subjects",
    "definitions",
    "items",
    "sources",
    "kinds of form",
    "review states",
    "forms without a partner",
    *_TABLE_DROPS,
)
_TBX_CARRIES = (
    "terms with usage, kind, source and contexts; definitions and subject; in notes that zhterm reads again: type,"
    " pinyin, status, items, validity, match options"
)
_TBX_LOSES = "history, counts, scores, reasons; on reading also terms in other languages, grammar, dates and persons"

FORMATS: dict[str, Format[Concept]] = {
    one.name: one
    for one in (
        Format(
            "csv",
            (".csv",),
            "Comma-separated table, UTF-8",
            _TABLE_CARRIES,
            _TABLE_LOSES,
            later("termbase.formats.table", "read"),
            later("termbase.formats.table", "write"),
            drops=_TABLE_DROPS,
            describe=later("termbase.formats.table", "describe"),
        ),
        Format(
            "tsv",
            (".tsv", ".tab"),
            "Tab-separated table, UTF-8",
            _TABLE_CARRIES,
            _TABLE_LOSES,
            later("termbase.formats.table", "read"),
            later("termbase.formats.table", "write_tsv"),
            drops=_TABLE_DROPS,
            describe=later("termbase.formats.table", "describe"),
        ),
        Format(
            "xlsx",
            (".xlsx",),
            "Excel workbook, every cell a text",
            _TABLE_CARRIES,
            _TABLE_LOSES,
            later("termbase.formats.xlsx", "read"),
            later("termbase.formats.xlsx", "write"),
            drops=("control characters", *_TABLE_DROPS),
            describe=later("termbase.formats.xlsx", "describe"),
        ),
        Format(
            "omegat",
            (".utf8", ".txt"),
            "OmegaT glossary, Chinese to English",
            _OMEGAT_CARRIES,
            _OMEGAT_LOSES,
            later("termbase.formats.omegat_reading", "read"),
            later("termbase.formats.omegat", "write"),
            drops=_OMEGAT_DROPS,
            describe=later("termbase.formats.omegat_reading", "describe"),
        ),
        Format(
            "omegat-en-zh",
            (),
            "OmegaT glossary, English to Chinese",
            _OMEGAT_CARRIES,
            _OMEGAT_LOSES,
            later("termbase.formats.omegat_reading", "read"),
            later("termbase.formats.omegat", "write_from_english"),
            drops=_OMEGAT_DROPS,
            describe=later("termbase.formats.omegat_reading", "describe"),
        ),
        Format(
            "tbx",
            (".tbx",),
            "TBX glossary, version 2 (TBX-Basic); version 3 is read too",
            _TBX_CARRIES,
            _TBX_LOSES,
            later("termbase.formats.tbx", "read"),
            later("termbase.formats.tbx_writing", "write"),
            drops=("control characters", "counts and scores", "reasons"),
            describe=later("termbase.formats.tbx", "describe"),
        ),
        Format(
            "tbx3",
            (),
            "TBX glossary, version 3 (ISO 30042:2019, TBX-Basic, DCA)",
            _TBX_CARRIES,
            _TBX_LOSES,
            later("termbase.formats.tbx", "read"),
            later("termbase.formats.tbx_writing", "write_tbx3"),
            drops=("control characters", "counts and scores", "reasons"),
            describe=later("termbase.formats.tbx", "describe"),
        ),
        Format(
            "memoq",
            (),
            "memoQ term base CSV, UTF-8",
            "terms in their order, the preferred one first, subject, an example; in the entry's note: pinyin of the"
            " preferred form, type, status, items, definitions, outdated and forbidden forms",
            "entries of outdated and forbidden forms only; kinds of form, sources, further contexts, validity, match"
            " options, history, counts, scores, reasons",
            later("termbase.formats.memoq", "read"),
            later("termbase.formats.memoq", "write"),
            drops=("entries of outdated and forbidden forms only", "sources", "kinds of form", *_TABLE_DROPS),
            describe=later("termbase.formats.memoq", "describe"),
        ),
        Format(
            "utx",
            (".utx",),
            "UTX 1.20, Chinese to English",
            "pairs with pinyin, status (forbidden, outdated, proposed) and the note",
            "type, subject, definitions, items, sources, contexts, kinds of form, open entries, history",
            later("termbase.formats.utx", "read"),
            later("termbase.formats.utx", "write"),
            drops=(
                "types",
                "subjects",
                "definitions",
                "items",
                "sources",
                "kinds of form",
                "forms without a partner",
                *_TABLE_DROPS,
            ),
            describe=later("termbase.formats.utx", "describe"),
        ),
        Format(
            "multiterm",
            (".xml",),
            "MultiTerm XML, UTF-16",
            "terms with usage, kind and source; definitions and subject; the rest in notes that zhterm reads again",
            "contexts, history, counts, scores, reasons; on reading also terms in other languages, dates and persons",
            later("termbase.formats.multiterm", "read"),
            later("termbase.formats.multiterm", "write"),
            drops=("control characters", "contexts", "counts and scores", "reasons"),
            describe=later("termbase.formats.multiterm", "describe"),
        ),
        Format(
            "ttb",
            (".ttb",),
            "Trados 2026 termbase (SQLite)",
            "terms with usage, definitions, subject and notes; other fields in the note",
            "terms in other languages, dates, persons, pictures; it is only read",
            later("termbase.formats.trados", "read"),
            None,
        ),
        Format(
            "json",
            (".json",),
            "Snapshot of zhterm, JSON",
            "all of every concept, with contexts, counts, scores and reasons",
            "numbers of the entries, history",
            later("termbase.formats.snapshot", "read"),
            later("termbase.formats.snapshot", "write"),
        ),
        Format(
            "markdown",
            (".md", ".markdown"),
            "Glossary to read, in Markdown",
            "everything a reader needs, with sources as links and an example or two",
            "scores, further contexts; it cannot be read back",
            None,
            later("termbase.formats.markdown", "write"),
        ),
        Format(
            "html",
            (".html", ".htm"),
            "Glossary to read and search, one HTML page",
            "everything a reader needs, with sources as links and an example or two; it can be searched and printed",
            "scores, further contexts, match options; it cannot be read back",
            None,
            later("termbase.formats.html", "write"),
            drops=("counts and scores", "reasons", "validity", "match options"),
        ),
    )
}
"""The glossary formats by name, in the order in which they are shown and tried."""
