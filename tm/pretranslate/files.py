"""Which kinds of files can be filled, and by what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from termbase.errors import InputError
from termbase.formats import later
from tm.formats import bitext_of
from tm.pretranslate.filling import Filling

__all__ = ["pretranslated"]

_FILLERS: dict[str, Callable[[Path, Filling], Iterator[bytes]]] = {
    "xliff": later("tm.pretranslate.xliff", "filled"),
    "tmx": later("tm.pretranslate.tmx", "filled"),
    "po": later("tm.pretranslate.po", "filled"),
    "tsv": later("tm.pretranslate.table", "filled"),
    "xliff2": later("tm.pretranslate.xliff", "filled"),
}


def pretranslated(path: Path, format_: str | None, filling: Filling) -> Iterator[bytes]:
    """The file with its empty targets filled, piece by piece; the account of it is complete at the end.

    Raises InputError, also for a file all of whose segments are in other languages.
    """
    name = bitext_of(path, format_, can="read").name
    if name not in _FILLERS:
        raise InputError(f"{name} files cannot be filled", path=path, remedy=f"choose one of {', '.join(_FILLERS)}")
    yield from _FILLERS[name](path, filling)
    if filling.counts["languages"] and filling.counts.total() == filling.counts["languages"]:
        raise InputError(
            "no segment in it is from Chinese to English or from English to Chinese",
            path=path,
            remedy="check the language tags of the file",
        )
