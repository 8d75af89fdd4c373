"""Units on their way into files for a reader: each script into a file of its own, and what is lost is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cli.amounts import number_of
from cli.files import write_all, write_whole
from cli.terminal import note
from termbase.errors import InputError

if TYPE_CHECKING:
    from termbase.formats import Format
    from tm.formats.profiles import Profile
    from tm.model import Unit

__all__ = ["Handover", "hand_over", "handover_of"]

Units = Callable[[], Iterable["Unit"]]
"""Gives the units anew at each call."""


@dataclass(frozen=True, slots=True)
class Handover:
    """In which format units are handed over, and for whom."""

    format: Format[Unit]
    profile: Profile
    languages: tuple[str, str] | None = None
    """The pair that was asked for."""
    script: str | None = None
    """The one that was asked for."""

    @property
    def title(self) -> str:
        """The format, and the reader it is for."""
        named = self.profile.name != "generic"
        return f"{self.format.title}, for {self.profile.reader}" if named else self.format.title

    def pieces(self, units: Iterable[Unit], script: str, lost: Counter[str]) -> Iterator[str | bytes]:
        """What is written of the units of a script; what is not kept is counted."""
        from tm.formats.losses import counted
        from tm.formats.profiles import of_one_pair, pair_for, written

        pair = pair_for(self.profile, script, self.languages)
        units = counted(units, self.format.drops, lost)
        if self.format.name == "tmx":
            return written(units, self.profile, pair, one_pair=self.languages is not None, lost=lost)
        if self.languages:
            units = of_one_pair(units, pair, lost)
        assert self.format.write is not None, "the format was chosen for writing"
        return self.format.write(units, source=pair[0], target=pair[1])


def handover_of(
    format_: Format[Unit], reader: str | None, languages: str | None, script: str | None, file: Path
) -> Handover:
    """How units are handed over as the options say; raises InputError for what cannot be."""
    from tm.formats.languages import is_from_chinese
    from tm.formats.profiles import profile_of
    from tm.formats.scripts import SCRIPTS

    if reader is not None and format_.name != "tmx":
        raise InputError(f"--for is for TMX, and this is {format_.name}", path=file, remedy="leave --for out")
    if script is not None and script not in SCRIPTS:
        raise InputError(f"--script {script!r} is not one of: {', '.join(SCRIPTS)}")
    pair = None
    if languages is not None:
        source, comma, target = (tag.strip() for tag in languages.partition(","))
        if not comma:
            raise InputError(f"--languages {languages!r} is no pair", remedy="write for instance zh-CN,en-US")
        is_from_chinese(source, target)
        pair = source, target
    return Handover(format_, profile_of(reader or "generic"), pair, script)


def hand_over(file: Path, units: Units, how: Handover, *, force: bool) -> None:
    """Write the units, each script into a file of its own, all of the files or none; tell what went where.

    Simplified ones go to the file that was named, traditional ones to one beside it; where there is only one script,
    that one goes to the file named. A pipe takes one script only. Raises InputError as `write_all` does.
    """
    run = _Run(file, units, how)
    if file.exists() and not file.is_file():
        write_whole(file, run.into_one())
    else:
        write_all(run.files(), force=force)
    run.tell()


class _Run:
    """One hand-over: the units pass once for each script there is."""

    def __init__(self, file: Path, units: Units, how: Handover) -> None:
        self._file, self._units, self._how = file, units, how
        self._counts: Counter[str] = Counter()
        self._lost: Counter[str] = Counter()
        self._written: list[tuple[Path, str]] = []

    def files(self) -> Iterator[tuple[Path, Iterator[str | bytes]]]:
        """The files with what is written there; whether there is a second one shows when the first is done."""
        first = self._how.script or self._first_script()
        yield self._file, self._of(first, self._file)
        second = next((script for script in self._counts if script != first), None)
        if second and self._how.script is None:
            beside = self._file.with_name(f"{self._file.stem}.{self._zh_tag(second)}{self._file.suffix}")
            yield beside, self._of(second, beside)

    def into_one(self) -> Iterator[str | bytes]:
        """What is written where there is room for one script only."""
        from tm.formats.scripts import script_of

        scripts = {self._how.script} if self._how.script else set(map(script_of, self._units()))
        if len(scripts) > 1:
            raise InputError(
                "there are units in both scripts, which must not stand in one file",
                path=self._file,
                remedy="give --script zh-Hans or --script zh-Hant",
            )
        return self._of(next(iter(scripts), None) or "zh-Hans", self._file)

    def _of(self, script: str, file: Path) -> Iterator[str | bytes]:
        from tm.formats.scripts import of_script

        self._counts.clear()
        self._written.append((file, script))
        return self._how.pieces(of_script(self._units(), script, self._counts), script, self._lost)

    def _first_script(self) -> str:
        """Simplified, unless there is nothing but traditional."""
        from tm.formats.scripts import SCRIPTS, script_of

        simplified, traditional = SCRIPTS
        scripts = map(script_of, self._units())
        return simplified if next(scripts, simplified) == simplified or simplified in scripts else traditional

    def _zh_tag(self, script: str) -> str:
        from tm.formats.languages import is_from_chinese
        from tm.formats.profiles import pair_for

        pair = pair_for(self._how.profile, script, self._how.languages)
        return pair[0] if is_from_chinese(*pair) else pair[1]

    def tell(self) -> None:
        """How many units went where, which were left out, and what is lost."""
        from tm.formats.losses import told

        for number, (file, script) in enumerate(self._written):
            why = f" in {_NAMES[script]} characters, which a CAT tool must not mix with others" if number else ""
            note(f"{file}: {number_of(self._counts[script], 'unit')}{why or f' as {self._how.title}'}")
        for script in self._counts.keys() - {script for _, script in self._written}:
            note(f"left out: {number_of(self._counts[script], 'unit')} in {_NAMES[script]} characters (--script)")
        if lost := told(self._lost):
            name = self._how.profile.name if self._how.profile.name != "generic" else self._how.format.name
            note(f"{name} does not keep, with the number of units: {', '.join(lost)}")


_NAMES = {"zh-Hans": "simplified", "zh-Hant": "traditional"}
