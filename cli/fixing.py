"""The copies that `zhterm check --fix` makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from cli.terminal import note
from termbase.errors import InputError

if TYPE_CHECKING:
    from tm.checks.model import Finding
    from tm.fixing.texts import Texts

__all__ = ["Copies"]


class Copies:
    """The files of a job with the safe suggestions applied; the files themselves stay as they are."""

    def __init__(self, paths: Sequence[Path], given: Sequence[Path], place: Path, *, force: bool) -> None:
        """Take the files of a job, what was given on the command line, and where the copies go.

        Raises InputError for what cannot be fixed or written, before anything is checked.
        """
        from cli.files import require_new
        from tm.fixing.files import require_fixable
        from tm.fixing.suggestions import Suggestions

        self._place = place
        self._force = force
        self._targets = dict(zip(paths, _targets(paths, given, place), strict=True))
        for path, target in self._targets.items():
            require_fixable(path)
            if target.exists() and target.samefile(path):
                raise InputError("is the file itself and no copy", path=target, remedy="choose another place")
            if target.parent.is_dir() or target == place:
                require_new(target, force=force)
        self._suggestions = Suggestions()

    def collected(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings as they come, with what is safe in them remembered."""
        return self._suggestions.collected(findings)

    def write(self, texts: Texts, failed: Sequence[Path]) -> int:
        """Write the copies, all or none, but for files that could not be read; how many findings are fixed."""
        from cli.files import folder_for, write_all
        from tm.fixing.files import Copy

        copies = {
            path: Copy(path, self._suggestions, texts.of(path.as_posix()))
            for path in self._targets
            if path not in failed
        }
        pieces = {self._targets[path]: copy.bytes() for path, copy in copies.items()}
        with nullcontext() if self._place in pieces else folder_for(self._place):
            write_all(pieces.items(), force=self._force)
        return sum(copy.made for copy in copies.values())

    def tell(self, made: int, left: int) -> None:
        """Say on standard error what was fixed."""
        note(f"{made:,} fixed in {self._place.as_posix()}, {left:,} left")


def _targets(paths: Sequence[Path], given: Sequence[Path], place: Path) -> list[Path]:
    """Where each copy goes: to the place of that name, or into the folder of that name where there may be several."""
    if len(paths) == 1 and not place.is_dir() and not any(path.is_dir() for path in given):
        return [place]
    if place.exists() and not place.is_dir():
        raise InputError("several files need a folder to go to", path=place, remedy="name a folder")
    names: dict[str, Path] = {}
    for path in paths:
        if names.setdefault(path.name.casefold(), path) is not path:
            raise InputError(
                f"has the same name as {names[path.name.casefold()].as_posix()}",
                path=path,
                remedy="fix the two one after the other",
            )
    return [place / path.name for path in paths]
