"""What a format must tell so that its files can be fixed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from tm.fixing.edits import Edit
from tm.formats.patching import Patch

__all__ = ["Fixable", "Target"]


@dataclass(frozen=True, slots=True)
class Target:
    """The translation of one segment."""

    number: int
    """Of the segment in its file."""
    group: int
    """Targets that follow one another with the same number may stand in any order in the file."""
    patches: Callable[[Sequence[Edit]], tuple[list[Patch], int]]
    """The changes of the file for edits, and how many of the edits they make; asked only where there are some."""


class Fixable(Protocol):
    """A file of some format."""

    in_bytes: ClassVar[bool]
    """Whether offsets are bytes of the file as UTF-8, and not characters."""

    def targets(self) -> Iterator[Target]:
        """The targets, numbered as the format's reader numbers its segments."""

    def copied(self, patches: Iterable[Patch]) -> Iterator[bytes]:
        """The file with the changes, which come in the order of their places."""
