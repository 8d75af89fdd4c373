"""ZIP archives that would fill the memory or the disk, told by their directory before anything is unpacked.

The directory may lie: zipfile never unpacks more of a part than it states there.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from termbase.errors import InputError

__all__ = ["refuse_bombs"]

# Deflate packs the XML of office files ten to twenty times, a bomb a thousand times
_MOST_PACKED = 200
_SMALL = 10_000_000


def refuse_bombs(archive: zipfile.ZipFile, path: Path, *, largest: int) -> None:
    """Raise InputError for an archive that is encrypted, larger than so many bytes unpacked, or packed too well."""
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise InputError("it is encrypted", path=path, remedy="save it without a password")
    size = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if size > largest or (size > _SMALL and size > _MOST_PACKED * packed):
        raise InputError(
            f"it would unpack to {size // 1_000_000:,} MB", path=path, remedy="split it, or check where it comes from"
        )
