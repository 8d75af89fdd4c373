"""Lines on disk in parts by their keys, so that all lines of one key are read together and memory holds one part."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path

__all__ = ["PARTITIONS", "read_partition", "write_partitions"]

PARTITIONS = 256
"""Of the counts of 100 MB of text, one part is about 50,000 lines, 20 MB in memory."""
_NUMBER = array("Q").itemsize


def write_partitions(path: Path, rows: Iterable[tuple[str, str]]) -> None:
    """Write lines without a line feed, each with the key that says where it belongs.

    The file begins with the offsets at which the parts begin and the last one ends.
    """
    parts: list[list[str]] = [[] for _ in range(PARTITIONS)]
    for key, line in rows:
        # the same in every process, as hash() is not
        parts[zlib.crc32(key.encode()) % PARTITIONS].append(line)
    written = ["".join([f"{line}\n" for line in lines]).encode() for lines in parts]
    offsets = array("Q", [_NUMBER * (PARTITIONS + 1)])
    for part in written:
        offsets.append(offsets[-1] + len(part))
    with path.open("wb") as file:
        offsets.tofile(file)
        file.writelines(written)


def read_partition(paths: Sequence[Path], number: int) -> list[str]:
    """The lines of one part of all these files; one file is open at a time."""
    lines: list[str] = []
    for path in paths:
        with path.open("rb") as file:
            file.seek(_NUMBER * number)
            border = array("Q")
            border.fromfile(file, 2)
            file.seek(border[0])
            lines += file.read(border[1] - border[0]).decode().split("\n")[:-1]
    return lines
