"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from termbase.errors import InputError

__all__ = ["folder_for", "require_new", "write_all", "write_whole"]


def require_new(path: Path, *, force: bool = False) -> None:
    """Raise InputError when the file is there already (unless `force`), or has no folder to be in.

    Better told before the work than after it.
    """
    if path.is_dir():
        raise InputError("cannot be written: it is a folder", path=path, remedy="name a file in it")
    if not path.parent.is_dir():
        raise InputError("cannot be written: there is no such folder", path=path, remedy="choose another place")
    # a device such as /dev/null is written into, not replaced
    if path.is_file() and not force:
        raise InputError("the file is there already", path=path, remedy="give --force to replace it")


def write_whole(path: Path, pieces: Iterable[str | bytes], *, force: bool = False) -> None:
    """Write texts as UTF-8, and bytes as they are, to a temporary neighbour, then move it into place.

    What is there and is no ordinary file (a pipe, /dev/stdout) is written into.

    Raises InputError when the file is there already (unless `force`), or cannot be written; then nothing is left.
    """
    if path.exists() and not path.is_file():
        _write_into(path, pieces)
        return
    require_new(path, force=force)
    write_all([(path, pieces)], force=force)


def write_all(files: Iterable[tuple[Path, Iterable[str | bytes]]], *, force: bool = False) -> None:
    """Write several files: all to temporary neighbours first, then they are moved into their places.

    Each is written before the next one is asked for. Raises InputError as `write_whole` does; then nothing is left.
    """
    temporary: dict[Path, Path] = {}
    try:
        for path, pieces in files:
            require_new(path, force=force)
            temporary[path] = _written_beside(path, pieces)
        for path, written in temporary.items():
            written.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        for written in temporary.values():
            written.unlink(missing_ok=True)


@contextmanager
def folder_for(path: Path) -> Iterator[Path]:
    """A folder to write into; one that was not there is gone again where the work fails."""
    is_new = not path.is_dir()
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        yield path
    except BaseException:
        if is_new:
            path.rmdir()
        raise


def _written_beside(path: Path, pieces: Iterable[str | bytes]) -> Path:
    """A temporary neighbour of a file, with all that comes; nothing where that breaks off."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.writelines(_encoded(pieces))
        except BaseException:
            file.close()
            Path(file.name).unlink()
            raise
    _as_new_file(Path(file.name))
    return Path(file.name)


def _encoded(pieces: Iterable[str | bytes]) -> Iterator[bytes]:
    return (piece.encode("utf-8") if isinstance(piece, str) else piece for piece in pieces)


def _write_into(path: Path, pieces: Iterable[str | bytes]) -> None:
    try:
        with path.open("wb") as file:
            file.writelines(_encoded(pieces))
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> InputError:
    return InputError(f"cannot be written: {error.strerror}", path=path, remedy="choose another place")


def _as_new_file(path: Path) -> None:
    """Give a temporary file, which only its owner may read, the rights of an ordinary new one."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
