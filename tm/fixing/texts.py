"""What was read from plain texts, which hold no segments themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tm.fixing.files import is_text
from tm.model import Segment

__all__ = ["Texts"]


class Texts:
    """The targets of the plain texts of a job, by file, as far as they have been read."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._targets: defaultdict[str, list[str]] = defaultdict(list)

    def seen(self, segments: Iterable[Segment]) -> Iterator[Segment]:
        """The segments as they come; those of plain texts are remembered."""
        file, remembered = "", False
        for segment in segments:
            if segment.file != file:
                file, remembered = segment.file, is_text(Path(segment.file))
            if remembered:
                self._targets[file].append(segment.target)
            yield segment

    def of(self, file: str) -> Sequence[str]:
        """The targets of a file; grows while more of it is read."""
        return self._targets[file]
