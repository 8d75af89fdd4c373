"""What can go wrong, as one tree: each error is one line a user can act on."""

from __future__ import annotations

from pathlib import Path

__all__ = [
    "ConflictError",
    "DatabaseError",
    "FormatError",
    "InputError",
    "UnknownConceptError",
    "ZhtermError",
    "unknown_concept",
    "unreadable",
]


class ZhtermError(Exception):
    """Something a user can mend: what happened, in which file and line, and what to do.

    >>> str(ZhtermError("the row has 1 column, 2 are needed", path="terms.csv", line=7, remedy="add the English"))
    'terms.csv:7: the row has 1 column, 2 are needed; add the English'
    """

    def __init__(self, what: str, *, path: object = None, line: int | None = None, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.path = path
        """The file or the database; a server hides its password as text."""
        self.line = line
        self.remedy = remedy

    def __str__(self) -> str:
        place = "" if self.path is None else f"{self.path}:{self.line}: " if self.line else f"{self.path}: "
        remedy = f"; {self.remedy}" if self.remedy else ""
        return " ".join(f"{place}{self.what}{remedy}".split())


class InputError(ZhtermError):
    """A file or an argument cannot be read as what it should be."""


class FormatError(InputError):
    """A file is of a known format and breaks its rules."""


class DatabaseError(ZhtermError):
    """The database cannot be opened, read or written."""


class UnknownConceptError(ZhtermError):
    """No concept has the given id."""


class ConflictError(ZhtermError):
    """What was asked would break a rule of the termbase (a concept without a term, a merge with itself)."""


def unknown_concept(number: int) -> UnknownConceptError:
    """The error for a number that no concept has.

    >>> print(unknown_concept(9))
    no entry has the number 9; see them: zhterm term list
    """
    return UnknownConceptError(f"no entry has the number {number}", remedy="see them: zhterm term list")


def unreadable(error: OSError | ValueError, path: str | Path) -> InputError:
    """What a system's refusal to read a file means to a user; a ValueError is that of an impossible name.

    >>> print(unreadable(FileNotFoundError(2, "No such file or directory"), "术语.csv"))
    术语.csv: no such file; check the name
    """
    for kind, (what, remedy) in _REFUSALS.items():
        if isinstance(error, kind):
            return InputError(what, path=path, remedy=remedy)
    reason = getattr(error, "strerror", None) or error
    return InputError(f"cannot be read ({reason})", path=path, remedy="check the name and the disk")


_REFUSALS: dict[type[OSError], tuple[str, str]] = {
    FileNotFoundError: ("no such file", "check the name"),
    IsADirectoryError: ("is a folder, not a file", "name the files in it"),
    PermissionError: ("may not be read", "ask for permission to read it"),
}
