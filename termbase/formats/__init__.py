"""Glossary files: one module and one table row per format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
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
    write: Callable[[Iterable[Value]], Iterator[str]] | None


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
    raise InputError(
        f"the ending {suffix or '(none)'} belongs to no format to {can or 'read or write'}",
        path=path,
        remedy=f"name the format: {known}",
    )


def format_of(path: Path | str, name: str | None = None, *, can: Direction | None = None) -> Format[Concept]:
    """The glossary format of a file, by its name if one is given, else by the file's suffix.

    >>> format_of("terms.TSV").name, format_of("terms.out", "markdown").name
    ('tsv', 'markdown')
    >>> format_of("terms.md", can="read")
    Traceback (most recent call last):
    termbase.errors.InputError: terms.md: the ending .md belongs to no format to read; name the format: csv, tsv
    """
    return choose(FORMATS, path, name, can)


_TABLE_CARRIES = (
    "terms with usage, kind, pinyin, status and source; type, subject, definitions, note and items of the concept"
)
_TABLE_LOSES = (
    "contexts, history, counts, reasons, validity, match options; the script of a form that is alike in both"
)
_OMEGAT_CARRIES = "preferred and admitted terms; pinyin, note, outdated and forbidden terms in the comment"
_OMEGAT_LOSES = "type, sources, items, contexts"

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
        ),
        Format(
            "tsv",
            (".tsv", ".tab"),
            "Tab-separated table, UTF-8",
            _TABLE_CARRIES,
            _TABLE_LOSES,
            later("termbase.formats.table", "read"),
            later("termbase.formats.table", "write_tsv"),
        ),
        Format(
            "omegat",
            (".utf8", ".txt"),
            "OmegaT glossary, Chinese to English",
            _OMEGAT_CARRIES,
            _OMEGAT_LOSES,
            None,
            later("termbase.formats.omegat", "write"),
        ),
        Format(
            "omegat-en-zh",
            (),
            "OmegaT glossary, English to Chinese",
            _OMEGAT_CARRIES,
            _OMEGAT_LOSES,
            None,
            later("termbase.formats.omegat", "write_from_english"),
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
    )
}
"""The glossary formats by name, in the order in which they are shown and tried."""
