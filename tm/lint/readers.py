"""Who reads exchange files, and of which version the rules speak."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.errors import InputError
from tm.lint.model import STANDARD, STRICT, Reader

__all__ = ["READERS", "asked", "name_of"]

_XML = frozenset({"tmx", "tbx", "xliff"})

READERS: dict[str, Reader] = {
    one.id: one
    for one in (
        Reader(STANDARD, "standard", _XML, _XML),
        Reader("omegat", "OmegaT 6.1", _XML | {"omegat"}, frozenset({"tmx", "omegat"})),
        Reader("trados", "Trados", frozenset({"tmx", "xliff"}), frozenset()),
        Reader("memoq", "memoQ", _XML | {"memoq"}, frozenset()),
        Reader("weblate", "Weblate", _XML, frozenset()),
        Reader(STRICT, "strict", frozenset({"xliff"}), frozenset({"xliff"})),
    )
}
"""The readers by id, in the order in which they are shown."""

_STANDARDS = {"tmx": "TMX DTD", "tbx": "TBX-Basic", "xliff": "XLIFF XSD"}


def name_of(reader: Reader, format_: str) -> str:
    """How a reader is called beside a file of a format.

    >>> name_of(READERS["standard"], "tmx"), name_of(READERS["omegat"], "tmx")
    ('TMX DTD', 'OmegaT 6.1')
    """
    return _STANDARDS.get(format_, reader.name) if reader.id == STANDARD else reader.name


def asked(names: Sequence[str], format_: str) -> tuple[Reader, ...]:
    """The readers with these names that read the format; without names all but the strict schema.

    Raises InputError for a name that nobody has.
    """
    for name in names:
        if name not in READERS:
            raise InputError(f"there is no reader {name!r}", remedy=f"choose one of {', '.join(READERS)}")
    chosen = [READERS[name] for name in names] or [one for one in READERS.values() if one.id != STRICT]
    return tuple(one for one in chosen if format_ in one.reads)
