"""The segments of a bilingual file in its own direction, translated or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from termbase.errors import InputError
from termbase.formats import later
from tm.formats import bitext_of
from tm.formats.languages import pair_of
from tm.model import Segment

__all__ = ["segments"]


def _by_toolkit(name: str, path: Path) -> Iterator[Segment]:
    from tm.formats.toolkit import SEGMENTS

    return SEGMENTS[name](path)


_READERS: dict[str, Callable[[Path], Iterator[Segment]]] = {
    "xliff": later("tm.formats.xliff", "segments"),
    "xliff2": later("tm.formats.xliff", "segments"),
    "tmx": later("tm.formats.tmx_segments", "segments"),
    "sdltm": later("tm.formats.sdltm", "segments"),
    "po": later("tm.formats.po", "segments"),
    "tsv": later("tm.formats.columns", "segments"),
    "csv": later("tm.formats.columns", "segments"),
    **{name: partial(_by_toolkit, name) for name in ("ts", "qph", "mo", "wordfast")},
}


def segments(path: Path, format_: str | None = None) -> Iterator[Segment]:
    """The Chinese–English segments of a file, as a stream; what is not for translation is left out.

    Segments without a source are left out; those without a target are not. Languages that the file does not tell are
    told from the text, as zh or en. Raises FormatError, with the line, when reading comes to a broken place, and
    InputError at the end for a file all of whose segments are in other languages.
    """
    others: Counter[str] = Counter()
    none = True
    for segment in _READERS[bitext_of(path, format_, can="read").name](path):
        if not segment.source.strip():
            continue
        tags = (segment.source_language, segment.target_language)
        pair = pair_of(segment.source, segment.target, tags)
        if pair is None:
            others[" to ".join(tag or "(none)" for tag in tags)] += 1
            continue
        none = False
        yield segment if pair == tags else replace(segment, source_language=pair[0], target_language=pair[1])
    if none and others:
        held = ", ".join(f"{count} from {pair}" for pair, count in others.most_common())
        raise InputError(
            f"no segment in Chinese and English in it; it holds segments: {held}",
            path=path,
            remedy="check the language tags of the file",
        )
