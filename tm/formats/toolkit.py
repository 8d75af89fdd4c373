"""Bilingual files of other programs, read by translate-toolkit: Qt Linguist, compiled gettext, Wordfast.

The one home of translate-toolkit. It reads a whole file at once; the formats that come large have readers of our own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from termbase.errors import FormatError, unreadable
from tm.formats.languages import pair_of
from tm.model import Segment, Unit

__all__ = ["READERS", "SEGMENTS"]

_STORES = {
    "ts": ("translate.storage.ts2", "tsfile"),
    "qph": ("translate.storage.qph", "QphFile"),
    "mo": ("translate.storage.mo", "mofile"),
    "wordfast": ("translate.storage.wordfast", "WordfastTMFile"),
}


def _units(path: Path, *, kind: str) -> Iterator[Unit]:
    """The translated pairs of Chinese and English."""
    for segment in _segments(path, kind=kind):
        if segment.target.strip() and not segment.state:
            tags = (segment.source_language, segment.target_language)
            pair = pair_of(segment.source, segment.target, tags)
            if pair:
                turned = pair[0].lower().startswith("en")
                sides = (segment.target, segment.source) if turned else (segment.source, segment.target)
                properties = (("note", segment.note),) if segment.note else ()
                yield Unit(*sides, path.name, properties=properties)


def _segments(path: Path, *, kind: str) -> Iterator[Segment]:
    """The segments for translation, untranslated and unfinished ones too; raises FormatError for a broken file."""
    store = _store(path, kind)
    tags = (store.getsourcelanguage() or "", store.gettargetlanguage() or "")
    number = 0
    for one in store.units:
        source = str(one.source or "")
        if one.isheader() or one.isobsolete() or not source.strip():
            continue
        number += 1
        yield Segment(
            source,
            str(one.target or ""),
            path.as_posix(),
            number,
            one.getid() or "",
            *tags,
            note=one.getnotes() or "",
            state="fuzzy" if one.isfuzzy() else "",
        )


def _store(path: Path, kind: str) -> Any:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(error, path) from error
    if b"<!ENTITY" in data:
        raise FormatError(
            "the file declares an entity, which is not expanded", path=path, remedy="save it without a DTD"
        )
    module, name = _STORES[kind]
    store = getattr(import_module(module), name)
    try:
        return store.parsestring(data)
    except Exception as error:
        what = " ".join(str(error).split()) or type(error).__name__
        raise FormatError(
            f"cannot be read: {what}", path=path, remedy="open it in its own program and save it"
        ) from error


READERS: dict[str, Callable[[Path], Iterator[Unit]]] = {kind: partial(_units, kind=kind) for kind in _STORES}
"""The readers of units by format."""

SEGMENTS: dict[str, Callable[[Path], Iterator[Segment]]] = {kind: partial(_segments, kind=kind) for kind in _STORES}
"""The readers of segments by format."""
