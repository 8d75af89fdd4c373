"""Bilingual files: one module and one table row per format."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from termbase.formats import Direction, Format, choose, later
from tm.model import Unit

__all__ = ["BITEXTS", "bitext_of"]


def bitext_of(path: Path | str, name: str | None = None, *, can: Direction | None = None) -> Format[Unit]:
    """The bilingual format of a file, by its name if one is given, else by the file's suffix.

    Raises InputError, which names the formats there are.

    >>> bitext_of("news.SDLXLIFF").name, bitext_of("memory.out", "tmx").name
    ('xliff', 'tmx')
    """
    return choose(BITEXTS, path, name, can)


def _by_toolkit(name: str, path: Path) -> Iterator[Unit]:
    from tm.formats.toolkit import READERS

    return READERS[name](path)


_PAIRS_DROP = (
    "documents",
    "confidence",
    "properties",
    "notes",
    "language tags",
    "dates and persons",
    "inline codes",
)

BITEXTS: dict[str, Format[Unit]] = {
    one.name: one
    for one in (
        Format(
            "tmx",
            (".tmx",),
            "TMX 1.4 translation memory",
            "both texts with inline codes, languages, document, dates and persons, confidence, properties and notes",
            "units of other languages, what stands at single segments",
            later("tm.formats.tmx", "read"),
            later("tm.formats.tmx", "write"),
            drops=("control characters",),
        ),
        Format(
            "xliff",
            (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"),
            "XLIFF 1.2",
            "both texts of translated segments with inline codes, languages, id and notes, from versions 1.0 to 2.1;"
            " in files that zhterm wrote all that the memory has of a unit",
            "of files of others: states, proposals, texts inside of inline codes",
            later("tm.formats.xliff", "read"),
            later("tm.formats.xliff_writing", "write"),
            drops=("control characters",),
        ),
        Format(
            "xliff2",
            (),
            "XLIFF 2.1",
            "the same as xliff",
            "the same as xliff",
            later("tm.formats.xliff", "read"),
            later("tm.formats.xliff_writing", "write_2"),
            drops=("control characters",),
        ),
        Format(
            "sdltm",
            (".sdltm",),
            "Trados translation memory (SQLite)",
            "both texts, languages",
            "inline codes, dates, persons, fields",
            later("tm.formats.sdltm", "read"),
            None,
        ),
        Format(
            "po",
            (".po",),
            "gettext PO",
            "both texts of finished entries, context and notes",
            "fuzzy and obsolete entries, references",
            later("tm.formats.po", "read"),
            None,
        ),
        Format(
            "tsv",
            (".tsv", ".tab"),
            "Table of pairs, separated by tabs",
            "both texts",
            "everything else, line breaks and tabs in a text",
            later("tm.formats.columns", "read"),
            later("tm.formats.pairs", "write_tsv"),
            drops=(*_PAIRS_DROP, "line breaks and tabs"),
        ),
        Format(
            "csv",
            (".csv",),
            "Table of pairs, separated by commas",
            "both texts",
            "everything else",
            later("tm.formats.columns", "read"),
            later("tm.formats.pairs", "write_csv"),
            drops=_PAIRS_DROP,
        ),
        *(
            Format(
                name,
                suffixes,
                title,
                "both texts of finished entries, notes",
                "unfinished entries, places in the program",
                partial(_by_toolkit, name),
                None,
            )
            for name, suffixes, title in (
                ("ts", (".ts",), "Qt Linguist translations"),
                ("qph", (".qph",), "Qt Linguist phrase book"),
                ("mo", (".mo", ".gmo"), "gettext, compiled"),
                ("wordfast", (".wf",), "Wordfast Classic translation memory"),
            )
        ),
    )
}
"""The bilingual formats by name, in the order in which they are shown and tried."""
